"""The menu bar, read from the table of deeds."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from annotator.ui.actions import DEEDS, MENUS
from annotator.words import _


def fill(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Fill the menu bar; the menus by their message id."""
    menus: dict[str, QMenu] = {}
    for name in MENUS:
        menu = bar.addMenu(_(name))
        menu.setToolTipsVisible(True)
        menus[name] = menu
    for deed in DEEDS:
        if deed.line_before:
            menus[deed.menu].addSeparator()
        menus[deed.menu].addAction(actions[deed.id])
    return menus
