"""The open card: a claim with the fields of its tags, a note, links and questions.

Nothing is built anew for another claim but links and questions: parts are shown, hidden and
filled. It shows and asks; what a value means is the editor's care.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from annotator.model.claim import Claim, LinkRole, SourceRole
from annotator.model.tags import Tag
from annotator.ui.claims import fields, things
from annotator.ui.claims.entries import Entry
from annotator.ui.claims.fields import Value
from annotator.ui.claims.form import Form
from annotator.ui.claims.linked import Linked
from annotator.ui.claims.look import PAD, Look
from annotator.ui.claims.part import Part
from annotator.ui.claims.places import EVIDENCE, LINK, NOTE, ROLES, TAGS, Place
from annotator.ui.claims.questions import Questions
from annotator.ui.claims.several import Values
from annotator.ui.claims.surroundings import Surroundings
from annotator.ui.claims.top import Top
from annotator.ui.flow import Flow
from annotator.ui.icons import icon
from annotator.words import N_, _


def _parts(look: Look) -> dict[str, Part]:
    source, counter = SourceRole.SOURCE.value, SourceRole.COUNTER.value
    return {
        source: Part(
            Tag.ATTRIBUTED, fields.SOURCE, N_("Source {number}"), N_("Add another source"), look
        ),
        counter: Part(
            Tag.CONTESTED,
            fields.COUNTER_SOURCE,
            N_("Counter-source {number}"),
            N_("Add another one who disagrees"),
            look,
        ),
        EVIDENCE: Part(
            Tag.VERIFIED, fields.EVIDENCE, N_("Evidence {number}"), N_("Add another piece"), look
        ),
    }


class OpenCard(QFrame):
    """Signals carry a Place, unless they say otherwise."""

    typed = Signal(object)
    chosen = Signal(object)
    removed = Signal(object)
    linking = Signal(object)
    """A claim to link to is wanted; carries the role that is meant."""
    left = Signal()
    """Esc."""
    resized = Signal()
    """It may need another height."""

    def __init__(self, look: Look, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._around = around
        self._blank_evidence = False
        self._order: list[QWidget] = []
        self._claim: Claim | None = None
        self.setProperty("look", "open")
        self.top = Top(look)
        self.parts = _parts(look)
        self.note = Form(fields.NOTE)
        self.links = Linked(look)
        self.questions = Questions(look)
        self.add_evidence = _quiet(N_("Add evidence"), self._begin_evidence)
        self.add_link = _quiet(N_("Link a claim"), self._begin_link)
        self._arrange()
        self._connect()
        self.set_look(look)

    # -- what is shown

    def set_look(self, look: Look) -> None:
        """Paint in these colours and sizes."""
        self._look = look
        for part in self.parts.values():
            part.set_look(look)
        self.links.set_look(look)
        self.questions.set_look(look)
        pad = look.px(PAD)
        self._column.setContentsMargins(pad, pad - 4, pad, pad)
        self._column.setSpacing(look.px(8))
        self.add_evidence.setIcon(icon("add", look.palette, look.palette.accent))
        self.add_link.setIcon(icon("link", look.palette, look.palette.accent))

    def fresh(self) -> None:
        """Forget what stands in the fields: the card is for another claim now."""
        self._blank_evidence = False
        self.note.fresh()
        for part in self.parts.values():
            part.several.fresh()

    def fill(self, claim: Claim, entry: Entry, keep: Place | None = None) -> None:
        """Show a claim of an entry; the field at `keep` is not overwritten."""
        self._claim = claim
        self.setAccessibleName(_("Fields of the claim"))
        self.top.fill(claim, entry, self._around, self._look)
        names = self._around.register.names(claim.person)
        for name, role in ROLES.items():
            self._fill_part(claim, name, things.sources(claim, role), keep)
            self.parts[name].several.offer(names)
        self._fill_part(claim, EVIDENCE, [things.of_evidence(one) for one in claim.evidence], keep)
        self.note.put({NOTE: claim.note}, NOTE if keep and keep.part == NOTE else "")
        self.links.show_links(self._around.links(claim))
        self.add_evidence.setVisible(self.parts[EVIDENCE].isHidden())
        self.questions.ask(self._around.hints(claim))
        self._chain()
        self.resized.emit()

    def value(self, place: Place) -> Value:
        """What the field at a place says."""
        if place.part == NOTE:
            return self.note.value(place.field)
        return self.parts[place.part].several.forms[place.form].value(place.field)

    def unread(self) -> dict[Place, str]:
        """What was typed and cannot be understood, by its place."""
        return {
            Place(name, at, field): text
            for name, part in self.parts.items()
            for at, form in enumerate(part.several.forms)
            if not part.isHidden() and not form.isHidden()
            for field, text in form.unread().items()
        }

    def put_unread(self, texts: Mapping[Place, str]) -> None:
        """Show again what could not be understood, where its field is still there."""
        for place, text in texts.items():
            forms = self.parts[place.part].several.forms
            if place.form < len(forms):
                forms[place.form].inputs[place.field].put_unread(text)

    def needed(self, width: int) -> int:
        """How high it has to be when it is that wide, in px."""
        column = self._column
        column.activate()
        return column.totalHeightForWidth(width)

    # -- where the focus can be

    def targets(self) -> Iterator[tuple[Place | None, QWidget]]:
        """Every control that takes the focus, in reading order; None where it is no field."""
        yield None, self.top.heading.toggle
        yield None, self.top.whose
        for name, part in self.parts.items():
            if name == EVIDENCE:
                yield from ((None, widget) for widget in self.links.targets())
            if not part.isHidden():
                for place, widget in part.targets():
                    yield (Place(name, *place) if place else None), widget
        for field, widget in self.note.targets():
            yield Place(NOTE, 0, field), widget
        yield None, self.add_evidence
        yield None, self.add_link
        yield from ((None, widget) for widget in self.questions.targets())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say when the layout needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def _arrange(self) -> None:
        more = QWidget()
        flow = Flow(more, 8)
        flow.add(self.add_evidence)
        flow.add(self.add_link)
        self._column = QVBoxLayout(self)
        sources = (self.parts[name] for name in ROLES)
        below = (self.links, self.parts[EVIDENCE], self.note, more, self.questions)
        for widget in (self.top, *sources, *below):
            self._column.addWidget(widget)

    def _connect(self) -> None:
        for name, part in self.parts.items():
            part.typed.connect(partial(self._say, self.typed, name))
            part.chosen.connect(partial(self._say, self.chosen, name))
            part.removed.connect(partial(self._say_removed, name))
            part.one_more.connect(partial(self._add_form, name))
        self.note.typed.connect(partial(self._say, self.typed, NOTE, 0))
        self.note.chosen.connect(partial(self._say, self.chosen, NOTE, 0))
        self.links.removed.connect(partial(self._say_removed, LINK))

    def _say(self, signal: object, part: str, form: int, field: str) -> None:
        signal.emit(Place(part, form, field))  # type: ignore[attr-defined]

    def _say_removed(self, part: str, form: int) -> None:
        self.removed.emit(Place(part, form, ""))

    def _fill_part(self, claim: Claim, name: str, values: list[Values], keep: Place | None) -> None:
        part, tag = self.parts[name], TAGS[name]
        blank = name == EVIDENCE and self._blank_evidence
        part.setVisible(tag in claim.tags or bool(values) or blank)
        if part.isHidden():
            return
        kept = (keep.form, keep.field) if keep and keep.part == name else None
        empty = things.NO_EVIDENCE if name == EVIDENCE else things.NO_SOURCE
        # The question of the only tag stands at the top of the card already.
        headed = claim.tags != frozenset({tag})
        part.show_things(values, empty, headed=headed, keep=kept)

    def _chain(self) -> None:
        """Let Tab go through the controls in reading order; they were not made in it."""
        order = [widget for _place, widget in self.targets()]
        if order != self._order:
            self._order = order
            for one, after in pairwise(order):
                QWidget.setTabOrder(one, after)

    # -- asking for more

    def _add_form(self, name: str) -> None:
        if self._claim is None:
            return
        several = self.parts[name].several
        place = several.add_blank()
        role = ROLES.get(name)
        claim = self._claim
        values = things.sources(claim, role) if role else [*map(things.of_evidence, claim.evidence)]
        self._fill_part(claim, name, values, None)
        self._chain()
        self.resized.emit()
        next(iter(several.forms[place].targets()))[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_evidence(self) -> None:
        self._blank_evidence = True
        self.add_evidence.hide()
        self._add_form(EVIDENCE)

    def _begin_link(self) -> None:
        contested = self._claim is not None and Tag.CONTESTED in self._claim.tags
        self.linking.emit(LinkRole.DISAGREES if contested else LinkRole.RELATED)


def _quiet(words: str, slot: Callable[[], None]) -> QPushButton:
    button = QPushButton(_(words))
    button.setProperty("look", "quiet")
    button.clicked.connect(slot)
    return button
