"""Two versions side by side, and what becomes of each claim.

Before a newer version is stored it is decided here; later the same page only tells.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.model.article import Article
from annotator.model.differences import Row
from annotator.model.span import Span
from annotator.services.versioning import Versions
from annotator.ui.dates import short_day
from annotator.ui.dialogs.dialog import Question
from annotator.ui.flow import Flow
from annotator.ui.palette import Palette
from annotator.ui.versions.claims import FateDelegate, FateModel
from annotator.ui.versions.decisions import Decisions
from annotator.ui.versions.one_claim import OneClaim
from annotator.ui.versions.texts import Texts, small_button
from annotator.words import _, ngettext

_SIZE = QSize(1180, 860)
_AROUND = 96
"""What is at both sides of the claims, and a scroll bar, in px."""
_LINES = 13
"""So many lines of the interface's letters are the claims high."""


class VersionsPage(Question):
    """The page; with `is_open` it asks, and `agreed` carries what was decided."""

    agreed = Signal(object)
    """The choices, by claim."""

    def __init__(
        self,
        parent: QWidget,
        versions: Versions,
        rows: Sequence[Row],
        palette: Palette,
        *,
        is_open: bool,
        zoom: int = 100,
    ) -> None:
        self._decisions = Decisions(versions, is_open=is_open)
        differ = sum(row.differs for row in rows)
        super().__init__(
            parent,
            _("Add a newer version") if is_open else _("Earlier and newer version"),
            " ".join(
                filter(
                    None,
                    (
                        _titled(versions),
                        self._decisions.summary(),
                        _differing(differ),
                        _said(versions),
                    ),
                )
            ),
        )
        names = [
            _name(_("Earlier version"), _when(versions.old)),
            _name(_("Newer version"), versions.new.origin if is_open else _when(versions.new)),
        ]
        self.texts = Texts(versions.texts, rows, palette, zoom, names)
        self.claim = OneClaim(self._decisions)
        self._model = FateModel(self._decisions)
        self._stays = QLabel()
        self._stays.setProperty("look", "small")
        self._stays.setWordWrap(True)
        self.list = self._make_list(palette)
        self._lay_out(palette, bool(versions.fates))
        self._add_end(is_open)
        self._connect()
        self.take_room(_SIZE)
        self.list.setCurrentIndex(self._model.index(0))
        self._say_outcome()
        (self.list if versions.fates else self.texts.new).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """In large letters the claim stands below the list, not beside it."""
        super().showEvent(event)
        if self._below.minimumSizeHint().width() > self.width() - _AROUND:
            self._below.setOrientation(Qt.Orientation.Vertical)

    def next_claim(self) -> None:
        """Look at the next claim."""
        self._step(1)

    def previous_claim(self) -> None:
        """Look at the claim before."""
        self._step(-1)

    def accept(self) -> None:
        """Say what was decided."""
        if self._decisions.is_open:
            self.agreed.emit(dict(self._decisions.choices))
        super().accept()

    def _make_list(self, palette: Palette) -> QListView:
        view = QListView()
        view.setAccessibleName(_("Claims and what becomes of them"))
        view.setModel(self._model)
        view.setItemDelegate(FateDelegate(palette))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMinimumSize(160, 60)
        return view

    def _lay_out(self, palette: Palette, has_claims: bool) -> None:
        below = self._below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(self._list_side(palette))
        below.addWidget(self.claim)
        below.setSizes([420, 620])
        sides = QSplitter(Qt.Orientation.Vertical)
        sides.addWidget(self.texts)
        sides.addWidget(below)
        sides.setStretchFactor(0, 1)
        lines = QFontMetrics(self.font()).height()
        sides.setSizes([_SIZE.height(), _LINES * lines])
        for splitter in (below, sides):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        below.setVisible(has_claims)
        self.body.addWidget(sides)
        self.fill_with_body()

    def _list_side(self, palette: Palette) -> QWidget:
        side = QWidget()
        heading = QLabel(_("Claims"))
        heading.setProperty("look", "strong")
        self._only = QCheckBox(_("Only changed and lost"))
        head = QWidget()
        row = Flow(head)
        row.add(heading)
        for name, picture, go in (
            (_("Previous claim"), "previous", self.previous_claim),
            (_("Next claim"), "next", self.next_claim),
        ):
            row.add(small_button(name, picture, palette, go))
        row.add(self._only)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 8, 8, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        return side

    def _add_end(self, is_open: bool) -> None:
        if not is_open:
            self.add_close()
            return
        self.body.addWidget(self._stays)
        box = self.add_buttons(_("Add as new version"), _("Cancel"))
        for button in box.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show)
        self.claim.decided.connect(self._decide)
        self.texts.selection_changed.connect(self._selected)
        self._only.toggled.connect(self._choose)
        for keys, call in (
            ("F6", self.next_claim),
            ("Shift+F6", self.previous_claim),
            ("F7", self.texts.next_difference),
            ("Shift+F7", self.texts.previous_difference),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(call)

    def _step(self, by: int) -> None:
        number = self._model.rowCount()
        if number:
            self.list.setCurrentIndex(
                self._model.index((self.list.currentIndex().row() + by) % number)
            )

    def _choose(self, only: bool) -> None:
        self._model.only_asked(only)
        self.list.setCurrentIndex(self._model.index(0))
        if not self._model.rowCount():
            self._show(QModelIndex())

    def _show(self, index: QModelIndex) -> None:
        fate = self._model.at(index)
        self.claim.show_claim(fate)
        if fate:
            self.texts.show_claim(fate.claim.span, self._decisions.place(fate) or fate.span)

    def _selected(self) -> None:
        self.claim.show_selected(self.texts.new.selected())

    def _decide(self, place: Span | None) -> None:
        index = self.list.currentIndex()
        fate = self._model.at(index)
        if fate is None:
            return
        self._decisions.take(fate, place)
        self._model.decided(index)
        self._show(index)
        self._say_outcome()
        said = QAccessibleAnnouncementEvent(self, self._decisions.state(fate))
        QAccessible.updateAccessibility(said)

    def _say_outcome(self) -> None:
        self._stays.setText(self._decisions.outcome())


def _differing(number: int) -> str:
    return ngettext("{number} paragraph differs.", "{number} paragraphs differ.", number).format(
        number=number
    )


def _said(versions: Versions) -> str:
    """What else is to be known before it is stored."""
    said = list(versions.notes)
    if versions.dropped:
        number = len(versions.dropped)
        said.append(
            ngettext(
                "{number} paragraph around the article was left out.",
                "{number} paragraphs around the article were left out.",
                number,
            ).format(number=number)
        )
    return " ".join(said)


def _titled(versions: Versions) -> str:
    return _("“{title}”.").format(title=versions.new.metadata.title)


def _when(article: Article) -> str:
    """Which day it is from, as far as that is known."""
    day = short_day(article.added.astimezone())
    return article.metadata.date or _("added {day}").format(day=day)


def _name(version: str, of: str) -> str:
    return _("{version} · {of}").format(version=version, of=of)
