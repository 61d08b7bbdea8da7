"""The passages of a class in the order of their worth; picked ones go to the projector."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.model.passage import REASONS
from annotator.model.span import Span
from annotator.ui.classroom.cards import Card, CardList, Style
from annotator.ui.classroom.parts import button, label
from annotator.ui.classroom.seen import ClassSeen, Passage
from annotator.ui.classroom.wording import by_tag, checks, counted, splits
from annotator.ui.flow import Flow
from annotator.ui.palette import Palette
from annotator.ui.quoting import in_quotes
from annotator.words import _, ngettext

_QUOTED = 300


class PassagesPage(QWidget):
    """The list, what is picked of it, and in which order."""

    chosen = Signal(str)
    """Another passage is the current one: its id."""
    picks_changed = Signal(object)
    """The spans to talk about, in their order."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._seen: ClassSeen | None = None
        self._said = label(look="small")
        self.list = CardList(_("Passages"), palette)
        self.setFocusProxy(self.list)
        self.list.setAccessibleDescription(_("Space picks a passage for the projector"))
        self.list.chosen.connect(self._changed)
        self.list.marked.connect(self.toggle)
        self.only_picked = QCheckBox(_("Only those picked, in their order"))
        self.only_picked.toggled.connect(lambda _on: self._fill())
        self.pick = button(_("Pick"), hint=_("Pick this passage for the projector (Space)"))
        self.pick.clicked.connect(lambda: self.toggle(self.list.current()))
        self.up, self.down = button(_("Earlier")), button(_("Later"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self._lay_out()
        self._allow()

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        self.list.set_palette(palette)

    def show_class(self, seen: ClassSeen) -> None:
        """Show a class."""
        self._seen = seen
        picked = len(seen.picked)
        said = ngettext(
            "{number} picked for the projector", "{number} picked for the projector", picked
        ).format(number=picked)
        self._said.setText(_("Most worth talking about first. {picked}.").format(picked=said))
        self._fill()

    def set_current(self, id_: str) -> None:
        """Make a passage the current one."""
        self.list.set_current(id_)

    def toggle(self, id_: str) -> None:
        """Pick a passage as the last one, or pick it no more."""
        seen = self._seen
        passage = seen.passage(id_) if seen else None
        if seen and passage:
            span = passage.found.span
            self.picks_changed.emit(
                tuple(one for one in seen.picked if one != span)
                if span in seen.picked
                else (*seen.picked, span)
            )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(8)
        foot = QWidget()
        row = Flow(foot, spacing=8)
        for part in (self.pick, self.up, self.down, self.only_picked):
            row.add(part)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addWidget(foot)

    def _fill(self) -> None:
        seen = self._seen
        if seen is None:
            return
        passages = list(seen.passages)
        if self.only_picked.isChecked():
            at = {span: place for place, span in enumerate(seen.picked)}
            passages = sorted(
                (one for one in passages if one.found.span in at),
                key=lambda one: at[one.found.span],
            )
        ids = [one.id for one in passages]
        self.list.show_cards(ids, lambda row: _card(seen, passages[row]), self.list.current())
        self._allow()

    def _changed(self, id_: str) -> None:
        self._allow()
        self.chosen.emit(id_)

    def _current_span(self) -> Span | None:
        passage = self._seen.passage(self.list.current()) if self._seen else None
        return passage.found.span if passage else None

    def _allow(self) -> None:
        span, picked = self._current_span(), self._seen.picked if self._seen else ()
        self.pick.setEnabled(span is not None)
        self.pick.setText(_("Pick no more") if span in picked else _("Pick"))
        self.up.setEnabled(span in picked and picked.index(span) > 0)
        self.down.setEnabled(span in picked and picked.index(span) < len(picked) - 1)

    def _move(self, by: int) -> None:
        span = self._current_span()
        if self._seen and span in self._seen.picked:
            order = list(self._seen.picked)
            at = order.index(span)
            order[at], order[at + by] = order[at + by], order[at]
            self.picks_changed.emit(tuple(order))


def _card(seen: ClassSeen, passage: Passage) -> Card:
    found = passage.found
    words = passage.quote[:_QUOTED]
    quote = in_quotes(" ".join(words.split()))
    badges = tuple(tag for tag, _number in by_tag(found))
    lines = [(quote, Style.QUOTE), (counted(found), Style.BODY)]
    said = " · ".join(filter(None, (_(REASONS[found.reason]), checks(found.outcomes))))
    lines.append((said, Style.SOFT))
    place = _("¶ {number}").format(number=passage.paragraph)
    title = ""
    if found.span in seen.picked:
        title = _("Picked, number {number}").format(number=seen.picked.index(found.span) + 1)
    spoken = [words, counted(found), said, title, place]
    return Card(
        passage.id,
        title,
        "; ".join(filter(None, spoken)),
        badges,
        place,
        tuple(lines),
        splits(found),
    )
