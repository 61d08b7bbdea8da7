"""A date, written or set to today; what cannot be read stays to be mended."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.ui.claims.days import UnreadableDayError, read_day
from annotator.ui.claims.fields import Field, Value
from annotator.ui.claims.input import Input
from annotator.words import _


class DayInput(Input):
    """A date, written or set to today."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_(field.example))
        self.today = QPushButton(_("Today"))
        self.today.setProperty("look", "quiet")
        self.problem = QLabel(_("Write it as {example}.").format(example=_(field.example)))
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("look", "warm")
        self.problem.hide()
        self._day: date | None = None
        self._arrange()
        self.line.textEdited.connect(self.typed)
        self.line.textChanged.connect(self._read)
        self.line.returnPressed.connect(self.chosen)
        self.line.editingFinished.connect(self._complain)
        self.today.clicked.connect(self._set_today)

    def value(self) -> date | None:
        """The date that was understood last, or None."""
        return self._day

    def unread(self) -> str:
        """What stands here, if it is no date."""
        text = self.line.text()
        return "" if _is_readable(text) else text

    def put_unread(self, text: str) -> None:
        """Show it with what is asked for; the date that was understood before stays."""
        self.line.setText(text)
        self._complain()

    def put(self, value: Value) -> None:
        """Show a date; None is an empty field. What could not be read stays to be mended."""
        if value != self._day:
            self.line.setText(value.isoformat() if isinstance(value, date) else "")

    def fresh(self) -> None:
        """No date, and nothing to mend."""
        self.line.setText("")

    def _arrange(self) -> None:
        self._take(self.line)
        self._take(self.today, _("Checked today"))
        column = QVBoxLayout()
        column.setSpacing(4)
        self._row.removeWidget(self.line)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self._row.insertLayout(0, column, 1)
        self._row.setSpacing(8)
        self._row.setAlignment(self.today, Qt.AlignmentFlag.AlignTop)

    def _read(self, text: str) -> None:
        try:
            self._day = read_day(text)
        except UnreadableDayError:
            return
        self.problem.hide()

    def _complain(self) -> None:
        if self.unread():
            self.problem.show()

    def _set_today(self) -> None:
        # The person's own day, not the one in UTC.
        self.line.setText(date.today().isoformat())  # noqa: DTZ011
        self.chosen.emit()


def _is_readable(text: str) -> bool:
    try:
        read_day(text)
    except UnreadableDayError:
        return False
    return True
