"""What a hand-in's file says, and what is needed to write one."""

from dataclasses import dataclass
from datetime import datetime

from annotator import __version__
from annotator.exchange.assignments import AssignmentFile
from annotator.exchange.jsonld.items import ReadItem, RefusedItem
from annotator.model.article import Metadata
from annotator.model.assignment import Assignment
from annotator.model.handin import Member
from annotator.model.ids import AssignmentId
from annotator.model.report import Work


@dataclass(frozen=True, slots=True)
class HandInToWrite:
    """Somebody's work on an article, as it shall be handed in.

    `people` is one, or a pair; the claims of `work` are the first one's, and only those named by
    its `claims` are written (its `people` are not looked at). `assignment` is on this article.
    A `draft` holds the text and the whole assignment, so that the work goes on elsewhere. `anyway`
    is the reason given for incomplete claims, "" for none.
    """

    work: Work
    people: tuple[Member, ...]
    number: int
    made: datetime
    assignment: Assignment | None = None
    draft: bool = False
    anyway: str = ""
    program: str = __version__


@dataclass(frozen=True, slots=True)
class HandInFile:
    """What the file of a hand-in holds.

    `items` are its annotations, each once: those of the first of `people` on the article with
    `sha256`, and those that were refused. `text` and `assignment` stand in drafts alone. `digest`
    is of what was handed in and not of when and by which program, so that the same work has the
    same digest.
    """

    assignment_id: AssignmentId | None
    revision: int
    people: tuple[Member, ...]
    number: int
    draft: bool
    anyway: str
    made: datetime
    program: str
    sha256: str
    title: str
    metadata: Metadata
    items: tuple[ReadItem | RefusedItem, ...]
    text: str | None
    assignment: AssignmentFile | None
    digest: str

    @property
    def name(self) -> str:
        """The name, or both names of a pair: "A & B"."""
        return " & ".join(one.name for one in self.people)
