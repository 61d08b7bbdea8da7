"""Equality of claims is equality of content: an import relies on it."""

from dataclasses import replace

from annotator.model.claim import Attribution, Source, SourceKind, SourceRole, Stake
from annotator.model.ids import SourceId
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.model.claims import claim, said_by


def test_a_source_is_its_name_kind_and_stake() -> None:
    here = Source("Aman", SourceKind.PERSON, Stake.INDEPENDENT, SourceId("row 1"))
    assert here == replace(here, id=SourceId("row 2"))
    assert here != replace(here, stake=Stake.OWN)
    assert len({here, replace(here, id=SourceId("row 2"))}) == 1


def test_claims_that_say_the_same_are_equal() -> None:
    one = claim(
        "a", [Tag.ATTRIBUTED], attributions=(Attribution(Source("Aman", id=SourceId("1"))),)
    )
    same = claim("a", [Tag.ATTRIBUTED], attributions=(said_by("Aman"),))
    assert one == same
    assert one != replace(same, note="x")
    assert one != replace(same, span=Span(0, 11))


def test_sources_by_role_keep_their_order() -> None:
    b, counter, a = said_by("B"), said_by("C", SourceRole.COUNTER), said_by("A")
    of = claim("a", attributions=(b, counter, a))
    assert of.sources(SourceRole.SOURCE) == (b, a)
    assert of.sources(SourceRole.COUNTER) == (counter,)
