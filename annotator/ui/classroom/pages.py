"""The places of the class window, one behind the other; each is made when it is first looked at.

A window that is there at once matters more than tables nobody has asked for. What somebody does in
a place is heard here, whether the place is made yet or not.
"""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.ui.classroom.heat_page import HeatPage
from annotator.ui.classroom.seen import ClassSeen
from annotator.ui.palette import Palette

if TYPE_CHECKING:
    from annotator.ui.classroom.agreement_page import AgreementPage
    from annotator.ui.classroom.key_page import KeyPage
    from annotator.ui.classroom.passages import PassagesPage
    from annotator.ui.classroom.sources_page import SourcesPage
    from annotator.ui.classroom.students import StudentsPage
    from annotator.ui.classroom.work import WorkPage

WORK = "work"
"""The place of one student's work; the others are `navigation.PLACES`."""
_WITH_PEOPLE = ("students", "key", "sources")
"""Where somebody can be named."""
_Page = TypeVar("_Page", bound=QWidget)


class Pages(QStackedWidget):
    """Each place is an attribute of its name."""

    passage_chosen = Signal(str)
    picks_changed = Signal(object)
    work_wanted = Signal(str)
    people_hidden = Signal(object, bool)
    key_claim_chosen = Signal(object)
    optional_changed = Signal(str, bool)
    release_asked = Signal(bool)
    spellings_joined = Signal(object, object)
    """Spellings, and the name that they mean; None: each means itself again."""
    back_asked = Signal()
    work_claim_chosen = Signal(str)
    zoom_asked = Signal(int)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette, self._zoom = palette, 100
        self._stale: set[str] = set()
        self.heat = self._take(HeatPage(palette))
        self.heat.sheet.zoom_asked.connect(self.zoom_asked)

    @cached_property
    def passages(self) -> "PassagesPage":
        """The passages in the order of their worth."""
        from annotator.ui.classroom.passages import PassagesPage

        page = self._take(PassagesPage(self._palette))
        page.chosen.connect(self.passage_chosen)
        page.picks_changed.connect(self.picks_changed)
        return page

    @cached_property
    def students(self) -> "StudentsPage":
        """A row for each student."""
        from annotator.ui.classroom.students import StudentsPage

        page = self._take(StudentsPage())
        page.opened.connect(self.work_wanted)
        page.hidden.connect(self.people_hidden)
        return page

    @cached_property
    def key(self) -> "KeyPage":
        """The teacher's claims."""
        from annotator.ui.classroom.key_page import KeyPage

        page = self._take(KeyPage())
        page.chosen.connect(self.key_claim_chosen)
        page.optional_changed.connect(self.optional_changed)
        page.release_asked.connect(self.release_asked)
        return page

    @cached_property
    def sources(self) -> "SourcesPage":
        """Whom the class names."""
        from annotator.ui.classroom.sources_page import SourcesPage

        page = self._take(SourcesPage())
        page.joined.connect(self.spellings_joined)
        page.parted.connect(lambda spellings: self.spellings_joined.emit(spellings, None))
        return page

    @cached_property
    def agreement(self) -> "AgreementPage":
        """How far the class agrees."""
        from annotator.ui.classroom.agreement_page import AgreementPage

        return self._take(AgreementPage())

    @cached_property
    def work(self) -> "WorkPage":
        """One student's work, read-only."""
        from annotator.ui.classroom.work import WorkPage

        page = self._take(WorkPage(self._palette))
        page.reader.set_zoom(self._zoom)
        page.reader.zoom_asked.connect(self.zoom_asked)
        page.back_asked.connect(self.back_asked)
        page.claim_chosen.connect(self.work_claim_chosen)
        return page

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        self.heat.set_palette(palette)
        if self._is_made("passages"):
            self.passages.set_palette(palette)
        if self._is_made(WORK):
            self.work.reader.set_palette(palette)

    def set_zoom(self, percent: int) -> int:
        """Set the size of the article's text; what it is then, within what can be read."""
        self.heat.sheet.set_zoom(percent)
        self._zoom = self.heat.sheet.zoom
        if self._is_made(WORK):
            self.work.reader.set_zoom(self._zoom)
        return self._zoom

    def outdate(self, *places: str) -> None:
        """These show an older state from now on, until they are looked at."""
        self._stale.update(places)

    def is_fresh(self, place: str) -> bool:
        """Whether a place shows the state that was given last."""
        return place not in self._stale

    def freshen(self, place: str, seen: ClassSeen, *, names_hidden: bool) -> None:
        """Show a class in a place that shows an older state."""
        if self.is_fresh(place):
            return
        self._stale.discard(place)
        if place in _WITH_PEOPLE:
            getattr(self, place).show_class(seen, names_hidden=names_hidden)
            return
        show = getattr(getattr(self, place), "show_class", None)
        if show:
            show(seen)

    def show_place(self, place: str) -> None:
        """Put a place in front; the keyboard goes on to it from the place before."""
        page: QWidget = getattr(self, place)
        focused = self.focusWidget()
        is_here = focused is not None and focused.hasFocus()
        self.setCurrentWidget(page)
        if is_here:
            # Qt would give the keyboard to whatever stands first.
            page.setFocus()

    def forget_people(self) -> None:
        """Nothing that names people stays in a place that is not looked at."""
        self.outdate(*_WITH_PEOPLE)
        if self._is_made("agreement"):
            self.agreement.forget_people()

    def set_current_passage(self, id_: str) -> None:
        """Make a passage the current one of the list, where there is one."""
        if self._is_made("passages"):
            self.passages.set_current(id_)

    def _is_made(self, place: str) -> bool:
        return place in vars(self)

    def _take(self, page: _Page) -> _Page:
        page.setProperty("look", "ground")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.addWidget(page)
        return page
