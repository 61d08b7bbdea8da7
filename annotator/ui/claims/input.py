"""What every control of a field is: it takes and gives one value, and says when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.claims.fields import Field, Value
from annotator.ui.own_undo import OwnUndo
from annotator.words import _


class Input(QWidget):
    """A control for one field. `targets` are the widgets that take its focus."""

    typed = Signal()
    chosen = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.targets: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def value(self) -> Value:
        """What the field says."""
        raise NotImplementedError

    def put(self, value: Value) -> None:
        """Show a value without saying that somebody typed or chose it."""
        raise NotImplementedError

    def fresh(self) -> None:
        """Forget what stands here, and what was typed before."""
        self.put("")

    def unread(self) -> str:
        """What was typed and cannot be understood, or ""."""
        return ""

    def put_unread(self, text: str) -> None:
        """Show again what could not be understood, and what is wrong with it."""

    def _take(self, widget: QWidget, name: str = "") -> None:
        widget.setAccessibleName(name or _(self.field.label))
        self.targets.append(widget)
        OwnUndo(widget)
        # No focus proxy: Tab would enter the same widget twice and never come out again.
        self._row.addWidget(widget)
