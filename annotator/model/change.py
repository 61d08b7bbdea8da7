"""A change: one step of somebody's work, as the library remembers it.

The one table of changes is undo, the notice that other windows get, and the answer to who
annotated last. A change holds each row it touched, as it was before and as it is after.
"""

from dataclasses import dataclass
from datetime import datetime

from annotator.model.ids import ArticleId, PersonId

Value = str | int | None
"""What a cell of the library holds; the same values stand in a change's JSON."""

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of one table: `before` is None when it was made, `after` when it was removed."""

    table: str
    key: tuple[Value, ...]
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Change:
    """A step. `label` is a message id ("tag"); `undoes` is the number of the step it took back."""

    number: int
    window: str
    person: PersonId | None
    article: ArticleId | None
    time: datetime
    label: str
    undoes: int | None
    rows: tuple[RowChange, ...]
