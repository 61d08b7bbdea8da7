"""What becomes of claims on a newer text: same, moved, changed or lost, and never a guess."""

import re
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.anchor import Anchor, How, sure
from annotator.model.carrying import Carrying, Fate, carried_id, parted_id
from annotator.model.ids import ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.text import paragraphs
from tests.unit.model.claims import claim

OLD = (
    "Bridge closed\n"
    "The bridge was closed at noon on Monday 🌊, said the mayor.\n"
    "قال المسؤول إن الجسر أُغلق صباح اليوم.\n"
    "It will open in May, an engineer told this paper.\n"
)
ANY = st.text(st.sampled_from("ab 😀é\nא"), min_size=1, max_size=80)


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def fate(old: str, new: str, words: str) -> Fate:
    return Carrying(old, new).fate(claim(span=span_of(old, words)))


@st.composite
def claimed(draw: st.DrawFn, texts: st.SearchStrategy[str] = ANY) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Paragraphs of words that each stand once, so that every quote has one place."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=6))
    sign = draw(st.sampled_from(["", "😀", "א"]))
    words = iter(range(1000, 2000))
    return "\n".join(" ".join(f"{sign}{next(words)}" for _ in range(size)) for size in sizes)


@given(claimed())
def test_carried_to_an_identical_text_every_claim_is_the_same(passage: tuple[str, Span]) -> None:
    text, span = passage
    carried = Carrying(text, text).fate(claim(span=span))
    assert (carried.how, carried.span, carried.is_sure) == (How.SAME, span, True)


@given(claimed(), ANY)
def test_what_is_sure_is_said_alone_as_with_how(passage: tuple[str, Span], new: str) -> None:
    text, span = passage
    carrying = Carrying(text, new)
    carried = carrying.fate(claim(span=span))
    expected = carried.span if carried.is_sure else None
    assert [carrying.sure(span), carrying.sure(span)] == [expected] * 2


def test_a_passage_that_many_marked_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Span] = []

    def counting(anchor: Anchor, text: str, sha256: str) -> Span | None:
        looked.append(anchor.span)
        return sure(anchor, text, sha256)

    monkeypatch.setattr("annotator.model.carrying.sure", counting)
    carrying = Carrying(OLD, f"News.\n{OLD}")
    here, gone = span_of(OLD, "said the mayor"), Span(0, 1)
    for span in (here, gone, here, gone):
        carrying.sure(span)
    assert looked == [here, gone]


@given(articles(), st.data())
def test_what_stands_after_an_inserted_paragraph_has_moved_with_it(
    text: str, data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from(_words(text))] * 2)))
    span = Span(start[0], end[1])
    at = data.draw(st.sampled_from([one.span.start for one in paragraphs(text)]))
    new = f"{text[:at]}A paragraph 🌍 that came later.\n{text[at:]}"
    carried = Carrying(text, new).fate(claim(span=span))
    if span.start < at < span.end:
        assert not carried.is_sure
        return
    shift = len(new) - len(text) if span.start >= at else 0
    assert carried.how is (How.MOVED if shift else How.SAME)
    assert carried.span == Span(span.start + shift, span.end + shift)


def _words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\S+", text)]


@given(claimed(), ANY)
def test_what_is_the_same_or_moved_stands_there_word_for_word(
    passage: tuple[str, Span], new: str
) -> None:
    text, span = passage
    carrying = Carrying(text, new)
    carried = carrying.fate(claim(span=span))
    assert (carried.span is None) == (carried.how is How.LOST)
    if carried.span and carried.is_sure:
        assert carrying.new_words(carried.span) == carrying.old_words(span)
    if carried.how is How.SAME:
        assert carried.span == span


