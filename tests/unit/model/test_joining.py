"""Two claims on one span become one, and nothing that a person wrote is lost."""

from datetime import timedelta

import pytest

from annotator.model.claim import Evidence, Link, LinkRole, SourceRole
from annotator.model.ids import ClaimId
from annotator.model.joining import join, join_all
from annotator.model.tags import Tag
from tests.unit.model.claims import NOON, claim, said_by

LATER = NOON + timedelta(hours=1)


def test_the_older_one_keeps_its_id_and_the_later_change_holds() -> None:
    older = claim("b", modified=LATER + timedelta(minutes=5))
    newer = claim("a", created=LATER, modified=LATER)
    for pair in ((older, newer), (newer, older)):
        joined, remembered = join(*pair)
        assert (joined.id, joined.created) == (older.id, NOON)
        assert joined.modified == older.modified
        assert remembered is newer


def test_of_two_of_one_moment_the_smaller_id_stays() -> None:
    joined, remembered = join(claim("b"), claim("a"))
    assert (joined.id, remembered.id) == ("a", "b")


def test_several_are_joined_as_two_are_and_in_any_order() -> None:
    to = [Link(ClaimId(one), LinkRole.RELATED) for one in ("a", "b", "c", "d")]
    claims = [
        claim("b", [Tag.ATTRIBUTED], note="second", created=LATER, links=(to[2], to[3])),
        claim("c", [Tag.VERIFIED], note="third", created=LATER, best=True, links=(to[0], to[3])),
        claim("a", note="first", modified=LATER + timedelta(minutes=5), links=(to[1],)),
    ]
    expected = claim(
        "a",
        [Tag.ATTRIBUTED, Tag.VERIFIED],
        note="first\n\nsecond\n\nthird",
        modified=LATER + timedelta(minutes=5),
        best=True,
        links=(to[3],),
    )
    assert join_all(claims) == join_all(reversed(claims)) == expected
    assert join_all(claims[:1]) is claims[0]
    pair = claims[0], claims[2]
    assert join_all(pair) == join(*pair)[0]


def test_tags_sources_and_evidence_are_united() -> None:
    aman, nazary = said_by("Aman"), said_by("Nazary", SourceRole.COUNTER)
    first, second = Evidence("the library"), Evidence("https://example.org", True)
    joined, _ = join(
        claim("a", [Tag.ATTRIBUTED], attributions=(aman, nazary), evidence=(first,)),
        claim("b", [Tag.VERIFIED], attributions=(nazary, aman), evidence=(first, second)),
    )
    assert joined.tags == {Tag.ATTRIBUTED, Tag.VERIFIED}
    assert joined.attributions == (aman, nazary)
    assert joined.evidence == (first, second)


@pytest.mark.parametrize(("one", "other"), [(True, False), (False, True), (True, True)])
def test_a_star_on_either_stays(one: bool, other: bool) -> None:
    assert join(claim("a", best=one), claim("b", best=other))[0].best
    assert not join(claim("a"), claim("b"))[0].best


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("one", "two", "one\n\ntwo"),
        ("one", "one", "one"),
        ("one", "", "one"),
        ("", "two", "two"),
        ("", "", ""),
        ("one\n\ntwo", "two", "one\n\ntwo"),
        ("two", "one\n\ntwo", "one\n\ntwo"),
        ("one", "one\n\ntwo", "one\n\ntwo"),
        ("I know", "no", "I know\n\nno"),
        ("one", "one more", "one\n\none more"),
    ],
)
def test_notes_stand_one_below_the_other(first: str, second: str, both: str) -> None:
    assert join(claim("a", note=first), claim("b", note=second))[0].note == both


def test_links_stay_but_none_to_itself() -> None:
    third = Link(ClaimId("c"), LinkRole.RELATED)
    joined, _ = join(
        claim("a", links=(Link(ClaimId("b"), LinkRole.DISAGREES), third)),
        claim("b", links=(Link(ClaimId("a"), LinkRole.DISAGREES), third)),
    )
    assert joined.links == (third,)


def test_joining_again_adds_nothing() -> None:
    other = claim("b", [Tag.CONTESTED], note="two", evidence=(Evidence("x"),))
    joined, _ = join(claim("a", [Tag.ATTRIBUTED], note="one"), other)
    assert join(joined, other)[0] == joined
