"""The question of a report: what goes in beside what comes of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.services.outlook import Outlook
from annotator.ui.desk import Desk
from annotator.ui.dialogs.dialog import Question
from annotator.ui.palette import Palette
from annotator.ui.reporting.choices import Choices, There, bulleted
from annotator.ui.reporting.looking import Looking
from annotator.ui.reporting.pages import Pages, PagesModel, PagesView
from annotator.words import _, ngettext

_SIZE = QSize(1040, 720)
_BAR = 28


class ReportQuestion(Question):
    """Asks what to write. Read `choices.wanted()` when it was accepted."""

    def __init__(self, parent: QWidget, desk: Desk, there: There, palette: Palette) -> None:
        super().__init__(
            parent,
            _("Write a report"),
            _("See what the file will hold, and what it says about people, before it is written."),
        )
        self.choices = Choices(there)
        self._personal, self._notices, self._state = (
            _lines("small"),
            _lines("warm"),
            _lines("small"),
        )
        self._model = PagesModel()
        self.pages = PagesView(self._model, palette)
        self._looking = Looking(desk)
        sides = QSplitter(Qt.Orientation.Horizontal)
        for place, side in enumerate((self._asked(), self._shown())):
            sides.addWidget(side)
            sides.setCollapsible(place, False)
        sides.setStretchFactor(1, 1)
        sides.setSizes([380, 620])
        self.body.addWidget(sides)
        self.fill_with_body()
        self.add_buttons(_("Choose where it goes…"), _("Cancel"))
        self._connect()
        self.take_room(_SIZE)
        self._look()

    def _asked(self) -> QWidget:
        """The fields, and what the file will say about people; they scroll on a low screen."""
        heading = QLabel(_("What the file will say about people"))
        heading.setProperty("look", "strong")
        heading.setWordWrap(True)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self.choices, heading, self._personal, self._notices):
            column.addWidget(widget)
        self._notices.hide()
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It does not scroll to the side, whatever the size of the letters.
        area.setMinimumWidth(holder.minimumSizeHint().width() + _BAR)
        area.setAccessibleName(_("What goes into the file"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _shown(self) -> QWidget:
        side = QWidget()
        label = QLabel(_("Preview"))
        label.setProperty("look", "label")
        label.setBuddy(self.pages)
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.pages, 1)
        column.addWidget(self._state)
        return side

    def _connect(self) -> None:
        looking = self._looking
        self.choices.changed.connect(self._look)
        self._model.picture_asked.connect(looking.paint)
        looking.begun.connect(self._begun)
        looking.seen.connect(self._seen)
        looking.refused.connect(self._refused)
        looking.painted.connect(self._painted)
        self.finished.connect(looking.end)

    def _look(self) -> None:
        wanted = self.choices.wanted()
        self.yes.setEnabled(wanted is not None)
        self._looking.at(wanted)
        if wanted is None:
            self._refused(self.choices.missing())

    def _begun(self) -> None:
        self._state.setText(_("Looking…"))

    def _seen(self, found: Outlook, pages: Pages) -> None:
        self._model.show(pages.count)
        self.pages.set_ratio(pages.ratio)
        self._personal.setText(bulleted(found.personal))
        self._notices.setText("\n".join(found.notices))
        self._notices.setVisible(bool(found.notices))
        self._state.setText(_summary(found, pages))
        said = " ".join((*found.personal, *found.notices))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _refused(self, sentence: str) -> None:
        self._model.show(0)
        self._personal.clear()
        self._notices.hide()
        self._state.setText(sentence)

    def _painted(self, number: int, width: int, image: QImage) -> None:
        self._model.put(number, width, image)


def _summary(found: Outlook, pages: Pages) -> str:
    claims = ngettext("{number} claim", "{number} claims", found.claims)
    said = [claims.format(number=found.claims)]
    count = ngettext("{number} page", "{number} pages", pages.count)
    shown = len(found.shown.articles)
    if shown == found.articles:
        said.append(count.format(number=pages.count))
        return _("The content on paper: {what}.").format(what=", ".join(said))
    some = _("The content on paper: {what}. Shown are the first {shown} of {number} articles.")
    return some.format(what=", ".join(said), shown=shown, number=found.articles)


def _lines(look: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
