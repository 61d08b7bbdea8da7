"""Overlapping claims laid flat, against a count code point by code point."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.ui.reader.flattening import flatten, looks
from annotator.ui.reader.rows import ROWS
from tests.ui.reader.making import A, C, V, claim

LENGTH = 24
STRETCH = Span(6, 18)


@st.composite
def some_claims(draw: st.DrawFn) -> list[Claim]:
    spans = draw(
        st.lists(
            st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).filter(
                lambda ends: ends[0] < ends[1] and Span(*ends).overlaps(STRETCH)
            ),
            unique=True,
            max_size=8,
        )
    )
    tags = st.sets(st.sampled_from(Tag))
    return [claim(str(number), span, *draw(tags)) for number, span in enumerate(spans)]


def tints_at(claims: list[Claim], position: int) -> set[Tag | None]:
    return {looks(one)[0] for one in claims if one.span.start <= position < one.span.end}


@given(some_claims())
def test_each_code_point_has_the_tints_of_the_claims_over_it(claims: list[Claim]) -> None:
    painted: dict[int, set[Tag | None]] = {}
    for field in flatten(claims, STRETCH).fields:
        assert len(set(field.tints)) == len(field.tints)
        for position in range(*field.span):
            assert position not in painted
            painted[position] = set(field.tints)
    for position in range(*STRETCH):
        assert painted.get(position, set()) == tints_at(claims, position)
    assert set(painted) <= set(range(*STRETCH))


@given(some_claims())
def test_fields_part_exactly_where_no_claim_runs_through(claims: list[Claim]) -> None:
    fields = flatten(claims, STRETCH).fields
    for field in fields:
        start, end = field.span
        through_start = any(one.span.start < start < one.span.end for one in claims)
        through_end = any(one.span.start < end < one.span.end for one in claims)
        assert field.continues == (through_start and start > STRETCH.start)
        assert field.goes_on == (through_end and end < STRETCH.end)


@given(some_claims())
def test_no_two_underlines_share_a_row_where_they_overlap(claims: list[Claim]) -> None:
    taken: set[tuple[int, int]] = set()
    for underline in flatten(claims, STRETCH).underlines:
        for row, _tag in underline.rows:
            assert 0 <= row < ROWS
            places = {(row, position) for position in range(*underline.span)}
            assert not places & taken
            taken |= places


def shown_at(claims: list[Claim], position: int) -> dict[str, list[Tag | None]]:
    """By claim, the tags that are underlined at a code point."""
    shown: dict[str, list[Tag | None]] = {}
    for underline in flatten(claims, STRETCH).underlines:
        if underline.span.start <= position < underline.span.end:
            tags = [tag for _row, tag in underline.rows]
            shown.setdefault(underline.claim.id, []).extend(tags)
    return shown


@given(some_claims())
def test_underlines_are_the_first_of_the_claims_tags(claims: list[Claim]) -> None:
    by_id = {one.id: one for one in claims}
    for position in range(*STRETCH):
        for name, tags in shown_at(claims, position).items():
            assert tags == list(looks(by_id[ClaimId(name)]))[: len(tags)]


@given(some_claims())
def test_no_row_stays_free_while_a_tag_has_none(claims: list[Claim]) -> None:
    for position in range(*STRETCH):
        wanted = sum(len(looks(one)) for one in claims if one.span.start <= position < one.span.end)
        drawn = sum(len(tags) for tags in shown_at(claims, position).values())
        assert drawn == min(wanted, ROWS)


@given(some_claims())
def test_where_three_claims_meet_at_most_each_has_an_underline(claims: list[Claim]) -> None:
    deepest = max(
        (sum(one.span.start <= at < one.span.end for one in claims) for at in range(LENGTH)),
        default=0,
    )
    if deepest <= ROWS:
        for position in range(*STRETCH):
            assert all(shown_at(claims, position).values())


@given(some_claims())
def test_badges_are_those_of_the_claims_that_start_here(claims: list[Claim]) -> None:
    starting = flatten(claims, STRETCH).starting
    expected = [one for one in claims if STRETCH.start <= one.span.start]
    assert sorted(one.id for one in starting) == sorted(one.id for one in expected)
    assert list(starting) == sorted(starting, key=lambda one: one.span.start)


def test_two_tags_are_two_rows_next_to_each_other() -> None:
    flat = flatten([claim("both", (6, 12), C, A)], STRETCH)
    assert flat.underlines[0].rows == ((0, A), (1, C))
    assert flat.fields[0].tints == (A,)


def test_a_claim_inside_stands_below_the_one_around_it() -> None:
    around, inside = claim("around", (6, 18), A, C), claim("inside", (8, 10), V)
    rows = {one.claim.id: one.rows for one in flatten([inside, around], STRETCH).underlines}
    assert rows == {"around": ((0, A), (1, C)), "inside": ((2, V),)}


def test_where_room_is_short_each_claim_comes_before_a_second_tag() -> None:
    claims = [claim("one", (6, 18), A, C, V), claim("two", (8, 17), C), claim("three", (9, 16), V)]
    assert shown_at(claims, 6) == {"one": [A, C, V]}
    assert shown_at(claims, 8) == {"one": [A, C], "two": [C]}
    assert shown_at(claims, 9) == {"one": [A], "two": [C], "three": [V]}
    assert shown_at(claims, 17) == {"one": [A, C, V]}


def test_what_overlaps_elsewhere_takes_no_row_here() -> None:
    crowd = [claim(str(number), (number, 12), C, V) for number in range(6, 9)]
    flat = flatten([*crowd, claim("alone", (12, 18), A, C, V)], STRETCH)
    assert flat.underlines[-1].rows == ((0, A), (1, C), (2, V))


def test_claims_of_one_tag_that_touch_are_two_fields() -> None:
    flat = flatten([claim("one", (6, 9), A), claim("two", (9, 12), A)], STRETCH)
    assert [(one.span, one.continues) for one in flat.fields] == [((6, 9), False), ((9, 12), False)]


def test_claims_of_one_tag_that_overlap_are_one_field() -> None:
    flat = flatten([claim("one", (6, 9), A), claim("two", (8, 12), A)], STRETCH)
    assert [one.span for one in flat.fields] == [(6, 12)]
