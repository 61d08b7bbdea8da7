"""How far the class agrees: a plain sentence first, the figures under Details."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.agreement import ALL
from annotator.model.tags import MEANINGS, Tag
from annotator.ui.classroom.agreeing import AgreementSeen, Figure, Two
from annotator.ui.classroom.parts import button, label
from annotator.ui.classroom.tables import Column, Table, TableModel
from annotator.words import _, ngettext


class AgreementPage(QWidget):
    """The sentence, and for those who ask the figures."""

    details_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said, self._warned = label(look="heading"), label(look="soft")
        self._details = button(_("Details"))
        self.setFocusProxy(self._details)
        self._details.setCheckable(True)
        self._details.toggled.connect(self._show_details)
        self._how = label(look="small")
        self._figures = TableModel(_figure_columns())
        self._pairs = TableModel(_pair_columns())
        self.figures = Table(_("Agreement by tag"), self._figures)
        self.pairs = Table(_("Agreement of each two"), self._pairs)
        self._pairs_said = label(look="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(10)
        for part in (self._said, self._warned, self._details, self._how):
            column.addWidget(part)
        self._details.setSizePolicy(
            self._details.sizePolicy().Policy.Fixed, self._details.sizePolicy().Policy.Fixed
        )
        column.addWidget(self.figures, 1)
        column.addWidget(self._pairs_said)
        column.addWidget(self.pairs, 2)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self._show_details(False)

    def show_waiting(self) -> None:
        """Say that it is being counted."""
        self._said.setText(_("Counting…"))
        self._warned.setText("")

    def forget_people(self) -> None:
        """Show nobody until it is counted again."""
        self.pairs.show_rows(())

    def show_agreement(self, seen: AgreementSeen) -> None:
        """Show what was counted."""
        self._said.setText(seen.sentences[0])
        self._warned.setText("\n".join(seen.sentences[1:]))
        self._warned.setVisible(len(seen.sentences) > 1)
        people = ngettext("{number} person", "{number} people", seen.annotators)
        units = ngettext("{number} word or sign", "{number} words and signs", seen.units)
        self._how.setText(
            _(
                "Krippendorff's alpha, nominal, over {units} and {people}: 1 is full agreement, 0 "
                "what chance would give. In brackets where the figure lies in 95 of 100 draws."
            ).format(
                units=units.format(number=seen.units), people=people.format(number=seen.annotators)
            )
        )
        self.figures.show_rows(seen.figures)
        self.pairs.show_rows(seen.pairs)
        self._pairs_said.setVisible(bool(seen.pairs) and self._details.isChecked())
        left = seen.pairs_in_all - len(seen.pairs)
        self._pairs_said.setText(
            _("Each two; the {number} that agree least").format(number=len(seen.pairs))
            if left
            else _("Each two")
        )

    def _show_details(self, on: bool) -> None:
        for part in (self._how, self.figures, self._pairs_said, self.pairs):
            part.setVisible(on)
        self._rest.setVisible(not on)
        if on:
            self.details_wanted.emit()


def said(alpha: float | None) -> str:
    """A figure in two places; a dash where it is not defined."""
    return "–" if alpha is None else f"{alpha:.2f}"


def _figure_columns() -> list[Column[Figure]]:
    order = [ALL, *(tag.value for tag in Tag)]
    return [
        Column(_("What"), _which, lambda one: order.index(one.which)),
        Column(_("Agreement"), lambda one: said(one.alpha), _by_alpha, is_number=True),
        Column(_("From, to"), _interval, _by_alpha, wide=True),
    ]


def _pair_columns() -> list[Column[Two]]:
    return [
        Column(
            _("Agreement"), lambda one: said(one.alpha), lambda one: _key(one.alpha), is_number=True
        ),
        Column(_("One"), lambda one: one.a),
        Column(_("The other"), lambda one: one.b, wide=True),
    ]


def _which(one: Figure) -> str:
    return _("All tags together") if one.which == ALL else _(MEANINGS[Tag(one.which)].name)


def _by_alpha(one: Figure) -> float:
    return _key(one.alpha)


def _key(alpha: float | None) -> float:
    return -2.0 if alpha is None else alpha


def _interval(one: Figure) -> str:
    if one.interval is None:
        return ""
    low, high = said(one.interval.low), said(one.interval.high)
    return _("({low} to {high})").format(low=low, high=high)
