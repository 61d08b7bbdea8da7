"""Hand in and take one's work off a computer that others use, with every trace in the library.

What was written is read back first. What lies in copies of the library stays there, and is said.
"""

from dataclasses import dataclass
from pathlib import Path

from annotator.exchange import handins as files
from annotator.exchange.files import read_bounded
from annotator.exchange.jsonld.items import ReadItem
from annotator.exchange.jsonld.strictness import MOST_BYTES
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.services import class_failures as failures
from annotator.services.handing_in import HandingIn, hand_in
from annotator.services.rewriting import remove_claims
from annotator.services.workspace import Workspace
from annotator.storage import backups, claims, handed_in, people
from annotator.storage.forgetting import forget_all
from annotator.storage.step import Step
from annotator.storage.words import tables
from annotator.words import N_


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was handed in under which number, and which copies of the library still hold it."""

    number: int
    backups: tuple[Path, ...]


def hand_in_and_clear(workspace: Workspace, what: HandingIn, to: Path) -> Cleared:
    """Write the file, read it back, and remove the person's work on the article for good.

    It cannot be undone. Raises what handing in raises, or NotWritten; then all is still here.
    """
    number = hand_in(workspace, what, to)
    with workspace.library.reading() as reading:
        there = {one.id for one in claims.of_article(reading, what.article, what.person)}
    if not _holds(to, there):
        raise failures.NotWritten(str(to))
    clear(workspace, what.article, what.person)
    return Cleared(number, backups.holding(workspace.library.path, what.person))


def clear(workspace: Workspace, article: ArticleId, person: PersonId) -> None:
    """Remove what a person did on an article, from the table of changes too."""
    with workspace.step(N_("remove work"), undoable=False) as step:
        forget_all(step, article, person)
        with step.forgetting():
            remove_claims(workspace, step, claims.of_article(step, article, person))
        handed_in.forget(step, article, person)
        _leave(step, person)
        tables.make_anew(step.connection)
    workspace.history.forget(step.draft.forgot)


def _leave(step: Step, person: PersonId) -> None:
    """Forget somebody who has nothing else here."""
    there = step.row("person", (person,))
    if there and not people.is_needed(step, person):
        with step.forgetting():
            step.delete("person", [there])


def _holds(path: Path, wanted: set[ClaimId]) -> bool:
    """Whether a file reads back, with each of these claims in it."""
    try:
        items = files.read(read_bounded(path, MOST_BYTES)).items
    except Refusal:
        return False
    return {one.id for one in items if isinstance(one, ReadItem)} >= wanted
