"""The heat map counts people by word."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.claim import Claim
from annotator.model.handin import Annotator
from annotator.model.heat import ANY, Layer, Run, heat
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.units import ranges, units
from tests.unit.model.annotators import annotator, by_words
from tests.unit.model.claims import claim

TEXT = "The bridge is safe, the mayor said."
ANA = by_words(TEXT, "Ana", [("bridge is safe", "A"), ("safe", "C"), ("mayor said", "")])
BEN = by_words(TEXT, "Ben", [("The bridge is safe,", "AC"), ("mayor", "V")])
COY = by_words(TEXT, "Coy", [])


def test_each_counts_once_where_claims_lie_over_one_another() -> None:
    found = heat(TEXT, [ANA, BEN, COY])
    assert found.counts == {
        ANY: [1, 2, 2, 2, 1, 0, 2, 1, 0],
        Tag.ATTRIBUTED: [1, 2, 2, 2, 1, 0, 0, 0, 0],
        Tag.CONTESTED: [1, 1, 1, 2, 1, 0, 0, 0, 0],
        Tag.VERIFIED: [0, 0, 0, 0, 0, 0, 1, 0, 0],
        None: [0, 0, 0, 0, 0, 0, 1, 1, 0],
    }
    assert found.most() == 2
    assert found.most(Tag.VERIFIED) == 1


def test_runs_of_one_count_are_painted_with_their_blanks_and_zeros_are_not() -> None:
    found = heat(TEXT, [ANA, BEN])
    painted = [(TEXT[run.span.start : run.span.end], run.marked) for run in found.runs()]
    assert painted == [("The", 1), ("bridge is safe", 2), (",", 1), ("mayor", 2), ("said", 1)]
    assert found.runs(Tag.VERIFIED) == [Run(Span(24, 29), 1)]


def test_a_place_tells_its_counts_and_whose_they_are() -> None:
    found = heat(TEXT, [ANA, BEN, COY])
    place = TEXT.index("safe")
    assert found.at(place) == {
        ANY: 2,
        Tag.ATTRIBUTED: 2,
        Tag.CONTESTED: 2,
        Tag.VERIFIED: 0,
        None: 0,
    }
    assert [
        (mark.annotator.name, [one.id for one in mark.claims]) for mark in found.marks(place)
    ] == [
        ("Ana", ["Ana-0", "Ana-1"]),
        ("Ben", ["Ben-0"]),
    ]
    assert found.marks(len(TEXT) - 1) == []
    assert found.at(place - 1) is None
    assert found.marks(place - 1) == []


def test_nobody_and_no_unit() -> None:
    assert heat(TEXT, []).runs() == []
    nothing = heat(" ", [annotator("Ana", [claim(span=Span(0, 1))])])
    assert (nothing.counts[ANY], nothing.most(), nothing.runs()) == ([], 0, [])


SPANS = st.tuples(st.integers(0, 34), st.integers(1, 35)).filter(lambda pair: pair[0] < pair[1])
CLAIMS = st.lists(
    st.builds(
        lambda span, tags: claim(tags=tags, span=Span(*span)), SPANS, st.sets(st.sampled_from(Tag))
    ),
    max_size=4,
)


@given(st.lists(CLAIMS, max_size=5))
def test_a_count_is_the_number_of_those_whose_claims_carry_the_unit(
    classroom: list[list[Claim]],
) -> None:
    annotators = [annotator(f"p{number}", claims) for number, claims in enumerate(classroom)]
    found = heat(TEXT, annotators)
    assert {layer: found.counts[layer] for layer in found.counts} == {
        layer: counted(annotators, layer) for layer in (ANY, *Tag, None)
    }
    for place in range(len(TEXT)):
        at = found.at(place)
        assert len(found.marks(place)) == (at[ANY] if at else 0)


def counted(annotators: list[Annotator], layer: Layer) -> list[int]:
    """One by one."""
    of = units(TEXT)
    counts = [0] * len(of)
    for one in annotators:
        spans = [
            each.span
            for each in one.claims
            if layer == ANY or (layer in each.tags if layer else not each.tags)
        ]
        for units_of in ranges(of, spans):
            for unit in units_of:
                counts[unit] += 1
    return counts
