"""Articles are found by what a person calls them, and read as of one moment."""

import pytest

from annotator.model.article import Metadata, TagCounts
from annotator.model.claim import Attribution, Source, SourceKind
from annotator.model.edit import ClaimEdit
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId
from annotator.model.tags import Tag
from annotator.model.text import sha256_of
from annotator.services import adding, binning, claiming, describing, failures, listing
from annotator.storage import articles
from tests.unit.services.desk import STORY, TEXTS, Desk


def titled(desk: Desk, title: str, id_: str | None = None) -> ArticleId:
    """Another article of that title, and of that id."""
    added = adding.add_text(desk.workspace, f"{title} {id_}", "clipboard").article
    assert added
    if id_:
        with desk.workspace.step("test") as step:
            row = step.row("article", (added.id,))
            assert row
            step.delete("article", [row])
            step.insert("article", row | {"id": id_})
    found = ArticleId(id_ or added.id)
    describing.describe(desk.workspace, found, Metadata(title))
    return found


def refused(desk: Desk, name: str, kind: type[Refusal]) -> str:
    with pytest.raises(kind) as caught:
        listing.find(desk.workspace, name)
    return caught.value.sentence


def test_an_article_is_found_by_id_by_the_start_of_one_and_by_title(desk: Desk) -> None:
    one = titled(desk, "A title", "abcd1111")
    other = titled(desk, "Other", "abcd2222")

    def found(name: str) -> ArticleId:
        return listing.find(desk.workspace, name).id

    assert found("abcd1111") == found("abcd1") == found("ABCD1") == found("A title") == one
    assert found("abcd2") == found("Other") == other
    assert found("Story 😀 one") == desk.article


def test_an_id_or_a_title_that_fits_a_start_as_well(desk: Desk) -> None:
    start = titled(desk, "Short", "abcd")
    titled(desk, "Long", "abcd1111")
    titled(desk, "Longer", "abcd2222")
    assert listing.find(desk.workspace, "abcd").id == start
    exact = titled(desk, "abcd1", "ffff0000")
    titled(desk, "x", "abcd1222")
    assert listing.find(desk.workspace, "abcd1").id == exact


def test_a_name_that_fits_several_or_none(desk: Desk) -> None:
    titled(desk, "Same", "abcd1111")
    titled(desk, "Same", "abcd2222")
    for name in ("abcd", "Same"):
        assert refused(desk, name, failures.SeveralArticles) == (
            f"“{name}” fits several articles. Name one by its whole id: abcd1111, abcd2222."
        )
    for name in ("abc", "same", "", "%"):
        assert refused(desk, name, failures.NoSuchArticle) == (
            f"No article “{name}” is in the library."
        )


def test_of_many_articles_that_fit_some_are_named() -> None:
    many = [f"id-{number}" for number in range(100)]
    sentence = failures.SeveralArticles("id-", many).sentence
    assert sentence.endswith("whole id: " + ", ".join(many[:12]) + ", ….")


def test_articles_are_listed_in_the_order_they_came_with_their_counts(desk: Desk) -> None:
    desk.tag(0, 5, Tag.ATTRIBUTED, Tag.CONTESTED)
    desk.tag(7, 9, person=desk.other)
    listed = listing.all_articles(desk.workspace)
    assert [one.article.sha256 for one in listed] == [
        sha256_of(text.replace("\r\n", "\n")) for text in TEXTS
    ]
    assert [one.tags for one in listed] == [TagCounts(2, 1, 1, 0, 1), TagCounts(), TagCounts()]


def test_an_article_is_opened_with_all_that_is_on_it(desk: Desk) -> None:
    mine, theirs = desk.tag(7, 9), desk.tag(0, 5, person=desk.other)
    claiming.dismiss(desk.workspace, mine, "hint")
    opened = listing.open_article(desk.workspace, desk.article)
    assert opened.text == STORY == listing.text_of(desk.workspace, desk.article)
    assert [claim.id for claim in opened.claims] == [theirs, mine]
    assert opened.dismissed == {mine: {"hint"}}
    assert {person.name for person in opened.people.values()} == {"Ana", "Ben"}
    own = listing.open_article(desk.workspace, desk.article, desk.person)
    assert [claim.id for claim in own.claims] == [mine]


def test_an_article_that_is_gone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = ArticleId("gone")
    with pytest.raises(failures.NoSuchArticle):
        listing.text_of(desk.workspace, gone)
    with pytest.raises(failures.NoSuchArticle):
        listing.open_article(desk.workspace, gone)
    monkeypatch.setattr(articles, "text_of", lambda *_given: None)
    with pytest.raises(failures.NoSuchArticle):
        listing.open_article(desk.workspace, desk.article)


def test_what_a_window_opens(desk: Desk) -> None:
    first, second, _third = (one.article for one in listing.all_articles(desk.workspace))
    assert listing.to_open(desk.workspace, second.id) == second
    assert listing.to_open(desk.workspace, ArticleId("gone"), second.id) == second
    assert listing.to_open(desk.workspace, ArticleId("")) == first
    binning.remove(desk.workspace, first.id)
    assert listing.to_open(desk.workspace, first.id) == second
    binning.remove(
        desk.workspace, *(one.article.id for one in listing.all_articles(desk.workspace))
    )
    assert listing.to_open(desk.workspace, first.id) is None


def test_where_something_is_still_missing(desk: Desk) -> None:
    assert listing.incomplete(desk.workspace) == frozenset()
    made = desk.tag(0, 5, Tag.ATTRIBUTED)
    assert listing.incomplete(desk.workspace) == {desk.article}
    said = (Attribution(Source("", SourceKind.UNNAMED)),)
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=said))
    assert listing.incomplete(desk.workspace) == frozenset()
