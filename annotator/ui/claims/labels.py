"""Small labels that never take text for markup, and hints in two weights."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.model.tags import Tag
from annotator.ui.badges import badge_pixmap
from annotator.ui.claims.look import Look


def plain_label(text: str = "", look: str = "", wraps: bool = False) -> QLabel:
    """A label whose text is shown as it is; `look` is its kind in the style sheet."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if look:
        label.setProperty("look", look)
    return label


class Badges(QWidget):
    """The badges of some tags in a row; the title beside them says the same in words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tags: tuple[Tag | None, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tags(self, tags: tuple[Tag | None, ...], look: Look) -> None:
        """Show these."""
        self._tags, self._look = tags, look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square for each, 4 px apart."""
        side, gap = self._look.badge, self._look.px(4)
        return QSize(len(self._tags) * (side + gap), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them from where reading begins."""
        painter = QPainter(self)
        side, gap = self._look.badge, self._look.px(4)
        ratio = self.devicePixelRatioF()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, tag in enumerate(self._tags):
            x = place * (side + gap)
            left = self.width() - side - x if rtl else x
            painter.drawPixmap(
                QPointF(left, (self.height() - side) / 2),
                badge_pixmap(tag, self._look.palette, side, ratio),
            )
        painter.end()


class TwoWeights(QLabel):
    """A sentence in bold and one that is not, flowing on; neither is ever taken for markup."""

    def __init__(self, bold: str, text: str) -> None:
        super().__init__(f"{bold} {text}")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._bold = bold

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is when it is that wide."""
        return round(self._laid_out(width).boundingRect().height() + 1)

    def sizeHint(self) -> QSize:
        """Room for a short line."""
        width = self.fontMetrics().averageCharWidth() * 24
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a word."""
        return QSize(self.fontMetrics().averageCharWidth() * 10, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        layout = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0), [], QRectF(self.rect()))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        bold = QTextLayout.FormatRange()
        bold.start, bold.length = 0, len(self._bold.encode("utf-16-le")) // 2
        bold.format = strong
        layout.setFormats([bold])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.1
        layout.endLayout()
        return layout
