"""The table of students: how much each did, and when it came."""

from annotator.exchange.writers import wording
from annotator.exchange.writers.classes.blocks import Cell, Column, Grid
from annotator.exchange.writers.looks import look
from annotator.model.claim import Outcome
from annotator.model.class_report import ClassReport
from annotator.model.class_students import Student
from annotator.model.tags import MEANINGS, Tag
from annotator.words import _

_NOT_BROKEN = "\u00a0"


def students_grid(report: ClassReport) -> Grid:
    """A row each; with a key, how many of its claims were found."""
    keyed = bool(report.key)
    names = (
        *(_("Passages"), *(_(MEANINGS[tag].name) for tag in (*Tag, None)), _("Complete")),
        *(_("Supports"), _("Against"), _("Nothing")),
    )
    columns = [Column(_("Student"), 0.2)]
    columns += [Column(name, 0.07, is_number=True) for name in names]
    columns += [Column(_("Key"), 0.07)] if keyed else []
    columns.append(Column(_("Handed in"), 0.14))
    caption = _("How much each marked, what is complete, and how checks came out")
    rows = [_row(one, keyed) for one in report.students]
    return Grid(caption, columns, rows, on_paper=_on_paper(report, keyed))


def _on_paper(report: ClassReport, keyed: bool) -> Grid:
    """The same with the letters of the tags, and all checks in one column."""
    shown = [look(tag) for tag in (*Tag, None)]
    columns = [Column(_("Student"), 0.22), Column(_("Passages"), 0.11, is_number=True)]
    columns += [Column(one.letter, 0.05, is_number=True) for one in shown]
    columns += [Column(_("Complete"), 0.11, is_number=True), Column(_("Checks"), 0.18)]
    columns += [Column(_("Key"), 0.09)] if keyed else []
    columns.append(Column(_("Handed in"), 0.14))
    caption = _("How much each marked ({letters}), what is complete, and how checks came out")
    letters = ", ".join(f"{one.letter} {one.name.casefold()}" for one in shown)
    rows = []
    for one in report.students:
        row, first = _row(one, keyed), 2 + len(shown)
        checked = ", ".join(
            f"{one.outcomes[outcome]} {_(name)}"
            for outcome, name in wording.OUTCOMES.items()
            if outcome and one.outcomes.get(outcome)
        )
        rows.append((*row[: first + 1], checked or "–", *row[first + 1 + len(Outcome) :]))
    return Grid(caption.format(letters=letters), columns, rows)


def handed_in(one: Student) -> str:
    """When it came, and whether that was late."""
    if one.hand_in is None:
        return "–"
    day = f"{one.hand_in.made.astimezone():%Y-%m-%d}"
    return _("{day}, late").format(day=day) if one.late else day


def _row(one: Student, keyed: bool) -> tuple[Cell, ...]:
    found: tuple[Cell, ...] = ()
    if keyed:
        compared = one.comparison
        said = _("{number} of {of}").replace(" ", _NOT_BROKEN)
        found = (said.format(number=compared.found, of=compared.asked) if compared else "–",)
    return (
        one.label,
        one.progress.passages,
        *(one.by_tag[tag] for tag in (*Tag, None)),
        one.complete,
        *(one.outcomes.get(outcome, 0) for outcome in Outcome),
        *found,
        handed_in(one),
    )
