"""Sentences, in any script whose sentences end in a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.bundled import sample_article
from annotator.model.sentences import sentence_at, sentence_spans
from annotator.model.span import Span
from annotator.model.text import canonical

SAMPLE = canonical(sample_article().read_text("utf-8"))
TEXT = st.text(st.sampled_from("Ab1 .!?。”“)\n"))


def quotes(text: str) -> list[str]:
    return [text[slice(*span)] for span in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["One.", "Two!", "Three?", "Four…", "Five"],
        ["“We do not want to see a return.”", "“He left,” she said."],
        ["“Why?” he asked.", "“Go!”", "He went."],
        ["He went... and came.", "Then...", "Nothing."],
        ["(He said so.)", "She left [sic].", "End."],
        ["Dr. Smith met Mr. J. R. Brown at 3.5 p.m. and left.", "The U.S. Army left."],
        ["That is what the U.N. says.", "It was the U.N.", "The world body left."],
        ["He works for Acme Inc. Canada and others.", "She left Acme Inc.", "They did not."],
        ["It is No. 5 of Vol. 2.", "He said no.", "She came on Jan. 6."],
        ["In 2021.", "The end was near."],
        ["1. The report is out.", "2. It is read."],
        ["the terror group ISIS-K.", "However, it stays."],
        ["Er kam am 3. Mai.", "Dann ging z.B. Herr Dr. Meier."],
        ["¿Qué?", "¡No!", "«Sí.»"],
        ["هل هذا صحيح؟", "نعم.", "لا۔", "جی"],
        ["यह सच है।", "हाँ।"],
        ["What?!", "Yes."],
        ["..."],
    ],
)
def test_sentences_with_a_space_between_are_told_apart(sentences: list[str]) -> None:
    assert quotes(" ".join(sentences)) == sentences


def test_full_width_marks_end_a_sentence_without_white_space() -> None:
    assert quotes("他说：“好。”然后走了。真的吗？是") == [
        "他说：“好。”",
        "然后走了。",
        "真的吗？",
        "是",
    ]


def test_a_mark_within_a_word_or_number_ends_nothing() -> None:
    assert quotes("See annotator.example/a.b at 3.2 million") == [
        "See annotator.example/a.b at 3.2 million"
    ]


def test_a_sentence_never_crosses_a_line_and_has_no_outer_white_space() -> None:
    assert quotes("A title\n\n  One\u00a0. \t Two\n \nthree") == [
        "A title",
        "One\u00a0.",
        "Two",
        "three",
    ]


def test_the_sample_article() -> None:
    found = quotes(SAMPLE)
    assert len(found) == 46
    assert sum(sentence.startswith("“We have the most capable units") for sentence in found) == 1
    assert found[-2].endswith("according to the U.N.")
    assert sum(sentence.endswith("were reported.”") for sentence in found) == 1


@given(TEXT)
def test_sentences_are_in_order_and_hold_all_that_is_visible(text: str) -> None:
    spans = sentence_spans(text)
    covered = [at for span in spans for at in range(*span)]
    assert covered == sorted(set(covered))
    assert {at for at, character in enumerate(text) if not character.isspace()} <= set(covered)
    assert all(text[slice(*span)] == text[slice(*span)].strip() != "" for span in spans)
    assert not any("\n" in text[slice(*span)] for span in spans)


@given(TEXT, st.integers(0, 40), st.integers(0, 40))
def test_within_gives_the_sentences_that_share_a_character(text: str, one: int, two: int) -> None:
    within = Span(*sorted((min(one, len(text)), min(two, len(text)))))
    shared = [span for span in sentence_spans(text) if span.overlaps(within)]
    assert sentence_spans(text, within) == shared


@given(TEXT.filter(bool), st.data())
def test_the_sentence_at_a_position_holds_it(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    holding = [span for span in sentence_spans(text) if span.start <= position < span.end]
    if holding:
        assert [sentence_at(text, position)] == holding


@pytest.mark.parametrize(
    ("position", "quote"),
    [
        (0, "One."),
        (2, "One."),
        (5, "One."),
        (6, "One."),
        (7, "Two"),
        (10, "Two"),
        (11, ""),
        (13, "B"),
    ],
)
def test_between_sentences_it_is_the_one_before(position: int, quote: str) -> None:
    text = " One.  Two\n \nB"
    assert text[slice(*sentence_at(text, position))] == quote


def test_a_line_without_a_sentence_has_an_empty_one() -> None:
    assert sentence_at("A.\n\nB.", 3) == Span(3, 3)
