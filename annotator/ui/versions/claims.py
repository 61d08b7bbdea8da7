"""The claims of the earlier version as a list: what becomes of each, and its words."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.carrying import Fate
from annotator.ui.fonts import INTERFACE, SMALL, sans
from annotator.ui.grounds import paint_ground
from annotator.ui.palette import Palette
from annotator.ui.versions.decisions import Decisions
from annotator.words import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SIDE, _TOP = 12.0, 6.0


class FateModel(QAbstractListModel):
    """Rows are claims, in the order of the earlier text."""

    def __init__(self, decisions: Decisions) -> None:
        super().__init__()
        self.decisions = decisions
        self._shown: list[Fate] = list(decisions.versions.fates)

    def only_asked(self, only: bool) -> None:
        """Show those alone that somebody should look at."""
        self.beginResetModel()
        every = self.decisions.versions.fates
        self._shown = [one for one in every if not only or self.decisions.is_asked(one)]
        self.endResetModel()

    def at(self, index: Index) -> Fate | None:
        """The claim of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def decided(self, index: Index) -> None:
        """Something was decided for the claim of a row."""
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The quote, then what becomes of it; that is also what a screen reader says."""
        fate = self.at(index)
        if fate is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        return _("{quote}, {state}").format(quote=self.decisions.quote(fate), state=self.said(fate))

    def said(self, fate: Fate) -> str:
        """What becomes of a claim, and whose it is."""
        name, state = self.decisions.name(fate), self.decisions.state(fate)
        return _("{state} · {name}").format(state=state, name=name) if name else state


class FateDelegate(QStyledItemDelegate):
    """Paints a claim in two lines: what becomes of it, and its words."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The same for all."""
        fonts = _fonts(option)
        height = sum(QFontMetricsF(one).height() for one in fonts)
        return QSize(160, round(height + 2 * _TOP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row as it is now."""
        model = index.model()
        fate = model.at(index) if isinstance(model, FateModel) else None
        if fate is None or not isinstance(model, FateModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, QRectF(option.rect).adjusted(4, 1, -4, -1), option, self._palette)
        # In its own direction, whatever that of the window is.
        lines = (model.said(fate), f"\u2068{model.decisions.quote(fate)}\u2069")
        box = QRectF(option.rect).adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        needs = model.decisions.is_open and model.decisions.is_asked(fate)
        colours = (self._palette.ink if needs else self._palette.soft, self._palette.ink)
        top = box.top()
        for line, font, colour in zip(lines, _fonts(option, bold=needs), colours, strict=True):
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(colour)
            cut = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
            row = QRectF(box.left(), top, box.width(), metrics.height())
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
            top += metrics.height()
        painter.restore()


def _fonts(option: QStyleOptionViewItem, *, bold: bool = False) -> tuple[QFont, QFont]:
    usual = sans(INTERFACE).pointSizeF()
    now = option.font.pointSizeF()
    scale = now / usual if now > 0 else 1.0
    weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
    return sans(SMALL * scale, weight), sans(INTERFACE * scale)
