"""Where a file lies or goes, and on what paper: as the last time; and a look at what is there."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from annotator.model.paper import Paper, usual_paper
from annotator.ui.remembered import Remembered
from annotator.words import _

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
    dialog.setNameFilters([f"{kind} (*{suffix})" if kind else f"*{suffix}"])
    dialog.setDefaultSuffix(suffix)
    name = _UNSAFE.sub(" ", title).strip(" .")[:_LONGEST] or otherwise
    # With its suffix: Qt takes what follows a dot in the title for one, and adds none.
    dialog.selectFile(f"{name}{suffix}")


def kept_paper(remembered: Remembered) -> Paper:
    """The paper of the last time, else what is usual here."""
    kept, known = remembered.text("paper"), [one.value for one in Paper]
    return Paper(kept) if kept in known else usual_paper(QLocale.system().name())


def show_place(path: Path, tell: Callable[[str], object]) -> None:
    """Open a file or a folder with the system's own program, or tell that there is none."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        tell(_("No program here opens {file}").format(file=path))
