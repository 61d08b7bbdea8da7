"""Each source once, however many claims hang on it, and gone with the last of them."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.claim import Attribution, Claim, Source, SourceKind, SourceRole, Stake
from annotator.model.ids import PersonId, SourceId
from annotator.model.register import Register, key_of
from tests.unit.model.claims import PERSON, claim, said_by

NAZARY = Source("Ali Nazary", SourceKind.PERSON, Stake.OWN, SourceId("1"))
AMAN = Source("Fatemeh Aman", id=SourceId("2"))
OTHER_AMAN = Source("Fatemeh Aman", SourceKind.PERSON, id=SourceId("3"))


def on(name: str, *sources: Source, person: PersonId = PERSON) -> Claim:
    return claim(name, attributions=tuple(Attribution(one) for one in sources), person=person)


def shown(register: Register) -> list[tuple[str, int]]:
    return [(line.source.name, line.claims) for line in register.lines()]


def test_each_once_by_name_and_the_nameless_last() -> None:
    register = Register(
        [on("a", NAZARY), on("b", AMAN, NAZARY), on("c", Source("", id=SourceId("9")))]
    )
    assert shown(register) == [("Ali Nazary", 2), ("Fatemeh Aman", 1), ("", 1)]
    assert len(register) == 3


def test_a_claim_counts_once_for_a_source_in_both_roles() -> None:
    both = claim("a", attributions=(Attribution(NAZARY), Attribution(NAZARY, SourceRole.COUNTER)))
    assert shown(Register([both])) == [("Ali Nazary", 1)]
    assert Register([both]).uses(both, NAZARY) == 1


def test_it_goes_with_its_last_claim() -> None:
    one, two = on("a", NAZARY), on("b", NAZARY)
    register = Register([one, two])
    register.remove(one)
    assert shown(register) == [("Ali Nazary", 1)]
    register.remove(two)
    assert (shown(register), register.called(PERSON, "Ali Nazary")) == ([], None)


def test_a_new_name_is_known_and_the_old_one_is_not() -> None:
    old, new = on("a", AMAN), on("a", Source("Dr. Aman", id=AMAN.id))
    register = Register([old, on("b", AMAN)])
    register.remove(old)
    register.add(new)
    assert register.called(PERSON, "Dr.  Aman") == Source("Dr. Aman")
    assert register.called(PERSON, "Fatemeh Aman") is None


def test_of_two_of_one_name_the_more_used_one_is_meant() -> None:
    register = Register([on("a", AMAN), on("b", OTHER_AMAN), on("c", OTHER_AMAN)])
    found = register.called(PERSON, "Fatemeh Aman")
    assert found is not None
    assert found.id == OTHER_AMAN.id
    assert register.names(PERSON) == ["Fatemeh Aman"]


def test_sources_belong_to_one_person() -> None:
    register = Register([on("a", NAZARY), on("b", AMAN, person=PersonId("ben"))])
    assert register.names(PERSON) == ["Ali Nazary"]
    assert register.called(PERSON, "Fatemeh Aman") is None
    assert register.called(PERSON, " ") is None


def test_without_a_row_a_source_is_all_that_it_says() -> None:
    one, two = claim("a"), claim("b")
    assert key_of(one, Source("Aman ")) == key_of(two, Source("Aman"))
    assert key_of(one, Source("Aman")) != key_of(one, Source("Aman", SourceKind.PERSON))
    assert key_of(one, Source("")) != key_of(two, Source(""))


def test_starting_again() -> None:
    register = Register([on("a", NAZARY)])
    register.restart([claim("b", attributions=(said_by("Aman"),))])
    assert shown(register) == [("Aman", 1)]
    assert register.names(PERSON) == ["Aman"]


CLAIMS = [on("a", NAZARY), on("b", AMAN), on("c", NAZARY, OTHER_AMAN), on("d"), on("e", Source(""))]


@given(st.lists(st.sampled_from(CLAIMS), unique_by=lambda one: one.id))
def test_counting_up_and_down_ends_where_a_fresh_register_does(kept: list[Claim]) -> None:
    register, fresh = Register(CLAIMS), Register(kept)
    for one in CLAIMS:
        if one not in kept:
            register.remove(one)
    assert register.lines() == fresh.lines()
    assert register.names(PERSON) == fresh.names(PERSON)
