"""Help pages: what the tags mean, which keys there are. Both are read from the tables."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.model.tags import MEANINGS
from annotator.ui.actions import DEEDS, MENUS
from annotator.ui.badges import badge_pixmap
from annotator.ui.dialogs.dialog import Question, said
from annotator.ui.palette import Palette
from annotator.words import N_, _

_SELECTING = (
    (N_("Letter by letter, line by line"), "Shift+← → ↑ ↓"),
    (N_("Word by word"), "Ctrl+Shift+← →"),
    (N_("Sentence by sentence"), "Alt+Shift+← →   Ctrl+Shift+PgUp PgDown"),
    (N_("Paragraph by paragraph"), "Ctrl+Shift+↑ ↓"),
    (N_("Go into the claim at the caret"), "Enter"),
    (N_("Let the selection go"), "Esc"),
)
"""Keys of the article itself, which are no deeds of the table."""


class TagsHelp(Question):
    """What each tag asks and means."""

    def __init__(self, parent: QWidget, palette: Palette) -> None:
        super().__init__(
            parent,
            _("What the tags mean"),
            _(
                "Select what the article claims, then say how it stands. One passage may have "
                "several tags."
            ),
        )
        for tag, meaning in MEANINGS.items():
            badge = QLabel()
            badge.setPixmap(badge_pixmap(tag, palette, ratio=self.devicePixelRatioF()))
            badge.setAlignment(Qt.AlignmentFlag.AlignTop)
            name = QLabel(
                _("{name}: {question}").format(name=_(meaning.name), question=_(meaning.question))
            )
            name.setProperty("look", "strong")
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(name)
            words.addWidget(said(_(meaning.help)))
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(badge)
            row.addLayout(words, 1)
            self.body.addLayout(row)
        self.add_close()


class KeysHelp(Question):
    """Every key there is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            _("Keys"),
            _(
                "Everything can be done without a mouse. Keys 1 to 4 and Delete work in the "
                "article and in the list of claims."
            ),
        )
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 16, 0)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for menu in MENUS:
            self._add_menu(grid, menu)
        self._add_rows(grid, _("Selecting"), [(_(name), keys) for name, keys in _SELECTING])
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumSize(480, 420)
        area.setAccessibleName(_("Keys"))
        self.body.addWidget(area)
        self.add_close()

    def _add_menu(self, grid: QGridLayout, menu: str) -> None:
        deeds = [deed for deed in DEEDS if deed.menu == menu and deed.keys]
        if not deeds:
            return
        rows = [(_(deed.name), "   ".join(map(_shown, deed.keys))) for deed in deeds]
        self._add_rows(grid, _(menu), rows)

    def _add_rows(self, grid: QGridLayout, name: str, rows: list[tuple[str, str]]) -> None:
        heading = QLabel(name)
        heading.setProperty("look", "strong")
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for what, keys in rows:
            row = grid.rowCount()
            grid.addWidget(QLabel(what), row, 0)
            said_keys = QLabel(keys)
            said_keys.setProperty("look", "soft")
            grid.addWidget(said_keys, row, 1)


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class About(Question):
    """What this is, and who may use it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            _("Annotator {version}").format(version=__version__),
            _(
                "A tool for media literacy: mark what an article claims and say what supports it. "
                "Free software under the MIT licence. It works without accounts, asks the network "
                "only for an address that you open, and keeps everything on this computer."
            ),
        )
        self.add_close()
