"""Everything a person can do, as one table: menus, toolbar, shortcuts and the help page read it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.model.tags import MEANINGS, Tag
from annotator.words import N_, _


class Deed(NamedTuple):
    """One thing a person can do; `name`, `menu` and `tip` are message ids.

    `on_article` binds the keys to the article and the claims list, so that a digit typed into a
    field stays a digit.
    """

    id: str
    name: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    on_article: bool = False
    group: str = ""
    checkable: bool = False
    line_before: bool = False


FILE, EDIT, TAG, CLAIM = N_("File"), N_("Edit"), N_("Tag"), N_("Claim")
CLASS, VIEW, HELP = N_("Class"), N_("View"), N_("Help")
MENUS = (FILE, EDIT, TAG, CLAIM, CLASS, VIEW, HELP)

TAG_DEEDS: dict[str, Tag | None] = {
    "attributed": Tag.ATTRIBUTED,
    "contested": Tag.CONTESTED,
    "verified": Tag.VERIFIED,
    "open": None,
}
"""The deeds that are a tag's key."""


def _tag(deed: str, key: str) -> Deed:
    meaning = MEANINGS[TAG_DEEDS[deed]]
    return Deed(deed, meaning.name, TAG, (key,), tip=meaning.question, on_article=True)


DEEDS: tuple[Deed, ...] = (
    Deed("open_file", N_("Open a file…"), FILE, ("Ctrl+O",), "open"),
    Deed("open_address", N_("Open an address…"), FILE, ("Ctrl+L",)),
    Deed("recent", N_("Recent articles"), FILE),
    Deed("paste_article", N_("Paste as a new article"), FILE, ("Ctrl+Shift+V",), "paste"),
    Deed("newer_version", N_("Add a newer version…"), FILE),
    Deed("compare_versions", N_("Compare with the earlier version"), FILE),
    Deed("import", N_("Import annotations…"), FILE),
    Deed("export", N_("Write a report…"), FILE, ("Ctrl+E",), "report", line_before=True),
    Deed("worksheet", N_("Write a worksheet…"), FILE),
    Deed("print", N_("Print…"), FILE, ("Ctrl+P",)),
    Deed("preview", N_("Print preview…"), FILE),
    Deed("save", N_("Save"), FILE, ("Ctrl+S",)),
    Deed("rename", N_("Title and details…"), FILE, ("F2",), line_before=True),
    Deed("remove_article", N_("Remove this article"), FILE, icon="trash"),
    Deed("quit", N_("Quit"), FILE, ("Ctrl+Q",), line_before=True),
    Deed("undo", N_("Undo"), EDIT, ("Ctrl+Z",), "undo"),
    Deed("redo", N_("Redo"), EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Deed("copy", N_("Copy"), EDIT, (), "copy", line_before=True),
    Deed("copy_attributed", N_("Copy with its source"), EDIT, ("Ctrl+Shift+C",)),
    Deed("select_all", N_("Select all"), EDIT),
    Deed("find", N_("Find in the article"), EDIT, ("Ctrl+F",), "find", line_before=True),
    Deed("find_next", N_("Find next"), EDIT, ("F3", "Ctrl+G"), "next"),
    Deed("find_previous", N_("Find previous"), EDIT, ("Shift+F3", "Ctrl+Shift+G"), "previous"),
    Deed("search", N_("Search all articles"), EDIT, ("Ctrl+Shift+F",), "find"),
    _tag("attributed", "1"),
    _tag("contested", "2"),
    _tag("verified", "3"),
    _tag("open", "4"),
    Deed("remove", N_("Remove"), TAG, ("Del",), "trash", on_article=True, line_before=True),
    Deed("next_claim", N_("Next claim"), CLAIM, ("F6",), "next"),
    Deed("previous_claim", N_("Previous claim"), CLAIM, ("Shift+F6",), "previous"),
    Deed("fields", N_("Fill in its fields"), CLAIM, ("Ctrl+Return",)),
    Deed("star", N_("My best check"), CLAIM, ("Ctrl+B",), tip=N_("A star; it leads your report")),
    Deed("start_earlier", N_("Start a word earlier"), CLAIM, ("F7",), line_before=True),
    Deed("start_later", N_("Start a word later"), CLAIM, ("Shift+F7",)),
    Deed("end_later", N_("End a word later"), CLAIM, ("F8",)),
    Deed("end_earlier", N_("End a word earlier"), CLAIM, ("Shift+F8",)),
    Deed("start_earlier_1", N_("Start a letter earlier"), CLAIM, ("Ctrl+F7",), line_before=True),
    Deed("start_later_1", N_("Start a letter later"), CLAIM, ("Ctrl+Shift+F7",)),
    Deed("end_later_1", N_("End a letter later"), CLAIM, ("Ctrl+F8",)),
    Deed("end_earlier_1", N_("End a letter earlier"), CLAIM, ("Ctrl+Shift+F8",)),
    Deed("assign", N_("Make assignment…"), CLASS),
    Deed("collect", N_("Collect hand-ins…"), CLASS),
    Deed("compare_class", N_("Compare the class…"), CLASS, ("Ctrl+K",), "people"),
    Deed("projector", N_("Show on projector"), CLASS, ("F5",)),
    Deed("class_report", N_("Class report…"), CLASS),
    Deed("feedback", N_("Feedback for each student…"), CLASS),
    Deed("hand_in", N_("Hand in…"), CLASS, line_before=True),
    Deed("take_along", N_("Take my work along…"), CLASS),
    Deed("hand_in_and_remove", N_("Hand in and remove my work…"), CLASS),
    Deed("double_click", N_("Open by double click…"), CLASS, line_before=True),
    Deed("articles_panel", N_("Articles"), VIEW, ("F9",), "panel-left", checkable=True),
    Deed("claims_panel", N_("Claims and sources"), VIEW, ("F10",), "panel-right", checkable=True),
    Deed("zoom_in", N_("Larger"), VIEW, ("Ctrl++", "Ctrl+="), "zoom-in", line_before=True),
    Deed("zoom_out", N_("Smaller"), VIEW, ("Ctrl+-",), "zoom-out"),
    Deed("zoom_reset", N_("Usual size"), VIEW, ("Ctrl+0",)),
    Deed(
        "as_system",
        N_("Light or dark as the system"),
        VIEW,
        group="look",
        checkable=True,
        line_before=True,
    ),
    Deed("light", N_("Light"), VIEW, group="look", checkable=True),
    Deed("dark", N_("Dark"), VIEW, group="look", checkable=True),
    Deed("full_screen", N_("Full screen"), VIEW, ("F11",), "full-screen", line_before=True),
    Deed("tags_help", N_("What the tags mean"), HELP, ("F1",), "help"),
    Deed("keys_help", N_("Keys"), HELP),
    Deed("welcome", N_("Show the first hint again"), HELP),
    Deed("about", N_("About Annotator"), HELP, line_before=True),
)


def make_actions(owner: QWidget, do: Callable[[str], None]) -> dict[str, QAction]:
    """The table as actions by id, each calling `do` with its id."""
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for deed in DEEDS:
        action = QAction(_(deed.name), owner)
        action.setObjectName(deed.id)
        action.setCheckable(deed.checkable)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if deed.tip:
            action.setToolTip(_(deed.tip))
        if deed.keys:
            action.setShortcuts([QKeySequence(key) for key in deed.keys])
        if deed.on_article:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if deed.group:
            if deed.group not in groups:
                groups[deed.group] = QActionGroup(owner)
            groups[deed.group].addAction(action)
        action.triggered.connect(partial(_call, do, deed.id))
        owner.addAction(action)
        made[deed.id] = action
    return made


def _call(do: Callable[[str], None], deed: str, _checked: bool = False) -> None:
    do(deed)
