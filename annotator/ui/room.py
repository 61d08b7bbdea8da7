"""What stands in the window once it is painted: reader, claims, articles, and their wiring.

Two moments, because a window that is there at once and a text that can be read soon after matter
more than fields nobody can fill yet: the reader comes right after the first frame, the panels
after the article.
"""

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from annotator.bundled import SAMPLE_SHA256
from annotator.model.article import Article
from annotator.model.ids import ArticleId, ClaimId
from annotator.ui.actions import DEEDS, TAG_DEEDS
from annotator.ui.article.page import ArticlePage
from annotator.ui.desk import Desk
from annotator.ui.files import Files
from annotator.ui.recent import Recent
from annotator.ui.verbs import articles, claims
from annotator.words import _

if TYPE_CHECKING:
    from annotator.services.listing import Listed, OpenArticle
    from annotator.services.noticing import News
    from annotator.ui.articles.results import Line
    from annotator.ui.assignments.handing import Assignments
    from annotator.ui.classroom.classes import Classes
    from annotator.ui.palette import Palette
    from annotator.ui.reporting.reports import Reports
    from annotator.ui.versions.newer import NewerVersions
    from annotator.ui.window import MainWindow

_SMALLEST_ZOOM, _LARGEST_ZOOM, _ZOOM_STEP = 50, 300, 10


