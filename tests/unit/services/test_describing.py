"""What is known about an article is written in place; two windows do not overwrite each other."""

from dataclasses import replace

import pytest

from annotator.model.article import Metadata
from annotator.model.ids import ArticleId
from annotator.services import describing, failures, listing, naming, undoing
from tests.unit.services.desk import STORY, Desk, state

KNOWN = Metadata("A title", "The Paper", "A. Author", "2024", "https://x.example", "en")


def known(desk: Desk) -> Metadata:
    return listing.open_article(desk.workspace, desk.article).article.metadata


def test_every_detail_is_written_and_the_text_stays(desk: Desk) -> None:
    before = state(desk.workspace)
    describing.describe(desk.workspace, desk.article, KNOWN, person=desk.person)
    assert known(desk) == KNOWN
    assert listing.text_of(desk.workspace, desk.article) == STORY
    assert naming.annotator(desk.workspace, None).id == desk.person
    assert undoing.undo(desk.workspace) == undoing.Undone("article details", desk.article)
    assert state(desk.workspace) == before


def test_only_what_differs_from_what_was_seen_is_written(desk: Desk) -> None:
    seen = known(desk)
    describing.describe(desk.workspace, desk.article, replace(seen, outlet="O"), seen=seen)
    describing.describe(desk.workspace, desk.article, replace(seen, author="A"), seen=seen)
    assert known(desk) == replace(seen, outlet="O", author="A")


def test_edits_of_one_visit_are_one_step(desk: Desk) -> None:
    for outlet in ("T", "The", "The\0 Paper"):
        details = replace(KNOWN, outlet=outlet)
        describing.describe(desk.workspace, desk.article, details, visit="visit")
    assert known(desk) == KNOWN
    assert len(desk.workspace.history.past) == 1
    describing.describe(desk.workspace, desk.article, KNOWN)
    assert len(desk.workspace.history.past) == 1


def test_an_article_that_is_gone(desk: Desk) -> None:
    with pytest.raises(failures.NoSuchArticle):
        describing.describe(desk.workspace, ArticleId("gone"), KNOWN)
