"""A hand-in: somebody's work on an article as it was given to the teacher, or a pair's."""

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import NamedTuple

from annotator.model.article import Metadata
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, AssignmentId, HandInId, PersonId


class Member(NamedTuple):
    """One of those who did the work together."""

    id: PersonId
    name: str


class Platform(NamedTuple):
    """Where a learning platform kept the file: its own folder and its own id of the person.

    Feedback and grades go back by them; who the person is, only the file says.
    """

    folder: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class HandIn:
    """What was handed in, as it is kept where it was collected.

    `people` is one, or a pair in the order of the file; the claims carry the first one's id.
    `number` rises with each time; `sha256` is of what the file says, so that two files of one
    number can be told apart. `moved` and `lost` count claims that stood elsewhere in an earlier
    version of the article, or nowhere. `chosen` says that the teacher took this one of several
    that have one number. `details` are the article's as the students found them out; `platforms`
    are where learning platforms kept it, of a pair perhaps in two places.
    """

    id: HandInId
    article: ArticleId
    assignment: AssignmentId | None
    revision: int
    people: tuple[Member, ...]
    number: int
    made: datetime
    sha256: str
    received: datetime
    anyway: str = ""
    program: str = ""
    details: Metadata = field(default_factory=Metadata)
    moved: int = 0
    lost: int = 0
    chosen: bool = False
    platforms: tuple[Platform, ...] = ()

    @property
    def name(self) -> str:
        """The name, or both names of a pair: "A & B"."""
        return " & ".join(one.name for one in self.people)

    @property
    def who(self) -> frozenset[PersonId]:
        """The people, in any order: what makes a later hand-in one of the same."""
        return frozenset(one.id for one in self.people)


class Collected(StrEnum):
    """What became of a file that was collected. The values are part of the JSON."""

    NEW = "new"
    NEWER = "newer"
    OLDER = "older"
    SAME = "same"
    CONFLICT = "conflict"
    REFUSED = "refused"


def is_late(made: datetime, due: date | None, zone: tzinfo | None = None) -> bool:
    """Whether something was made after the due day where the teacher is.

    `zone` None is this computer's own.
    """
    return due is not None and made.astimezone(zone).date() > due


@dataclass(frozen=True, slots=True)
class Annotator:
    """One who annotated an article, or a pair, with the claims that count, by position."""

    people: tuple[Member, ...]
    claims: tuple[Claim, ...]

    @property
    def id(self) -> PersonId:
        """The id that the claims carry."""
        return self.people[0].id

    @property
    def name(self) -> str:
        """The name, or both names of a pair: "A & B"."""
        return " & ".join(one.name for one in self.people)
