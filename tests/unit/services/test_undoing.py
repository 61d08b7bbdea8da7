"""Undo and redo in two windows on one library: each takes back its own steps, or says why not."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from annotator.model.claim import Attribution, Link, LinkRole, Source
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, binning, claiming, listing, naming, noticing, sourcing
from annotator.services.history import Entry, History
from annotator.services.undoing import ChangedBeforeRedo, ChangedSince, Undone, redo, undo
from annotator.services.workspace import Workspace
from annotator.storage import changes
from annotator.storage.failures import LibraryBusy
from tests.unit.services.desk import STORY, Desk, state

A, C = Tag.ATTRIBUTED, Tag.CONTESTED


@pytest.fixture
def other(desk: Desk) -> Iterator[Workspace]:
    """A second window on the same library."""
    window = desk.second_window()
    yield window
    window.close()


def not_undone(window: Workspace, label: str) -> None:
    """Undo is refused in a sentence, takes the step off the list and writes nothing."""
    before, steps = state(window), len(window.history.past)
    with pytest.raises(ChangedSince) as caught:
        undo(window)
    assert caught.value.sentence == (
        f"“{label}” cannot be taken back: somebody has changed it since, in another window or by "
        "a command. Nothing was changed now."
    )
    assert state(window) == before
    assert len(window.history.past) == steps - 1
    assert window.history.future == []


def target(desk: Desk, start: int, end: int) -> claiming.Target:
    return claiming.Target(desk.article, desk.person, Span(start, end))


# One window


def test_nothing_to_take_back(desk: Desk) -> None:
    assert undo(desk.workspace) is None
    assert redo(desk.workspace) is None


def test_a_step_is_taken_back_and_done_again(desk: Desk) -> None:
    states = [state(desk.workspace)]
    made = desk.tag(0, 5, A)
    states.append(state(desk.workspace))
    claiming.edit(desk.workspace, ClaimEdit(made, "", note="a note"))
    states.append(state(desk.workspace))
    assert undo(desk.workspace) == Undone("note", desk.article)
    assert state(desk.workspace) == states[1]
    assert undo(desk.workspace) == Undone("tag", desk.article)
    assert state(desk.workspace) == states[0]
    assert desk.workspace.history.redo_label() == "tag"
    assert redo(desk.workspace) == Undone("tag", desk.article)
    assert redo(desk.workspace) == Undone("note", desk.article)
    assert state(desk.workspace) == states[2]
    assert desk.workspace.history.undo_label() == "note"


def test_a_new_step_ends_what_could_be_done_again(desk: Desk) -> None:
    desk.tag(0, 5, A)
    undo(desk.workspace)
    desk.tag(7, 9, A)
    assert redo(desk.workspace) is None
    assert len(desk.claims()) == 1


def test_a_visit_of_a_field_is_taken_back_as_one_step(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    before = state(desk.workspace)
    for note in ("a", "ab", "abc"):
        claiming.edit(desk.workspace, ClaimEdit(made, "visit", note=note))
    after = state(desk.workspace)
    undo(desk.workspace)
    assert state(desk.workspace) == before
    redo(desk.workspace)
    assert state(desk.workspace) == after
    claiming.edit(desk.workspace, ClaimEdit(made, "visit", note="abcd"))
    undo(desk.workspace)
    assert state(desk.workspace) == before


def test_an_undone_step_says_whose_and_what_it_took_back(desk: Desk) -> None:
    desk.tag(0, 5, A)
    since = noticing.newest(desk.workspace)
    undo(desk.workspace)
    with desk.workspace.library.reading() as reading:
        (change,) = changes.since(reading, since)
    assert (change.undoes, change.label, change.person) == (since, "tag", desk.person)
    assert change.article == desk.article


def test_an_article_is_removed_and_comes_back_with_everything_on_it(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    said = (Attribution(Source("Ben"), cue="said"),)
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=said))
    claiming.dismiss(desk.workspace, made, "hint")
    desk.tag(0, 5, person=desk.other)
    before = state(desk.workspace)
    binning.remove(desk.workspace, desk.article)
    assert desk.workspace.history.undo_label() == "remove article"
    assert len(listing.all_articles(desk.workspace)) == 2
    undo(desk.workspace)
    assert state(desk.workspace) == before
    assert listing.text_of(desk.workspace, desk.article) == STORY


def test_undo_works_when_another_article_is_shown_by_now(desk: Desk) -> None:
    desk.tag(0, 5, A)
    elsewhere = listing.all_articles(desk.workspace)[1].article.id
    there = claiming.Target(elsewhere, desk.person, Span(0, 3))
    claiming.toggle(desk.workspace, there, C)
    assert undo(desk.workspace) == Undone("tag", elsewhere)
    assert undo(desk.workspace) == Undone("tag", desk.article)


def test_naming_somebody_is_no_step(desk: Desk) -> None:
    desk.tag(0, 5, A)
    undo(desk.workspace)
    naming.make(desk.workspace, "Cem")
    assert desk.workspace.history.undo_label() is None
    assert redo(desk.workspace) == Undone("tag", desk.article)


def test_renaming_somebody_is_one(desk: Desk) -> None:
    before = state(desk.workspace)
    naming.rename(desk.workspace, Person(desk.person, "Ana"), "Anna")
    assert undo(desk.workspace) == Undone("name", None)
    assert state(desk.workspace) == before


def test_a_refusal_of_another_kind_leaves_the_step_on_the_list(desk: Desk) -> None:
    desk.tag(0, 5, A)
    with closing(sqlite3.connect(desk.workspace.library.path)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy):
            undo(desk.workspace)
    assert undo(desk.workspace)
    with closing(sqlite3.connect(desk.workspace.library.path)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy):
            redo(desk.workspace)
    assert redo(desk.workspace)
    assert len(desk.claims()) == 1


# Two windows


def test_undo_takes_back_only_own_steps(desk: Desk, other: Workspace) -> None:
    mine = desk.tag(0, 5, A)
    theirs = claiming.toggle(other, target(desk, 7, 9), C)
    assert undo(desk.workspace) == Undone("tag", desk.article)
    assert desk.claims().keys() == {theirs}
    assert undo(desk.workspace) is None
    redo(desk.workspace)
    undo(other)
    assert desk.claims().keys() == {mine}


def test_what_somebody_changed_since_is_not_taken_back(desk: Desk, other: Workspace) -> None:
    made = desk.tag(0, 5, A)
    claiming.edit(desk.workspace, ClaimEdit(made, "", note="mine"))
    claiming.edit(other, ClaimEdit(made, "", note="theirs"))
    not_undone(desk.workspace, "note")
    not_undone(desk.workspace, "tag")
    assert desk.claim(made).note == "theirs"
    undo(other)
    assert desk.claim(made).note == "mine"


def test_what_somebody_changed_between_two_edits_of_a_visit(desk: Desk, other: Workspace) -> None:
    made = desk.tag(0, 5, A)
    claiming.edit(desk.workspace, ClaimEdit(made, "visit", note="a"))
    claiming.edit(other, ClaimEdit(made, "", attributions=(Attribution(Source("Ben")),)))
    claiming.edit(desk.workspace, ClaimEdit(made, "visit", note="ab"))
    not_undone(desk.workspace, "note")
    assert desk.claim(made).attributions == (Attribution(Source("Ben")),)


def test_what_somebody_removed_since(desk: Desk, other: Workspace) -> None:
    made = desk.tag(0, 5, A)
    claiming.remove(other, [made])
    not_undone(desk.workspace, "tag")
    undo(other)
    assert made in desk.claims()


def test_a_removed_claim_whose_place_is_taken(desk: Desk, other: Workspace) -> None:
    made = desk.tag(0, 5, A)
    claiming.remove(desk.workspace, [made])
    claiming.toggle(other, target(desk, 0, 5), C)
    not_undone(desk.workspace, "remove claim")


def test_an_article_on_which_somebody_has_worked_since(desk: Desk, other: Workspace) -> None:
    added = adding.add_text(desk.workspace, "Something new.", "clipboard")
    assert added.article
    there = claiming.Target(added.article.id, desk.other, Span(0, 9))
    assert claiming.toggle(other, there, A)
    not_undone(desk.workspace, "add article")


def test_a_source_that_somebody_names_since(desk: Desk, other: Workspace) -> None:
    made = desk.tag(0, 5, A)
    said = (Attribution(Source("Ben")),)
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=said))
    second = claiming.toggle(other, target(desk, 7, 9), A)
    assert second
    claiming.edit(other, ClaimEdit(second, "", attributions=said))
    not_undone(desk.workspace, "source")


def test_a_source_value_that_somebody_has_made_since(desk: Desk, other: Workspace) -> None:
    made = desk.tag(0, 5, A)
    said = (Attribution(Source("Ben")),)
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=said))
    ben = desk.claim(made).attributions[0].source.id
    sourcing.edit(desk.workspace, SourceEdit(ben, "", Source("Benno")))
    second = claiming.toggle(other, target(desk, 7, 9), A)
    assert second
    claiming.edit(other, ClaimEdit(second, "", attributions=said))
    not_undone(desk.workspace, "source")
    assert len(state(other)["source"]) == 2


def test_a_link_of_somebody_else_does_not_hold_a_claim(desk: Desk, other: Workspace) -> None:
    made = desk.tag(0, 5, A)
    second = claiming.toggle(other, target(desk, 7, 9), C)
    assert second
    link = Link(made, LinkRole.DISAGREES)
    claiming.edit(other, ClaimEdit(second, "", links=(link,)))
    undo(desk.workspace)
    # A link may lead to a claim that this library does not hold; done again, it leads there.
    assert desk.claim(second).links == (link,)
    redo(desk.workspace)
    assert desk.claims().keys() == {made, second}


def test_what_somebody_changed_before_it_was_done_again(desk: Desk, other: Workspace) -> None:
    made = desk.tag(0, 5, A)
    claiming.edit(desk.workspace, ClaimEdit(made, "", note="mine"))
    undo(desk.workspace)
    claiming.edit(other, ClaimEdit(made, "", note="theirs"))
    before = state(other)
    with pytest.raises(ChangedBeforeRedo) as caught:
        redo(desk.workspace)
    assert caught.value.sentence == (
        "“note” cannot be done again: somebody has changed it since, in another window or by a "
        "command. Nothing was changed now."
    )
    assert state(other) == before
    assert desk.workspace.history.future == []
    assert desk.workspace.history.undo_label() == "tag"


def test_both_windows_see_one_library(desk: Desk, other: Workspace) -> None:
    seen = noticing.newest(other)
    made = desk.tag(0, 5, A)
    news = noticing.news(other, seen, desk.article, desk.person)
    assert [claim.id for claim in news.changed] == [made]
    undo(desk.workspace)
    news = noticing.news(other, news.number, desk.article, desk.person)
    assert (news.changed, news.gone) == ((), frozenset({made}))


# The list itself


def test_the_list_of_steps() -> None:
    history = History()
    history.done(1, "tag")
    history.done(2, "note", "visit")
    history.done(3, "other label", "visit")
    history.done(4, "tag", "next visit")
    assert history.past == [
        Entry("tag", (1,)),
        Entry("note", (2, 3), "visit"),
        Entry("tag", (4,), "next visit"),
    ]
    history.undone()
    history.undone()
    assert (history.undo_label(), history.redo_label()) == ("tag", "note")
    history.redone()
    assert (history.undo_label(), history.redo_label()) == ("note", "tag")
    history.done(5, "move ends")
    assert history.redo_label() is None
