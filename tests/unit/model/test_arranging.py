"""The list of articles in each order, and only what fits."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotator.model.arranging import Choice, Order, Row, arranged, language_of, languages
from annotator.model.article import Article, Metadata, TagCounts
from annotator.model.ids import ArticleId

NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)


def row(id_: str, claims: int = 0, **known: str) -> Row:
    article = Article(ArticleId(id_), Metadata(**known), 1, id_, NOON, "test")
    return article, TagCounts(claims, open=claims)


ROWS = [
    row("a", 3, title="Über den Fluss", author="", date="2024-01-05", language="de"),
    row("b", 0, title="zebra", author="Žižek", date="", language="en-GB"),
    row("c", 3, title="“A bridge”", author="Adams", date="2024", language="EN"),
    row("d", 7, title="Tunnel", author="Young", date="2024-02", language=""),
]


def ids(order: Order = Order.ADDED, **choice: object) -> str:
    return "".join(one.id for one, _tags in arranged(ROWS, order, Choice(**choice)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.ADDED, "abcd"),
        (Order.TITLE, "cdab"),
        (Order.DATE, "dacb"),
        (Order.CLAIMS, "dacb"),
        (Order.AUTHOR, "cdba"),
    ],
)
def test_orders(order: Order, expected: str) -> None:
    assert ids(order) == expected


def test_choices() -> None:
    assert ids(within={"b", "d"}) == "bd"
    assert (ids(marked=True), ids(marked=False)) == ("acd", "b")
    assert ids(incomplete={"a"}) == "a"
    assert ids(language="en") == "bc"
    assert ids(Order.TITLE, language="en", marked=True, within={"b", "c"}) == "c"
    assert ids(within=set()) == ""


def test_versions_stand_behind_the_one_before_in_every_order() -> None:
    second = replace(row("x", 1, title="A")[0], version_of=ArticleId("c"))
    third = replace(row("y", 9, title="B")[0], version_of=ArticleId("x"))
    other = replace(row("z", 5, title="C")[0], version_of=ArticleId("c"))
    alone = replace(row("v", 2, title="zzz")[0], version_of=ArticleId("gone"))
    versions = [(one, TagCounts(len(one.id))) for one in (third, other, second, alone)]
    rows = [versions[0], *ROWS, *versions[1:]]
    for order, expected in ((Order.ADDED, "abczxydv"), (Order.TITLE, "cxyzdabv")):
        assert "".join(one.id for one, _tags in arranged(rows, order, Choice())) == expected


def test_articles_that_name_each_other_as_versions_are_still_listed() -> None:
    one = replace(row("x")[0], version_of=ArticleId("y"))
    other = replace(row("y")[0], version_of=ArticleId("x"))
    listed = arranged([(one, TagCounts()), (other, TagCounts())], Order.ADDED, Choice())
    assert sorted(article.id for article, _tags in listed) == ["x", "y"]


def test_languages_without_their_countries() -> None:
    assert languages(ROWS) == ["de", "en"]
    assert language_of(row("x", language=" pt_BR ")[0]) == "pt"
