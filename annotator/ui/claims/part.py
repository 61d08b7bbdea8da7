"""A part of the open claim: a tag's question with its help, the forms, a button for one more."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.model.tags import MEANINGS, Tag
from annotator.ui.claims.fields import Field
from annotator.ui.claims.labels import Badges, plain_label
from annotator.ui.claims.look import Look
from annotator.ui.claims.several import Several, Values
from annotator.ui.claims.wording import title
from annotator.ui.icons import icon
from annotator.words import _


class Heading(QWidget):
    """Badges, question and where it stands, with a toggle for the help of one tag."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badges = Badges(look)
        self._title = plain_label(look="strong", wraps=True)
        self.place = plain_label(look="small")
        self.toggle = QToolButton()
        self.toggle.setProperty("look", "small")
        self.toggle.setCheckable(True)
        self._help = plain_label(look="small", wraps=True)
        self._help.hide()
        self.toggle.toggled.connect(self._help.setVisible)
        row = QHBoxLayout()
        row.setSpacing(look.px(4))
        row.addWidget(self._badges)
        row.addWidget(self._title, 1)
        row.addWidget(self.place)
        row.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addLayout(row)
        column.addWidget(self._help)

    def show_tags(self, tags: tuple[Tag | None, ...], look: Look) -> None:
        """Show these tags; help is offered where it is one."""
        self._badges.show_tags(tags, look)
        self._title.setText(title(tags))
        self.toggle.setIcon(icon("help", look.palette, look.palette.soft))
        self.toggle.setVisible(len(tags) == 1)
        if len(tags) > 1:
            self.toggle.setChecked(False)
            return
        meaning = MEANINGS[tags[0]]
        self._help.setText(_(meaning.help))
        self.toggle.setToolTip(_("What does this tag mean?"))
        self.toggle.setAccessibleName(_("What does {tag} mean?").format(tag=_(meaning.name)))
        self.toggle.setAccessibleDescription(_(meaning.help))


class Part(QWidget):
    """Signals carry the place of a form and the name of a field."""

    typed = Signal(int, str)
    chosen = Signal(int, str)
    removed = Signal(int)
    one_more = Signal()

    def __init__(
        self, tag: Tag, fields: tuple[Field, ...], numbered: str, more: str, look: Look
    ) -> None:
        """`numbered` ("Source {number}") and `more` ("Add a source") are message ids."""
        super().__init__()
        self._tag = tag
        self.heading = Heading(look)
        self.several = Several(fields, numbered)
        self.more = QPushButton(_(more))
        self.more.setProperty("look", "quiet")
        self.several.typed.connect(self.typed)
        self.several.chosen.connect(self.chosen)
        self.several.removed.connect(self.removed)
        self.more.clicked.connect(self.one_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.heading)
        column.addWidget(self.several)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint in these colours."""
        self.heading.show_tags((self._tag,), look)
        self.several.set_look(look)
        self.more.setIcon(icon("add", look.palette, look.palette.accent))

    def show_things(
        self,
        things: Sequence[Values],
        empty: Values,
        *,
        headed: bool,
        keep: tuple[int, str] | None = None,
    ) -> None:
        """Fill the forms; one more can be asked for once the first is filled."""
        self.heading.setVisible(headed)
        self.several.show_things(things, empty, keep)
        self.more.setVisible(bool(things))

    def targets(self) -> Iterator[tuple[tuple[int, str] | None, QWidget]]:
        """What takes the focus, in reading order; None where it is no field."""
        if not self.heading.isHidden():
            yield None, self.heading.toggle
        for place, field, widget in self.several.targets():
            yield ((place, field) if field else None), widget
        if not self.more.isHidden():
            yield None, self.more
