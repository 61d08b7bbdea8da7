"""The teacher's claims as a key: how many found each, and whether the class may see it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.model.tags import MEANINGS
from annotator.ui.classroom.parts import label
from annotator.ui.classroom.seen import ClassSeen, KeyClaim
from annotator.ui.classroom.tables import Column, Table, TableModel
from annotator.words import _, ngettext

_QUOTED = 160


class KeyPage(QWidget):
    """The claims of the key; beside them stands who found the current one."""

    chosen = Signal(object)
    """The KeyClaim that is the current one."""
    optional_changed = Signal(str, bool)
    """A claim's id, and whether nobody has to find it."""
    release_asked = Signal(bool)
    """Whether the students may see how their work compares with the key."""

    def __init__(self) -> None:
        super().__init__()
        self._said = label(look="soft")
        self._others = label(look="small")
        self.release = QCheckBox(_("The students' feedback shows how it compares with the key"))
        # Not `clicked`: assistive technology turns it without a click.
        self.release.toggled.connect(self.release_asked)
        self._model = TableModel(_columns())
        self._model.ticked.connect(lambda one, on: self.optional_changed.emit(one.id, on))
        self.table = Table(_("Key"), self._model, lines=2)
        self.setFocusProxy(self.table)
        self.table.setAccessibleDescription(_("Space makes a claim optional, or no more"))
        self.table.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        column.addWidget(self._others)
        column.addWidget(self.release)

    def current(self) -> KeyClaim | None:
        """The claim that is the current one."""
        index = self.table.currentIndex()
        return self._model.value(index.row()) if index.isValid() else None

    def show_class(self, seen: ClassSeen, *, names_hidden: bool) -> None:
        """Show a class's key, or say how there comes to be one."""
        key = seen.key
        there = key is not None and bool(key.claims)
        self.table.setVisible(there)
        self._others.setVisible(there)
        self.release.setVisible(there)
        if key is None or not there:
            self._said.setText(
                _(
                    "There is no key. It is made of the claims of whoever made the assignment: in "
                    "the main window, give your name as the annotator, make or revise the "
                    "assignment, and mark the article yourself. Your claims are what the class is "
                    "compared with, and they are in no file for students."
                )
            )
            return
        required = sum(not one.optional for one in key.claims)
        claims = ngettext("{number} claim", "{number} claims", required)
        whose = _("The key is the teacher's work: {claims} to find.")
        if not names_hidden:
            whose = _("The key is the work of {name}: {claims} to find.")
        self._said.setText(whose.format(name=key.whose, claims=claims.format(number=required)))
        others = ngettext(
            "{number} passage of the class is not in the key.",
            "{number} passages of the class are not in the key.",
            key.others,
        )
        self._others.setText(others.format(number=key.others))
        self.table.show_rows(key.claims)
        if not self.table.currentIndex().isValid():
            # Who found what stands beside it from the first moment.
            self.table.selectRow(0)
        self.release.setEnabled(key.can_release)
        with QSignalBlocker(self.release):
            self.release.setChecked(key.released)


def _columns() -> list[Column[KeyClaim]]:
    return [
        Column(_("¶"), lambda one: str(one.paragraph), lambda one: one.span, is_number=True),
        Column(_("Claim"), _quote, lambda one: one.quote, wide=True),
        Column(_("Tags"), _letters),
        Column(_("Found"), lambda one: _found(one), lambda one: one.found, is_number=True),
        Column(
            _("Other tag"),
            lambda one: str(one.other_tag),
            lambda one: one.other_tag,
            is_number=True,
        ),
        Column(_("Missed"), lambda one: str(one.missed), lambda one: one.missed, is_number=True),
        Column(
            _("Also checked"),
            lambda one: str(one.also_checked),
            lambda one: one.also_checked,
            is_number=True,
            hint=_("Found, and contested or verified beyond what the key asks for"),
        ),
        Column(
            _("Optional"),
            lambda _one: "",
            lambda one: not one.optional,
            tick=lambda one: one.optional,
            hint=_("Nobody has to find an optional claim"),
        ),
    ]


def _quote(one: KeyClaim) -> str:
    words = " ".join(one.quote.split())
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"


def _letters(one: KeyClaim) -> str:
    return " ".join(MEANINGS[tag].letter for tag in one.tags)


def _found(one: KeyClaim) -> str:
    if not one.wider:
        return str(one.found)
    wider = ngettext("{number} wider", "{number} wider", one.wider).format(number=one.wider)
    return _("{found} ({wider})").format(found=one.found, wider=wider)
