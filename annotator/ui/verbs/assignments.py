"""What a person does with assignments: hand out, open, say with whom, hand in, clear away."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.person import Origin, Person
from annotator.ui.desk import Desk
from annotator.ui.verbs import people

if TYPE_CHECKING:
    # Few windows need any of it, so none of it is loaded before.
    from annotator.model.assignment import Assignment
    from annotator.model.ids import ArticleId, AssignmentId
    from annotator.services.assigning import Asked
    from annotator.services.clearing import Cleared
    from annotator.services.handing_in import HandingIn, Standing
    from annotator.services.opening import Opened, Waiting
    from annotator.services.workspace import Workspace


def assign(
    desk: Desk,
    asked: "Asked",
    revises: "AssignmentId | None",
    to: Path,
    done: "Callable[[Assignment], None]",
) -> None:
    """Make an assignment from the article on the desk, and write its file."""
    article, maker = desk.article, desk.person
    if article is None:
        return

    def work(workspace: "Workspace") -> "Assignment":
        from annotator.services import assigning

        person = maker.id if maker else None
        return assigning.assign(workspace, article.id, asked, to, maker=person, revises=revises)

    def made(assignment: "Assignment") -> None:
        desk.open(assignment.article)
        done(assignment)

    desk.do(work, made, listing_too=True)


def look(desk: Desk, path: Path, done: "Callable[[Waiting], None]") -> None:
    """Read what travels between teacher and class, before anything is taken in."""

    def work(workspace: "Workspace") -> "Waiting":
        from annotator.services import opening

        return opening.look(workspace, path)

    desk.look_up(work, done)


def take(desk: Desk, waiting: "Waiting", name: str, done: Callable[[], None]) -> None:
    """Take in what was read from a file of that name, and show it."""

    def work(workspace: "Workspace") -> "Opened":
        from annotator.services import opening

        return opening.take(workspace, waiting.file, name)

    def taken(opened: "Opened") -> None:
        _show(desk, opened)
        done()

    desk.do(work, taken, listing_too=True)


def standing(
    desk: Desk, assignment: "Assignment | None", done: "Callable[[Standing], None]"
) -> None:
    """How the work on the desk stands before it is handed in."""
    article, person = desk.article, desk.person
    if article is None or person is None:
        return

    def work(workspace: "Workspace") -> "Standing":
        from annotator.services import handing_in

        return handing_in.standing(workspace, article.id, person.id, assignment)

    desk.look_up(work, done)


def hand_in(
    desk: Desk,
    what: "HandingIn",
    partner: str | None,
    to: Path,
    done: Callable[[int], None],
) -> None:
    """Write the work to a file, alone or with a partner by name or id."""

    def work(workspace: "Workspace") -> int:
        from annotator.services import handing_in

        return handing_in.hand_in(workspace, what, to, partner or "")

    desk.do(work, done)


def hand_in_and_clear(
    desk: Desk,
    what: "HandingIn",
    partner: str | None,
    to: Path,
    done: "Callable[[Cleared], None]",
) -> None:
    """Write the work to a file, read it back, and take it off this computer."""

    def work(workspace: "Workspace") -> "Cleared":
        from annotator.services import clearing

        return clearing.hand_in_and_clear(workspace, what, to, partner or "")

    def cleared(what_is_left: "Cleared") -> None:
        desk.stand_up()
        done(what_is_left)

    desk.do(work, cleared, listing_too=True)


def _show(desk: Desk, opened: "Opened") -> None:
    if opened.person:
        desk.sit_down(opened.person, lambda: desk.open(opened.article))
    else:
        _show_to_whom_it_is(desk, opened.article, opened.assignment)
    sentences = [*opened.sentences, *(one.reason for one in opened.refused)]
    if sentences:
        is_amiss = opened.refused or opened.left or opened.is_older
        say = desk.refused if is_amiss else desk.told
        say.emit(" ".join(sentences))


def _show_to_whom_it_is(desk: Desk, article: "ArticleId", assignment: "Assignment | None") -> None:
    """On a computer that many use, an assignment is not simply whoever's who sat here last."""
    if desk.given_name:
        given, desk.given_name = desk.given_name, ""
        people.name(desk, given, lambda: desk.open(article), on=article)
        return
    if desk.person and not _is_theirs(desk, desk.person, article, assignment):
        desk.stand_up()
    desk.open(article)


def _is_theirs(
    desk: Desk, person: "Person", article: "ArticleId", assignment: "Assignment | None"
) -> bool:
    if assignment is None or assignment.is_mine:
        return True
    if desk.article and desk.article.id == article and desk.claims:
        return True
    if assignment.roster:
        return person.id in {one.id for one in assignment.roster}
    return [one.id for one in desk.people.values() if one.origin is Origin.LOCAL] == [person.id]
