"""The class window: on the left what can be looked at, in the middle that, on the right answers.

A window of its own beside the main one, on the same library and thread. It shows what it is given
(`ClassSeen`) and says what somebody wants; the one who answers is `classes.py`.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from annotator.model.mentions import Rule
from annotator.ui.article.notice import Notice
from annotator.ui.classroom import keys, navigation
from annotator.ui.classroom.navigation import Navigation
from annotator.ui.classroom.pages import WORK, Pages
from annotator.ui.classroom.questions import Questions
from annotator.ui.classroom.seen import ClassSeen, KeyClaim
from annotator.ui.classroom.side import Side
from annotator.ui.classroom.sides import Sides
from annotator.ui.classroom.toolbar import ClassToolbar
from annotator.ui.classroom.wording import told_apart
from annotator.ui.palette import Palette
from annotator.ui.statusbar import StatusBar
from annotator.words import _, ngettext

_WITH_SIDE = (navigation.HEAT, navigation.PASSAGES, navigation.KEY, WORK)
"""Where there is something to show on the right."""
_STEP = 10


class ClassWindow(QMainWindow):
    """One class on one article."""

    closed = Signal()
    files_dropped = Signal(object)
    """Local files and folders: their paths."""
    agreement_wanted = Signal()
    names_hidden_changed = Signal(bool)

    def __init__(self, palette: Palette, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 420)
        self.resize(1280, 800)
        self.seen: ClassSeen | None = None
        self.names_hidden = False
        self._place = navigation.HEAT
        self._passage = self._student = ""
        self.navigation, self.side = Navigation(palette), Side(palette)
        self.pages = Pages(palette)
        self.tools = ClassToolbar(
            actions["collect"], actions["projector"], actions["class_report"], actions["feedback"]
        )
        self.status, self.notice = StatusBar(), Notice(_("What went wrong"), warm=True)
        self.questions = Questions()
        self.done = Notice(_("Done"), warm=False)
        self._lay_out()
        self._connect()
        keys.bind(self, actions)
        self.navigation.choose(navigation.HEAT)

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        for part in (self.navigation, self.side, self.pages):
            part.set_palette(palette)

    def show_class(self, seen: ClassSeen) -> None:
        """Show a class, or the same one anew; what is looked at stays so."""
        if self.seen is None:
            self.pages.heat.sheet.setFocus()
        is_other = self.seen is None or self.seen.article.id != seen.article.id
        self.seen = seen
        if is_other:
            self._passage = seen.passages[0].id if seen.passages else ""
        self.pages.outdate(*navigation.PLACES)
        self._freshen(self._place)
        self._show_people()
        if self._place == navigation.AGREEMENT:
            self.agreement_wanted.emit()

    def choose_passage(self, id_: str, *, reveal: bool = True) -> None:
        """Show a passage with its answers."""
        passage = self.seen.passage(id_) if self.seen else None
        if self.seen is None or passage is None:
            self.side.show_nothing(self.seen)
            self.pages.heat.sheet.set_current(None)
            return
        self._passage = id_
        if self.pages.is_fresh(navigation.HEAT):
            reveal = reveal and self._place == navigation.HEAT
            self.pages.heat.sheet.set_current(passage, reveal=reveal)
        self.pages.set_current_passage(id_)
        self.side.show_passage(self.seen, passage, names_hidden=self.names_hidden)

    def step(self, by: int) -> None:
        """Go to the next passage in the order of the text, or to the one before."""
        if self.seen and self.seen.passages:
            ordered = sorted(self.seen.passages, key=lambda one: one.found.span)
            ids = [one.id for one in ordered]
            at = ids.index(self._passage) if self._passage in ids else -1
            self.choose_passage(ids[(at + by) % len(ids)])

    def go(self, place: str) -> None:
        """Look at another place."""
        self._place = place
        if place in navigation.PLACES:
            self._places.setCurrentIndex(list(navigation.PLACES).index(place))
        self._freshen(place)
        self.pages.show_place(place)
        self._show_side()
        if place in (navigation.HEAT, navigation.PASSAGES):
            self.choose_passage(self._passage)
        elif place == navigation.KEY:
            self.side.show_nothing(self.seen)
            self._show_met(self.pages.key.current())
        elif place == navigation.AGREEMENT:
            self.agreement_wanted.emit()

    def open_work(self, person: str) -> None:
        """Show somebody's work, read-only."""
        student = (
            next((one for one in self.seen.students if one.id == person), None)
            if self.seen
            else None
        )
        if self.seen and student:
            self._student = person
            self.go(WORK)
            self.pages.work.show_work(self.seen, student, names_hidden=self.names_hidden)
            self.side.show_work(self.seen, student, names_hidden=self.names_hidden)

    def set_names_hidden(self, hidden: bool) -> None:
        """Call people by numbers, or by their names."""
        self.names_hidden = hidden
        self.tools.names.setChecked(hidden)
        self.pages.forget_people()
        self._show_people()
        self.names_hidden_changed.emit(hidden)
        if self.seen and self._place == navigation.AGREEMENT:
            self.agreement_wanted.emit()

    def zoom(self, steps: int) -> None:
        """Make the article's text larger or smaller; 0 is the usual size."""
        self.set_zoom(self.pages.heat.sheet.zoom + steps * _STEP if steps else 100)

    def set_zoom(self, percent: int) -> None:
        """Set the size of the article's text."""
        self.status.show_zoom(self.pages.set_zoom(percent))

    # What it is made of

    def _lay_out(self) -> None:
        self.addToolBar(self.tools)
        self.setStatusBar(self.status)
        self._places = QComboBox()
        self._places.setAccessibleName(_("What of the class"))
        for name in navigation.PLACES.values():
            self._places.addItem(_(name))
        self._places.activated.connect(
            lambda row: self.navigation.choose(list(navigation.PLACES)[row])
        )
        middle = QWidget()
        middle.setProperty("look", "ground")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in (self.notice, self.questions, self.done):
            notice.setContentsMargins(16, 0, 16, 0)
            column.addWidget(notice)
        column.addWidget(self._places)
        column.addWidget(self.pages, 1)
        self.sides = Sides(self.navigation, middle, self.side)
        self.setCentralWidget(self.sides)
        self._share()

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go)
        pages, side = self.pages, self.side
        pages.heat.sheet.passage_chosen.connect(lambda id_: self.choose_passage(id_, reveal=False))
        pages.zoom_asked.connect(self.zoom)
        pages.passage_chosen.connect(self.choose_passage)
        pages.work_wanted.connect(self.open_work)
        pages.back_asked.connect(self._back)
        pages.work_claim_chosen.connect(side.answers.set_current)
        pages.key_claim_chosen.connect(self._show_met)
        side.passage_wanted.connect(self.choose_passage)
        side.picked.connect(lambda id_, _on: self._pick(id_))
        side.answers.chosen.connect(self._answer_chosen)
        self.tools.names_hidden.connect(self.set_names_hidden)

    # What is shown

    def _freshen(self, place: str) -> None:
        if self.seen:
            self.pages.freshen(place, self.seen, names_hidden=self.names_hidden)

    def _pick(self, id_: str) -> None:
        self._freshen(navigation.PASSAGES)
        self.pages.passages.toggle(id_)

    def _show_people(self) -> None:
        seen = self.seen
        if seen is None:
            return
        self._name_class(seen)
        self.questions.show_class(seen, names_hidden=self.names_hidden)
        self._say_count(seen)
        self._freshen(self._place)
        if self._place == WORK:
            self.open_work(self._student)
        elif self._place == navigation.KEY:
            self._show_met(self.pages.key.current())
        else:
            self.choose_passage(self._passage, reveal=False)

    def _name_class(self, seen: ClassSeen) -> None:
        """Its title can be somebody's name: of the one who does the work again."""

        def shown(words: str) -> str:
            return seen.words(words, Rule.ABOUT, names_hidden=self.names_hidden)

        title = shown(seen.assignment.title if seen.assignment else seen.article.metadata.title)
        self.setWindowTitle(_("{title} — the class").format(title=title).replace("[*]", "[*][*]"))
        names = told_apart([(shown(one.title), one.due) for one in seen.assignments])
        there = [(name, one.id) for name, one in zip(names, seen.assignments, strict=True)]
        self.tools.show_assignments(there, seen.assignment.id if seen.assignment else None)
        self._show_navigation(seen, title)

    def _show_navigation(self, seen: ClassSeen, title: str) -> None:
        numbers = (
            "",
            str(len(seen.passages)),
            str(len(seen.students)),
            str(len(seen.key.claims)) if seen.key else "0",
            str(len(seen.sources.sources)),
            _("details"),
        )
        heading = _("{title}: {count}").format(title=title, count=seen.count())
        self.navigation.show_class(heading, numbers, seen.absent(names_hidden=self.names_hidden))

    def _say_count(self, seen: ClassSeen) -> None:
        number = len(seen.students)
        words = (
            ngettext("{number} hand-in", "{number} hand-ins", number)
            if seen.assignment
            else ngettext("{number} annotator", "{number} annotators", number)
        ).format(number=number)
        left_out = sum(one.hidden for one in seen.students)
        if left_out:
            out = ngettext("{number} left out", "{number} left out", left_out)
            words = _("{first}, {second}").format(first=words, second=out.format(number=left_out))
        self.status.show_sentence(words, _("Names hidden") if self.names_hidden else "")

    def _show_met(self, claim: KeyClaim | None) -> None:
        if self.seen and claim:
            self.side.show_met(claim, names_hidden=self.names_hidden)

    def _answer_chosen(self, id_: str) -> None:
        if self._place == WORK:
            self.pages.work.set_current(id_)

    def _back(self) -> None:
        self.go(navigation.STUDENTS)
        self.pages.students.table.setFocus()

    def _show_side(self) -> None:
        self.side.setVisible(self._place in _WITH_SIDE)

    def _share(self) -> None:
        self._places.setVisible(self.sides.share(self.width()))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    # Qt's own moments

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On another width the three keep their shares."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, self, self._share)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Hand-ins may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Collect what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it goes."""
        self.closed.emit()
        super().closeEvent(event)
