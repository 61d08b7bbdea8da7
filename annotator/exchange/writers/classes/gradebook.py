"""The grade book: a row for each student, safe to open in a spreadsheet.

The words of the file are fixed English in every language: scripts rely on them. Those from whom
nothing came have a row, too, and those of whose hand-ins the teacher has to choose one. `found` and
`asked` are about the key, empty without one.
"""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC

from annotator.exchange.writers.csv import guarded
from annotator.model.claim import Outcome
from annotator.model.class_report import ClassReport
from annotator.model.class_students import Need, Student
from annotator.model.tags import Tag

COLUMNS = (
    *("student", "id", "handed_in", "made", "late", "number", "passages", "claims"),
    *("attributed", "contested", "verified", "open", "complete"),
    *("supports", "against", "nothing", "minimums_met"),
    *("found", "asked", "optional_found", "not_in_key", "anyway"),
)


def write(report: ClassReport, tick: Callable[[int], None]) -> bytes:
    """The table as RFC 4180 in UTF-8 with a byte order mark, which Excel wants."""
    lines = io.StringIO(newline="")
    table = csv.writer(lines, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for one in report.students:
        table.writerows(_rows(one, report.anonymous))
    blank = ("",) * (len(COLUMNS) - 3)
    for missing in report.needing:
        if Need.NOT_IN in missing.needs:
            id_ = "" if report.anonymous else missing.person
            table.writerow((guarded(missing.label), id_, "no", *blank))
    for waiting in report.waiting:
        table.writerow((guarded(waiting.label), "", "conflict", *blank))
    tick(report.size)
    return lines.getvalue().encode("utf-8-sig")


def _rows(one: Student, anonymous: bool) -> Iterator[tuple[str | int, ...]]:
    """A row; of a pair one for each of the two, as a grade book has them."""
    people = one.annotator.people
    alone = len(people) == 1 or anonymous
    for member in people:
        yield (
            guarded(one.label if alone else member.name),
            "" if anonymous else member.id,
            *_handed_in(one),
            one.progress.passages,
            one.claims,
            *(one.by_tag[tag] for tag in (*Tag, None)),
            one.complete,
            *(one.outcomes.get(outcome, 0) for outcome in Outcome),
            _yes(one.progress.is_met) if one.progress.minimums else "",
            *_key(one),
            guarded(one.hand_in.anyway) if one.hand_in else "",
        )


def _handed_in(one: Student) -> tuple[str | int, ...]:
    if one.hand_in is None:
        return "no", "", "", ""
    made = one.hand_in.made.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return "yes", made, _yes(one.late), one.hand_in.number


def _key(one: Student) -> tuple[str | int, ...]:
    compared = one.comparison
    if compared is None:
        return "", "", "", ""
    beyond = len(compared.not_in_key)
    return compared.found, compared.asked, compared.optional_found, beyond


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
