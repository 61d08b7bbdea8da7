"""Files into the window: open, drop, paste, import."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from annotator.ui.arriving.arriving import Arriving
from annotator.ui.asking_where import file_dialog
from annotator.ui.desk import Desk
from annotator.ui.remembered import Remembered
from annotator.ui.verbs import articles as verbs
from annotator.ui.worker import Progress
from annotator.words import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from annotator.services.importing import ImportReport
    from annotator.services.workspace import Workspace
    from annotator.ui.window import MainWindow

_JSONLD = ".jsonld"
_HAND_IN = ".handin"
_OF_CLASS = (".assignment", _HAND_IN)


class Files(QObject):
    """Asks for files and hands them to the desk."""

    class_file_given = Signal(object)
    """The path of an assignment, a draft or a hand-in."""

    def __init__(self, window: "MainWindow", desk: Desk, remembered: Remembered) -> None:
        super().__init__(window)
        self._window, self._desk, self._remembered = window, desk, remembered
        self.arriving = Arriving(window, desk, window.looks)
        desk.unsure.connect(self._ask_encodings)

    def open(self) -> None:
        """Ask for files and take in whatever they are."""
        from annotator.exchange.readers.registry import FORMATS  # not needed for the first article

        suffixes = [suffix for one in FORMATS for suffix in one.suffixes]
        dialog = self._dialog(_("Open a file"))
        dialog.setFileMode(dialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                _filter(_("Articles, annotations, assignments"), (*suffixes, _JSONLD, *_OF_CLASS)),
                *(_filter(_(one.name), one.suffixes) for one in FORMATS),
                _("All files") + " (*)",
            ]
        )
        dialog.filesSelected.connect(lambda names: self.take(map(Path, names)))
        dialog.open()

    def take(self, paths: Iterable[Path]) -> None:
        """Take in what was chosen or dropped: articles, annotations on them, a class's files."""
        wanted = list(paths)
        if not wanted:
            return
        self._remembered.keep(folder=str(wanted[0].parent))
        to_collect = [path for path in wanted if _is_of_many(path)]
        handed = [path for path in wanted if path.suffix.lower() == _HAND_IN]
        # One may be a student's own; several are a class's.
        to_collect += handed if len(handed) > 1 else []
        if to_collect:
            self._desk.to_collect.emit(to_collect)
        wanted = [path for path in wanted if path not in to_collect]
        for path in filter(_is_of_class, wanted):
            self.class_file_given.emit(path)
        wanted = [path for path in wanted if not _is_of_class(path)]
        annotations = [path for path in wanted if path.suffix.lower() == _JSONLD]
        articles = [path for path in wanted if path not in annotations]
        if articles:
            self.arriving.take_files(articles)
        if annotations:
            self._import(annotations)

    def paste(self) -> None:
        """Make an article of what is on the clipboard; an address there is only offered."""
        from annotator.ui.arriving.address import address_in

        data = QGuiApplication.clipboard().mimeData()
        text, markup = data.text(), data.html()
        if address_in(text):
            self.ask_address(address_in(text))
        elif markup.strip():
            self.arriving.take_rich_text(markup, text)
        elif text.strip():
            verbs.add_text(self._desk, text)
        else:
            self._desk.told.emit(_("There are no words on the clipboard. Copy an article first."))

    def ask_address(self, offered: str = "") -> None:
        """Ask which page to fetch; one that is on the clipboard is offered."""
        from annotator.ui.arriving.address import AddressQuestion, on_clipboard

        question = AddressQuestion(self._window, offered or on_clipboard())
        question.given.connect(self.arriving.take_address)
        question.open()

    def ask_import(self) -> None:
        """Ask for files of annotations."""
        dialog = self._dialog(_("Import annotations"))
        dialog.setFileMode(dialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Annotations") + " (*.jsonld)", _("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: self._import([Path(name) for name in names]))
        dialog.open()

    def _import(self, paths: list[Path]) -> None:
        def work(workspace: "Workspace", progress: Progress) -> "list[ImportReport]":
            from annotator.services import importing

            return importing.import_files(workspace, paths, progress=progress)

        self._desk.do_long(work, self._say_imported, listing_too=True)

    def _say_imported(self, reports: "list[ImportReport]") -> None:
        new = sum(report.new for report in reports)
        updated = sum(report.updated for report in reports)
        refused = [
            f"{Path(report.file).name}: {one.reason}"
            for report in reports
            for one in report.refused
        ]
        said = ngettext("{number} new claim", "{number} new claims", new).format(number=new)
        changed = ngettext("{number} changed", "{number} changed", updated).format(number=updated)
        self._desk.told.emit(
            _("{new}, {changed}. Whose claims are shown is chosen at the top right.").format(
                new=said, changed=changed
            )
        )
        if refused:
            more = len(refused) - 1
            ending = " " + ngettext("(and {number} more)", "(and {number} more)", more).format(
                number=more
            )
            self._desk.refused.emit(refused[0] + (ending if more else ""))

    def _ask_encodings(self, unsure: list[tuple[str, object]]) -> None:
        from annotator.ui.dialogs.encoding import EncodingQuestion

        for name, refusal in unsure:
            guesses: tuple[str, ...] = getattr(refusal, "guesses", ())
            question = EncodingQuestion(self._window, Path(name), guesses)
            question.decided.connect(
                lambda file, encoding: self.arriving.take_files([Path(file)], encoding)
            )
            question.open()

    def _dialog(self, title: str) -> "QFileDialog":
        return file_dialog(self._window, self._remembered, title)


def _is_of_class(path: Path) -> bool:
    return path.suffix.lower() in _OF_CLASS


def _is_of_many(path: Path) -> bool:
    """Whether it can only be what a learning platform gave out: a folder, or an archive."""
    return path.is_dir() or path.suffix.lower() == ".zip"


def _filter(name: str, suffixes: Iterable[str]) -> str:
    """A line of a file dialog: what the files are, and how their names end."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes if suffix)
    return f"{name} ({patterns})"
