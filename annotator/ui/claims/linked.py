"""The links of the open claim: each shown by the other claim's words, which lead there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.claim import Link, LinkRole
from annotator.ui.claims.labels import plain_label
from annotator.ui.claims.look import Look
from annotator.ui.icons import icon
from annotator.ui.quoting import in_quotes
from annotator.words import N_, _

ROLES: dict[LinkRole, str] = {
    LinkRole.DISAGREES: N_("Disagrees with this"),
    LinkRole.RELATED: N_("Belongs to this"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A link as it is shown; `quote` is "" for a claim that is not in this library."""

    link: Link
    quote: str
    place: str


class Linked(QWidget):
    """The links, one below the other. `followed` carries a claim's id, `removed` a place."""

    followed = Signal(str)
    removed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Shown, ...] = ()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Paint in these colours."""
        self._look = look
        for row in self._rows:
            row.set_look(look)

    def show_links(self, links: Sequence[Shown]) -> bool:
        """Show these. Returns whether anything had to be changed."""
        if tuple(links) == self._shown:
            return False
        self._shown = tuple(links)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(one, self._look) for one in links]
        for place, row in enumerate(self._rows):
            row.go.clicked.connect(lambda _on, row=row: self.followed.emit(row.shown.link.claim))
            row.remove.clicked.connect(lambda _on, place=place: self.removed.emit(place))
            self._column.addWidget(row)
            row.show()
        self.setVisible(bool(links))
        return True

    def targets(self) -> Iterator[QWidget]:
        """What takes the focus."""
        for row in self._rows:
            if row.go.isEnabled():
                yield row.go
            yield row.remove


class _Row(QWidget):
    def __init__(self, shown: Shown, look: Look) -> None:
        super().__init__()
        self.shown = shown
        role = _(ROLES[shown.link.role])
        quote = shown.quote or _("a claim that is not here")
        self.go = ElidedButton(in_quotes(quote) if shown.quote else quote)
        self.go.setEnabled(bool(shown.quote))
        self.go.setAccessibleName(_("{role}: {quote}").format(role=role, quote=quote))
        self.remove = QToolButton()
        self.remove.setProperty("look", "small")
        self.remove.setToolTip(_("Remove this link"))
        self.remove.setAccessibleName(_("Remove the link to: {quote}").format(quote=quote))
        top = QHBoxLayout()
        top.addWidget(plain_label(role, "label"), 1)
        top.addWidget(plain_label(shown.place, "label"))
        bottom = QHBoxLayout()
        bottom.addWidget(self.go, 1)
        bottom.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(bottom)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self.go.setFont(look.quote)
        self.remove.setIcon(icon("close", look.palette, look.palette.soft))


class ElidedButton(QPushButton):
    """A button whose text is cut where it does not fit, and never read as markup or mnemonic."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("look", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = " ".join(text.split("\n"))

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().height() + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button, and as much of the text as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        room = self.rect().adjusted(8, 0, -8, 0)
        painter.setFont(self.font())
        role = self.palette().link() if self.isEnabled() else self.palette().placeholderText()
        painter.setPen(role.color())
        words = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(lead | Qt.TextFlag.TextSingleLine), words)
        painter.end()
