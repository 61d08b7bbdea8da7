"""A form for each of several things of one kind: the sources of a claim, its evidence.

Forms are kept when they are not needed and filled again for the next claim: making them is what
takes time.
"""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.ui.claims.fields import Field, Value
from annotator.ui.claims.form import Form
from annotator.ui.claims.look import Look
from annotator.ui.icons import icon
from annotator.words import _

Values = Mapping[str, Value]


class Several(QWidget):
    """As many forms as there are things, and at least one. Signals carry the place of the form."""

    typed = Signal(int, str)
    chosen = Signal(int, str)
    removed = Signal(int)

    def __init__(
        self, fields: tuple[Field, ...], title: str, parent: QWidget | None = None
    ) -> None:
        """`title` is a message id with a field `number`, for the second form and after."""
        super().__init__(parent)
        self.forms: list[Form] = []
        self._fields = fields
        self._title = title
        self._heads: list[_Head] = []
        self._things = 0
        self._names: list[str] = []
        self._blank = 0
        self._look: Look | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def set_look(self, look: Look) -> None:
        """Paint icons in these colours."""
        self._look = look
        for head in self._heads:
            head.set_look(look)

    def show_things(
        self, things: Sequence[Values], empty: Values, keep: tuple[int, str] | None = None
    ) -> None:
        """Fill the forms; `empty` fills those without a thing, `keep` is not overwritten."""
        if len(things) > self._things:
            self._blank = 0
        self._things = len(things)
        shown = max(self._things + self._blank, 1)
        for place in range(max(shown, len(self.forms))):
            if place == len(self.forms):
                self._make()
            values = things[place] if place < len(things) else empty
            kept = keep[1] if keep and keep[0] == place else ""
            self.forms[place].setVisible(place < shown)
            self._heads[place].setVisible(place < shown and shown > 1)
            if place < shown:
                self.forms[place].put(values, kept)

    def fresh(self) -> None:
        """The forms are for another claim now."""
        self._blank = 0
        for form in self.forms:
            form.fresh()

    def add_blank(self) -> int:
        """Ask for one more; returns its place. The caller shows the things again."""
        self._blank = 1
        return self._things

    def targets(self) -> Iterator[tuple[int, str, QWidget]]:
        """What takes the focus in the forms in use: place, field, widget, in reading order."""
        for place, (form, head) in enumerate(zip(self.forms, self._heads, strict=True)):
            if not form.isHidden():
                for field, widget in form.targets():
                    yield place, field, widget
                if not head.isHidden():
                    yield place, "", head.remove

    def offer(self, names: list[str]) -> None:
        """Offer known names where a name is asked for."""
        self._names = names
        for form in self.forms:
            form.offer(names)

    def _make(self) -> None:
        place = len(self.forms)
        form, head = Form(self._fields), _Head(_(self._title).format(number=place + 1))
        if self._look:
            head.set_look(self._look)
        form.offer(self._names)
        form.typed.connect(lambda name: self.typed.emit(place, name))
        form.chosen.connect(lambda name: self.chosen.emit(place, name))
        head.remove.clicked.connect(lambda: self._remove(place))
        self.forms.append(form)
        self._heads.append(head)
        self._column.addWidget(head)
        self._column.addWidget(form)

    def _remove(self, place: int) -> None:
        self._blank = 0
        self.removed.emit(place)


class _Head(QWidget):
    """What stands above one of several forms."""

    def __init__(self, title: str) -> None:
        super().__init__()
        label = QLabel(title)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("look", "strong")
        self.remove = QToolButton()
        self.remove.setProperty("look", "small")
        self.remove.setAccessibleName(_("Remove: {what}").format(what=title))
        self.remove.setToolTip(_("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(label, 1)
        row.addWidget(self.remove)

    def set_look(self, look: Look) -> None:
        self.remove.setIcon(icon("trash", look.palette, look.palette.soft))
