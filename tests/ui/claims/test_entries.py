"""The list's entries against a list that is made anew each time."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.claim import Attribution, Claim, Source
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.ui.claims.entries import Entries, Order
from annotator.ui.claims.wanted import EVERYTHING, State, Wanted
from tests.ui.claims.story import MORNING

TEXT = "The Taliban has held power. Ali Nazary told Digital so, and others say that he is right."
PEOPLE = [PersonId("anna"), PersonId("ben")]

claims = st.builds(
    lambda name, person, start, length, minute, tags, source: Claim(
        ClaimId(f"claim {name}"),
        ArticleId("article"),
        person,
        Span(start, start + length),
        MORNING + timedelta(minutes=minute),
        MORNING,
        tags,
        attributions=(Attribution(Source(source)),) if source else (),
    ),
    name=st.integers(0, 9),
    person=st.sampled_from(PEOPLE),
    start=st.integers(0, 5).map(lambda n: n * 12),
    length=st.integers(1, 3),
    minute=st.integers(0, 3),
    tags=st.frozensets(st.sampled_from(Tag)),
    source=st.sampled_from(["", "Nazary", "Aman"]),
)
wants = st.builds(
    Wanted,
    tags=st.frozensets(st.sampled_from([*Tag, None]), max_size=2),
    state=st.sampled_from(State),
    words=st.sampled_from(["", "TALIBAN", "nazary", "x y z"]),
)
steps = st.lists(st.tuples(st.lists(claims, max_size=4), st.sets(st.integers(0, 9), max_size=3)))


def made_anew(
    held: dict[ClaimId, Claim], order: Order, wanted: Wanted, kept: ClaimId | None
) -> list[list[ClaimId]]:
    """The rows as they have to be, each the ids on one span."""
    on_span: dict[Span, list[Claim]] = {}
    for claim in held.values():
        on_span.setdefault(claim.span, []).append(claim)
    rows = []
    for span, those in on_span.items():
        those.sort(key=lambda one: (one.created, one.id))
        quote = TEXT[span.start : span.end]
        if any(one.id == kept or wanted.matches(one, quote) for one in those):
            rows.append(those)
    by_time = order is Order.TIME
    rows.sort(key=lambda row: (row[0].created if by_time else MORNING, row[0].span))
    return [[one.id for one in row] for row in rows]


def rows_of(entries: Entries) -> list[list[ClaimId]]:
    return [[one.id for one in entries.entry(row)] for row in range(len(entries))]


def settle(entries: Entries, touched: list[tuple[object, object]]) -> None:
    """Move rows as the model of the list does."""
    for before, after in touched:
        if before == after:
            continue
        if before is not None:
            row = entries.find(before)  # type: ignore[arg-type]
            assert row is not None
            entries.remove(row)
        if after is not None:
            entries.insert(after)  # type: ignore[arg-type]


@given(st.lists(claims), steps, st.sampled_from(Order), wants, st.none() | st.integers(0, 9))
def test_changes_one_by_one_end_where_a_fresh_list_does(
    first: list[Claim],
    changes: list[tuple[list[Claim], set[int]]],
    order: Order,
    wanted: Wanted,
    kept: int | None,
) -> None:
    entries = Entries()
    entries.load(TEXT, first)
    entries.arrange(order, wanted)
    held = {claim.id: claim for claim in first}
    keep = ClaimId(f"claim {kept}") if kept is not None else None
    settle(entries, list(entries.keep(keep)))
    assert rows_of(entries) == made_anew(held, order, wanted, keep)
    for changed, numbers in changes:
        gone = [ClaimId(f"claim {number}") for number in numbers]
        settle(entries, list(entries.change(changed, gone)))
        held |= {claim.id: claim for claim in changed}
        for name in gone:
            held.pop(name, None)
        expected = made_anew(held, order, wanted, keep)
        assert rows_of(entries) == expected
        for row, names in enumerate(expected):
            assert {entries.row_of(name) for name in names} == {row}


def test_an_unknown_claim_stands_in_no_row() -> None:
    assert Entries().row_of(ClaimId("nobody")) is None


def test_letting_go_of_a_claim_that_is_not_wanted_takes_its_row_out() -> None:
    entries = Entries()
    one = Claim(ClaimId("a"), ArticleId("x"), PEOPLE[0], Span(0, 3), MORNING, MORNING)
    entries.load(TEXT, [one, replace(one, id=ClaimId("b"), span=Span(4, 6), note="here")])
    entries.arrange(Order.POSITION, Wanted(words="here"))
    settle(entries, list(entries.keep(ClaimId("a"))))
    assert rows_of(entries) == [["a"], ["b"]]
    settle(entries, list(entries.keep(None)))
    assert rows_of(entries) == [["b"]]
    assert list(entries.spans()) == [Span(4, 6)]


def test_everything_is_wanted_at_first() -> None:
    one = Claim(ClaimId("a"), ArticleId("x"), PEOPLE[0], Span(0, 3), MORNING, MORNING)
    assert EVERYTHING.matches(one, "The")
