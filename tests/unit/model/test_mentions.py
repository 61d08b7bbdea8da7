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
        ("josé, NUÑEZ, O’brien", "Student 2, Student 2, Student 2"),
        ("Jose\u0301 did", "Student 2 did"),
        ("Núñez-Obrien", "Núñez-Obrien".replace("Núñez", "Student 2")),
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


def test_a_part_that_several_share_is_one_of_them() -> None:
    assert names().replaced("Ana knows", Rule.NOTE, NOTHING_SAID) == "a student knows"


def test_a_word_that_begins_a_sentence_is_left_and_counted() -> None:
    found = names()
    assert found.replaced("No. Mark it.", Rule.NOTE, NOTHING_SAID) == "No. Mark it."
    assert found.found == {Mention("Mark", ""): 1}


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
