"""The class window's row of things done most."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QToolBar, QToolButton, QWidget

from annotator.model.ids import AssignmentId
from annotator.words import _

_LETTERS = ((1180, 34), (980, 18))
"""From so many px of width on, so many letters of an assignment are seen."""


class ClassToolbar(QToolBar):
    """Collect, which assignment, names, projector, report, feedback."""

    assignment_chosen = Signal(object)
    """The assignment's id, or None for everybody with work on the article."""
    names_hidden = Signal(bool)

    def __init__(
        self, collect: QAction, projector: QAction, report: QAction, feedback: QAction
    ) -> None:
        super().__init__(_("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setIconSize(QSize(18, 18))
        self.assignments = QComboBox()
        self.assignments.setAccessibleName(_("Which hand-ins"))
        self.assignments.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.assignments.setMinimumContentsLength(18)
        self.assignments.activated.connect(
            lambda _row: self.assignment_chosen.emit(self.assignments.currentData())
        )
        self.names = QCheckBox(_("Hide names"))
        self.names.toggled.connect(self.names_hidden)
        self._add(collect)
        self.addSeparator()
        self.addWidget(self.assignments)
        self.addWidget(self.names)
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(stretch)
        self._add(projector)
        self._add(report)
        # As short as the others: beside them it has to stand in a narrow window too.
        feedback.setIconText(_("Feedback"))
        self._add(feedback)

    def show_assignments(
        self, there: Sequence[tuple[str, AssignmentId]], chosen: AssignmentId | None
    ) -> None:
        """Offer the assignments of the article, the newest first, and all work on it."""
        entries = [*reversed(there), (_("All work on this article"), None)]
        shown = [
            (self.assignments.itemText(row), self.assignments.itemData(row))
            for row in range(self.assignments.count())
        ]
        if shown != entries:
            self.assignments.clear()
            for name, id_ in entries:
                self.assignments.addItem(name, id_)
        ids = [id_ for _name, id_ in entries]
        self.assignments.setCurrentIndex(ids.index(chosen))
        self.assignments.setToolTip(self.assignments.currentText())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen the list of assignments gives way."""
        super().resizeEvent(event)
        width = event.size().width()
        letters = next((letters for least, letters in _LETTERS if width >= least), 8)
        self.assignments.setMinimumContentsLength(letters)
        # Qt goes on reckoning with the least width that it had.
        self.assignments.setMaximumWidth(self.assignments.sizeHint().width())

    def _add(self, action: QAction) -> None:
        self.addAction(action)
        made = self.widgetForAction(action)
        if isinstance(made, QToolButton):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
