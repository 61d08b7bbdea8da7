"""Where a file lies or goes: asked by the system's own dialog, in the folder of the last time."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.ui.remembered import Remembered

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 80


def file_dialog(parent: QWidget | None, remembered: Remembered, title: str) -> "QFileDialog":
    """A dialog that asks for a file."""
    from PySide6.QtWidgets import QFileDialog  # not needed for reading, so not loaded for it

    dialog = QFileDialog(parent, title, remembered.text("folder", str(Path.home())))
    # A closed one would go on watching its folder.
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def offer_name(dialog: "QFileDialog", title: str, otherwise: str, kind: str, suffix: str) -> None:
    """Let the dialog ask where a file of some kind goes, under a title as far as it is a name."""
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{kind} (*{suffix})"])
    dialog.setDefaultSuffix(suffix)
    name = _UNSAFE.sub(" ", title).strip(" .")[:_LONGEST] or otherwise
    # With its suffix: Qt takes what follows a dot in the title for one, and adds none.
    dialog.selectFile(f"{name}{suffix}")
