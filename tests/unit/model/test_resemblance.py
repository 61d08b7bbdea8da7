"""The place that resembles a lost quote most."""

import random

import pytest

from annotator.model import resemblance
from annotator.model.alignment import Alignment, alignments
from annotator.model.resemblance import closest


def nearest(text: str, exact: str, prefix: str = "", suffix: str = "") -> str | None:
    span = closest(text, exact, prefix, suffix)
    return span and text[slice(*span)]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("The Taliban has been quick", "The Taliban was very quick"),
        ("was assassinated by al Qaeda operatives", "was murdered by al Qaeda operatives"),
        ("said. “The diversity", "said: “The diversity"),
    ],
)
def test_an_edited_passage_is_found_with_whole_words(was: str, now: str) -> None:
    text = f"It began here. {now} and it went on."
    assert nearest(text, was, "It began here. ", " and it went on.") == now


def test_an_edit_across_a_word_is_drawn_to_the_words() -> None:
    text = "They fought against a Taliban that grew; the others fled."
    prefix, suffix = "They fought against ", " that grew; the others fled."
    assert nearest(text, "the Taliban", prefix, suffix) == "a Taliban"


def test_a_quote_that_began_in_a_word_may_do_so_again() -> None:
    assert nearest("xx untouchable, yes", "touchible", "xx un", ", yes") == "touchable"


def test_a_script_without_spaces_is_not_widened_to_its_sentence() -> None:
    before, after = (
        "塔利班发言人星期一在喀布尔举行的记者会上说",
        "但是反对派的领导人立即表示不同意这种说法",
    )
    text = f"{before}他们已经控制了全国{after}"
    assert nearest(text, "他们已经占领了全国", before, after) == "他们已经控制了全国"


def test_a_look_alike_elsewhere_is_not_taken_for_a_passage_that_is_gone() -> None:
    text = "In Rome 30 people were injured when a bus overturned, firemen told the paper."
    exact = "22 people were injured when a train overturned"
    assert nearest(text, exact, "Police said on Monday that ", ", and two of them died.") is None


def test_between_two_places_that_are_as_good_only_a_person_decides() -> None:
    one = "He said: the army has won the war. Then silence fell. "
    assert nearest(one + one, "the army had won the war", "He said: ", ". Then silence") is None


def test_a_clear_lead_wins_over_a_rival() -> None:
    text = "He said: the army has won the war. Then silence. A report: the army has won no war now."
    found = nearest(text, "the army had won the war", "He said: ", ". Then silence.")
    assert found == "the army has won the war"


def test_two_exact_places_that_overlap_are_rivals() -> None:
    assert nearest("-abcdabcdabcd-", "abcdabcd") is None


def test_two_places_in_one_window_are_rivals() -> None:
    assert nearest("They won. They won.", "They win.") is None


def test_a_quote_that_stands_everywhere_is_not_guessed() -> None:
    text = "the war " * (resemblance.MOST_HITS + 1) + "It was the war that he won. The end."
    assert nearest(text, "the war", "It is ", " that he won") is None


@pytest.mark.parametrize("exact", ["", "x" * (resemblance.LONGEST_QUOTE + 1)])
def test_an_empty_or_endless_quote_is_not_looked_for(exact: str) -> None:
    assert nearest("x" * 100, exact) is None


def test_pieces_that_stand_everywhere_lead_nowhere() -> None:
    text = "has won the war " * (resemblance.MOST_HITS * 3)
    assert nearest(text, "the war has won the peace", "won ", "") is None


def test_a_quote_shorter_than_a_piece_is_found_by_its_context() -> None:
    text = "It costs ten euros a day, they say."
    assert nearest(text, "tem", "It costs ", " euros a day") is None
    assert nearest(text, "ten", "It costs ", " euros a day") == "ten"


def test_the_search_is_bounded_on_a_large_text(monkeypatch: pytest.MonkeyPatch) -> None:
    aligned: list[int] = []

    def counted(exact: str, window: str, most_errors: int) -> list[Alignment]:
        aligned.append(len(window))
        return alignments(exact, window, most_errors)

    monkeypatch.setattr(resemblance, "alignments", counted)
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghij", k=24)) for _ in range(80)]
    text = " ".join(chance.choices(words, k=3_000)) + " filler" * 100_000
    assert nearest(text, "".join(words)) is None
    assert resemblance.MOST_CHARACTERS / 2 < sum(aligned) <= resemblance.MOST_CHARACTERS


def test_white_space_is_kept_where_the_quote_had_it() -> None:
    text = "It began. \n The Taliban was very quick and so it went."
    assert nearest(text, " The Taliban has been quick", "It began. \n", " and so it went.") == (
        " The Taliban was very quick"
    )


def test_white_space_at_an_end_is_left_out_where_the_quote_had_none() -> None:
    text = "It began. The Taliban was very quick  and so it went."
    assert nearest(text, "The Taliban was very quickly", "It began. ", " and so it went.") == (
        "The Taliban was very quick"
    )
