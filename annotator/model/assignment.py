"""An assignment: one article handed out to a class, with what is asked of it.

It travels as a file, so it holds everything that a student's computer needs and nothing of the
teacher's own work.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from annotator.model.ids import ArticleId, AssignmentId, PersonId
from annotator.model.tags import Tag


class RosterRow(NamedTuple):
    """Somebody of the class. The id is the person's in every file from then on."""

    id: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Minimums:
    """How much is asked for; 0 asks for nothing. Unmet ones are shown and never block."""

    at_least: int = 0
    by_tag: dict[Tag, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.at_least or any(self.by_tag.values()))


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a class shall do with an article.

    `revision` counts from 1. `is_mine` says that it was made in this library; then `maker` is
    whoever made it, if somebody annotated here by then, and `released` that the students may see
    how their work compares with the maker's.
    """

    id: AssignmentId
    article: ArticleId
    title: str
    revision: int = 1
    instructions: str = ""
    due: date | None = None
    minimums: Minimums = Minimums()
    require_complete: bool = False
    roster: tuple[RosterRow, ...] = ()
    is_mine: bool = True
    maker: PersonId | None = None
    released: bool = False
