"""Articles stand in collections, in several if need be, and none goes with a collection."""

import pytest

from annotator.model.collection import Collection
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, CollectionId
from annotator.services import binning, filing, listing, undoing
from annotator.services.filing import NameTaken, NoCollectionName, NoSuchCollection
from tests.unit.services.desk import Desk, state

GONE = CollectionId("gone")


def shelves(desk: Desk) -> list[tuple[str, int]]:
    return [(one.collection.name, len(one.articles)) for one in filing.shelves(desk.workspace)]


def articles(desk: Desk) -> list[ArticleId]:
    return [one.article.id for one in listing.all_articles(desk.workspace)]


def test_articles_stand_in_several_and_every_step_is_undone(desk: Desk) -> None:
    first, second, third = articles(desk)
    states = [state(desk.workspace)]
    bridges = filing.make(desk.workspace, "  Bridges ", [first, ArticleId("gone")])
    states.append(state(desk.workspace))
    airports = filing.make(desk.workspace, "Airports")
    states.append(state(desk.workspace))
    filing.file(desk.workspace, airports.id, [first, second, third])
    states.append(state(desk.workspace))
    filing.take_out(desk.workspace, airports.id, [second])
    states.append(state(desk.workspace))
    filing.rename(desk.workspace, bridges.id, "Rivers")
    assert shelves(desk) == [("Rivers", 1), ("Airports", 2)]
    filing.rename(desk.workspace, bridges.id, "Rivers")
    states.append(state(desk.workspace))
    filing.remove(desk.workspace, airports.id)
    assert shelves(desk) == [("Rivers", 1)]
    assert articles(desk) == [first, second, third]
    for before in reversed(states):
        assert undoing.undo(desk.workspace)
        assert state(desk.workspace) == before
    assert undoing.undo(desk.workspace) is None


def test_a_collection_is_found_by_its_name_or_id(desk: Desk) -> None:
    made = filing.make(desk.workspace, "Bridges & Flüsse")
    for name in ("Bridges & Flüsse", "bridges  & flüsse", made.id):
        assert filing.find(desk.workspace, name) == Collection(made.id, "Bridges & Flüsse", 0)
    other = filing.make(desk.workspace, "BRIDGES & FLÜSSE")
    assert filing.find(desk.workspace, "BRIDGES & FLÜSSE") == other
    with pytest.raises(NoSuchCollection):
        filing.find(desk.workspace, "bridges & flüsse")


def refusal(error: type[Refusal], desk: Desk, *what: object) -> str:
    before = state(desk.workspace)
    verb, *given = what
    with pytest.raises(error) as caught:
        getattr(filing, str(verb))(desk.workspace, *given)
    assert state(desk.workspace) == before
    return caught.value.sentence


def test_what_is_refused(desk: Desk) -> None:
    bridges = filing.make(desk.workspace, "Bridges")
    other = filing.make(desk.workspace, "Other")
    taken = "There is a collection “Bridges” already. Nothing was changed. Choose another name."
    assert refusal(NameTaken, desk, "make", "Bridges ") == taken
    assert refusal(NameTaken, desk, "rename", other.id, "Bridges") == taken
    unnamed = "A collection needs a name. Nothing was changed."
    assert refusal(NoCollectionName, desk, "make", " \0") == unnamed
    assert refusal(NoCollectionName, desk, "rename", bridges.id, " \0") == unnamed
    assert refusal(NoSuchCollection, desk, "find", "none") == (
        "No collection “none” is in the library."
    )
    gone: list[tuple[object, ...]] = [("rename", GONE, "x"), ("remove", GONE)]
    gone += [("file", GONE, []), ("take_out", GONE, [])]
    for verb in gone:
        assert refusal(NoSuchCollection, desk, *verb) == (
            "This collection was removed meanwhile, in another window or by a command. Nothing was "
            "changed now."
        )


def test_an_article_keeps_its_place_in_the_bin_and_loses_it_with_itself(desk: Desk) -> None:
    filing.make(desk.workspace, "Bridges", [desk.article])
    binning.remove(desk.workspace, desk.article)
    assert shelves(desk) == [("Bridges", 1)]
    binning.empty(desk.workspace)
    assert shelves(desk) == [("Bridges", 0)]


def test_a_name_that_was_taken_meanwhile_keeps_an_undo_away(desk: Desk) -> None:
    made = filing.make(desk.workspace, "Bridges")
    filing.rename(desk.workspace, made.id, "Rivers")
    other = desk.second_window()
    filing.make(other, "Bridges")
    with pytest.raises(undoing.ChangedSince):
        undoing.undo(desk.workspace)
    assert shelves(desk) == [("Rivers", 0), ("Bridges", 0)]
    other.close()
