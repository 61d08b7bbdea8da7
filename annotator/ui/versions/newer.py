"""The way of a newer version into the library: asked for, read, looked at, and only then stored."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotator.model.article import Article
from annotator.model.differences import Row
from annotator.services.preparing import Prepared, prepare_text
from annotator.services.versioning import Versions
from annotator.ui.arriving.arriving import Arriving
from annotator.ui.asking_where import file_dialog
from annotator.ui.desk import Desk
from annotator.ui.looks import Looks
from annotator.ui.verbs import articles, versions
from annotator.ui.versions.dialog import VersionsPage
from annotator.ui.versions.source_question import Place, SourceQuestion
from annotator.ui.worker import Progress
from annotator.words import _

if TYPE_CHECKING:
    from annotator.ui.verbs.versions import Compared
    from annotator.ui.window import MainWindow


Show = Callable[[Versions, Sequence[Row]], object]
"""Shows two versions side by side."""


class NewerVersions(QObject):
    """Asks for newer versions, and shows two beside each other."""

    def __init__(self, window: "MainWindow", desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk

    def ask(self, article: Article | None) -> None:
        """Ask for a newer version of an article."""
        if article is None:
            self._desk.told.emit(_("There is no article. Open one first."))
            return
        question = SourceQuestion(self._window, article)
        question.chosen.connect(partial(self._ask_there, article))
        question.open()

    def compare(self, article: Article | None) -> None:
        """Show an article beside the version before it."""
        if article is None:
            self._desk.told.emit(_("There is no article. Open one first."))
            return
        versions.compare(self._desk, article.id, self._show_compared)

    def take_file(self, article: Article, path: Path) -> None:
        """Take a file as the newer version of an article."""
        self._window.remembered.keep(folder=str(path.parent))
        self._arriving(article).take_files([path])

    def _arriving(self, article: Article) -> "ArrivingVersion":
        return ArrivingVersion(self._window, self._desk, self._window.looks, article, self._show)

    def _ask_there(self, article: Article, place: Place) -> None:
        ask = {
            Place.FILE: self._ask_file,
            Place.ADDRESS: self._ask_address,
            Place.CLIPBOARD: self._take_clipboard,
        }
        ask[place](article)

    def _ask_file(self, article: Article) -> None:
        title = _("Open the newer version")
        dialog = file_dialog(self._window, self._window.remembered, title)
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(lambda names: self.take_file(article, Path(names[0])))
        dialog.open()

    def _ask_address(self, article: Article) -> None:
        from annotator.ui.arriving.address import AddressQuestion

        question = AddressQuestion(self._window, article.metadata.address)
        question.given.connect(lambda address: self._arriving(article).take_address(address))
        question.open()

    def _take_clipboard(self, article: Article) -> None:
        clipboard = QGuiApplication.clipboard()
        plain, markup = clipboard.text(), clipboard.text("html")[0]
        if not plain.strip():
            self._desk.told.emit(_("There are no words on the clipboard. Copy an article first."))
        elif markup.strip():
            self._arriving(article).take_rich_text(markup, plain)
        else:
            self._arriving(article).take_text(plain)

    def _show(self, found: Versions, rows: Sequence[Row]) -> None:
        page = self._page(found, rows, is_open=True)
        page.agreed.connect(partial(versions.add, self._desk, found))
        page.open()

    def _show_compared(self, compared: "Compared") -> None:
        self._page(*compared, is_open=False).open()

    def _page(self, found: Versions, rows: Sequence[Row], *, is_open: bool) -> VersionsPage:
        window = self._window
        zoom = window.remembered.number("zoom", 100)
        return VersionsPage(window, found, rows, window.looks.palette, is_open=is_open, zoom=zoom)


class ArrivingVersion(Arriving):
    """A text on its way in that is not stored by itself, but compared with an article first."""

    def __init__(
        self, window: "MainWindow", desk: Desk, looks: Looks, article: Article, show: Show
    ) -> None:
        super().__init__(window, desk, looks)
        self._article, self._show = article, show
        self.button = _("Compare")

    def take_text(self, plain: str) -> None:
        """Take in what was copied without any looks."""

        def work(_progress: Progress) -> list[Prepared]:
            return [prepare_text(plain, "clipboard")]

        self._read(work, _("Reading the clipboard"), "")

    def keep(self, read: Sequence[Prepared]) -> None:
        """Compare what was read and looked at."""
        for one in read:
            versions.propose(
                self._desk, self._article.id, one, lambda compared: self._show(*compared)
            )

    def refuse(self, read: Sequence[Prepared]) -> None:
        """Ask for the encoding where that was what was missing, else say what was."""
        for one in read:
            guesses: Sequence[str] | None = getattr(one.refusal, "guesses", None)
            if guesses is None:
                articles.say_refused(self._desk, [one])
            else:
                self._ask_encoding(Path(one.name), guesses)

    def _ask_encoding(self, path: Path, guesses: Sequence[str]) -> None:
        from annotator.ui.dialogs.encoding import EncodingQuestion

        question = EncodingQuestion(self._window, path, guesses)
        question.decided.connect(lambda _file, encoding: self.take_files([path], encoding))
        question.open()
