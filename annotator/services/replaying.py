"""What each row must be by the table of changes: its steps, gone through from the first.

Every row is written by a step, and every step holds the rows it touched as they were and as they
became. So the table accounts for all that is in the library, and a letter that changed by itself
stands alone against it. A migration that rewrites cells must therefore write a step as well.
"""

from dataclasses import dataclass, field

from annotator.model.change import Row, RowChange, Value
from annotator.storage import checking as stored
from annotator.storage.step import Reading

Where = tuple[str, tuple[Value, ...]]
"""A row: its table and its key."""


@dataclass(slots=True)
class Replayed:
    """The rows that must be there, and the numbers of steps that are not as they were written.

    `unreadable` steps tell nothing; `astray` ones begin with rows that no step before them left.
    """

    rows: dict[Where, Row] = field(default_factory=dict)
    unreadable: list[int] = field(default_factory=list)
    astray: list[int] = field(default_factory=list)

    def follow(self, number: int, changed: tuple[RowChange, ...]) -> None:
        """Go through one more step."""
        if not all(agree(one.before, self.rows.get((one.table, one.key))) for one in changed):
            self.astray.append(number)
        for one in changed:
            if one.after is None:
                self.rows.pop((one.table, one.key), None)
            else:
                self.rows[one.table, one.key] = one.after


def replay(reading: Reading) -> Replayed:
    """Go through all steps. Raises storage.failures.Unreadable."""
    replayed = Replayed()
    for (number,), row in stored.rows(reading, "change"):
        step = number if isinstance(number, int) else 0
        changed = stored.row_changes(row)
        if changed is None:
            replayed.unreadable.append(step)
        else:
            replayed.follow(step, changed)
    return replayed


def agree(one: Row | None, other: Row | None) -> bool:
    """Whether two states of a row are the same in every column that both know."""
    if one is None or other is None:
        return one is other
    return all(other[name] == value for name, value in one.items() if name in other)
