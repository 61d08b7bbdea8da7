"""Each value of a source is kept once for a person in an article."""

from dataclasses import replace

import pytest

from annotator.model.claim import Attribution, Source, SourceKind, Stake
from annotator.model.ids import ClaimId, PersonId, SourceId
from annotator.storage import claims, sources
from annotator.storage.failures import Conflict
from annotator.storage.library import Library
from tests.unit.storage.filled import ANA, ARTICLE, claim, full_claim, put, rows, step

BEN = Source("Ben", SourceKind.PERSON, Stake.OWN)
NOBODY = PersonId("nobody")


def kept(library: Library) -> dict[SourceId, Source]:
    with library.reading() as reading:
        return {one.id: one for one, _uses in sources.of_article(reading, ARTICLE, ANA)}


def the_id_of(library: Library, source: Source) -> SourceId:
    (found,) = (id_ for id_, there in kept(library).items() if there == source)
    return found


def test_a_value_has_one_row(filled: Library) -> None:
    ben = the_id_of(filled, BEN)
    with step(filled) as running:
        assert sources.keep(running, ARTICLE, ANA, BEN) == ben
        for other in (replace(BEN, stake=None), replace(BEN, kind=None), replace(BEN, name="ben")):
            made = sources.keep(running, ARTICLE, ANA, other)
            assert made != ben
            assert sources.keep(running, ARTICLE, ANA, other) == made
    assert len(kept(filled)) == 5


def test_a_source_without_a_name_is_never_shared(filled: Library) -> None:
    unnamed = Source("", SourceKind.UNNAMED)
    with step(filled) as running:
        first, second = (sources.keep(running, ARTICLE, ANA, unnamed) for _twice in range(2))
    assert first != second
    with step(filled) as running:
        assert sources.keep(running, ARTICLE, ANA, replace(unnamed, id=first)) == first


def test_an_id_of_that_name_is_that_row_whatever_else_is_said(filled: Library) -> None:
    ben = the_id_of(filled, BEN)
    with step(filled) as running:
        stale = Source("Ben", SourceKind.DOCUMENT, None, ben)
        assert sources.keep(running, ARTICLE, ANA, stale) == ben
        gone = replace(BEN, id=SourceId("gone"))
        assert sources.keep(running, ARTICLE, ANA, gone) == ben
        other_name = sources.keep(running, ARTICLE, ANA, replace(BEN, name="Cem", id=ben))
        assert other_name != ben
    assert kept(filled)[ben] == BEN


def test_the_table_itself_refuses_the_same_value_twice(filled: Library) -> None:
    (ben,) = (row for row in rows(filled)["source"] if row["name"] == "Ben")
    with pytest.raises(Conflict), step(filled) as running:
        again = {name: cell for name, cell in ben.items() if isinstance(cell, str)}
        running.insert("source", again | {"id": "twin"})


def test_a_source_is_found_by_name_the_most_used_first(filled: Library) -> None:
    other = replace(BEN, stake=Stake.INDEPENDENT)
    with step(filled) as running:
        for id_, start in (("claim-3", 6), ("claim-4", 7)):
            put(running, claim(id_, start, 9, attributions=(Attribution(other),)))
    with filled.reading() as reading:
        assert sources.named(reading, ARTICLE, ANA, "Ben") == other
        assert sources.named(reading, ARTICLE, ANA, "Cem") is None
        assert sources.named(reading, ARTICLE, NOBODY, "Ben") is None
        register = sources.of_article(reading, ARTICLE, ANA)
        assert sorted((one.name, one.stake or "", uses) for one, uses in register) == [
            ("", "", 1),
            ("Ben", "independent", 2),
            ("Ben", "own interest", 1),
        ]
        assert register[-1][0].name == ""


def test_a_source_and_whose_it_is(filled: Library) -> None:
    ben = the_id_of(filled, BEN)
    with filled.reading() as reading:
        assert sources.one(reading, ben) == (ARTICLE, ANA, BEN)
        assert sources.one(reading, SourceId("gone")) is None
        assert sources.users(reading, ben) == ["claim-1"]
        assert sources.users(reading, SourceId("gone")) == []


def test_changing_a_source(filled: Library) -> None:
    ben = the_id_of(filled, BEN)
    with step(filled) as running:
        sources.update(running, ben, Source("Benno"))
        sources.update(running, SourceId("gone"), Source("nobody"))
    assert kept(filled)[ben] == Source("Benno")


def test_another_row_with_the_same_value(filled: Library) -> None:
    ben = the_id_of(filled, BEN)
    with step(filled) as running:
        cem = sources.keep(running, ARTICLE, ANA, Source("Cem"))
        assert sources.same_value(running, cem, BEN) == ben
        assert sources.same_value(running, ben, BEN) is None
        assert sources.same_value(running, cem, Source("Dan")) is None
        assert sources.same_value(running, cem, Source("", SourceKind.UNNAMED)) is None
        assert sources.same_value(running, SourceId("gone"), BEN) is None


def test_sources_without_a_claim_are_swept(filled: Library) -> None:
    before = full_claim()
    with step(filled) as running:
        claims.put(running, replace(before, attributions=()), before)
        sources.sweep(running, ARTICLE, NOBODY)
        assert len(running.rows("source", [(id_,) for id_ in kept(filled)])) == 2
        sources.sweep(running, ARTICLE, ANA)
    assert kept(filled) == {}
    assert before.id == ClaimId("claim-1")
