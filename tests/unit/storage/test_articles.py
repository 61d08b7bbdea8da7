"""Articles: a text goes in once and is never written again; what is known about it may change."""

from dataclasses import replace

import pytest

from annotator.model.article import Metadata, TagCounts
from annotator.model.ids import ArticleId
from annotator.model.tags import Tag
from annotator.storage import articles
from annotator.storage.failures import Conflict
from annotator.storage.library import Library
from tests.unit.storage.filled import (
    ARTICLE,
    NOON,
    TEXT,
    article,
    claim,
    put,
    rows,
    step,
    steps_after,
)

NONE = ArticleId("none")


def test_an_article_comes_back_as_it_went_in(filled: Library) -> None:
    with filled.reading() as reading:
        assert articles.all_of(reading) == [article()]
        assert articles.one(reading, ARTICLE) == article()
        assert articles.of_hash(reading, article().sha256) == article()
        assert articles.text_of(reading, ARTICLE) == TEXT
        assert articles.one(reading, NONE) is None
        assert articles.of_hash(reading, "none") is None
        assert articles.text_of(reading, NONE) is None


def test_the_same_text_twice_is_a_conflict(filled: Library) -> None:
    with pytest.raises(Conflict), step(filled) as running:
        articles.insert(running, article(ArticleId("twin")), TEXT)


def test_what_is_known_can_be_written_anew(filled: Library) -> None:
    known = Metadata("A better title", language="ar")
    with step(filled) as running:
        articles.describe(running, ARTICLE, known)
        articles.describe(running, NONE, known)
    with filled.reading() as reading:
        assert articles.one(reading, ARTICLE) == replace(article(), metadata=known)
        assert articles.text_of(reading, ARTICLE) == TEXT


def test_a_text_that_was_read_is_not_read_again(filled: Library) -> None:
    with filled.reading() as reading:
        text = articles.frozen_text(reading, ARTICLE)
        assert articles.frozen_text(reading, NONE) is None
    with filled.reading() as reading:
        assert articles.frozen_text(reading, ARTICLE) is text
        assert articles.text_of(reading, ARTICLE) is not text


def test_only_one_text_is_kept_in_memory(filled: Library) -> None:
    with step(filled) as running:
        articles.insert(running, article(ArticleId("article-2"), "Two"), "Two")
        assert articles.frozen_text(running, ARTICLE) == TEXT
        assert articles.frozen_text(running, ArticleId("article-2")) == "Two"
        assert list(running.texts) == ["article-2"]


def test_claims_are_counted_by_tag(filled: Library) -> None:
    tags = frozenset({Tag.CONTESTED, Tag.VERIFIED})
    with step(filled) as running:
        put(running, claim("claim-3", 6, 9, tags=tags))
    with filled.reading() as reading:
        assert articles.tag_counts(reading) == {ARTICLE: TagCounts(3, 1, 1, 2, 1)}


def test_an_article_is_removed_with_everything_on_it(filled: Library) -> None:
    with step(filled) as running:
        articles.insert(running, article(ArticleId("article-2"), "Two"), "Two")
    with step(filled) as running:
        articles.remove(running, ARTICLE)
        articles.remove(running, NONE)
    assert {table for table, found in rows(filled).items() if found} == {
        "article",
        "person",
        "collection",
        "same_person",
        "change",
    }
    assert [row["id"] for row in rows(filled)["article"]] == ["article-2"]
    removed = steps_after(filled, 2)[0]
    assert {row.after for row in removed.rows} == {None}
    assert len(removed.rows) == 24


def test_what_was_a_version_of_a_removed_article_stays(filled: Library) -> None:
    later = replace(article(ArticleId("article-2"), "Two"), version_of=ARTICLE, binned=NOON)
    with step(filled) as running:
        articles.insert(running, later, "Two")
    with filled.reading() as reading:
        assert articles.one(reading, later.id) == later
    with step(filled) as running:
        articles.remove(running, ARTICLE)
    with filled.reading() as reading:
        assert articles.one(reading, later.id) == replace(later, version_of=None)


def test_an_article_goes_into_the_bin_and_comes_out_of_it(filled: Library) -> None:
    before = rows(filled)
    with step(filled) as running:
        articles.bin_(running, ARTICLE, NOON)
        articles.bin_(running, NONE, NOON)
    with filled.reading() as reading:
        assert articles.one(reading, ARTICLE) == replace(article(), binned=NOON)
    with step(filled) as running:
        articles.bin_(running, ARTICLE, None)
    assert rows(filled) | {"change": []} == before | {"change": []}


def test_an_article_becomes_a_version_of_another_where_it_is_there(filled: Library) -> None:
    with step(filled) as running:
        articles.make_version(running, ARTICLE, ARTICLE)
        articles.make_version(running, NONE, ARTICLE)
    with filled.reading() as reading:
        found = articles.one(reading, ARTICLE)
        assert found
        assert (found.version_of, articles.one(reading, NONE)) == (ARTICLE, None)


def test_the_versions_of_an_article_are_found_from_each_of_them(filled: Library) -> None:
    second, third = ArticleId("article-2"), ArticleId("article-3")
    with step(filled) as running:
        articles.insert(running, replace(article(second, "Two"), version_of=ARTICLE), "Two")
        articles.insert(running, replace(article(third, "Three"), version_of=second), "Three")
        articles.insert(running, article(ArticleId("alone"), "Four"), "Four")
        for one in (ARTICLE, second, third):
            assert set(articles.versions(running, one)) == {ARTICLE, second, third}
        assert articles.versions(running, ArticleId("alone")) == ["alone"]
