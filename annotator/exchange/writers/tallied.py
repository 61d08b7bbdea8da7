"""What each person did on an article as a table: the numbers behind the sentences."""

from collections.abc import Iterator, Sequence

from annotator.model.passages import Tally
from annotator.model.report import PersonWork
from annotator.model.tags import MEANINGS, Tag
from annotator.words import _


def columns() -> tuple[str, ...]:
    """The heads of the columns: who, then as many numbers as `tallied` gives."""
    tags = (_(MEANINGS[tag].name) for tag in (*Tag, None))
    return _("Person"), _("Passages"), *tags, _("Unfinished")


def tallied(work: Sequence[PersonWork]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """A row for each person, and one for all of them together where they are several."""
    rows = [(one.label, _numbers(one.tally)) for one in work]
    yield from rows
    if len(rows) > 1:
        columns_ = zip(*(numbers for _label, numbers in rows), strict=True)
        yield _("All together"), tuple(map(sum, columns_))


def _numbers(tally: Tally) -> tuple[int, ...]:
    return tally.claims, *(tally.tags[tag] for tag in Tag), tally.open, tally.unfinished
