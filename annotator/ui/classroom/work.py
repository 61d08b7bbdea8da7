"""One student's work on the article, read-only: the reader as they see it, their claims beside."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.claim import Claim
from annotator.model.mentions import Rule
from annotator.ui.classroom.parts import button, label
from annotator.ui.classroom.seen import ClassSeen, Student
from annotator.ui.classroom.wording import found_out
from annotator.ui.palette import Palette
from annotator.ui.reader.view import ReaderView
from annotator.words import _


class WorkPage(QWidget):
    """The article with one person's claims; nothing in it can be changed."""

    back_asked = Signal()
    claim_chosen = Signal(str)
    """A claim's words were clicked: its id."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.reader = ReadOnly(palette)
        self.setFocusProxy(self.reader)
        self.reader.claim_clicked.connect(self._choose)
        self._name, self._more = label(look="strong"), label(look="small")
        back = button(_("Back to the students"))
        back.clicked.connect(self.back_asked)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 16, 8)
        row.setSpacing(12)
        row.addWidget(back)
        row.addWidget(self._name)
        row.addWidget(self._more, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.reader, 1)

    def show_work(self, seen: ClassSeen, student: Student, *, names_hidden: bool) -> None:
        """Show somebody's claims."""
        self._name.setText(student.called(names_hidden))
        anyway = seen.words(student.anyway, names_hidden=names_hidden)
        told = _("Handed in although something was missing: {reason}").format(reason=anyway)
        found = [
            _("{detail}: {value}").format(
                detail=_(name), value=seen.words(value, Rule.ABOUT, names_hidden=names_hidden)
            )
            for name, value in found_out(student.details)
            if value
        ]
        self._more.setText("\n".join(filter(None, (told if anyway else "", " · ".join(found)))))
        text = seen.text
        claims = self._claims(seen.claims(student.work, names_hidden=names_hidden))
        is_heading = text.partition("\n")[0].strip() == seen.article.metadata.title.strip()
        self.reader.show_text(text, is_heading, claims)

    def set_current(self, claim: str) -> None:
        """Outline a claim and bring it into view."""
        found = self._by_id.get(claim)
        if found:
            self.reader.set_current(found.id)
            self.reader.reveal(found.span)

    def _claims(self, work: Sequence[Claim]) -> Sequence[Claim]:
        self._by_id = {str(claim.id): claim for claim in work}
        return work

    def _choose(self, claim: str) -> None:
        self.set_current(claim)
        self.claim_chosen.emit(claim)


class ReadOnly(ReaderView):
    """The reader without ends that can be taken."""

    def _take_end(self, _at: QPointF) -> bool:
        return False
