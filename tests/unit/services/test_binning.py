"""The bin gives back what it was given, and what is emptied from it leaves no word behind."""

import sqlite3
from contextlib import closing

import pytest

from annotator.model.article import TagCounts
from annotator.model.claim import Link, LinkRole
from annotator.model.edit import ClaimEdit
from annotator.model.ids import ArticleId, ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import (
    adding,
    binning,
    checking,
    claiming,
    failures,
    filing,
    listing,
    searching,
    undoing,
)
from annotator.services.importing import import_files
from annotator.services.reporting import export
from annotator.services.undoing import ChangedSince
from tests.unit.services.desk import STORY, Desk, state


def listed(desk: Desk) -> list[ArticleId]:
    return [one.article.id for one in listing.all_articles(desk.workspace)]


def binned(desk: Desk) -> list[ArticleId]:
    return [one.article.id for one in binning.in_bin(desk.workspace)]


def everything_written(desk: Desk) -> str:
    """All rows of the tables and of the history, as one text."""
    with closing(sqlite3.connect(desk.workspace.library.path)) as connection:
        return "\n".join(connection.iterdump())


def test_what_is_in_the_bin_is_in_no_list_and_keeps_what_is_on_it(desk: Desk) -> None:
    made = desk.tag(0, 5, Tag.ATTRIBUTED)
    filing.make(desk.workspace, "Bridges", [desk.article])
    before, others = state(desk.workspace), listed(desk)[1:]
    binning.remove(desk.workspace, desk.article)
    assert listed(desk) == others
    (one,) = binning.in_bin(desk.workspace)
    assert (one.article.id, one.tags) == (desk.article, TagCounts(1, 1))
    assert one.article.binned
    assert list(desk.claims()) == [made]
    binning.put_back(desk.workspace, desk.article)
    assert state(desk.workspace) == before
    assert desk.workspace.history.undo_label() == "put article back"
    undoing.undo(desk.workspace)
    assert binned(desk) == [desk.article]
    undoing.undo(desk.workspace)
    assert state(desk.workspace) == before


def test_several_go_in_one_step_and_the_latest_is_first(desk: Desk) -> None:
    first, second, third = listed(desk)
    binning.remove(desk.workspace, second)
    binning.remove(desk.workspace, first, third)
    assert binned(desk)[-1] == second
    assert listed(desk) == []
    undoing.undo(desk.workspace)
    assert listed(desk) == [first, third]


def test_an_article_in_the_bin_cannot_be_named(desk: Desk) -> None:
    binning.remove(desk.workspace, desk.article)
    for name in (desk.article, desk.article[:8], "Story 😀 one"):
        with pytest.raises(failures.InBin) as caught:
            listing.find(desk.workspace, name)
        assert caught.value.sentence == (
            "The article “Story 😀 one” is in the bin. Put it back in the window, or add its text "
            "once more: its claims are still on it."
        )
    with pytest.raises(failures.NoSuchArticle):
        listing.find(desk.workspace, "nothing")


def test_removing_what_is_gone_changes_nothing(desk: Desk) -> None:
    binning.remove(desk.workspace, ArticleId("gone"))
    binning.put_back(desk.workspace, ArticleId("gone"), desk.article)
    assert binning.empty(desk.workspace) == 0
    assert desk.workspace.history.past == []


def test_emptying_leaves_no_word_of_it(desk: Desk) -> None:
    made = desk.tag(7, 9, person=desk.other)
    claiming.edit(desk.workspace, ClaimEdit(made, "", note="a secret doubt"))
    searching.search(desk.workspace, "secret")
    binning.remove(desk.workspace, desk.article)
    assert binning.empty(desk.workspace) == 1
    assert binned(desk) == []
    left = everything_written(desk)
    for words in ("mayor said that", "secret", "Story"):
        assert words not in left
    assert "قال" in left
    assert checking.check(desk.workspace).damage == ()
    assert searching.search(desk.workspace, "secret").found == ()
    added = adding.add_text(desk.workspace, STORY, "clipboard")
    assert added.new


def test_what_was_emptied_cannot_be_undone_and_other_steps_can(desk: Desk) -> None:
    elsewhere = listed(desk)[1]
    desk.tag(0, 5)
    target = claiming.Target(elsewhere, desk.person, Span(0, 3))
    claiming.toggle(desk.workspace, target, None)
    undoing.undo(desk.workspace)
    binning.remove(desk.workspace, desk.article)
    binning.empty(desk.workspace)
    assert undoing.undo(desk.workspace) is None
    claiming.toggle(desk.workspace, target, None)
    assert undoing.undo(desk.workspace)


def test_another_window_cannot_bring_it_back(desk: Desk) -> None:
    other = desk.second_window()
    binning.remove(other, desk.article)
    binning.empty(desk.workspace)
    before = state(desk.workspace)
    with pytest.raises(ChangedSince):
        undoing.undo(other)
    assert state(desk.workspace) == before
    other.close()


def test_only_some_are_emptied(desk: Desk) -> None:
    first, second, third = listed(desk)
    binning.remove(desk.workspace, first, second)
    assert binning.empty(desk.workspace, [second, third]) == 1
    assert (binned(desk), listed(desk)) == ([first], [third])


def test_an_article_goes_with_the_links_that_lead_to_it(desk: Desk) -> None:
    made, second = desk.tag(0, 5), desk.tag(7, 9)
    claiming.edit(desk.workspace, ClaimEdit(made, "", links=(Link(second, LinkRole.RELATED),)))
    elsewhere = listed(desk)[1]
    target = claiming.Target(elsewhere, desk.other, desk.claim(made).span)
    linking = claiming.toggle(desk.workspace, target, None)
    assert linking
    kept = Link(ClaimId("elsewhere"), LinkRole.RELATED)
    links = (Link(made, LinkRole.DISAGREES), kept, Link(second, LinkRole.RELATED))
    claiming.edit(desk.workspace, ClaimEdit(linking, "", links=links))
    binning.remove(desk.workspace, desk.article)
    was = desk.claims(elsewhere)[linking]
    assert was.links == links
    binning.empty(desk.workspace)
    now = desk.claims(elsewhere)[linking]
    assert now.links == (kept,)
    assert now.modified > was.modified


def test_two_that_link_to_each_other_go_together(desk: Desk) -> None:
    elsewhere = listed(desk)[1]
    made = desk.tag(0, 5)
    linking = claiming.toggle(
        desk.workspace, claiming.Target(elsewhere, desk.other, Span(0, 5)), None
    )
    assert linking
    claiming.edit(
        desk.workspace, ClaimEdit(linking, "", links=(Link(made, LinkRole.RELATED),), note="secret")
    )
    binning.remove(desk.workspace, desk.article, elsewhere)
    assert binning.empty(desk.workspace) == 2
    assert "secret" not in everything_written(desk)
    assert checking.check(desk.workspace).damage == ()


def test_annotations_that_come_in_take_their_article_out_of_the_bin(desk: Desk) -> None:
    desk.tag(0, 5)
    path = desk.workspace.library.path.parent / "work.jsonld"
    export(desk.workspace, [desk.article], path)
    binning.remove(desk.workspace, desk.article)
    import_files(desk.workspace, [path])
    assert binned(desk) == [desk.article]
    claiming.remove(desk.workspace, list(desk.claims()))
    import_files(desk.workspace, [path])
    assert binned(desk) == []
    assert len(desk.claims()) == 1