@pytest.mark.parametrize(
    "words", ["closed at noon on Monday 🌊", "الجسر أُغلق صباح اليوم", "It will open in May"]
)
def test_words_are_found_behind_a_new_paragraph_in_any_script(words: str) -> None:
    new = OLD.replace("closed\n", "closed\nUpdate 👩🏽‍⚖️: the police have come.\n", 1)
    carried = fate(OLD, new, words)
    assert (carried.how, carried.span) == (How.MOVED, span_of(new, words))


def test_a_sentence_that_now_stands_twice_is_lost() -> None:
    old = "One.\nIt will open in May.\nTwo.\n"
    new = "Three.\nIt will open in May.\nFour.\nIt will open in May.\nFive.\n"
    assert fate(old, new, "It will open in May").how is How.LOST


def test_of_two_sentences_that_are_alike_each_goes_where_its_own_surroundings_are() -> None:
    near = "The committee for roads met at six. He said no. Then all of them went home by train.\n"
    far = "The committee for schools met at nine. He said no. Nobody stayed on the whole night.\n"
    old, new = near + far, f"Update.\n{far}{near}"
    carrying = Carrying(old, new)
    second = old.rindex("He said no")
    for start, end in ((old.index("He said no"), "Then"), (second, "Nobody")):
        carried = carrying.fate(claim(span=Span(start, start + 10)))
        assert carried.how is How.MOVED
        assert carried.span
        assert new[carried.span.end :].startswith(f". {end}")


def test_the_same_words_in_other_surroundings_are_a_proposal_too() -> None:
    old = "The committee for roads met at six. He said no. Then all went home.\nHe said no.\n"
    new = "He said no.\nThe committee for roads met at seven. He said no. Then they went home.\n"
    carried = fate(old, new, "He said no")
    assert (carried.how, carried.span) == (How.CHANGED, Span(50, 60))


def test_a_number_that_was_corrected_is_a_proposal_with_both_quotes() -> None:
    new = OLD.replace("at noon", "at one")
    carried = fate(OLD, new, "The bridge was closed at noon on Monday")
    assert (carried.how, carried.is_sure) == (How.CHANGED, False)
    assert carried.span == span_of(new, "The bridge was closed at one on Monday")


def test_what_is_gone_is_lost() -> None:
    new = OLD.replace("It will open in May, an engineer told this paper.\n", "")
    assert fate(OLD, new, "It will open in May, an engineer told this paper") == Fate(
        claim(span=span_of(OLD, "It will open in May, an engineer told this paper")),
        How.LOST,
        None,
    )


def test_a_claim_that_was_carried_tells_later_what_became_of_it() -> None:
    new = f"Update.\n{OLD}"
    carrying = Carrying(OLD, new)
    before = claim(span=span_of(OLD, "in May"))
    moved = claim("b", span=span_of(new, "in May"))
    other = claim("b", span=span_of(new, "open in May"))
    assert carrying.fate_of_carried(before, moved) == Fate(before, How.MOVED, moved.span)
    assert carrying.fate_of_carried(before, other) == Fate(before, How.CHANGED, other.span)
    assert carrying.fate_of_carried(before, None) == Fate(before, How.LOST, None)
    there = Carrying(OLD, OLD)
    assert there.fate_of_carried(before, before).how is How.SAME


def test_a_carried_claim_has_an_id_of_its_own_that_says_where_it_comes_from() -> None:
    first = carried_id(ClaimId("one"), "aa")
    assert str(uuid.UUID(first)) == first
    assert first == carried_id(ClaimId("one"), "aa")
    assert len({first, carried_id(ClaimId("two"), "aa"), carried_id(ClaimId("one"), "ab")}) == 3


def test_a_joint_claim_that_counts_for_one_alone_has_an_id_of_its_own() -> None:
    first = parted_id(ClaimId("one"), PersonId("ana"))
    assert str(uuid.UUID(first)) == first
    assert first == parted_id(ClaimId("one"), PersonId("ana"))
    others = {parted_id(ClaimId("two"), PersonId("ana")), parted_id(ClaimId("one"), PersonId("b"))}
    assert len({first, *others}) == 3
