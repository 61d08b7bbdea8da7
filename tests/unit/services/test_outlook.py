"""What a report will be is said before it is written, by the same report."""

from pathlib import Path

import pytest

from annotator.exchange.writers.registry import FORMATS
from annotator.model.ids import PersonId
from annotator.model.paper import Paper
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, claiming, naming, reporting
from annotator.services.claiming import Fields, Target
from annotator.services.failures import Cancelled
from annotator.services.outlook import MOST_SHOWN, Wanted, outlook
from annotator.services.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "library")


def marked(workspace: Workspace, person: Person, text: str, note: str = "") -> Wanted:
    """A wish for a report on a new article with one claim on its first three characters."""
    added = adding.add_text(workspace, text, "clipboard")
    assert added.article
    target = Target(added.article.id, person.id, Span(0, 3))
    claiming.tag_exactly(workspace, target, Fields(frozenset({Tag.ATTRIBUTED}), note=note))
    return Wanted((added.article.id,), (), "html", False, Paper.LETTER)


def test_it_says_who_is_in_the_file_and_on_which_paper(workspace: Workspace) -> None:
    ana = naming.find_or_make(workspace, "Ana")
    found = outlook(workspace, marked(workspace, ana, "The dam is safe.\n"))
    assert found.personal == (
        "The name of 1 person: Ana.",
        "What was marked: 1 passage.",
    )
    assert (found.articles, found.claims, found.notices) == (1, 1, ())
    assert found.shown.paper is Paper.LETTER


def test_without_names_it_lists_the_names_in_notes(workspace: Workspace) -> None:
    ana = naming.find_or_make(workspace, "Ana")
    wanted = marked(workspace, ana, "The dam is safe.\n", note="Ana wonders")
    found = outlook(workspace, Wanted(wanted.articles, (), "csv", True, Paper.A4))
    assert found.personal[0] == "No name: 1 person stands as a numbered student."
    assert "“Ana”" in " ".join(found.notices)


def test_what_the_format_cannot_hold_is_said(workspace: Workspace) -> None:
    ana = naming.find_or_make(workspace, "Ana")
    wanted = marked(workspace, ana, "🙂 The dam is safe.\n")
    data = Wanted(wanted.articles, (), "qdpx", False, Paper.A4)
    assert outlook(workspace, wanted).notices == ()
    assert len(outlook(workspace, data).notices) == 1


def test_of_many_articles_the_first_are_shown_and_all_counted(workspace: Workspace) -> None:
    ana, ben = (naming.find_or_make(workspace, name) for name in ("Ana", "Ben"))
    ids = [marked(workspace, ana, f"Article {number}\n").articles[0] for number in range(19)]
    ids += marked(workspace, ben, "The last one\n").articles
    found = outlook(workspace, Wanted(tuple(ids), (), "pdf", False, Paper.A4))
    assert (found.articles, found.claims) == (20, 20)
    assert len(found.shown.articles) == len(found.shown.works) == MOST_SHOWN
    assert found.personal[0] == "The names of 2 people: Ana, Ben."


def test_it_can_be_broken_off(workspace: Workspace) -> None:
    wanted = marked(workspace, naming.find_or_make(workspace, "Ana"), "The dam.\n")
    with pytest.raises(Cancelled):
        outlook(workspace, wanted, lambda _done, _total: False)


def test_a_person_who_is_not_there_is_refused_as_in_the_report(workspace: Workspace) -> None:
    wanted = marked(workspace, naming.find_or_make(workspace, "Ana"), "The dam.\n")
    unknown = Wanted(wanted.articles, (PersonId("nobody"),), "html", False, Paper.A4)
    with pytest.raises(reporting.NobodyOfThatName):
        outlook(workspace, unknown)


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_every_format_has_an_outlook(workspace: Workspace, name: str) -> None:
    wanted = marked(workspace, naming.find_or_make(workspace, "Ana"), "The dam.\n")
    found = outlook(workspace, Wanted(wanted.articles, (), name, False, Paper.A4))
    nothing = "Nothing about the people who use this program."
    assert (found.personal == (nothing,)) == (name == "worksheet")