class Room(QObject):
    """The parts of one window and what passes between them and the desk."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.desk: Desk = window.desk
        self._remembered = window.remembered
        self.page = ArticlePage(window.looks.palette)
        self.files = Files(window, self.desk, window.remembered)
        self.recent = Recent(
            window, self.desk, window.remembered, window.actions_by_id["recent"], self.choose
        )
        self._shown: OpenArticle | None = None
        self._claims_shown: set[ClaimId] = set()
        self._listed: tuple[Listed, ...] = ()
        self.is_furnished = False
        self.set_zoom(window.remembered.number("zoom", 100))
        self._connect_page()

    def furnish(self) -> None:
        """Bring in what is needed once there is something to read."""
        from annotator.ui.articles.panel import ArticlesPanel
        from annotator.ui.articles.shelving import Shelving
        from annotator.ui.claims.panel import ClaimsPanel
        from annotator.ui.idle import IdleReading
        from annotator.ui.people import People
        from annotator.ui.reader.bar import SelectionBar
        from annotator.ui.tab_order import put_before
        from annotator.ui.tagging import Tagging

        window, palette, actions = self.window, self.window.looks.palette, self.window.actions_by_id
        self.claims = ClaimsPanel(palette)
        self.articles = ArticlesPanel(actions["open_file"], actions["remove_article"], palette)
        self.shelving = Shelving(self.desk, self.articles, self.choose, self._show_place)
        self.tagging = Tagging(window, self.desk, self.page.reader, self.claims)
        self.people = People(window, self.desk, window.tools.person)
        self.idle = IdleReading(self.desk)
        tags = [actions[name] for name in TAG_DEEDS]
        self.bar = SelectionBar(self.page.reader, tags, palette)
        for deed in DEEDS:
            if deed.on_article:
                self.page.reader.addAction(actions[deed.id])
                self.claims.page.list.addAction(actions[deed.id])
        window.hang(self.articles, self.page, self.claims)
        put_before(self.articles, self.page)
        self._connect_panels()
        self.shelving.listed(self._listed)
        self.is_furnished = True
        self._show_in_panels()

    @cached_property
    def reports(self) -> "Reports":
        """The way to reports, with all that writes them: loaded when one is asked for."""
        from annotator.ui.reporting.reports import Reports

        return Reports(self)

    @cached_property
    def assignments(self) -> "Assignments":
        """What is handed out and in: loaded with the first assignment, or when one is made."""
        from annotator.ui.assignments.handing import Assignments

        return Assignments(self)

    @cached_property
    def classes(self) -> "Classes":
        """The class window, and the way to it: loaded when one is asked for."""
        from annotator.ui.classroom.classes import Classes

        return Classes(self)

    @cached_property
    def versions(self) -> "NewerVersions":
        """The way of newer versions: loaded when one is asked for."""
        from annotator.ui.versions.newer import NewerVersions

        return NewerVersions(self.window, self.desk)

    # What the desk says

    def opened(self, shown: "OpenArticle | None") -> None:
        """Show an article, or what to do when there is none."""
        before, self._shown = self._shown, shown
        if shown is None:
            self.window.setWindowTitle("Annotator")
            self.page.show_nothing()
            self.page.reader.clear()
        elif before and before.article.id == shown.article.id and not self.page.is_empty():
            self._show_other_claims(shown)
        else:
            self._show_text(shown)
        if shown and shown.assignments:
            # What is asked of the class stands beside the text, even of the sample's.
            self.page.hint.hide()
        if self.is_furnished:
            self._show_in_panels()

    def _show_text(self, shown: "OpenArticle") -> None:
        article, text = shown.article, shown.text
        if article.sha256 != SAMPLE_SHA256:
            self.page.hint.hide()
        self.page.show_article(article, text)
        self.page.reader.show_text(text, _is_heading(text, article), shown.claims)
        self._claims_shown = {claim.id for claim in shown.claims}
        self._remembered.keep(article=article.id)
        self.recent.note(article.id)
        self.window.show_title(article.metadata.title)
        self.page.reader.setFocus()

    def _show_other_claims(self, shown: "OpenArticle") -> None:
        """Somebody else sits down at the same text: place, caret and selection stay."""
        ids = {claim.id for claim in shown.claims}
        self.page.reader.apply(shown.claims, self._claims_shown - ids)
        self._claims_shown = ids

    def news(self, news: "News") -> None:
        """Follow what changed; the article first, because the person looks there."""
        self.page.reader.apply(news.changed, news.gone)
        self._claims_shown -= news.gone
        self._claims_shown |= {claim.id for claim in news.changed}
        if not self.is_furnished:
            return
        if news.people is not None:
            self.claims.show_people(news.people)
        if news.dismissed is not None:
            self.claims.set_dismissed(news.dismissed)
        self.claims.apply(news.changed, news.gone)
        self._show_tally()

    def listed(self, listed: "tuple[Listed, ...]") -> None:
        """Follow the list of articles, and the details of the one that is shown."""
        self._listed = listed
        shown = self.desk.article
        now = next((one.article for one in listed if shown and one.article.id == shown.id), None)
        if now and self._shown and now.id == self._shown.article.id:
            self.page.show_details(now)
            # The first line is a heading only while it is the title: it may be renamed.
            self.page.reader.set_heading(_is_heading(self._shown.text, now))
        if self.is_furnished:
            if now:
                self.claims.show_details(now)
            self.shelving.listed(listed)
            # The list counts everybody's claims, the row of the shown article this person's.
            self._show_tally()
            if now:
                self.window.show_title(now.metadata.title)

    # What a person does

    def flush(self) -> None:
        """Write what was typed and is not written yet."""
        self.page.head.flush()
        if self.is_furnished:
            self.claims.flush()

    def after_typing(self, then: Callable[[], object]) -> Callable[[], None]:
        """The same, after what was typed is on its way."""

        def call() -> None:
            self.flush()
            then()

        return call

    def take_files(self, paths: Iterable[Path]) -> None:
        """Take in files that were dropped; what was typed belongs to the article before them."""
        self.flush()
        self.files.take(paths)

    def choose(self, article: ArticleId) -> None:
        """Show another article that the person has chosen."""
        self.flush()
        self.page.refusal.hide()
        self.desk.open(article)

    def leave(self) -> None:
        """Close what stands beside the window; for when it closes."""
        if "classes" in vars(self):
            self.classes.close()

    def take_class_file(self, path: Path) -> None:
        """Open an assignment, a draft or a hand-in."""
        self.flush()
        self.assignments.open(path)

    def show_claim(self, claim: str) -> None:
        """Go to a claim on the article that is shown."""
        self.claims.set_current(claim)
        self.page.reader.set_current(ClaimId(claim))

    def remove_article(self) -> None:
        """Remove the article that is shown."""
        if self.desk.article:
            articles.remove(self.desk, self.desk.article)

    def zoom(self, steps: int) -> None:
        """Make the article's text larger or smaller."""
        self.set_zoom(self.page.reader.zoom + (_ZOOM_STEP if steps > 0 else -_ZOOM_STEP))

    def set_zoom(self, percent: int) -> None:
        """Set the size of the article's text."""
        percent = max(_SMALLEST_ZOOM, min(_LARGEST_ZOOM, percent))
        self.page.reader.set_zoom(percent)
        self.window.status.show_zoom(percent)
        self._remembered.keep(zoom=percent)

    def set_palette(self, palette: "Palette") -> None:
        """Follow another palette."""
        self.page.set_palette(palette)
        if self.is_furnished:
            for part in (self.articles, self.claims, self.bar):
                part.set_palette(palette)
            if "assignments" in vars(self):
                self.assignments.set_palette()

    def welcome(self) -> None:
        """Show the first hint."""
        sample = _("This is a sample to try things on; your own article comes in by “Open a file”.")
        how = _(
            "Select words that claim something, then press 1 when the article says who says so, "
            "2 when somebody disagrees, 3 when you found what shows it."
        )
        article, asked = self.desk.article, self.desk.assignments
        is_sample = article is not None and article.sha256 == SAMPLE_SHA256 and not asked
        self.page.hint.say(f"{sample} {how}" if is_sample else how)

    # How it is wired

    def _connect_page(self) -> None:
        desk, page = self.desk, self.page
        desk.refused.connect(page.refusal.say)
        desk.went_on.connect(page.refusal.hide)
        desk.document_given.connect(lambda path: self.take_files([path]))
        desk.to_collect.connect(lambda paths: self.classes.collecting.collect(paths))
        page.sample_asked.connect(partial(articles.add_sample, desk))
        page.open_asked.connect(self.files.open)
        self.files.class_file_given.connect(self.take_class_file)
        page.head.described.connect(partial(articles.describe, desk))
        page.hint.dismissed.connect(lambda: self._remembered.keep(welcomed=True))
        page.reader.zoom_asked.connect(self.zoom)
        page.reader.files_dropped.connect(lambda names: self.take_files(map(Path, names)))
        page.reader.menu_asked.connect(self._show_menu)

    def _connect_panels(self) -> None:
        self.claims.edited.connect(partial(claims.edit, self.desk))
        self.claims.dismissed.connect(partial(claims.dismiss, self.desk))
        self.articles.chosen.connect(lambda one: self.choose(ArticleId(one)))
        self.articles.remove_asked.connect(self._remove_listed)
        self.articles.newer_asked.connect(lambda article: self.versions.ask(article))
        self.articles.compare_asked.connect(lambda article: self.versions.compare(article))

    def _show_in_panels(self) -> None:
        shown = self._shown
        self.articles.show_article(shown.article if shown else None)
        if shown is None:
            self.claims.show_article(None, "", (), {})
        else:
            self.claims.set_dismissed(shown.dismissed)
            there = tuple(self.desk.claims.values())
            self.claims.show_article(shown.article, shown.text, there, shown.people)
        self._show_tally()
        if (shown and shown.assignments) or "assignments" in vars(self):
            self.assignments.show()

    def _show_tally(self) -> None:
        tally = self.claims.tally
        self.window.status.show_tally(tally if self.desk.article else None)
        if self.desk.article:
            self.articles.show_tally(self.desk.article.id, tally)

    def _remove_listed(self, article: Article) -> None:
        self.flush()
        articles.remove(self.desk, article)

    def _show_place(self, line: "Line") -> None:
        """Select what a search has found, and go to the claim that it is about."""
        hit, reader = line.hit, self.page.reader
        if hit and hit.place:
            reader.select(hit.place)
        if hit and hit.claim and hit.claim in self.desk.claims:
            self.show_claim(hit.claim)
        reader.setFocus()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self.window)
        for name in (*TAG_DEEDS, "remove"):
            menu.addAction(self.window.actions_by_id[name])
        menu.addSeparator()
        for name in ("copy", "copy_attributed", "find"):
            menu.addAction(self.window.actions_by_id[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)


def _is_heading(text: str, article: Article) -> bool:
    return text.partition("\n")[0].strip() == article.metadata.title.strip()
