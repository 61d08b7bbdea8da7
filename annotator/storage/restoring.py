"""Put rows into a state they had: the ground of undo, redo and recovery."""

from collections.abc import Iterable

from annotator.model.change import RowChange
from annotator.storage.failures import Conflict
from annotator.storage.step import Step


def put_back(step: Step, rows: Iterable[RowChange]) -> None:
    """Bring each row from its `before` to its `after`.

    Raises Conflict when a row is not as `before` says. Rows outside the list that depend on one
    that goes raise it when the step ends. All rows are taken out and then put in, so that two
    which exchange their spans never collide on the way.
    """
    wanted = list(rows)
    for one in wanted:
        if step.row(one.table, one.key) != one.before:
            raise Conflict
    for one in wanted:
        if one.before is not None:
            step.delete(one.table, [one.before])
    for one in wanted:
        if one.after is not None:
            step.insert(one.table, one.after)
