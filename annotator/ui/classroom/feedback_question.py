"""The question of feedback: kind, folder or archive, worksheet, key, with names or without."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QRadioButton, QWidget

from annotator.ui.classroom.giving import GivingQuestion, Kind, Usual
from annotator.ui.classroom.parts import button, label
from annotator.ui.classroom.seen import ToReport
from annotator.words import _, ngettext

if TYPE_CHECKING:
    from annotator.services.feedback import Worksheet


class FeedbackQuestion(GivingQuestion):
    """Asks how each student's own report is written. Read it when it was accepted."""

    sheet_asked = Signal()
    """A worksheet is to be chosen; `show_sheet` answers."""

    def __init__(self, parent: QWidget, about: ToReport, usual: Usual, *, archive: bool) -> None:
        number = about.annotators
        sentence = ngettext(
            "A report for {number} student on “{title}”: the own work, how complete it is, what "
            "the class saw.",
            "A report for each of {number} students on “{title}”: the own work, how complete it "
            "is, what the class saw.",
            number,
        ).format(number=number, title=about.title)
        kinds = [
            Kind("html", ".html", _("Web pages (.html)"), _("Opens in any browser."), False),
            Kind("pdf", ".pdf", _("For paper (.pdf)"), _("Laid out to be printed."), True),
        ]
        asks = (_("Feedback for each student"), sentence)
        super().__init__(parent, asks, kinds, usual, _personal)
        self.sheet: Worksheet | None = None
        self._ask_where(archive)
        self._ask_key(about)
        self._ask_sheet()
        self.ask_names()

    @property
    def is_archive(self) -> bool:
        """Whether it is one archive for the learning platform, and no folder."""
        return self._archive.isChecked()

    @property
    def shows_key(self) -> bool:
        """Whether the class is to see how their work compares with the key."""
        return self._key.isChecked()

    def show_sheet(self, sheet: "Worksheet | str") -> None:
        """Say which worksheet will be filled, or in a sentence why it cannot be."""
        self.sheet = None if isinstance(sheet, str) else sheet
        self._sheet_said.setText(
            sheet
            if isinstance(sheet, str)
            else _("{file} stays as it is; the filled copy is {copy}, beside it.").format(
                file=sheet.path.name, copy=sheet.filled.name
            )
        )
        self._sheet_said.setVisible(bool(sheet))
        self._no_sheet.setVisible(self.sheet is not None)

    def _ask_where(self, archive: bool) -> None:
        self._folder = QRadioButton(_("Into a folder, a file for each"))
        self._archive = QRadioButton(_("As one zip for the learning platform"))
        self._archive.setToolTip(_("With the folder names that Moodle wants back"))
        (self._archive if archive else self._folder).setChecked(True)
        self.body.addSpacing(8)
        for part in (self._folder, self._archive):
            self.body.addWidget(part)

    def _ask_key(self, about: ToReport) -> None:
        self._key = QCheckBox(_("Show how each compares with the key"))
        self._key.setChecked(about.has_key and about.released)
        self._key.setEnabled(about.has_key and about.can_release)
        said = label(_of_key(about), "small")
        self._key.setAccessibleDescription(said.text())
        self.body.addSpacing(8)
        self.body.addWidget(self._key)
        self.body.addWidget(said)

    def _ask_sheet(self) -> None:
        choose = button(_("Fill a grading worksheet too…"))
        choose.setToolTip(_("The table that Moodle gives you under Download grading worksheet"))
        choose.clicked.connect(self.sheet_asked)
        self._no_sheet = button(_("Fill none"), "quiet")
        self._no_sheet.clicked.connect(self._leave_sheet)
        self._sheet_said = label(look="small")
        row = QHBoxLayout()
        for part in (choose, self._no_sheet):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(row)
        self.body.addWidget(self._sheet_said)
        self.body.setAlignment(row, Qt.AlignmentFlag.AlignLeading)
        self._leave_sheet()

    def _leave_sheet(self) -> None:
        self.show_sheet("")


def _of_key(about: ToReport) -> str:
    if not about.has_key:
        return _("There is no key: your claims are one where you made the assignment by name.")
    if not about.can_release:
        return _("To change it, choose one assignment in the class window.")
    return _("A tick releases the comparison to the class; it can be held back again.")


def _personal(_kind: Kind, anonymous: bool) -> str:
    if anonymous:
        return _(
            "Nobody is named, not even in the files' names: they are Student 1, 2, …, as in the "
            "class window with names hidden."
        )
    return _(
        "Each report and its file bear the name of the one it is for. Of others it says numbers "
        "alone; but names may stand in what somebody wrote."
    )
