"""The sentences about many claims, and that they can be counted up and down again."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.claim import Claim, Evidence, Outcome, SourceKind, SourceRole
from annotator.model.ids import PersonId
from annotator.model.passages import Tally
from annotator.model.tags import Tag
from tests.unit.model.claims import claim, said_by

A, C, V = Tag.ATTRIBUTED, Tag.CONTESTED, Tag.VERIFIED
SHOWN = Evidence("https://example.org", True, Outcome.SUPPORTS, found="It says so.")


def nine() -> list[Claim]:
    """Nine claims as a student may have them: six attributed to four sources."""
    return [
        claim("1", [A], attributions=(said_by("Ali Nazary"),)),
        claim("2", [A], attributions=(said_by("Ali  Nazary"),)),
        claim("3", [A], attributions=(said_by("U.N. report"), said_by("Ali Nazary"))),
        claim("4", [A], attributions=(said_by("", kind=SourceKind.UNNAMED),)),
        claim("5", [A, C], attributions=(said_by("Aman"), said_by("X", SourceRole.COUNTER))),
        claim("6", [A]),
        claim("7", [C], attributions=(said_by("Taliban", SourceRole.COUNTER),)),
        claim("8", [V], evidence=(SHOWN,)),
        claim("9"),
    ]


def test_one_sentence_for_the_report() -> None:
    assert Tally(nine()).summary() == (
        "9 passages: 6 attributed to 4 sources, 2 contested, 1 verified, 1 open, 1 unfinished"
    )


def test_one_sentence_for_the_status() -> None:
    assert Tally(nine()).still_needed() == "1 of 9 claims still needs something"
    many = Tally([*nine(), claim("10", [V]), claim("11", [C])])
    assert many.still_needed() == "3 of 11 claims still need something"


def test_one_of_each() -> None:
    tally = Tally([claim("1", [A], attributions=(said_by("Aman"),))])
    assert tally.summary() == "1 passage: 1 attributed to 1 source"
    assert tally.still_needed() == "1 claim, nothing missing"


def test_attributed_to_nobody_yet() -> None:
    assert Tally([claim("1", [A])]).summary() == "1 passage: 1 attributed, 1 unfinished"


def test_a_source_counts_only_where_the_claim_is_attributed() -> None:
    assert Tally([claim("1", [V], attributions=(said_by("Aman"),))]).sources == 0


def test_a_kind_alone_names_nobody() -> None:
    of = claim("1", [A], attributions=(said_by("", kind=SourceKind.PERSON),))
    assert Tally([of]).sources == 0


def test_two_unnamed_sources_are_two() -> None:
    nobody = said_by("", kind=SourceKind.UNNAMED)
    assert Tally([claim("1", [A], attributions=(nobody,)), claim("2", [A], attributions=(nobody,))]
    ).sources == 2  # fmt: skip


def test_each_persons_sources_are_their_own() -> None:
    other = claim("2", [A], attributions=(said_by("Aman"),), person=PersonId("other"))
    assert Tally([claim("1", [A], attributions=(said_by("Aman"),)), other]).sources == 2


def test_nothing_yet() -> None:
    assert Tally().summary() == "0 passages"
    assert Tally().still_needed() == "No claims yet"


def test_all_done() -> None:
    done = Tally([claim("1"), claim("2")])
    assert done.still_needed() == "2 claims, nothing missing"


@given(st.lists(st.sampled_from(nine()), unique_by=lambda one: one.id))
def test_counting_up_and_down_ends_where_a_fresh_count_does(kept: list[Claim]) -> None:
    tally = Tally(nine())
    for one in nine():
        if one not in kept:
            tally.remove(one)
    fresh = Tally(kept)
    assert tally.summary() == fresh.summary()
    assert tally.still_needed() == fresh.still_needed()
    assert (tally.tags, tally.open, tally.sources) == (fresh.tags, fresh.open, fresh.sources)
