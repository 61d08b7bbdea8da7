"""The right side: the chosen passage, and all answers to it side by side."""

from html import escape

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.model.claim import Claim
from annotator.model.completeness import missing
from annotator.model.passage import REASONS, Answer
from annotator.ui.claims.card import is_right_to_left
from annotator.ui.claims.look import Look, interface_scale
from annotator.ui.claims.wording import label as still_asked
from annotator.ui.claims.wording import title, to_do
from annotator.ui.classroom.cards import Card, CardList, Style
from annotator.ui.classroom.parts import SplitBar, button, label
from annotator.ui.classroom.projecting import is_hidden
from annotator.ui.classroom.seen import ClassSeen, KeyClaim, Meeting, Passage, Student
from annotator.ui.classroom.wording import answer_lines, checks, counted, splits, tags_of
from annotator.ui.flow import Flow
from annotator.ui.palette import Palette
from annotator.ui.quoting import in_quotes
from annotator.words import _, ngettext

_QUOTED, _SHOWN = 400, 180
_LOW = 34
"""So many lines of the interface's letters high, there is room for more than the counts."""


class Side(QWidget):
    """Shows one passage with its answers, or one student's work."""

    picked = Signal(str, bool)
    """A passage's id, and whether it is to be talked about."""
    answer_hidden = Signal(object, bool)
    """The claims of an answer, and whether the class is not to see it."""
    passage_wanted = Signal(str)
    """The next passage to discuss: its id."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._palette = palette
        self._seen: ClassSeen | None = None
        self._passage: Passage | None = None
        self._answers: dict[str, Answer] = {}
        self._next = ""
        self._quote, self._counts, self._why = QLabel(), label(), label(look="small")
        self._bar = SplitBar(palette)
        self._pick = button("")
        self._pick.setCheckable(True)
        # Not `clicked`: assistive technology turns it without a click.
        self._pick.toggled.connect(self._pick_it)
        self.answers = CardList(_("Answers"), palette)
        self.answers.setAccessibleDescription(_("Space hides an answer from the class"))
        self.answers.marked.connect(lambda _id: self._toggle_answer())
        self.answers.chosen.connect(lambda _id: self._allow())
        self._hide = button("", "quiet", _("Whether the projector may show this answer"))
        self._hide.clicked.connect(self._toggle_answer)
        self._after = button(_("Next to discuss"), "quiet")
        self._after.clicked.connect(lambda: self.passage_wanted.emit(self._next))
        self._head = self._make_head()
        self._none = label(look="soft")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.set_palette(palette)
        self.show_nothing()

    def set_palette(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        self._quote.setFont(Look(palette, interface_scale()).quote)
        self._bar.show_split(splits(self._passage.found) if self._passage else (), palette)
        self.answers.set_palette(palette)

    def show_nothing(self, seen: ClassSeen | None = None) -> None:
        """Say what to do next in this class."""
        self._none.setText(
            _("Choose a passage to see who marked it and what they wrote.")
            if seen is None or seen.passages
            else _(
                "Nobody has marked anything yet. Collect the hand-ins of the class, or drop them "
                "on this window: files, a folder, or the archive of a learning platform."
            )
        )
        self._passage = None
        self._show(head=False, none=True)
        self.answers.show_cards((), _nobody)

    def show_passage(self, seen: ClassSeen, passage: Passage, *, names_hidden: bool) -> None:
        """Show a passage; what was current in its answers stays so."""
        self._seen, self._passage = seen, passage
        found = passage.found
        _set_quote(self._quote, passage.quote)
        self._counts.setText(counted(found))
        done = ngettext("{number} complete", "{number} complete", found.complete)
        parts = [done.format(number=found.complete), checks(found.outcomes)]
        self._why.setText(f"{_(REASONS[found.reason])}\n{' · '.join(filter(None, parts))}")
        self._bar.show_split(splits(found), self._palette)
        is_picked = found.span in seen.picked
        with QSignalBlocker(self._pick):
            self._pick.setChecked(is_picked)
        self._pick.setText(_("✓ Picked") if is_picked else _("Pick"))
        self._pick.setAccessibleName(_("{pick}: for the projector").format(pick=self._pick.text()))
        self._pick.setToolTip(_("Show this passage on the projector"))
        self._show_answers(seen, passage, names_hidden)
        self._offer_next(seen, passage)
        self._show(head=True, none=False)
        self._allow()

    def show_work(self, seen: ClassSeen, student: Student, *, names_hidden: bool) -> None:
        """Show everything that one student marked, in the order of the text."""
        self._passage = None
        self._answers = {}
        self._show(head=False, none=False)
        self.answers.setAccessibleName(
            _("Claims of {name}").format(name=student.called(names_hidden))
        )
        work = seen.claims(student.work, names_hidden=names_hidden)
        ids = [claim.id for claim in work]
        self.answers.show_cards(ids, lambda row: _claim_card(work[row], seen.text))
        self._allow()

    def show_met(self, claim: KeyClaim, *, names_hidden: bool) -> None:
        """Show how each student met a claim of the key."""
        self._passage = None
        self._answers = {}
        self._show(head=False, none=False)
        self.answers.setAccessibleName(_("Who found it"))
        ids = [one.person for one in claim.met]
        self.answers.show_cards(ids, lambda row: _met_card(claim.met[row], names_hidden))

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setProperty("look", "open")
        self._quote.setWordWrap(True)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for part in (self._quote, self._counts, self._bar, self._why):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._pick)
        row.addStretch(1)
        column.addLayout(row)
        return head

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 8)
        column.setSpacing(8)
        for part in (self._head, self._none):
            column.addWidget(part)
        column.addWidget(self.answers, 1)
        self._foot = QWidget()
        row = Flow(self._foot, spacing=8)
        row.add(self._hide)
        row.add(self._after)
        column.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window there is room for the counts and for some answers."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._why.setVisible(self.height() >= _LOW * self.fontMetrics().height())

    def _show(self, *, head: bool, none: bool) -> None:
        self._head.setVisible(head)
        self._none.setVisible(none)
        self.answers.setVisible(not none)
        self._foot.setVisible(head)
        self._after.setVisible(bool(self._next))
        self._fit()

    def _show_answers(self, seen: ClassSeen, passage: Passage, names_hidden: bool) -> None:
        self._answers = {answer.annotator.id: answer for answer in passage.found.answers}
        sets = passage.found.sets
        place = {tags: at for at, tags in enumerate(sorted(sets, key=lambda one: -sets[one]))}
        ordered = sorted(passage.found.answers, key=lambda one: place[one.tags])
        self.answers.setAccessibleName(_("Answers"))
        before = self.answers.current()
        self.answers.show_cards(
            [answer.annotator.id for answer in ordered],
            lambda row: _answer_card(seen, ordered[row], names_hidden=names_hidden),
            before,
        )

    def _offer_next(self, seen: ClassSeen, passage: Passage) -> None:
        ids = [one.id for one in seen.passages]
        after = ids.index(passage.id) + 1 if passage.id in ids else 0
        following = seen.passages[after] if after < len(ids) else None
        self._next = following.id if following else ""
        if following:
            words = in_quotes(" ".join(following.quote.split()))
            self._after.setAccessibleName(_("Next to discuss: {quote}").format(quote=words))
            self._after.setToolTip(escape(words))

    def _pick_it(self, on: bool) -> None:
        if self._passage:
            self.picked.emit(self._passage.id, on)

    def _toggle_answer(self) -> None:
        answer, seen = self._answers.get(self.answers.current()), self._seen
        if answer and seen:
            self.answer_hidden.emit(answer.claims, not is_hidden(seen, answer.claims))

    def _allow(self) -> None:
        answer, seen = self._answers.get(self.answers.current()), self._seen
        self._hide.setEnabled(answer is not None)
        hidden = bool(answer and seen and is_hidden(seen, answer.claims))
        self._hide.setText(_("Show this answer") if hidden else _("Hide this answer"))


def _nobody(row: int) -> Card:
    raise IndexError(row)


def _met_card(one: Meeting, names_hidden: bool) -> Card:
    name = one.stand_in if names_hidden else one.name
    lines = ((_(one.how), Style.BODY), (one.more, Style.SOFT))
    said = "; ".join(filter(None, (name, _(one.how), one.more)))
    return Card(one.person, name, said, lines=tuple(line for line in lines if line[0]))


def _answer_card(seen: ClassSeen, answer: Answer, *, names_hidden: bool) -> Card:
    person = answer.annotator
    name = seen.hiding.called[person.id] if names_hidden else person.name
    claims = seen.claims(answer.claims, names_hidden=names_hidden)
    lines = [(words, Style.BODY) for words in answer_lines(claims)]
    asked = next(filter(None, map(still_asked, answer.claims)), None)
    if asked:
        lines.append((asked.text, Style.WARM))
    hidden = is_hidden(seen, answer.claims)
    badges = tags_of(answer.tags)
    said = [name, title(badges), *(words for words, _style in lines)]
    if hidden:
        said.append(_("hidden from the class"))
    place = _("hidden") if hidden else ""
    return Card(person.id, name, "; ".join(said), badges, place, tuple(lines), pale=hidden)


def _claim_card(claim: Claim, text: str) -> Card:
    quote = text[claim.span.start : min(claim.span.end, claim.span.start + _QUOTED)]
    badges = tags_of(claim.tags)
    lines = [(in_quotes(quote), Style.QUOTE)]
    lines += [(words, Style.SOFT) for words in answer_lines((claim,))]
    lines += [(to_do(one), Style.WARM) for one in missing(claim)]
    said = [quote, title(badges), *(words for words, _style in lines[1:])]
    star = "★" if claim.best else ""
    return Card(claim.id, title(badges), "; ".join(said), badges, star, tuple(lines))


def _set_quote(shown: QLabel, quote: str) -> None:
    words = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}…"
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    side = right if is_right_to_left(words) else left
    shown.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    shown.setText(in_quotes(words))
