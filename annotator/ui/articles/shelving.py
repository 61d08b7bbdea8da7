"""The search, the collections and the bin of the list of articles: between panel and library."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.model.arranging import Choice, Row, languages
from annotator.model.ids import ArticleId
from annotator.ui.articles.chooser import ALL, BIN
from annotator.ui.articles.panel import ArticlesPanel
from annotator.ui.articles.results import Line
from annotator.ui.articles.searcher import Asked, Searcher
from annotator.ui.desk import Desk
from annotator.ui.verbs import shelves
from annotator.words import ngettext

if TYPE_CHECKING:
    from annotator.services.filing import Shelf
    from annotator.services.listing import Listed, OpenArticle
    from annotator.services.searching import Results

Show = Callable[[Line], object]
"""Shows a line's place in the article that lies on the desk by now."""


class Shelving(QObject):
    """Follows the desk, and does what the panel asks for."""

    def __init__(
        self, desk: Desk, panel: ArticlesPanel, choose: Callable[[ArticleId], object], show: Show
    ) -> None:
        """`choose` opens an article."""
        super().__init__(panel)
        self._desk, self._panel, self._choose, self._show = desk, panel, choose, show
        self._searcher = Searcher(desk, self)
        self._rows: list[Row] = []
        self._lacking: frozenset[ArticleId] | None = None
        self._wanted: Line | None = None
        self._connect()
        self._look_up()

    def focus_search(self) -> None:
        """Go to the search field."""
        if self._panel.is_bin:
            self._panel.chooser.go(ALL)
        self._panel.search.show()
        self._panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._panel.search.selectAll()

    # What the desk says

    def listed(self, listed: "tuple[Listed, ...]") -> None:
        """Follow the list of articles."""
        self._rows = [(one.article, one.tags) for one in listed]
        self._panel.arranging.show_languages(languages(self._rows))
        self._show_rows()
        self._look_up()

    def _opened(self, shown: "OpenArticle | None") -> None:
        wanted, self._wanted = self._wanted, None
        if wanted and shown and wanted.article.id == shown.article.id:
            self._show(wanted)

    def _look_up(self) -> None:
        self._desk.glance(shelves.look_up, self._know)
        if self._panel.arranging.asked.lacking:
            self._desk.glance(shelves.look_up_lacking, self._know_lacking)
        if self._panel.chooser.place == BIN:
            self._desk.glance(shelves.look_up_bin, self._show_bin)

    def _know(self, found: "list[Shelf]") -> None:
        self._panel.chooser.show_shelves(found)
        self._arrange()

    def _know_lacking(self, found: frozenset[ArticleId]) -> None:
        self._lacking = found
        self._arrange()

    def _show_bin(self, found: list[Row]) -> None:
        if self._panel.chooser.place == BIN:
            self._panel.show_list(found, is_bin=True)

    # What the panel says

    def _connect(self) -> None:
        desk, panel, searcher = self._desk, self._panel, self._searcher
        desk.opened.connect(self._opened)
        panel.search.textChanged.connect(lambda _text: self._ask())
        panel.chooser.chosen.connect(self._go)
        panel.arranging.changed.connect(self._arranged)
        panel.results.opened.connect(self._open)
        panel.results.found.more_asked.connect(searcher.ask_more)
        searcher.found.connect(self._found)
        searcher.more.connect(panel.results.found.add)
        searcher.counted.connect(panel.say_count)
        searcher.refused.connect(panel.say)
        panel.bin_bar.back_asked.connect(self._put_back_current)
        panel.back_asked.connect(lambda article: shelves.put_back(desk, article, self._look_up))
        panel.bin_bar.empty_asked.connect(
            lambda: shelves.ask_to_empty(desk, panel, panel.model.total(), self._look_up)
        )
        panel.filing_asked.connect(partial(shelves.file, desk, self._look_up))
        panel.collection_asked.connect(partial(shelves.ask_new, desk, panel, self._made))
        panel.chooser.new_asked.connect(partial(shelves.ask_new, desk, panel, self._made, None))
        panel.chooser.rename_asked.connect(partial(shelves.ask_name, desk, panel, self._look_up))
        panel.chooser.remove_asked.connect(partial(shelves.remove, desk, self._look_up))

    def _go(self, place: str) -> None:
        if place == BIN:
            self._panel.search.clear()
            self._look_up()
        else:
            self._show_rows()

    def _made(self, collection: str) -> None:
        """Show a new collection as soon as it is known."""

        def known(found: "list[Shelf]") -> None:
            self._know(found)
            self._panel.chooser.go(collection)

        self._desk.glance(shelves.look_up, known)

    def _show_rows(self) -> None:
        if self._panel.chooser.place != BIN:
            self._panel.show_list(self._rows)
            self._arrange()

    def _arranged(self) -> None:
        if self._panel.arranging.asked.lacking:
            self._lacking = frozenset()
            self._look_up()
        self._arrange()

    def _arrange(self) -> None:
        """Show what fits by now, and search within it."""
        if self._panel.chooser.place == BIN:
            choice = Choice()
        else:
            asked = self._panel.arranging.asked
            lacking = self._lacking if asked.lacking else None
            within = self._panel.chooser.within()
            choice = Choice(within, asked.marked, lacking, asked.language)
        self._panel.model.arrange(self._panel.arranging.asked.order, choice)
        self._panel.arranged()
        self._ask()

    def _ask(self) -> None:
        words = self._panel.search.text()
        if not words.strip():
            self._searcher.ask(None)
            self._panel.show_no_results()
            return
        within = None
        if self._panel.model.choice != Choice():
            within = frozenset(article.id for article, _tags in self._panel.model.shown())
        self._searcher.ask(Asked(words, within))

    def _found(self, results: "Results") -> None:
        self._panel.results.found.show(results)
        self._panel.results.scrollToTop()
        self._panel.show_results(self._panel.search.text().strip(), bool(results.found))
        if results.unread:
            number = results.unread
            said = ngettext(
                "{number} more text or note is still being read.",
                "{number} more texts and notes are still being read.",
                number,
            )
            self._panel.say(said.format(number=number))

    def _open(self, line: Line) -> None:
        shown = self._desk.article
        if shown and shown.id == line.article.id:
            self._show(line)
        else:
            self._wanted = line
            self._choose(line.article.id)

    def _put_back_current(self) -> None:
        article = self._panel.current()
        if article:
            shelves.put_back(self._desk, article, self._look_up)
