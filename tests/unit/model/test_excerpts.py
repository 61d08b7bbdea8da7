"""The words around what was found, with the marks on the very letters."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.claim import Claim, Evidence
from annotator.model.excerpts import Hit, Kind, Marked, hit_in, hits_in_text, hits_on
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.wanted import wanted

NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)
TEXT = (
    "The bridge\n"
    "It was built long ago. "
    + "Many people cross it every day. "
    * 8
    + "The mayor says it is safe.\n"
    "Café owners 😀 near the bridge do not believe the mayor.\n"
)


def words(hits: list[Hit]) -> list[list[str]]:
    return [[hit.words[slice(*span)] for span in hit.marked] for hit in hits]


def test_a_place_stands_in_its_paragraph_cut_between_words() -> None:
    (hit,) = hits_in_text(TEXT, wanted("ago"), [], 3)
    assert hit == Hit(
        Kind.TEXT,
        "It was built long ago. Many people cross it every day. Many people cross it every day. "
        "Many people cross it every day. Many people cross it …",
        (Span(18, 21),),
        Span(29, 32),
    )
    assert TEXT[slice(*hit.place or ())] == "ago"


def test_the_middle_of_a_paragraph_goes_on_at_both_ends() -> None:
    (first, *_rest) = hits_in_text(TEXT, wanted('"is safe"'), [], 3)
    assert first.words == "… day. The mayor says it is safe."
    assert words([first]) == [["is safe"]]


def test_the_places_with_most_of_the_words_in_the_order_of_the_text() -> None:
    hits = hits_in_text(TEXT, wanted('"the" "mayor" "bridge"'), [], 2)
    assert words(hits) == [["The", "bridge"], ["the", "bridge", "the", "mayor"]]
    assert [hit.place for hit in hits] == sorted(hit.place or Span(0, 0) for hit in hits)


def test_what_was_shown_as_the_title_is_left_out() -> None:
    hits = hits_in_text(TEXT, wanted("bridge"), [], 3, skip=10)
    assert words(hits) == [["bridge"]]
    assert hits[0].words.startswith("Café owners 😀")


def test_words_within_a_claim_are_its_quote() -> None:
    start = TEXT.index("near the bridge")
    wide = Marked(Span(start - 5, start + 30), ClaimId("wide"))
    narrow = Marked(Span(start, start + 15), ClaimId("narrow"))
    elsewhere = Marked(Span(0, 3), ClaimId("elsewhere"))
    (hit,) = hits_in_text(TEXT, wanted("near"), [wide, narrow, elsewhere], 3)
    assert (hit.kind, hit.claim) == (Kind.QUOTE, "narrow")


def test_in_what_somebody_wrote_to_a_claim() -> None:
    claim = Claim(
        *(ClaimId("c"), ArticleId("a"), PersonId("p"), Span(3, 9), NOON, NOON),
        note="A doubtful\nbridge story",
        evidence=(Evidence("https://bridge.example", True, found="no such thing"), Evidence("x")),
    )
    hits = hits_on(claim, wanted("bridge"))
    assert [(hit.kind, hit.place, hit.claim) for hit in hits] == [
        (Kind.NOTE, Span(3, 9), "c"),
        (Kind.EVIDENCE, Span(3, 9), "c"),
    ]
    assert words(hits) == [["bridge"], ["bridge"]]
    assert hits_on(claim, wanted("nothing of that")) == []


def test_no_hit_in_other_words() -> None:
    assert hit_in(Kind.TITLE, "The bridge", wanted("river")) is None


def test_overlapping_marks_are_one() -> None:
    hit = hit_in(Kind.TITLE, "the long bridge", wanted('"the long" "long bridge"'))
    assert hit
    assert hit.marked == (Span(0, 15),)


@given(
    st.text(alphabet="ab é沒\n😀.", max_size=400), st.sampled_from(["a", "b a", "é", "沒", '"a b"'])
)
def test_each_mark_is_on_something_wanted(text: str, typed: str) -> None:
    for hit in hits_in_text(text, wanted(typed), [], 5):
        assert hit.marked
        for span in hit.marked:
            assert 0 <= span.start < span.end <= len(hit.words)
        assert hit.place
        first = hit.words[slice(*hit.marked[0])]
        assert first.startswith(text[slice(*hit.place)].replace("\n", " ")[: len(first)])
