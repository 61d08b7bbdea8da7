"""The register of sources as a list shows it, and the card that each is painted as."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from annotator.model.claim import Source
from annotator.model.register import Line, SourceKey
from annotator.ui.claims.card import State, paint_frame
from annotator.ui.claims.fields import KINDS, STAKES
from annotator.ui.claims.look import PAD, Look
from annotator.ui.claims.wording import source_name
from annotator.words import _, ngettext

_ROOT = QModelIndex()
_ELIDED = Qt.TextElideMode.ElideRight


class SourcesModel(QAbstractListModel):
    """One row a source."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show these sources."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_of(self, key: SourceKey) -> int:
        """The row of a source, or -1."""
        return next((row for row, line in enumerate(self.lines) if line.key == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many sources there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name, or an entry's accessible name."""
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return called(line.source)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (called(line.source), described(line.source), hanging(line.claims))
            return "; ".join(part for part in parts if part)
        return None


def called(source: Source) -> str:
    """A source's name, or words for one without."""
    return source_name(source) or _("no name yet")


def described(source: Source) -> str:
    """Its kind and stake in a few words; "" where neither is known."""
    words = [_(words) for kind, words in KINDS if kind and kind == source.kind]
    words += [_(words) for stake, words in STAKES if stake == source.stake]
    return " · ".join(words)


def hanging(number: int) -> str:
    """How many claims hang on it."""
    return ngettext("{number} claim", "{number} claims", number).format(number=number)


def source_height(look: Look) -> int:
    """The height of a closed card."""
    return 2 * look.px(PAD) + look.head + look.px(2) + look.foot


def paint_source(
    painter: QPainter, rect: QRect, line: Line, look: Look, state: State, rtl: bool
) -> None:
    """Paint a source: its name and number of claims, below that its kind and stake."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_frame(painter, rect, look, state)
    pad = look.px(PAD)
    inner = rect.adjusted(pad, pad, -pad, -pad)
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    lead = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    flags = int(lead | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)

    number = hanging(line.claims)
    wide = QFontMetrics(look.small).horizontalAdvance(number)
    room = inner.width() - wide - look.px(8)
    painter.setFont(look.small)
    painter.setPen(look.palette.soft)
    place = QRect(inner.right() + 1 - wide, inner.top(), wide, look.head)
    painter.drawText(QStyle.visualRect(direction, rect, place), flags, number)
    below = QRect(inner.left(), inner.bottom() + 1 - look.foot, inner.width(), look.foot)
    words = described(line.source) or _("kind and stake not said yet")
    words = QFontMetrics(look.small).elidedText(words, _ELIDED, inner.width())
    painter.drawText(QStyle.visualRect(direction, rect, below), flags, words)

    painter.setFont(look.title)
    painter.setPen(look.palette.ink)
    name = QFontMetrics(look.title).elidedText(called(line.source), _ELIDED, room)
    place = QRect(inner.left(), inner.top(), room, look.head)
    painter.drawText(QStyle.visualRect(direction, rect, place), flags, name)
    painter.restore()
