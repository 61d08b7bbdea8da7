"""The right panel: the claims of the article, the open one in its fields, and the sources.

It shows what it is given and says what the person wants; it reads and writes nothing itself.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from annotator.model.article import Article
from annotator.model.claim import Claim, LinkRole
from annotator.model.ids import ClaimId, PersonId
from annotator.model.passages import Tally
from annotator.model.person import Person
from annotator.model.register import SourceKey
from annotator.ui.claims.claims_page import ClaimsPage
from annotator.ui.claims.look import GAP, Look, interface_scale
from annotator.ui.claims.model import ClaimsModel
from annotator.ui.claims.surroundings import Surroundings
from annotator.ui.palette import Palette
from annotator.words import _

if TYPE_CHECKING:
    from annotator.ui.claims.editor import Editor
    from annotator.ui.claims.sources import Sources

REST = 40
"""So many milliseconds after the last move the fields open and the counts are made: what the
person watches, the mark in the article and the chosen card, is painted before."""


NARROWEST = 248
"""The panel is never narrower than so many px at 100 %."""


class ClaimsPanel(QWidget):
    """Claims by their ids as plain str in signals. See the methods for what comes in."""

    chosen = Signal(str)
    """The person chose this claim here: by mouse or key, by a link, by next or previous."""
    edited = Signal(object)
    """A ClaimEdit or a SourceEdit that is to be written."""
    dismissed = Signal(str, str)
    """A claim's id and a hint's: the hint is not to be shown again."""
    shown_filter_changed = Signal()
    """Other claims are shown now, or in another order."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(palette, interface_scale())
        self.model = ClaimsModel(self)
        self.around = Surroundings(self.model)
        self.tabs = QTabBar(self)
        self._pages = QStackedWidget(self)
        self.page = ClaimsPage(self._look, self.model, self._pages)
        self._built: list[Editor | Sources] = []
        self._current: ClaimId | None = None
        self._tally: Tally | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._arrange()
        self._connect()
        self._show_counts()

    @cached_property
    def editor(self) -> "Editor":
        """The fields of the open claim; made when a claim is first opened."""
        from annotator.ui.claims.editor import Editor

        editor = Editor(self._look, self.around, self)
        editor.edited.connect(self.edited)
        editor.dismissed.connect(self.dismissed)
        editor.card.top.switched.connect(self._pick)
        editor.card.links.followed.connect(self._pick)
        editor.card.linking.connect(self._pick_link)
        self.page.hold(editor)
        self._built.append(editor)
        return editor

    @cached_property
    def sources(self) -> "Sources":
        """The register of sources; made when it is first turned to."""
        from annotator.ui.claims.sources import Sources

        sources = Sources(self._look)
        sources.edited.connect(self.edited)
        sources.wanted.connect(self._show_claims_of)
        self._pages.addWidget(sources)
        self._built.append(sources)
        return sources

    # -- what is shown

    def show_article(
        self,
        article: Article | None,
        text: str,
        claims: Sequence[Claim],
        people: Mapping[PersonId, Person],
    ) -> None:
        """Show the claims on an article's canonical text; None empties the panel.

        What was typed and not yet written is sent off first.
        """
        self.flush()
        self._put_current(None)
        self.around.article = article
        self.around.people = people
        self._tally = None
        with self.page.list.quietly():
            self.model.show(text, claims, people)
        self.page.show_something(article is not None)
        self._rest.start()

    def apply(self, changed: Iterable[Claim], gone: Collection[ClaimId]) -> None:
        """These claims are new or changed, these are gone. Unwritten words and the caret stay."""
        changed, gone = list(changed), self._really(gone)
        known = self.model.entries.claims
        if self._tally is not None:
            self._recount([known[one.id] for one in changed if one.id in known], changed)
            self._recount([known[name] for name in gone if name in known], [])
        beside = self._beside(gone) if self.page.list.hasFocus() else None
        with self.page.list.quietly():
            self.model.apply(changed, gone)
        if self._current in gone and self._current not in known:
            self._put_current(None)
            if beside in known:
                # Whoever removes from the list goes on from there.
                self._pick(beside)
        self._answer(changed)
        self.page.show_something(self.around.article is not None)
        self._rest.start()

    def show_details(self, article: Article) -> None:
        """What is known of the article changed: some questions depend on its address."""
        self.around.article = article
        self._rest.start()

    def show_people(self, people: Mapping[PersonId, Person]) -> None:
        """Somebody is called otherwise now, or somebody else came."""
        self.around.people = people
        self.model.show_people(people)

    def set_dismissed(self, dismissed: Mapping[ClaimId, frozenset[str]]) -> None:
        """These hints were put away: their ids, by claim."""
        self.around.dismissed = dict(dismissed)
        self._rest.start()

    def set_palette(self, palette: Palette) -> None:
        """Paint in these colours, at the size of the application's font."""
        self._look = Look(palette, interface_scale())
        self.setMinimumWidth(self._look.px(NARROWEST))
        for part in (*self._built, self.page):
            part.set_look(self._look)

    def put_above(self, widget: QWidget) -> None:
        """Let something stand above the claims."""
        self._column.insertWidget(0, widget)

    # -- which claim is current

    def current(self) -> ClaimId | None:
        """The claim that is chosen."""
        return self._current

    def set_current(self, claim: str | None) -> None:
        """Choose a claim and bring it into view; it opens a moment later. None chooses nothing.

        One that the filter hides is shown while it is chosen; an unknown one chooses nothing.
        """
        name = ClaimId(claim) if claim else None
        if name != self._current:
            self._put_current(name)
        elif name is not None:
            self.page.show_row(self.model.entries.row_of(name))

    def next(self) -> None:
        """Choose the claim below, or the first one."""
        self._step(1)

    def previous(self) -> None:
        """Choose the claim above, or the last one."""
        self._step(-1)

    def open_fields(self) -> None:
        """Go into the fields of the chosen claim."""
        self.tabs.setCurrentIndex(0)
        if self._current is not None:
            self._settle()
            self.editor.go_inside()

    def flush(self) -> None:
        """Send off what was typed and not yet written."""
        for part in self._built:
            part.flush()

    @property
    def tally(self) -> Tally:
        """The count of all claims of the article, whatever the filter shows. Never change it."""
        if self._tally is None:
            self._count()
        assert self._tally is not None
        return self._tally

    # -- building

    def _arrange(self) -> None:
        self.setProperty("look", "panel")
        self.setMinimumWidth(self._look.px(NARROWEST))
        self.tabs.setAccessibleName(_("Claims or sources"))
        self.tabs.setExpanding(True)
        self.tabs.setDrawBase(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self._pages.addWidget(self.page)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        bar = QVBoxLayout()
        bar.setContentsMargins(GAP + 4, 0, GAP + 4, 0)
        bar.addWidget(self.tabs)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn_to)
        self._rest.timeout.connect(self._settle)
        self.page.picked.connect(self._pick)
        self.page.filtered.connect(self._refilter)
        self.page.entered.connect(self.open_fields)

    # -- choosing

    def _pick(self, name: str) -> None:
        self.set_current(name)
        if self._current is not None:
            self.chosen.emit(name)

    def _really(self, gone: Collection[ClaimId]) -> Collection[ClaimId]:
        """These without the claim that somebody is writing into: the words bring it back."""
        if self._current in gone and self._is_open() and self.editor.send_typed():
            return [name for name in gone if name != self._current]
        return gone

    def _beside(self, gone: Collection[ClaimId]) -> ClaimId | None:
        """The nearest claim to the chosen one that stays: in its row, else below, else above."""
        entries = self.model.entries
        row = entries.row_of(self._current) if self._current in gone and self._current else None
        if row is None:
            return None
        rows = (*range(row, len(entries)), *range(row - 1, -1, -1))
        staying = (one.id for at in rows for one in entries.entry(at) if one.id not in gone)
        return next(staying, None)

    def _step(self, by: int) -> None:
        rows = len(self.model.entries)
        if rows:
            row = self.model.entries.row_of(self._current) if self._current else None
            first = 0 if by > 0 else rows - 1
            row = first if row is None else min(max(row + by, 0), rows - 1)
            self._pick(self.model.entries.entry(row)[0].id)

    def _put_current(self, name: ClaimId | None) -> None:
        known = name if name in self.model.entries.claims else None
        self._current = known
        self._put_away()
        with self.page.list.quietly():
            self.model.keep(known)
        self.page.show_row(self.model.entries.row_of(known) if known else None)
        self.page.show_something(self.around.article is not None)
        self._rest.start()

    def _put_away(self) -> None:
        self.page.put_away()
        if "editor" in vars(self):
            self.editor.close()

    def _settle(self) -> None:
        """Open the chosen claim and bring the counts up to date."""
        self._rest.stop()
        self._show_counts()
        row = self.model.entries.row_of(self._current) if self._current else None
        if row is None or self._current is None:
            self._put_away()
            return
        claim = self.model.entries.claims[self._current]
        entry = self.model.entries.entry(row)
        if self.editor.claim is None or self.editor.claim.id != claim.id:
            self.editor.open(entry, claim)
        else:
            self.editor.refresh()
        self.page.open_row(row)

    def _answer(self, changed: Sequence[Claim]) -> None:
        """The open claim may have changed, and may stand in another row."""
        if "editor" in vars(self):
            self.editor.hear(changed)
        row = self.model.entries.row_of(self._current) if self._current else None
        if row is None:
            return
        for claim in changed:
            if claim.id == self._current and self._is_open():
                self.editor.answer(self.model.entries.entry(row), claim)
        if self.page.list.currentIndex().row() != row:
            self.page.show_row(row)

    def _is_open(self) -> bool:
        return "editor" in vars(self) and self.editor.claim is not None

    def _refilter(self) -> None:
        self.flush()
        with self.page.list.quietly():
            self.model.arrange(self.page.filters.order, self.page.filters.wanted)
        row = self.model.entries.row_of(self._current) if self._current else None
        self.page.show_row(row)
        self.page.show_something(self.around.article is not None)
        self._rest.start()
        self.shown_filter_changed.emit()

    # -- links and sources

    def _pick_link(self, role: LinkRole) -> None:
        claim = self.editor.claim
        if claim is None:
            return
        from annotator.ui.claims.link_picker import LinkPicker

        picker = LinkPicker(self._look, role, self)
        picker.offer(self.model.entries, claim, self.around.people)
        picker.picked.connect(self.editor.add_link)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _show_claims_of(self, key: SourceKey, name: str) -> None:
        self.tabs.setCurrentIndex(0)
        self.page.filters.only_source(key, name)

    def _turn_to(self, page: int) -> None:
        self.flush()
        self._pages.setCurrentWidget(self.sources if page else self.page)
        self._show_counts()

    # -- counting

    def _count(self) -> None:
        claims = self.model.entries.claims.values()
        self._tally = Tally(claims)
        self.around.register.restart(claims)

    def _recount(self, before: Iterable[Claim], after: Iterable[Claim]) -> None:
        for claim in before:
            self.tally.remove(claim)
            self.around.register.remove(claim)
        for claim in after:
            self.tally.add(claim)
            self.around.register.add(claim)

    def _show_counts(self) -> None:
        tally, sources = self.tally, len(self.around.register)
        self.tabs.setTabText(0, _("Claims {number}").format(number=tally.claims))
        self.tabs.setTabText(1, _("Sources {number}").format(number=sources))
        self.page.filters.count(tally)
        if self._pages.currentWidget() is not self.page:
            self.sources.show_register(self.around.register)
