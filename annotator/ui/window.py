"""The window: three panels side by side, and what connects them with the desk."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter

from annotator.model.article import Metadata
from annotator.model.ids import PersonId
from annotator.ui import menus, palette
from annotator.ui.actions import DEEDS, TAG_DEEDS, make_actions
from annotator.ui.article.page import ArticlePage
from annotator.ui.articles.panel import ArticlesPanel
from annotator.ui.claims.panel import ClaimsPanel
from annotator.ui.desk import Desk
from annotator.ui.files import Files
from annotator.ui.icons import icon
from annotator.ui.reader.bar import SelectionBar
from annotator.ui.remembered import Remembered
from annotator.ui.statusbar import StatusBar
from annotator.ui.style import apply_style
from annotator.ui.tagging import Tagging
from annotator.ui.toolbar import Toolbar
from annotator.ui.worker import Worker
from annotator.words import _

_SIDES = [248, 820, 372]
_SMALLEST_ZOOM, _LARGEST_ZOOM, _ZOOM_STEP = 50, 300, 10
_LOOKS = ("as_system", "light", "dark")


class MainWindow(QMainWindow):
    """One window on one library."""

    painted = Signal()
    """Once, after the first frame is on the screen."""

    def __init__(self, remembered: Remembered) -> None:
        super().__init__()
        self.setWindowTitle("Annotator")
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 420)
        self._remembered = remembered
        self._was_painted = False
        self._colours = palette.load(self._is_dark())
        self.desk = Desk(Worker(self), self)
        self.page = ArticlePage(self._colours)
        self.claims = ClaimsPanel(self._colours)
        self.tagging = Tagging(self, self.desk, self.page.reader, self.claims)
        self.files = Files(self, self.desk, remembered)
        self.deeds = make_actions(self, self._callbacks())
        self.articles = ArticlesPanel(
            self.deeds["open_file"], self.deeds["remove_article"], self._colours
        )
        self.tools = Toolbar(self.deeds, self._colours)
        self.status = StatusBar()
        self._build()
        self._connect()
        self._restore()
        self._set_look(self._remembered.text("look", "as_system"))

    # What it is made of

    def _build(self) -> None:
        menus.fill(self.menuBar(), self.deeds)
        self.addToolBar(self.tools)
        self.setStatusBar(self.status)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setHandleWidth(1)
        for widget in (self.articles, self.page, self.claims):
            self.sides.addWidget(widget)
        self.sides.setStretchFactor(1, 1)
        self.sides.setCollapsible(1, False)
        self.articles.setMinimumWidth(180)
        self.claims.setMinimumWidth(300)
        self.setCentralWidget(self.sides)
        self._people = QMenu(self)
        self._people.aboutToShow.connect(self._fill_people)
        self.tools.person.setMenu(self._people)
        reader = self.page.reader
        self.bar = SelectionBar(reader, [self.deeds[name] for name in TAG_DEEDS], self._colours)
        for deed in DEEDS:
            if deed.on_article:
                reader.addAction(self.deeds[deed.id])
                self.claims.page.list.addAction(self.deeds[deed.id])

    def _callbacks(self) -> dict[str, Callable[[], object]]:
        tagging, files, desk = self.tagging, self.files, self.desk
        page, reader = self.page, self.page.reader
        tags = {deed: partial(tagging.toggle, tag) for deed, tag in TAG_DEEDS.items()}
        ends = {
            f"{which}_{where}{ending}": partial(tagging.move_end, which, step, by)
            for which in ("start", "end")
            for where, step in (("earlier", -1), ("later", 1))
            for ending, by in (("", "word"), ("_1", "character"))
        }
        looks = {look: partial(self._set_look, look) for look in _LOOKS}
        others: dict[str, Callable[[], object]] = {
            "open_file": files.open,
            "paste_article": files.paste,
            "import": files.ask_import,
            "export": self._report,
            "save": self._say_saved,
            "rename": self._ask_details,
            "remove_article": self._remove_article,
            "quit": self.close,
            "undo": lambda: self._after_typing(desk.undo),
            "redo": lambda: self._after_typing(desk.redo),
            "copy": self._copy,
            "select_all": reader.selectAll,
            "find": page.find_bar.open,
            "find_next": page.find_bar.next,
            "find_previous": page.find_bar.previous,
            "remove": tagging.remove,
            "next_claim": tagging.next_claim,
            "previous_claim": tagging.previous_claim,
            "fields": self.claims.open_fields,
            "articles_panel": lambda: self._toggle_panel("articles_panel"),
            "claims_panel": lambda: self._toggle_panel("claims_panel"),
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_reset": lambda: self._set_zoom(100),
            "full_screen": self._full_screen,
            "tags_help": self._tags_help,
            "keys_help": self._keys_help,
            "welcome": self._welcome,
            "about": self._about,
        }
        return {**tags, **ends, **looks, **others}

    def _connect(self) -> None:
        desk, page, status = self.desk, self.page, self.status
        desk.opened.connect(self._opened)
        desk.news.connect(self._news)
        desk.listed.connect(self._listed)
        desk.person_changed.connect(self.tools.person.show_person)
        desk.history_changed.connect(self._show_history)
        desk.refused.connect(page.refusal.say)
        desk.told.connect(status.say)
        desk.started.connect(self._started)
        desk.worker.busy_changed.connect(status.set_busy)
        desk.worker.progressed.connect(status.move_progress)
        self.files.long_work.connect(status.show_progress)
        self.articles.chosen.connect(self._open_article)
        self.articles.remove_asked.connect(self._remove_article)
        page.open_asked.connect(self.files.open)
        page.sample_asked.connect(desk.add_sample)
        page.head.described.connect(desk.describe)
        page.hint.dismissed.connect(lambda: self._remembered.keep(welcomed=True))
        page.reader.zoom_asked.connect(self._zoom)
        page.reader.files_dropped.connect(self.files.take)
        page.reader.menu_asked.connect(self._context_menu)
        self.claims.edited.connect(desk.edit)
        self.claims.dismissed.connect(desk.dismiss)
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            lambda: self._set_look(self._remembered.text("look", "as_system"))
        )

    # What the desk says

    def _started(self) -> None:
        if not self._remembered.yes("welcomed", False):
            self._welcome()

    def _opened(self, shown: object) -> None:
        from annotator.services.listing import OpenArticle

        if not isinstance(shown, OpenArticle):
            self.page.show_nothing()
            self.page.reader.clear()
            self.claims.show_article(None, "", (), {})
            self.articles.show_article(None)
            self.status.show_tally(None)
            return
        article, text = shown.article, shown.text
        self.page.show_article(article, text)
        heading = text.partition("\n")[0].strip() == article.metadata.title.strip()
        self.page.reader.show_text(text, heading, shown.claims)
        self.claims.show_article(article, text, shown.claims, shown.people)
        self.claims.set_dismissed(shown.dismissed)
        self.articles.show_article(article)
        self._show_tally()
        self._remembered.keep(article=article.id)
        self.setWindowTitle(_("{title} — Annotator").format(title=article.metadata.title))
        self.page.reader.setFocus()

    def _news(self, news: object) -> None:
        from annotator.services.noticing import News

        assert isinstance(news, News)
        self.page.reader.apply(news.changed, news.gone)
        if news.dismissed is not None:
            self.claims.set_dismissed(news.dismissed)
        self.claims.apply(news.changed, news.gone)
        self._show_tally()

    def _listed(self, listed: object) -> None:
        assert isinstance(listed, tuple)
        self.articles.show_list([(one.article, one.tags) for one in listed])
        article = self.desk.article
        if article:
            now = next((one.article for one in listed if one.article.id == article.id), None)
            if now and now != article:
                self.page.show_details(now.metadata)

    def _show_tally(self) -> None:
        self.status.show_tally(self.claims.tally)
        if self.desk.article:
            self.articles.show_tally(self.desk.article.id, self.claims.tally)

    def _show_history(self, undo: str | None, redo: str | None) -> None:
        self._name_step(self.deeds["undo"], undo, _("Undo"), _("Undo: {step}"))
        self._name_step(self.deeds["redo"], redo, _("Redo"), _("Redo: {step}"))

    def _name_step(self, action: QAction, label: str | None, bare: str, with_step: str) -> None:
        action.setText(with_step.format(step=_(label)) if label else bare)
        action.setEnabled(label is not None)

    # What a person does

    def _open_article(self, article: str) -> None:
        self._after_typing(lambda: self.desk.open(article))

    def _after_typing(self, then: Callable[[], object]) -> None:
        """What was typed and is not written yet comes first."""
        self.page.head.flush()
        self.claims.flush()
        then()

    def _report(self) -> None:
        self._after_typing(self.files.ask_report)

    def _say_saved(self) -> None:
        self._after_typing(lambda: self.status.say(_("Already saved: every step is, as you go.")))

    def _remove_article(self) -> None:
        if self.desk.article:
            title = self.desk.article.metadata.title
            self._after_typing(lambda: None)
            self.desk.remove_article(self.desk.article.id)
            self.status.say(_("“{title}” is removed. Undo brings it back.").format(title=title))

    def _ask_details(self) -> None:
        from annotator.ui.dialogs.details import DetailsQuestion

        if self.desk.article:
            self._after_typing(lambda: None)
            question = DetailsQuestion(self, self.desk.article.metadata)
            question.described.connect(self._described)
            question.open()

    def _described(self, metadata: object) -> None:
        assert isinstance(metadata, Metadata)
        self.desk.describe(metadata, "")

    def _copy(self) -> None:
        focused = self.focusWidget()
        copy = getattr(focused, "copy", None)
        (copy or self.page.reader.copy)()

    def _context_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for name in (*TAG_DEEDS, "remove"):
            menu.addAction(self.deeds[name])
        menu.addSeparator()
        for name in ("copy", "find"):
            menu.addAction(self.deeds[name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _fill_people(self) -> None:
        self._people.clear()
        group = QActionGroup(self._people)
        for person in sorted(self.desk.people.values(), key=lambda one: one.name.casefold()):
            action = self._people.addAction(person.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self.desk.person is not None and person.id == self.desk.person.id)
            action.triggered.connect(lambda _on=False, one=person.id: self._sit_down(one))
            group.addAction(action)
        self._people.addSeparator()
        self._people.addAction(_("Somebody else…"), lambda: self.tagging.ask_name())
        rename = self._people.addAction(_("Correct the name…"), self.tagging.ask_other_name)
        rename.setEnabled(self.desk.person is not None)

    def _sit_down(self, person: PersonId) -> None:
        self._after_typing(lambda: self.desk.choose_person(self.desk.people[person]))

    # How it looks

    def _toggle_panel(self, name: str) -> None:
        panel = self.articles if name == "articles_panel" else self.claims
        panel.setVisible(self.deeds[name].isChecked())

    def _zoom(self, steps: int) -> None:
        self._set_zoom(self.page.reader.zoom + (_ZOOM_STEP if steps > 0 else -_ZOOM_STEP))

    def _set_zoom(self, percent: int) -> None:
        percent = max(_SMALLEST_ZOOM, min(_LARGEST_ZOOM, percent))
        self.page.reader.set_zoom(percent)
        self.status.show_zoom(percent)
        self._remembered.keep(zoom=percent)

    def _full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _is_dark(self) -> bool:
        look = self._remembered.text("look", "as_system")
        if look in ("light", "dark"):
            return look == "dark"
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _set_look(self, look: str) -> None:
        self._remembered.keep(look=look)
        self.deeds[look if look in _LOOKS else "as_system"].setChecked(True)
        self._colours = palette.load(self._is_dark())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_style(app, self._colours)
        for part in (self.tools, self.articles, self.page.reader, self.claims, self.bar):
            part.set_palette(self._colours)
        for deed in DEEDS:
            if deed.icon:
                self.deeds[deed.id].setIcon(icon(deed.icon, self._colours))

    # Help

    def _welcome(self) -> None:
        self.page.hint.say(
            _(
                "This is a sample to try things on. Select words that claim something, then press "
                "1 when the article says who says so, 2 when somebody disagrees, 3 when you found "
                "what shows it. Your own article comes in by “Open a file”."
            )
        )

    def _tags_help(self) -> None:
        from annotator.ui.dialogs.help import TagsHelp

        TagsHelp(self, self._colours).open()

    def _keys_help(self) -> None:
        from annotator.ui.dialogs.help import KeysHelp

        KeysHelp(self).open()

    def _about(self) -> None:
        from annotator.ui.dialogs.help import About

        About(self).open()

    # Qt's own moments

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first frame the library is opened: an empty window at once beats a full one."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if _files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files in."""
        event.acceptProposedAction()
        self.files.take(_files_of(event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:
        """Leaving the window ends a visit to a field."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._after_typing(lambda: None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what was typed, finish every step, remember how the window was left."""
        self._after_typing(self._keep)
        self.desk.stop()
        event.accept()

    def _keep(self) -> None:
        self._remembered.keep(
            geometry=self.saveGeometry(),
            sides=self.sides.sizes(),
            articles_panel=not self.articles.isHidden(),
            claims_panel=not self.claims.isHidden(),
        )
        self._remembered.write()

    def _restore(self) -> None:
        if not self.restoreGeometry(self._remembered.shape("geometry")):
            self._first_size()
        sizes = self._remembered.numbers("sides")
        self.sides.setSizes(sizes if len(sizes) == len(_SIDES) else _SIDES)
        for name, panel in (("articles_panel", self.articles), ("claims_panel", self.claims)):
            shown = self._remembered.yes(name, True)
            panel.setVisible(shown)
            self.deeds[name].setChecked(shown)
        self._set_zoom(self._remembered.number("zoom", 100))
        self._show_history(None, None)

    def _first_size(self) -> None:
        screen = QGuiApplication.primaryScreen()
        room = screen.availableSize() if screen else self.size()
        self.resize(min(1440, room.width()), min(900, room.height()))


def _files_of(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
