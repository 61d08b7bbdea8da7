"""Names are found as people write them, and what is no name stays."""

import pytest

from annotator.model.mentions import Mention, Names, Rule, Said

PEOPLE = (
    ("Ana Li", "Student 1"),
    ("José Núñez-O’Brien", "Student 2"),
    ("Mark Young", "Student 3"),
    ("王小芳", "Student 4"),
    ("김민수", "Student 5"),
    ("राम", "Student 6"),
    ("★★", "Student 7"),
    ("Al", "Student 8"),
    ("Q", "Student 9"),
    ("Ana Roth", "Student 10"),
)
NOTHING_SAID = Said("")


def names() -> Names:
    return Names(PEOPLE)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ana Li says so", "Student 1 says so"),
        ("ANA   LI’s", "Student 1’s"),
        ("see ana_li.docx", "see Student 1.docx"),
        ("banana, Anatol", "banana, Anatol"),
        ("Li is short", "Li is short"),
        ("Jose Nunez-O'Brien", "Student 2"),
        ("josé; NUÑEZ; O’brien", "Student 2; Student 2; Student 2"),
        ("Jose\u0301 did", "Student 2 did"),
        ("Núñez-Obrien", "Student 2"),
        ("Núñez O’Brien, José", "Student 2"),
        ("AnaLi, see EssayAnaLi2.docx", "Student 1, see EssayStudent 12.docx"),
        ("JoseEssay.docx, joseessay", "Student 2Essay.docx, joseessay"),
        ("Joses Text, Jose's, joses", "Student 2s Text, Student 2's, joses"),
        ("Marks of Als", "Marks of Als"),
        ("Ａｎａ　Ｌｉ", "Student 1"),
        ("小芳和王 小芳", "Student 4和Student 4"),
        ("민수는", "Student 5는"),
        (
            "Jose, see https://x.org/Jose too, Jose",
            "Student 2, see https://x.org/Student-2 too, Student 2",
        ),
        ("Mark it. So Mark says.", "Student 3 it. So Student 3 says."),
        ("Mark it. Mark Young says.", "Student 3 it. Student 3 says."),
        ("Ana Li; Li, and Ana.", "Student 1; Student 1, and Student 1."),
        ("mark the young ones", "mark the young ones"),
        ("what Mark wrote", "what Student 3 wrote"),
        ("Young is young", "Young is young"),
        ("mark young", "Student 3"),
        ("他说王小芳也在", "他说Student 4也在"),
        ("김민수는 말했다", "Student 5는 말했다"),
        ("राम ने", "Student 6 ने"),
        ("रामा ने", "रामा ने"),
        ("by★★.", "byStudent 7."),
        ("Al said; al dente", "Student 8 said; al dente"),
        ("Q and A", "Q and A"),
        ("https://example.org/~ana.li/", "https://example.org/~Student-1/"),
        ("http://x.org/Jos%C3%A9", "http://x.org/Student-2"),
        (r"C:\Users\jdoe\essay.pdf", r"C:\Users\…\essay.pdf"),
        ("/Users/jdoe/essay.pdf", "/Users/…/essay.pdf"),
        ("Roth wrote", "Student 10 wrote"),
        ("", ""),
    ],
)
def test_a_name_in_a_note(written: str, shown: str) -> None:
    assert names().replaced(written, Rule.NOTE, NOTHING_SAID) == shown


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x.org/a")', "https://x.org", "Zoë =1+1"])
def test_a_name_with_an_address_in_it_has_the_same_stand_in(name: str) -> None:
    """It had a hyphen, as a name in an address has, and was another student."""
    known = Names([(name, "Student 2")])
    note = f"{name} says so, says {name}; http://x.org/{name}"
    shown = known.replaced(note, Rule.NOTE, NOTHING_SAID)
    assert shown == "Student 2 says so, says Student 2; http://x.org/Student-2"


def test_a_part_that_several_share_is_one_of_them() -> None:
    assert names().replaced("Ana knows", Rule.NOTE, NOTHING_SAID) == "a student knows"


def test_a_word_that_begins_a_sentence_is_left_and_counted() -> None:
    found = names()
    assert found.replaced("No. Mark it.", Rule.NOTE, NOTHING_SAID) == "No. Mark it."
    assert found.found == {Mention("Mark", ""): 1}


@pytest.mark.parametrize("written", ["Li says", "Al Hall's Marks", "Young"])
def test_what_may_be_a_name_is_counted(written: str) -> None:
    found = Names([("Ana Li", "Student 1"), ("Mark Young", "Student 2")])
    assert found.replaced(written, Rule.NOTE, NOTHING_SAID) == written
    assert [instead for _words, instead in found.found] == [""]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Max Müller", "Mueller, Muller, müller, MÜLLER"),
        ("Max Mueller", "Mueller, Müller"),
        ("Jörg Groß", "Gross, Groß, Joerg, Jorg, Jörg"),
        ("Eva Weiss", "Weiß, Weiss"),
        ("Øyvind Bjørn", "Oyvind, Oeyvind, Bjorn, BJOERN"),
        ("ÅSE", "Aase, Ase, åse"),
        ("Łukasz", "Lukasz, łukasz"),
    ],
)
def test_letters_that_are_written_as_others(name: str, written: str) -> None:
    found = Names([(name, "X")])
    shown = found.replaced(written, Rule.NOTE, NOTHING_SAID)
    assert shown == ", ".join("X" for _one in written.split(", "))


