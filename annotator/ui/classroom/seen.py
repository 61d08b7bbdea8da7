"""What the class window shows, as plain values: worked out on the worker's thread, never here.

No Qt, and nothing that is counted a second time: `seeing.py` fills these from the services, the
views only set them on the screen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from annotator.model.article import Article, Metadata
from annotator.model.assignment import Assignment
from annotator.model.claim import Claim, Outcome
from annotator.model.class_sources import ClassSources
from annotator.model.handin import Annotator
from annotator.model.heat import ANY, Heat, Layer
from annotator.model.ids import ArticleId, AssignmentId, ClaimId, HandInId, PersonId
from annotator.model.mentions import Rule
from annotator.model.passage import Passage as Gathered
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services.namesakes import Namesake
from annotator.ui.classroom.hiding import Hiding
from annotator.words import _, ngettext

Tags = frozenset[Tag]

LAYERS: tuple[Layer, ...] = (ANY, *Tag, None)
"""What the heat map can show: everything, one tag, or what is open."""


NEWEST = AssignmentId("-")
"""The newest assignment that was made here on the article, if there is one."""


class Run(NamedTuple):
    """Words that equally many marked; `tag` is what most of them say of it, None is open."""

    span: Span
    marked: int
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its words, and the number of the paragraph in which it begins."""

    found: Gathered
    quote: str
    paragraph: int

    @property
    def id(self) -> str:
        """What it is called among the passages of its class: where it lies."""
        return f"{self.found.span.start}-{self.found.span.end}"


@dataclass(frozen=True, slots=True)
class Student:
    """A row of the class. `number` is None for somebody who has not handed in."""

    id: PersonId
    name: str
    stand_in: str
    found_by: str = ""
    """The name as words are compared that somebody looks for."""
    passages: int = 0
    by_tag: Mapping[Tag | None, int] = field(default_factory=dict)
    claims: int = 0
    complete: int = 0
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    number: int | None = None
    made: datetime | None = None
    late: bool = False
    anyway: str = ""
    hidden: bool = False
    work: tuple[Claim, ...] = ()
    people: int = 1
    """Two are a pair, who work as one."""
    details: Metadata = field(default_factory=Metadata)
    """What they found out about the article."""

    def called(self, names_hidden: bool) -> str:
        """The name, or what stands for it."""
        return self.stand_in if names_hidden else self.name


class Meeting(NamedTuple):
    """How one student met a claim of the key: `how` is a message id, `more` is said beside it."""

    person: PersonId
    name: str
    stand_in: str
    how: str
    more: str


@dataclass(frozen=True, slots=True)
class KeyClaim:
    """A claim of the key, and how many found it."""

    id: ClaimId
    quote: str
    span: Span
    paragraph: int
    tags: tuple[Tag | None, ...]
    found: int
    wider: int
    other_tag: int
    missed: int
    also_checked: int
    optional: bool
    met: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The teacher's claims as a key; `others` counts claims of the class that are not in it."""

    whose: str
    claims: tuple[KeyClaim, ...]
    others: int
    can_release: bool
    released: bool


class Choice(NamedTuple):
    """A hand-in that may count: how it is told from others, and how without a name."""

    hand_in: HandInId
    said: str
    nameless: str


class Doubt(Enum):
    """Why somebody has to say which of several hand-ins counts."""

    OTHER_WORK = "other work"
    """They have one number and differ."""
    OTHER_PLACE = "other place"
    """The learning platform has them from different people."""
    SAME_WORK = "same work"
    """It has the same file from different people: somebody gave theirs away."""


class Conflict(NamedTuple):
    """Hand-ins by the same people that contradict each other: the teacher says which counts."""

    who: str
    stand_in: str
    number: int
    doubt: Doubt
    late: int
    """How many people handed in late, whichever counts."""
    choices: tuple[Choice, ...]


class ToReport(NamedTuple):
    """The class that is reported on. `released` says whether it sees how it met the key."""

    article: ArticleId
    assignment: AssignmentId | None
    title: str
    annotators: int
    has_key: bool
    can_release: bool
    released: bool


@dataclass(frozen=True, slots=True)
class ClassSeen:
    """Everything the window shows of a class on one article."""

    article: Article
    text: str
    assignment: Assignment | None
    assignments: tuple[Assignment, ...]
    students: tuple[Student, ...]
    missing: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    annotators: int
    passages: tuple[Passage, ...]
    heat: Heat
    runs: Mapping[Layer, tuple[Run, ...]]
    key: Key | None
    sources: ClassSources
    joins: Mapping[str, str]
    """Which name somebody said that a spelling means."""
    picked: tuple[Span, ...]
    hiding: Hiding
    """What stands for people where names are hidden."""
    handed_in: int
    """How many people handed in; each of a pair is one."""
    hidden_answers: frozenset[ClaimId] = frozenset()
    """Ids of claims that the teacher keeps from the class."""
    namesakes: tuple[Namesake, ...] = ()
    """Of whom somebody has to say whether they are one."""
    compared: tuple[Annotator, ...] = ()
    """Whose agreement is counted: everybody, also who is hidden."""

    def passage(self, id_: str) -> Passage | None:
        """The passage of that id."""
        return next((one for one in self.passages if one.id == id_), None)

    def claims(self, claims: Sequence[Claim], *, names_hidden: bool) -> Sequence[Claim]:
        """Claims as they are shown."""
        return self.hiding.claims(claims) if names_hidden else claims

    def words(self, text: str, rule: Rule = Rule.NOTE, *, names_hidden: bool) -> str:
        """Words as they are shown."""
        return self.hiding.words(text, rule) if names_hidden else text

    def absent(self, *, names_hidden: bool) -> tuple[str, ...]:
        """What those are called who have not handed in."""
        return self.hiding.missing if names_hidden else self.missing

    @property
    def late(self) -> int:
        """How many people handed in after the due day."""
        counted = sum(one.people for one in self.students if one.late)
        return counted + sum(one.late for one in self.conflicts)

    def open_questions(self) -> str:
        """Why fewer are counted than handed in: some are to be chosen, a pair is counted once."""
        pairs = sum(len(one.people) - 1 for one in self.compared if len(one.people) > 1)
        waiting = len(self.conflicts)
        parts = (
            (waiting, ngettext("{number} to be decided", "{number} to be decided", waiting)),
            (pairs, ngettext("{number} pair", "{number} pairs", pairs)),
        )
        return ", ".join(said.format(number=number) for number, said in parts if number)

    def count(self) -> str:
        """How many came, of how many: people where there is a roster, else who annotated."""
        if self.assignment is None or not self.assignment.roster:
            return str(len(self.students))
        return _("{number} of {all}").format(
            number=self.handed_in, all=self.handed_in + len(self.missing)
        )
