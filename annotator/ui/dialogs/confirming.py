"""A question before something that cannot be undone."""

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from annotator.ui.dialogs.dialog import Question


class Confirmation(Question):
    """Enter keeps things as they are: only a button that is chosen does what is asked."""

    def __init__(self, parent: QWidget, title: str, sentence: str, yes: str, no: str) -> None:
        super().__init__(parent.window(), title, sentence)
        box = self.add_buttons(yes, no)
        for button in box.findChildren(QPushButton):
            keeps = box.buttonRole(button) == QDialogButtonBox.ButtonRole.RejectRole
            button.setAutoDefault(keeps)
            button.setDefault(keeps)
            if keeps:
                button.setFocus()
