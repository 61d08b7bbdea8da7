"""Collections keep their order, and lose no article when they go."""

from annotator.model.collection import Collection
from annotator.model.ids import ArticleId, CollectionId
from annotator.storage import articles, collections
from annotator.storage.library import Library
from tests.unit.storage.filled import ARTICLE, COLLECTION, article, rows, step

OTHER = CollectionId("collection-2")
TWO = ArticleId("article-2")


def fill(library: Library) -> None:
    """A second article, and a second collection that stands before the first in the alphabet."""
    with step(library) as running:
        articles.insert(running, article(TWO, "Two"), "Two")
        collections.insert(running, Collection(OTHER, "Airports", 1))


def test_they_stand_in_the_order_given(filled: Library) -> None:
    fill(filled)
    with filled.reading() as reading:
        assert [one.name for one in collections.all_of(reading)] == ["Bridges", "Airports"]
        assert collections.next_position(reading) == 2
        assert collections.named(reading, "Airports") == Collection(OTHER, "Airports", 1)
        assert collections.one(reading, OTHER) == collections.named(reading, "Airports")
        assert collections.named(reading, "airports") is None


def test_the_first_of_all_stands_first(library: Library) -> None:
    with library.reading() as reading:
        assert (collections.next_position(reading), collections.all_of(reading)) == (0, [])


def test_an_article_is_filed_once_in_each(filled: Library) -> None:
    fill(filled)
    with step(filled) as running:
        collections.file(running, COLLECTION, [ARTICLE, TWO, TWO])
        collections.file(running, OTHER, [TWO])
    with filled.reading() as reading:
        assert collections.filed(reading) == {COLLECTION: {ARTICLE, TWO}, OTHER: {TWO}}
    with step(filled) as running:
        collections.take_out(running, COLLECTION, [TWO])
        collections.take_out(running, OTHER, [ARTICLE])
    with filled.reading() as reading:
        assert collections.filed(reading) == {COLLECTION: {ARTICLE}, OTHER: {TWO}}


def test_one_that_goes_leaves_its_articles(filled: Library) -> None:
    with step(filled) as running:
        collections.rename(running, COLLECTION, "Rivers")
        collections.rename(running, OTHER, "nobody's")
    assert rows(filled)["collection"] == [{"id": COLLECTION, "name": "Rivers", "position": 0}]
    with step(filled) as running:
        collections.remove(running, COLLECTION)
        collections.remove(running, OTHER)
    left = rows(filled)
    assert (left["collection"], left["filed"]) == ([], [])
    assert [row["id"] for row in left["article"]] == [ARTICLE]
