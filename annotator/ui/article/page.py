"""The middle of the window: hints and refusals, the details, the text, and find at its foot."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from annotator.bundled import SAMPLE_SHA256
from annotator.model.article import Article
from annotator.model.text import title_of
from annotator.ui.article.head import ArticleHead
from annotator.ui.article.notice import Notice, Offer
from annotator.ui.palette import Palette
from annotator.ui.reader.findbar import FindBar
from annotator.ui.reader.view import ReaderView
from annotator.ui.tab_order import put_before
from annotator.words import _

_COUNTED_AT_ONCE = 100_000
"""Characters: the words of a longer text are counted when it can be read already."""
_COUNTED_AFTER_MS = 100

_TEXT_SHARE = 0.5
"""This much of the window's height belongs to the text; else the details are folded."""
_AROUND_NOTE, _SIDE = 6, 16
"""Above and below the sample's note; at the side of what stands around a text; in px."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


class ArticlePage(QWidget):
    """Either an article with all that belongs to it, or what to do when there is none."""

    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setProperty("look", "ground")
        self.reader = ReaderView(palette)
        self.head = ArticleHead()
        self.hint = Notice(_("First hint"), warm=False)
        self.refusal = Notice(_("Message"), warm=True)
        self.find_bar = FindBar(self.reader)
        self._sample_note = QLabel(
            _("Some words were lost when this was copied from the web; we never repair a text.")
        )
        self._sample_note.setWordWrap(True)
        self._sample_note.setProperty("look", "small")
        self._notices = [self.hint, self.refusal]
        self._of_head = _held(self.head)
        self._of_note = _held(self._sample_note, around=_AROUND_NOTE)
        notices = [_held(one) for one in self._notices]
        self._holders = [*notices, self._of_head, self._of_note]
        self._sides = QStackedWidget()
        self._article, self._empty = self._article_side(), self._empty_side()
        for side in (self._article, self._empty):
            self._sides.addWidget(side)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (*notices, self._sides):
            column.addWidget(widget)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.reader.column_moved.connect(self._column_moved)
        for notice in self._notices:
            notice.grown.connect(self._make_room)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNTED_AFTER_MS)
        self._counting.timeout.connect(self._count_words)

    def show_article(self, article: Article, text: str) -> None:
        """Show the details of an article; its text goes to the reader by itself."""
        self._sides.setCurrentWidget(self._article)
        self._first_line = title_of(text)
        self._text = text
        self.head.show_article(article, self._first_line)
        self.head.show_words(None)
        if len(text) <= _COUNTED_AT_ONCE:
            self._count_words()
        else:
            self._counting.start()
        self._of_note.setVisible(article.sha256 == SAMPLE_SHA256)
        self._make_room()

    def show_details(self, article: Article) -> None:
        """Show other details of the same article."""
        self.head.show_details(article, self._first_line)

    def set_palette(self, palette: Palette) -> None:
        """Follow another palette."""
        self.reader.set_palette(palette)
        self.find_bar.set_palette(palette)

    def say_done(self, sentence: str, offers: Sequence[Offer]) -> None:
        """Say what was done, and offer what can be done with it."""
        if self.done is None:
            # Few windows need it, and none for its first article.
            self.done = Notice(_("Done"), warm=False)
            self.done.grown.connect(self._make_room)
            self._notices.append(self.done)
            self._holders.append(_held(self.done))
            self._column.insertWidget(0, self._holders[-1])
            put_before(self.done, self._sides)
            self._align()
        self.done.say(sentence, offers)

    def show_nothing(self) -> None:
        """Say what to do when there is no article."""
        self._sides.setCurrentWidget(self._empty)

    def is_empty(self) -> bool:
        """Whether there is no article to read."""
        return self._sides.currentWidget() is self._empty

    def show_closed(self) -> None:
        """The library could not be opened; why stands in the message above."""
        self.show_nothing()
        self._empty_title.setText(_("The library is closed"))
        self._empty_words.setText(
            _("Nothing was changed in it. What to do stands above; then start Annotator again.")
        )
        for button in self._empty.findChildren(QPushButton):
            button.hide()

    done: Notice | None = None
    """The notice of `say_done`, once there was one."""
    _first_line = ""
    _text = ""

    def _count_words(self) -> None:
        self._counting.stop()
        self.head.show_words(len(_WORD.findall(self._text)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may be too low for all that stands around the text."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Give the text half of the window at least: fold what stands around it, or unfold it.

        It is reckoned for what is not folded, so that folding cannot be a reason to unfold.
        """
        width = self._text_column().width()
        around = [one for one in self._notices if not one.isHidden()]
        taken = sum(one.heightForWidth(width) for one in around) + self.head.open_height(width)
        if not self._of_note.isHidden():
            taken += self._sample_note.heightForWidth(width) + 2 * _AROUND_NOTE
        low = self.height() - taken < self.window().height() * _TEXT_SHARE
        if low != self._is_low:
            self._is_low = low
            self.head.set_low(low)
            self._align()

    _is_low = False

    def _column_moved(self) -> None:
        self._align()
        self._make_room()

    def _align(self) -> None:
        column = self._text_column()
        for holder in self._holders:
            right = max(0, holder.width() - column.right() - 1)
            if self._is_low and holder is not self._of_head:
                # Sentences may have the margin of the badges too: they need fewer lines there.
                right = min(right, _SIDE)
            holder.setContentsMargins(column.left(), 0, right, 0)

    def _text_column(self) -> QRect:
        column = self.reader.text_column()
        column.translate(self.reader.pos())
        return column

    def _article_side(self) -> QWidget:
        side = QWidget()
        side.setProperty("look", "ground")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._of_head)
        column.addWidget(self.reader, 1)
        column.addWidget(self._of_note)
        column.addWidget(self.find_bar)
        self._of_note.hide()
        self.find_bar.hide()
        return side

    def _empty_side(self) -> QWidget:
        side = QWidget()
        side.setProperty("look", "ground")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._empty_title = title = QLabel(_("No article here yet"))
        title.setProperty("look", "heading")
        self._empty_words = words = QLabel(
            _("Open the file that you were given, or drop it on this window.")
        )
        words.setProperty("look", "soft")
        large = QPushButton(_("Open a file"))
        large.setProperty("look", "primary")
        large.setMinimumSize(220, 48)
        large.clicked.connect(self.open_asked)
        sample = QPushButton(_("Show the sample article"))
        sample.setProperty("look", "quiet")
        sample.clicked.connect(self.sample_asked)
        column = QVBoxLayout(side)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (title, words, large, sample):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return side


def _held(widget: QWidget, around: int = 0) -> QWidget:
    """The widget in a holder whose margins put it into the text's column."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, around, 0, around)
    column.addWidget(widget)
    return holder
