"""The last look before an article is stored: its fields, and each of its paragraphs."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from annotator.services.drafting import Draft, finished
from annotator.services.preparing import Prepared
from annotator.ui.arriving.fields import DetailFields
from annotator.ui.arriving.lines_model import LinesModel
from annotator.ui.arriving.lines_view import LinesView
from annotator.ui.dialogs.dialog import Question
from annotator.ui.palette import Palette
from annotator.words import _, ngettext

_SIZE = QSize(820, 760)


class DraftQuestion(Question):
    """Shows what will be kept of one article; `others` come after it."""

    kept = Signal(object)
    """The Prepared article as the person wants it."""
    rest_wanted = Signal()
    """All the others are to be added as they are; comes after `kept`."""

    def __init__(
        self,
        parent: QWidget,
        prepared: Prepared,
        draft: Draft,
        others: int,
        palette: Palette,
        yes: str,
    ) -> None:
        """`yes` is what the button says that goes on."""
        super().__init__(
            parent,
            _("This is what will be kept"),
            _(
                "Correct the fields, and take the tick from what is not part of the article. "
                "Once it is added, its text never changes."
            ),
        )
        assert prepared.given
        self._prepared = prepared
        self.model = LinesModel(draft)
        self.fields = DetailFields(prepared.given.metadata)
        self.lines = LinesView(self.model, palette)
        self._count = QLabel()
        self._count.setProperty("look", "small")
        self._count.setWordWrap(True)
        self._lay_out(prepared)
        self._ask(others, yes)
        self.model.changed.connect(self._show_count)
        self._show_count()
        self.fill_with_body()
        self.take_room(_SIZE)
        # The site's menus stand above the article; nobody wants to see them first.
        self.lines.begin_at(min(draft.kept, default=0))
        self.lines.setFocus()

    def accept(self) -> None:
        """Hand on what stays."""
        if not self.yes.isEnabled():
            return
        self.kept.emit(finished(self._prepared, self.model.draft, self.fields.metadata()))
        super().accept()

    def _lay_out(self, prepared: Prepared) -> None:
        assert prepared.given
        name = QLabel(_("From {file}").format(file=prepared.origin))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("look", "small")
        name.setWordWrap(True)
        notes = QLabel("\n".join(prepared.given.notes))
        notes.setTextFormat(Qt.TextFormat.PlainText)
        notes.setWordWrap(True)
        notes.setProperty("look", "warm")
        notes.setVisible(bool(prepared.given.notes))
        for widget in (name, notes, self.fields):
            self.body.addWidget(widget)
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(self._count)

    def _ask(self, others: int, agreed: str) -> None:
        no = _("Leave it out") if others else _("Cancel")
        box = self.add_buttons(agreed, no)
        if others:
            rest = box.addButton(
                _("Add all the others as they are"), QDialogButtonBox.ButtonRole.ActionRole
            )
            rest.setAutoDefault(False)
            rest.clicked.connect(self._keep_rest)

    def _keep_rest(self) -> None:
        if self.yes.isEnabled():
            self.accept()
            self.rest_wanted.emit()

    def _show_count(self) -> None:
        draft = self.model.draft
        words = ngettext("{number} word", "{number} words", draft.words)
        kept = ngettext("{number} paragraph", "{number} paragraphs", len(draft.kept))
        left = len(draft.lines) - len(draft.kept)
        out = ngettext("{number} left out", "{number} left out", left).format(number=left)
        said = _("{words} in {paragraphs}; {out}").format(
            words=words.format(number=draft.words),
            paragraphs=kept.format(number=len(draft.kept)),
            out=out,
        )
        self._count.setText(said if draft.kept else _("Nothing would be kept: tick a paragraph."))
        self.yes.setEnabled(bool(draft.kept))
