"""Hand in and take one's work off a computer that others use, with every trace in the library.

What was written is read back first. What lies in copies of the library stays there, and is said.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from annotator.exchange import handins as files
from annotator.exchange.envelope import bytes_of
from annotator.exchange.jsonld.items import ReadItem
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.services import class_failures as failures
from annotator.services.clearing_versions import refuse_work_elsewhere
from annotator.services.handing_in import HandingIn, hand_in
from annotator.services.rewriting import remove_claims
from annotator.services.workspace import Workspace
from annotator.storage import articles, backups, claims, handed_in, people
from annotator.storage.forgetting import forget_all
from annotator.storage.step import Step
from annotator.storage.words import tables
from annotator.words import N_


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was handed in under which number, and which copies of the library still hold it.

    `log` is the log beside the library where another program kept it from being emptied.
    """

    number: int
    backups: tuple[Path, ...]
    log: Path | None = None


def hand_in_and_clear(
    workspace: Workspace, what: HandingIn, to: Path, with_: str | None = None
) -> Cleared:
    """Write the file, read it back, and remove the person's work on the article for good.

    It cannot be undone. Raises what handing in raises, NotWritten or WorkElsewhere; then all is
    still here.
    """
    number = hand_in(workspace, what, to, with_)
    clear(workspace, what.article, what.person, to)
    log = None if workspace.library.empty_log() else workspace.library.log
    return Cleared(number, backups.holding(workspace.library.path, what.person), log)


def clear(workspace: Workspace, article: ArticleId, person: PersonId, written: Path) -> None:
    """Remove what a person did on an article and its versions, from the table of changes too.

    The number of what was handed in stays: the next one has to be higher. Raises NotWritten where
    a claim is not in the file as it stands here, which another window may have changed meanwhile,
    and WorkElsewhere where one on another version does not go on in the file.
    """
    in_file = _claims_in(written)
    with workspace.step(N_("remove work"), undoable=False) as step:
        here = {one.id: one.modified for one in claims.of_article(step, article, person)}
        if in_file is None or not here.items() <= in_file.items():
            raise failures.NotWritten(str(written))
        refuse_work_elsewhere(step, article, person)
        for one in articles.versions(step, article):
            forget_all(step, one, person)
            with step.forgetting():
                remove_claims(workspace, step, claims.of_article(step, one, person))
                handed_in.pair(step, one, person, None)
        _leave(step, person)
        tables.make_anew(step.connection)
    workspace.history.forget(step.draft.forgot)


def _leave(step: Step, person: PersonId) -> None:
    """Forget somebody who has nothing else here."""
    there = step.row("person", (person,))
    if there and not people.is_needed(step, person):
        with step.forgetting():
            step.delete("person", [there])


def _claims_in(path: Path) -> dict[ClaimId, datetime | None] | None:
    """When each claim in a file was changed last; None when it does not read back."""
    try:
        items = files.read(bytes_of(path)).items
    except Refusal:
        return None
    return {one.id: one.modified for one in items if isinstance(one, ReadItem)}
