"""The way of a newer version into the library: asked for, read, looked at, and only then stored."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.model.article import Article
from annotator.model.differences import Row
from annotator.services.fetching import Address
from annotator.services.preparing import Prepared
from annotator.services.versioning import Versions
from annotator.ui.desk import Desk
from annotator.ui.looks import Looks
from annotator.ui.remembered import Remembered
from annotator.ui.verbs import versions as verbs
from annotator.ui.versions.dialog import VersionsPage
from annotator.ui.versions.source_question import Place, SourceQuestion
from annotator.ui.worker import Progress
from annotator.words import _

if TYPE_CHECKING:
    from annotator.ui.verbs.versions import Compared, Read


class NewerVersions(QObject):
    """Asks for newer versions, and shows two beside each other."""

    def __init__(self, window: QWidget, desk: Desk, looks: Looks, remembered: Remembered) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._looks, self._remembered = looks, remembered

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
        verbs.compare(self._desk, article.id, self._show_compared)

    def take(self, article: Article, file: Path | Address, encoding: str | None = None) -> None:
        """Take a file or an address as the newer version."""

        def prepare(progress: Progress) -> Prepared:
            from annotator.services import preparing

            return preparing.prepare([file], encoding, progress)[0]

        verbs.read(self._desk, article.id, prepare, partial(self._show_read, article, file))

    def _ask_there(self, article: Article, place: Place) -> None:
        ask = {
            Place.FILE: self._ask_file,
            Place.ADDRESS: self._ask_address,
            Place.CLIPBOARD: self._take_clipboard,
        }
        ask[place](article)

    def _ask_file(self, article: Article) -> None:
        folder = self._remembered.text("folder", str(Path.home()))
        dialog = QFileDialog(self._window, _("Open the newer version"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(lambda names: self._take_file(article, Path(names[0])))
        dialog.open()

    def _take_file(self, article: Article, path: Path) -> None:
        self._remembered.keep(folder=str(path.parent))
        self.take(article, path)

    def _ask_address(self, article: Article) -> None:
        from annotator.ui.arriving.address import AddressQuestion

        question = AddressQuestion(self._window, article.metadata.address)
        question.given.connect(lambda address: self.take(article, Address(address)))
        question.open()

    def _take_clipboard(self, article: Article) -> None:
        data = QGuiApplication.clipboard().mimeData()
        markup, plain = data.html(), data.text()
        if not plain.strip():
            self._desk.told.emit(_("There are no words on the clipboard. Copy an article first."))
            return

        def prepare(_progress: Progress) -> Prepared:
            from annotator.services import preparing

            return preparing.prepare_rich_text(markup, plain, "clipboard")

        verbs.read(self._desk, article.id, prepare, partial(self._show_read, article, None))

    def _show_read(self, article: Article, file: Path | Address | None, read: "Read") -> None:
        if isinstance(read, Prepared):
            self._say_unread(article, file, read)
            return
        versions, rows = read
        page = self._page(versions, rows, is_open=True)
        page.agreed.connect(partial(verbs.add, self._desk, versions))
        page.open()

    def _say_unread(self, article: Article, file: Path | Address | None, read: Prepared) -> None:
        guesses: Sequence[str] | None = getattr(read.refusal, "guesses", None)
        if guesses is None or not isinstance(file, Path):
            verbs.say_unread(self._desk, read)
            return
        from annotator.ui.dialogs.encoding import EncodingQuestion

        question = EncodingQuestion(self._window, file, guesses)
        question.decided.connect(lambda _file, encoding: self.take(article, file, encoding))
        question.open()

    def _show_compared(self, compared: "Compared") -> None:
        self._page(*compared, is_open=False).open()

    def _page(self, versions: Versions, rows: Sequence[Row], *, is_open: bool) -> VersionsPage:
        zoom = self._remembered.number("zoom", 100)
        return VersionsPage(
            self._window, versions, rows, self._looks.palette, is_open=is_open, zoom=zoom
        )
