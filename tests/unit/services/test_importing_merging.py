"""Whatever meets whatever: the order does not matter, and once is enough."""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.jsonld.item_failures import ItemRefusal
from annotator.model.claim import Claim, Evidence, Link, LinkRole
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services.importing_merging import Incoming, Merged, Outcome, merge
from tests.unit.model.claims import NOON, claim, said_by

LETTERS = st.sampled_from("abcdef")
"""Few ids, spans, times and words, so that they meet often."""

MINUTES = st.integers(0, 4).map(lambda minute: NOON + timedelta(minutes=minute))
CLAIMS = st.builds(
    claim,
    LETTERS,
    st.sets(st.sampled_from(Tag)),
    span=st.integers(0, 2).map(lambda start: Span(start, 3)),
    created=MINUTES,
    modified=MINUTES,
    note=st.sampled_from(["", "one", "two", "one\n\ntwo"]),
    attributions=st.sampled_from([(), (said_by("Zoe"),), (said_by("Zoe"), said_by(""))]),
    evidence=st.sampled_from([(), (Evidence("x"),)]),
    links=st.lists(
        st.builds(Link, LETTERS.map(ClaimId), st.sampled_from(LinkRole)), max_size=2, unique=True
    ).map(tuple),
    best=st.booleans(),
)
FOREIGN = st.lists(st.builds(Incoming, CLAIMS), max_size=5, unique_by=lambda one: one.claim.id)
"""What any program may write."""

OURS = st.lists(
    st.builds(Incoming, CLAIMS, st.lists(LETTERS.map(ClaimId), max_size=2).map(tuple)),
    max_size=5,
    unique_by=(lambda one: one.claim.id, lambda one: one.claim.span),
)
"""What a library writes, in which one span is one claim and knows what it was formerly."""

INCOMING = FOREIGN | OURS

Library = tuple[dict[ClaimId, Claim], dict[ClaimId, ClaimId]]


def after(library: Library, merged: Merged) -> Library:
    """The library when that is written; all its claims are known, as the service sees to."""
    stored, former = library
    claims = {id_: one for id_, one in stored.items() if id_ not in merged.gone}
    claims |= {one.id: one for one in merged.written}
    now = {old: merged.become.get(current, current) for old, current in former.items()}
    return claims, now | dict(merged.become)


def bring(library: Library, incoming: Sequence[Incoming]) -> tuple[Library, Merged]:
    merged = merge(library[0].values(), library[1], incoming)
    return after(library, merged), merged


def kinds(merged: Merged) -> dict[ClaimId, object]:
    return {
        id_: type(one) if isinstance(one, ItemRefusal) else one
        for id_, one in merged.verdicts.items()
    }


@given(earlier=INCOMING, incoming=INCOMING, data=st.data())
def test_the_order_does_not_matter(
    earlier: list[Incoming], incoming: list[Incoming], data: st.DataObject
) -> None:
    library, _ = bring(({}, {}), earlier)
    one, merged = bring(library, incoming)
    other, again = bring(library, data.draw(st.permutations(incoming)))
    assert other == one
    assert kinds(again) == kinds(merged)


@given(earlier=INCOMING, incoming=INCOMING)
def test_once_is_enough(earlier: list[Incoming], incoming: list[Incoming]) -> None:
    library, _ = bring(({}, {}), earlier)
    once, first = bring(library, incoming)
    twice, second = bring(once, incoming)
    assert twice == once
    for id_, verdict in kinds(second).items():
        assert verdict in (Outcome.UNCHANGED, kinds(first)[id_]), id_
        assert verdict not in (Outcome.NEW, Outcome.UPDATED), id_


@given(earlier=INCOMING, incoming=INCOMING)
def test_what_comes_of_it_is_sound(earlier: list[Incoming], incoming: list[Incoming]) -> None:
    library, _ = bring(({}, {}), earlier)
    (claims, former), merged = bring(library, incoming)
    assert merged.verdicts.keys() == {one.claim.id for one in incoming}
    assert len({one.span for one in claims.values()}) == len(claims)
    assert not former.keys() & claims.keys()
    assert set(former.values()) <= claims.keys()
    for one in claims.values():
        assert {link.claim for link in one.links} & {one.id, *former} == set()
        assert len(set(one.links)) == len(one.links)


@given(incoming=FOREIGN)
def test_nothing_that_a_new_item_says_is_lost(incoming: list[Incoming]) -> None:
    (claims, former), merged = bring(({}, {}), incoming)
    assert Outcome.NEW in merged.verdicts.values() or not incoming
    for one in incoming:
        now = claims[former.get(one.claim.id, one.claim.id)]
        assert one.claim.tags <= now.tags
        assert set(one.claim.attributions) <= set(now.attributions)
        assert set(one.claim.evidence) <= set(now.evidence)
        assert set(one.claim.note.split("\n\n")) <= {*now.note.split("\n\n"), ""}
        assert (now.created, now.id) <= (one.claim.created, one.claim.id)
        assert now.modified >= one.claim.modified
