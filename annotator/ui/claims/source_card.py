"""A source of the register, open: its name, kind and stake, for every claim that hangs on it."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from annotator.model.claim import Source, SourceKind, Stake
from annotator.model.edit import SourceEdit
from annotator.model.person import tidy_name
from annotator.model.register import Line
from annotator.ui.claims import things
from annotator.ui.claims.fields import REGISTERED, Value
from annotator.ui.claims.form import Form
from annotator.ui.claims.look import PAD, Look
from annotator.ui.claims.places import Place
from annotator.ui.claims.visits import Visits
from annotator.words import _, ngettext


class SourceCard(QFrame):
    """The fields of one source; it writes by the same rules as a claim's card."""

    edited = Signal(object)
    """A SourceEdit."""
    claims_wanted = Signal()
    """The claims that hang on it are to be shown."""
    left = Signal()
    """Esc."""
    resized = Signal()
    reached = Signal(QWidget)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "open")
        self.setAccessibleName(_("Fields of the source"))
        self.line: Line | None = None
        self.form = Form(REGISTERED)
        self.claims = QPushButton()
        self.claims.setProperty("look", "quiet")
        self.visits = Visits(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.form)
        self._column.addWidget(self.claims, 0, Qt.AlignmentFlag.AlignLeading)
        self._connect()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint in these sizes."""
        pad = look.px(PAD)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(8))

    def show_line(self, line: Line | None) -> None:
        """Show a source; what was typed for another one is written first."""
        if line is None or self.line is None or line.key != self.line.key:
            self.visits.flush()
            self.visits.forget()
            self.form.fresh()
        self.line = line
        if line is None:
            return
        keep = self.visits.place.field if self.visits.unwritten and self.visits.place else ""
        self.form.put(things.of_source(line.source), keep)
        # A source that is not in the library yet is written with its claim, not from here.
        self.form.setEnabled(bool(line.source.id))
        words = ngettext("Show its {number} claim", "Show its {number} claims", line.claims)
        self.claims.setText(words.format(number=line.claims))

    def needed(self, width: int) -> int:
        """How high it has to be when it is that wide, in px."""
        self._column.activate()
        if not self._column.hasHeightForWidth():
            return self._column.totalSizeHint().height()
        return self._column.totalHeightForWidth(width)

    def targets(self) -> dict[QWidget, Place]:
        """The controls of its fields."""
        return {widget: Place("source", 0, name) for name, widget in self.form.targets()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.visits.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say when the layout needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def _connect(self) -> None:
        self.form.typed.connect(lambda name: self.visits.type(Place("source", 0, name)))
        self.form.chosen.connect(lambda name: self.visits.choose(Place("source", 0, name)))
        self.visits.due.connect(self._write)
        self.claims.clicked.connect(self.claims_wanted)
        self._places = self.targets()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def _write(self, place: Place) -> None:
        if self.line is None or not self.line.source.id:
            return
        old = self.line.source
        new = _with(old, place.field, self.form.value(place.field))
        if new != old:
            self.line = replace(self.line, source=new)
            self.edited.emit(SourceEdit(old.id, self.visits.visit, new))

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        place = self._places.get(now) if now else None
        if place is None and self.visits.place is not None:
            self.visits.leave()
        elif place is not None and place != self.visits.place:
            self.visits.enter(place)
        if now is not None and self.isAncestorOf(now):
            self.reached.emit(now)


def _with(source: Source, field: str, value: Value) -> Source:
    match field, value:
        case "name", str():
            # A source that has a name keeps one: an empty field is not yet another.
            return replace(source, name=tidy_name(value) or source.name)
        case "kind", SourceKind() | None:
            return replace(source, kind=value)
        case "stake", Stake() | None:
            return replace(source, stake=value)
        case _:
            raise ValueError(field)
