"""Asks for an address. Nothing is fetched before somebody says so, whatever the clipboard holds."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from annotator.services.fetching import is_address
from annotator.ui.dialogs.dialog import Question, said
from annotator.words import _


class AddressQuestion(Question):
    """Asks which page to fetch; an address that was copied or dropped stands in the field."""

    given = Signal(str)

    def __init__(self, parent: QWidget, offered: str) -> None:
        super().__init__(
            parent,
            _("Open an address"),
            _(
                "The page is fetched from the web when you press the button, and shown before it "
                "is stored. Nothing about you or your work is sent."
            ),
        )
        self._field = QLineEdit(offered)
        self._field.setAccessibleName(_("Address"))
        self._field.setPlaceholderText("https://")
        self._field.setMinimumWidth(440)
        label = QLabel(_("Address"))
        label.setProperty("look", "label")
        label.setBuddy(self._field)
        for widget in (label, self._field):
            self.body.addWidget(widget)
        if offered and offered == on_clipboard():
            self.body.addWidget(said(_("This address was on the clipboard.")))
        self.add_buttons(_("Fetch the page"), _("Cancel"))
        self._field.textChanged.connect(self._check)
        self._check()
        self._field.selectAll()
        self._field.setFocus()

    def accept(self) -> None:
        """Say the address, if there is one."""
        address = whole(self._field.text())
        if address:
            self.given.emit(address)
            super().accept()

    def _check(self) -> None:
        self.yes.setEnabled(bool(whole(self._field.text())))


def whole(typed: str) -> str:
    """What somebody typed as an address; without a beginning it gets the usual one."""
    words = typed.strip()
    if not words or "://" in words:
        return words
    return f"https://{words}"


def on_clipboard() -> str:
    """The address on the clipboard, if that is all that is there; "" otherwise."""
    return address_in(QGuiApplication.clipboard().text())


def address_in(words: str) -> str:
    """The address that some words are, if they are nothing else; "" otherwise."""
    one = words.strip()
    return one if is_address(one) and len(one.split()) == 1 else ""
