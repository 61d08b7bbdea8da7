"""What is known about the article, above its text and each edited in place.

A widget of its own, because the document holds the canonical text and nothing else: a title or a
byline in it would shift every position.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.article import Article, Metadata
from annotator.model.edit import ArticleEdit
from annotator.model.ids import new_id
from annotator.ui.article.fold import FoldButton, in_one_line
from annotator.ui.flow import Flow
from annotator.ui.own_undo import OwnUndo
from annotator.words import N_, _, ngettext

_WRITTEN_AFTER_MS = 1_000
_ABOVE, _BELOW = 16, 4
"""Around the details, in px."""
_WIDEST = 34
"""How many average characters a field shows before it scrolls."""

_FIELDS: dict[str, str] = {
    "outlet": N_("Outlet"),
    "author": N_("Author"),
    "date": N_("Date"),
    "address": N_("Address"),
}


class DetailField(QLineEdit):
    """One detail: looks like text, is a field, and is as wide as its words."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "detail")
        self.setAccessibleName(name)
        self.setPlaceholderText(_("Unknown: find out"))
        self.setAccessibleDescription(self.placeholderText())
        self.setToolTip(_("Click to write down what you find out"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        OwnUndo(self)
        self.visit = new_id()
        self.unwritten = False
        """Whether something was typed that nobody took yet."""
        self.textChanged.connect(self._fit)
        self.textEdited.connect(self._was_edited)
        self._fit()

    def show_value(self, value: str) -> None:
        """Show a value, unless something else was typed here and is not written yet."""
        if not self.unwritten and value != self.text().strip():
            self.setText(value)
            self.setCursorPosition(0)

    def begin(self, value: str) -> None:
        """Show the value of another article, whoever is here."""
        self.unwritten = False
        self.show_value(value)

    def take(self) -> str:
        """What was typed, to be written now."""
        self.unwritten = False
        return self.text().strip()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A new visit begins: what is typed in it is one step of undo."""
        self.visit = new_id()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The visit ends."""
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the width right when the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _was_edited(self, _text: str) -> None:
        self.unwritten = True

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        words = self.text() or self.placeholderText()
        widest = metrics.averageCharWidth() * _WIDEST
        self.setFixedWidth(min(metrics.horizontalAdvance(words) + 18, widest))


class ArticleHead(QWidget):
    """Outlet, author, date and address; and the title, when the text does not begin with it."""

    described = Signal(object)
    """An ArticleEdit."""

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self._metadata = Metadata()
        """What is in the library, or on its way there."""
        self._visit = ""
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._title.setProperty("look", "headline")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._words = QLabel()
        self._words.setProperty("look", "soft")
        self._fields = {key: self._field(_(name)) for key, name in _FIELDS.items()}
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_WRITTEN_AFTER_MS)
        self._typing.timeout.connect(self.flush)
        # As high as a field, so that all stand on one line.
        self._words.setMinimumHeight(next(iter(self._fields.values())).sizeHint().height())
        self._fold = FoldButton()
        self._fold.clicked.connect(self._turn)
        self._is_low, self._is_open = False, False
        self._details = QWidget()
        row = Flow(self._details, spacing=16, down=2)
        for key, name in _FIELDS.items():
            row.add(_pair(_(name), self._fields[key]))
        row.add(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, _BELOW)
        column.setSpacing(_BELOW)
        for widget in (self._fold, self._details, self._title):
            column.addWidget(widget)
        self._fold.hide()

    def open_height(self, width: int) -> int:
        """How high it is with all its fields when it is that wide, in px."""
        height = _ABOVE + self._details.heightForWidth(width) + _BELOW
        if not self._title.isHidden():
            height += self._title.heightForWidth(width) + _BELOW
        return height

    def set_low(self, low: bool) -> None:
        """Whether there is so little height that the fields are folded into one line.

        Whoever is in a field keeps them.
        """
        if low == self._is_low:
            return
        self._is_low = low
        self._is_open = low and any(field.hasFocus() for field in self._fields.values())
        self._show_fold()

    def show_article(self, article: Article, first_line: str) -> None:
        """Show the details of another article: what stands in a field belongs to the last one."""
        self._typing.stop()
        for key, field in self._fields.items():
            field.begin(getattr(article.metadata, key))
        self.show_details(article, first_line)

    def show_details(self, article: Article, first_line: str) -> None:
        """Show the same article's details. `first_line` is the text's."""
        self._article, metadata = article, article.metadata
        self._metadata = metadata
        for key, field in self._fields.items():
            field.show_value(getattr(metadata, key))
        self._title.setText(metadata.title)
        self._title.setVisible(metadata.title.strip() != first_line.strip())
        self._say_fold()

    def show_words(self, number: int | None) -> None:
        """Say how many words the text has; None: they are not counted yet."""
        if number is None:
            self._words.setText("")
            return
        count = ngettext("{number} word", "{number} words", number)
        self._words.setText(count.format(number=f"{number:,}"))

    def flush(self) -> None:
        """Write what was typed and is not written yet."""
        self._typing.stop()
        if self._article is None:
            return
        # Only what was typed here: another field may hold what was taken back or changed meanwhile.
        given = {key: field.take() for key, field in self._fields.items() if field.unwritten}
        changed = replace(self._metadata, **given)
        if changed != self._metadata:
            self._metadata = changed
            seen = self._article.metadata
            self.described.emit(ArticleEdit(self._article.id, self._visit, seen, changed))

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_fold()

    def _show_fold(self) -> None:
        self._fold.setVisible(self._is_low)
        self._details.setVisible(self._is_open or not self._is_low)
        self._say_fold()

    def _say_fold(self) -> None:
        if not self._is_low:
            return
        if self._is_open:
            self._fold.say(_("Fold these details"), _("Makes one line of them"))
            return
        values = {_(name): self._fields[key].text().strip() for key, name in _FIELDS.items()}
        self._fold.say(in_one_line(values), _("Opens the fields to write down what you find out"))

    def _field(self, name: str) -> DetailField:
        field = DetailField(name)
        field.textEdited.connect(lambda _text: self._typed(field))
        field.returnPressed.connect(self.flush)
        field.left.connect(self.flush)
        return field

    def _typed(self, field: DetailField) -> None:
        self._visit = field.visit
        self._typing.start()


def _pair(name: str, field: QLineEdit) -> QWidget:
    label = QLabel(name)
    label.setProperty("look", "soft")
    label.setBuddy(field)
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(label)
    row.addWidget(field)
    return widget
