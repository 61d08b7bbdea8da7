"""Put rows into a state they had: the ground of undo and redo."""

from collections import defaultdict
from collections.abc import Iterable

from annotator.model.change import Row, RowChange
from annotator.storage import changes
from annotator.storage.failures import Conflict
from annotator.storage.lean import is_as, lacks_text, with_texts
from annotator.storage.step import Step


def put_back(step: Step, rows: Iterable[RowChange]) -> None:
    """Bring each row from its `before` to its `after`.

    Raises Conflict when a row is not as `before` says. Rows outside the list that depend on one
    that goes raise it when the step ends. All rows are taken out and then put in, so that two
    which exchange their spans never collide on the way.
    """
    by_table: defaultdict[str, list[RowChange]] = defaultdict(list)
    for one in rows:
        by_table[one.table].append(one)
    gone: dict[str, list[Row]] = {}
    for table, changed in by_table.items():
        there = step.rows(table, [one.key for one in changed])
        if not all(is_as(there.get(one.key), one.before) for one in changed):
            raise Conflict
        gone[table] = list(there.values())
        if any(map(lacks_text, changed)):
            by_table[table] = with_texts(changed, there, changes.taken_back(step))
    for table, some in gone.items():
        step.delete(table, some)
    for table, changed in by_table.items():
        for one in changed:
            if one.after is not None:
                step.insert(table, one.after)
