"""What a report on a class says, in plain values: every writer reads these and asks nobody else.

It is of one state of the library, so its numbers, sentences and tables agree in each format. Who is
hidden is nowhere in it but in the counts of what was handed in. What is counted, and how, stands in
docs/comparing.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.alpha import Interval
from annotator.model.article import Article
from annotator.model.assignment import Assignment
from annotator.model.claim import Claim
from annotator.model.class_sources import ClassSources
from annotator.model.class_students import Need, Student
from annotator.model.heat import Heat
from annotator.model.ids import PersonId
from annotator.model.key import Met
from annotator.model.paper import Paper
from annotator.model.passage import Answer, Passage
from annotator.model.text import Paragraph


class ShownAnswer(NamedTuple):
    """An answer to a passage, and where others than its words were marked: what differs.

    `beyond` are words that were marked and are not the passage's, `without` words of the passage
    that were not. Signs and blanks alone are no difference.
    """

    label: str
    answer: Answer
    beyond: tuple[str, ...]
    without: tuple[str, ...]


class ReportedPassage(NamedTuple):
    """A passage; `number` counts from 1 in the order of worth. `first` and `last` are paragraphs.

    Hidden answers are counted and not among `answers`.
    """

    number: int
    passage: Passage
    quote: str
    first: int
    last: int
    answers: tuple[ShownAnswer, ...]


class KeyLine(NamedTuple):
    """A claim of the key, and how many met it how; `number` counts from 1 by position."""

    number: int
    claim: Claim
    quote: str
    paragraph: int
    is_optional: bool
    met: Mapping[Met, int]
    wider: int
    also_checked: int


class Missed(NamedTuple):
    """The passage that was missed most, and by how many of how many."""

    quote: str
    paragraph: int
    missed: int
    of: int


class Agreed(NamedTuple):
    """How far the class agrees, with what that means in sentences."""

    alpha: Mapping[str, float | None]
    interval: Interval | None
    sentences: tuple[str, ...]


class Needing(NamedTuple):
    """Somebody who needs help, and why; `anyway` is the reason for what was incomplete."""

    label: str
    person: PersonId
    needs: tuple[Need, ...]
    anyway: str = ""


class Waiting(NamedTuple):
    """Somebody of whose hand-ins the teacher has to choose one."""

    label: str
    number: int


@dataclass(frozen=True)
class ClassReport:
    """A class on one article. `handed_in`, `late`, `to_decide` and `of` count people.

    Each of a pair is one there; `pairs` are those of whom two count once in all that follows, and
    `to_decide` are in none of it, because the teacher has to choose one of their hand-ins.

    `needing` and `waiting` are for the teacher alone. `paper` is what it is set on where a format
    has pages.
    """

    article: Article
    text: str
    paragraphs: tuple[Paragraph, ...]
    assignment: Assignment | None
    handed_in: int
    of: int
    late: int
    to_decide: int
    pairs: int
    hidden: int
    students: tuple[Student, ...]
    passages: tuple[ReportedPassage, ...]
    discuss: tuple[ReportedPassage, ...]
    most_missed: Missed | None
    key: tuple[KeyLine, ...]
    not_in_key: int
    sources: ClassSources
    agreed: Agreed | None
    heat: Heat
    needing: tuple[Needing, ...]
    waiting: tuple[Waiting, ...]
    anonymous: bool = False
    paper: Paper = Paper.A4

    @property
    def size(self) -> int:
        """How many answers there are to write: what progress is counted in."""
        return sum(len(one.answers) for one in self.passages)

    @property
    def missing(self) -> int:
        """From how many people of the roster nothing came."""
        return self.of - self.handed_in

    @property
    def seen_by_most(self) -> int:
        """How many passages more than half of the class marked."""
        return sum(2 * one.passage.marked > one.passage.of for one in self.passages)

    @property
    def seen_by_few(self) -> int:
        """How many passages one or two marked."""
        return sum(one.passage.marked <= 2 for one in self.passages)
