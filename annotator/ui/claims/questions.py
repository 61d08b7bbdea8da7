"""The hints of the open claim: questions on a quiet ground, each with a button to put it away."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.model.hints import Hint
from annotator.ui.claims.labels import TwoWeights
from annotator.ui.claims.look import Look
from annotator.ui.icons import icon
from annotator.words import _


class Questions(QWidget):
    """The hints, one below the other; `dismissed` carries a hint's id."""

    dismissed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Hint, ...] = ()
        self._cards: list[_Question] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Paint in these colours."""
        self._look = look
        for card in self._cards:
            card.set_look(look)

    def ask(self, hints: Sequence[Hint]) -> bool:
        """Show these. Returns whether anything had to be changed."""
        if tuple(hints) == self._shown:
            return False
        self._shown = tuple(hints)
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [_Question(hint, self._look) for hint in hints]
        for card in self._cards:
            card.away.clicked.connect(lambda _checked, name=card.hint.id: self._put_away(name))
            self._column.addWidget(card)
            card.show()
        self.setVisible(bool(hints))
        return True

    def targets(self) -> Iterator[QWidget]:
        """What takes the focus."""
        return (card.away for card in self._cards)

    def _put_away(self, name: str) -> None:
        self.dismissed.emit(name)


class _Question(QFrame):
    def __init__(self, hint: Hint, look: Look) -> None:
        super().__init__()
        self.hint = hint
        self.setProperty("look", "hint")
        self.setAccessibleName(_("Hint"))
        mark = QLabel("?")
        mark.setProperty("look", "soft")
        self.away = QToolButton()
        self.away.setProperty("look", "small")
        self.away.setToolTip(_("Put this question away"))
        self.away.setAccessibleName(
            _("Put this question away: {question}").format(question=f"{hint.bold} {hint.text}")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(8), look.px(4), look.px(8))
        row.setSpacing(look.px(8))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TwoWeights(hint.bold, hint.text), 1)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self.away.setIcon(icon("close", look.palette, look.palette.soft))
