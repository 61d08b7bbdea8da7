"""The window's shell: bars and three places side by side, there with the first frame.

It is painted empty in its final shape; what stands in it (`ui/room.py`) comes after that, and the
library is opened meanwhile.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QSplitter, QWidget

from annotator.ui import menus
from annotator.ui.actions import DEEDS, make_actions
from annotator.ui.desk import Desk
from annotator.ui.icons import icon
from annotator.ui.looks import Looks
from annotator.ui.remembered import Remembered
from annotator.ui.statusbar import StatusBar
from annotator.ui.toolbar import Toolbar
from annotator.ui.worker import Worker
from annotator.words import _

if TYPE_CHECKING:
    from annotator.services.listing import Listed, OpenArticle
    from annotator.services.noticing import News
    from annotator.ui.deeds import Deeds
    from annotator.ui.room import Room

_SIDES = [248, 820, 372]
_NARROWEST = (180, 360, 248)
"""All three fit into the smallest usual screen, 800 wide."""
_FRAME = QSize(8, 48)
"""As much as a system's frame takes; how much it is, is known only after it is drawn."""
_SHARES = (0.24, 0.33)
"""On a small screen lists and claims get this part of its width, so that the article has most."""
_ROOMY = 1200
"""From this width on all three panels have room beside each other."""
_PANELS = {"articles_panel": 0, "claims_panel": 2}