def test_a_name_that_is_spelt_like_another_stays_its_own() -> None:
    found = Names([("Michael", "Student 1"), ("Michal", "Student 2"), ("Anas", "Student 3")])
    assert found.replaced("Michal, Michael, Anas", Rule.NOTE, NOTHING_SAID) == (
        "Student 2, Student 1, Student 3"
    )


def test_of_two_who_share_a_name_it_is_the_one_who_is_named_there() -> None:
    said = names().replaced("Ana Roth says so, and Ana knows.", Rule.NOTE, NOTHING_SAID)
    assert said == "Student 10 says so, and Student 10 knows."


def test_an_ending_may_make_another_name_that_is_in_the_article() -> None:
    found = Names([("Pari", "Student 1")])
    assert found.replaced("Paris", Rule.NOTE, Said("In Paris")) == "Paris"
    assert found.found == {Mention("Paris", ""): 1}


@pytest.mark.parametrize(
    ("name", "written", "left"),
    [
        ("Иван Иванов", "я согласен с Ивановым", ["Ивановым"]),
        ("Mikko Virtanen", "Virtaselta, Virtaseltakin ja Mikkolta", ["Mikkolta"]),
        ("Anna Kovács", "Annával", ["Annával"]),
        ("Anna Kovács", "annul, annals, annan", []),
        ("Anna Kovács", "Annabella and Annanna2", ["Annanna"]),
        ("Anna Kovács", "Anna\u093eab", []),
        ("Ana Li", "Anan and Ana Lin", []),
        ("Mark Young", "Markets, Youngsters", []),
        ("小芳", "小芳abc", []),
    ],
)
def test_a_name_with_an_ending_is_left_and_counted(
    name: str, written: str, left: list[str]
) -> None:
    found = Names([(name, "X")])
    shown = found.replaced(written, Rule.NOTE, NOTHING_SAID)
    assert [words for words, instead in found.found if not instead] == left
    assert all(words in shown for words in left)


def test_a_title_is_not_asked_for_names_with_endings() -> None:
    found = Names([("Anna Kovács", "X")])
    assert found.replaced("Annandale", Rule.ABOUT, NOTHING_SAID) == "Annandale"
    assert found.replaced("Annan speaks", Rule.ABOUT, NOTHING_SAID) == "Annan speaks"
    assert not found.found


def test_a_text_that_names_nobody_stays_as_it_was_composed() -> None:
    decomposed = "cafe\u0301 with Q"
    assert names().replaced(decomposed, Rule.NOTE, NOTHING_SAID) == decomposed
    assert names().replaced("Mark cafe\u0301", Rule.NOTE, NOTHING_SAID) == "Mark cafe\u0301"


def test_without_people_nothing_is_looked_for_but_folders() -> None:
    nobody = Names([])
    assert nobody.replaced("Ana in /home/ana/x", Rule.NOTE, NOTHING_SAID) == "Ana in /home/…/x"


def test_words_about_the_article_keep_the_names_that_are_in_it() -> None:
    said = Said("Mayor José Núñez-O'Brien spoke.")
    assert names().replaced("José", Rule.SAID, said) == "José"
    assert names().replaced("José", Rule.NOTE, said) == "Student 2"
    assert names().replaced("Josés", Rule.SAID, said) == "Josés"


@pytest.mark.parametrize("note", ["Mayor José said", "José Silva said"])
def test_a_longer_name_that_is_in_the_article_is_another_person(note: str) -> None:
    said = Said("MAYOR JOSÉ spoke, and José Silva did.")
    assert names().replaced(note, Rule.NOTE, said) == note
    assert names().replaced(note, Rule.NOTE, NOTHING_SAID) == note.replace("José", "Student 2")


def test_parts_prove_nothing_in_what_is_known_of_an_article() -> None:
    known = names()
    assert known.replaced("Roth, by José", Rule.ABOUT, NOTHING_SAID) == "Roth, by José"
    assert known.replaced("By Ana Roth", Rule.ABOUT, NOTHING_SAID) == "By Student 10"
    assert known.replaced("Al Gore", Rule.ABOUT, NOTHING_SAID) == "Al Gore"
    assert known.replaced("For Al", Rule.ABOUT, NOTHING_SAID) == "For Student 8"
    assert known.found == {
        Mention("Ana Roth", "Student 10"): 1,
        Mention("Al", ""): 1,
        Mention("Al", "Student 8"): 1,
    }