class MainWindow(QMainWindow):
    """One window on one library."""

    painted = Signal()
    """Once, after the first frame is on the screen."""

    def __init__(self, remembered: Remembered) -> None:
        super().__init__()
        self.setWindowTitle("Annotator")
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 420)
        self.remembered = remembered
        self.looks = Looks(remembered, self)
        self.desk = Desk(Worker(self), self)
        self.room: Room | None = None
        self.chosen_dir: Path | None = None
        """The library's folder, where it is not the usual one."""
        self._deeds: Deeds = {}
        self._was_painted = False
        self._may_lose = False
        self.actions_by_id = make_actions(self, self._do)
        self.tools = Toolbar(self.actions_by_id, self.looks.palette)
        self.status = StatusBar()
        self._build()
        self._connect()
        self._restore()
        self._colour()

    # What it is made of

    def _build(self) -> None:
        menus.fill(self.menuBar(), self.actions_by_id)
        self.addToolBar(self.tools)
        self.setStatusBar(self.status)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setHandleWidth(1)
        for look in ("panel", "ground", "panel"):
            self.sides.addWidget(_place(look))
        # Two panels and an article in large letters are wider than a narrow window.
        around = QScrollArea()
        around.setWidget(self.sides)
        around.setWidgetResizable(True)
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCentralWidget(around)
        self._settle_sides()

    def move_in(self) -> None:
        """Put the reader in; called once the first frame is painted."""
        from annotator.ui.room import Room

        self.room = Room(self)
        self.hang(page=self.room.page)

    def hang(
        self,
        articles: QWidget | None = None,
        page: QWidget | None = None,
        claims: QWidget | None = None,
    ) -> None:
        """Put widgets into their places, which keep their sizes."""
        sizes = self.sides.sizes()
        for place, widget in enumerate((articles, page, claims)):
            there = self._side(place)
            if widget is not None and widget is not there:
                hidden = there.isHidden()
                self.sides.replaceWidget(place, widget)
                widget.setVisible(not hidden)
                there.deleteLater()
        self._settle_sides()
        self.sides.setSizes(sizes)

    def _side(self, place: int) -> QWidget:
        side = self.sides.widget(place)
        assert side is not None
        return side

    def _settle_sides(self) -> None:
        self.sides.setStretchFactor(1, 1)
        for place, width in enumerate(_NARROWEST):
            self.sides.setCollapsible(place, False)
            # What stands there later knows better how narrow it may be.
            if not self._side(place).minimumWidth():
                self._side(place).setMinimumWidth(width)

    def _connect(self) -> None:
        desk, status = self.desk, self.status
        desk.opened.connect(self._opened)
        desk.not_started.connect(self._not_started)
        desk.news.connect(self._news)
        desk.listed.connect(self._listed)
        desk.history_changed.connect(self._show_history)
        desk.person_changed.connect(self.tools.person.show_person)
        desk.told.connect(status.say)
        desk.saved.connect(status.show_saved)
        desk.saved.connect(self._saved)
        desk.worker.busy_changed.connect(status.set_busy)
        desk.worker.under_way.connect(status.show_progress)
        desk.worker.progressed.connect(status.move_progress)
        self.looks.changed.connect(self._colour)

    def _opened(self, shown: "OpenArticle | None") -> None:
        if self.room is None:
            return
        self.room.opened(shown)
        if not self._deeds:
            # The article is read before the rest is built.
            self.page_now()
            self._furnish(self.room)
            if not self.remembered.yes("welcomed", False):
                self.room.welcome()

    def _not_started(self) -> None:
        if self.room:
            self._furnish(self.room)
            self.room.page.show_closed()
            self.status.show_closed()

    def _news(self, news: "News") -> None:
        if self.room:
            self.room.news(news)

    def _listed(self, listed: "tuple[Listed, ...]") -> None:
        if self.room:
            self.room.listed(listed)

    def page_now(self) -> None:
        """Paint what is shown without waiting for the next round of events."""
        if self.room:
            self.room.page.reader.viewport().repaint()

    def _furnish(self, room: "Room") -> None:
        from annotator.ui.deeds import deeds

        room.furnish()
        self._deeds = deeds(self, room)

    # What a person does

    def _do(self, deed: str) -> None:
        if deed in self._deeds:
            self._deeds[deed]()

    def show_panel(self, name: str) -> None:
        """Show or hide a panel as its action is checked."""
        place, sizes = _PANELS[name], self.sides.sizes()
        if sizes[place]:
            self._widths[place] = sizes[place]
        self._side(place).setVisible(self.actions_by_id[name].isChecked())
        self._make_room(*(other for other in _PANELS if other != name))
        # Qt gives a panel that comes back the least it may have; it was wider before.
        sizes[place] = self._widths[place]
        self.sides.setSizes(sizes)

    def _make_room(self, *panels: str) -> None:
        """Close these panels, one after the other, until what is shown has room; and say so."""
        for name in panels:
            shown = [one for one in map(self._side, range(3)) if not one.isHidden()]
            least = sum(one.minimumWidth() + self.sides.handleWidth() for one in shown)
            if (
                least - self.sides.handleWidth() > self.width()
                and not self._side(_PANELS[name]).isHidden()
            ):
                self.actions_by_id[name].setChecked(False)
                self._side(_PANELS[name]).hide()
                said = _("“{panel}” was closed: the window is too narrow for all panels.")
                self.status.say(said.format(panel=self.actions_by_id[name].text()))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def say_internal_error(self) -> None:
        """Say that something went wrong that nobody foresaw; it stands in the log already."""
        from annotator.ui.failures import internal_error

        self.desk.refused.emit(internal_error())

    # How it looks

    def _colour(self) -> None:
        palette = self.looks.palette
        self.actions_by_id[self.looks.chosen].setChecked(True)
        self.tools.set_palette(palette)
        for deed in DEEDS:
            if deed.icon:
                self.actions_by_id[deed.id].setIcon(icon(deed.icon, palette))
        if self.room:
            self.room.set_palette(palette)

    def show_title(self, title: str) -> None:
        """Name the article in the frame; Qt takes [*] for a sign of its own."""
        said = _("{title} — Annotator").format(title=title)
        self.setWindowTitle(said.replace("[*]", "[*][*]"))

    def _show_history(self, undo: str | None, redo: str | None) -> None:
        _name_step(self.actions_by_id["undo"], undo, _("Undo"), _("Undo: {step}"))
        _name_step(self.actions_by_id["redo"], redo, _("Redo"), _("Redo: {step}"))

    # Qt's own moments

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first frame the rest comes: an empty window at once beats a late full one."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panels are closed rather than cut off."""
        super().resizeEvent(event)
        self._make_room("articles_panel")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere, and so may a link from a browser."""
        if _files_of(event.mimeData()) or _link_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files in; a link is asked about before anything is fetched."""
        event.acceptProposedAction()
        if self.room is None:
            return
        files = _files_of(event.mimeData())
        if files:
            self.room.take_files(files)
        else:
            self.room.flush()
            self.room.files.ask_address(_link_of(event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:
        """Leaving the window ends a visit to a field."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what was typed, finish every step, remember how the window was left."""
        self._flush()
        refused = self.desk.finish()
        if refused and not self._may_lose:
            # What could not be written stands in the window; a second close means it.
            self._may_lose = True
            more = _("To leave without what is not saved, close the window once more.")
            self.desk.refused.emit(f"{refused} {more}")
            event.ignore()
            return
        if self.room:
            self.room.leave()
        self._keep()
        self._stop_arrivals()
        self.desk.stop()
        event.accept()

    def _saved(self, saved: bool) -> None:
        # What is typed from now on is other words, of which nobody has said that they may go.
        self._may_lose = self._may_lose and not saved

    def _stop_arrivals(self) -> None:
        from annotator.ui.arriving.arriving import Arriving  # loaded long since, if there is one

        for arriving in self.findChildren(Arriving):
            arriving.stop()

    def _flush(self) -> None:
        # Qt changes the window's state while it is being built, before there is anything to write.
        room = getattr(self, "room", None)
        if room:
            room.flush()

    def _keep(self) -> None:
        shown = {name: not self._side(at).isHidden() for name, at in _PANELS.items()}
        sizes = [
            now or before for now, before in zip(self.sides.sizes(), self._widths, strict=True)
        ]
        self.remembered.keep(geometry=self.saveGeometry(), sides=sizes, **shown)
        self.remembered.write()

    def _restore(self) -> None:
        if not self.restoreGeometry(self.remembered.shape("geometry")):
            screen = QGuiApplication.primaryScreen()
            room = screen.availableSize() - _FRAME if screen else self.size()
            self.resize(min(1440, room.width()), min(900, room.height()))
        sizes = self.remembered.numbers("sides")
        self._widths = sizes if len(sizes) == len(_SIDES) else usual_sides(self.width())
        # A small screen belongs to the article; its list is one key away.
        usual = {"articles_panel": self.width() >= _ROOMY, "claims_panel": True}
        for name, place in _PANELS.items():
            shown = self.remembered.yes(name, usual[name])
            self.actions_by_id[name].setChecked(shown)
            self._side(place).setVisible(shown)
        self.sides.setSizes(self._widths)
        self.status.show_zoom(self.remembered.number("zoom", 100))
        self._show_history(None, None)


def usual_sides(width: int) -> list[int]:
    """How wide the three panels are in a window that nobody has arranged yet."""
    articles, page, claims = _SIDES
    by_share = [round(width * share) for share in _SHARES]
    return [min(articles, by_share[0]), page, min(claims, by_share[1])]


def _place(look: str) -> QWidget:
    place = QWidget()
    place.setProperty("look", look)
    place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return place


def _name_step(action: QAction, label: str | None, bare: str, with_step: str) -> None:
    action.setText(with_step.format(step=_(label)) if label else bare)
    action.setEnabled(label is not None)


def _files_of(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _link_of(data: QMimeData) -> str:
    links = (url for url in data.urls() if url.scheme() in ("http", "https"))
    return next((link.toString(QUrl.ComponentFormattingOption.FullyEncoded) for link in links), "")
