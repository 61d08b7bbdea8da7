"""Light or dark: as the system says, or as the person has chosen."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.ui.palette import Palette, load
from annotator.ui.remembered import Remembered
from annotator.ui.style import apply_style

LOOKS = ("as_system", "light", "dark")


class Looks(QObject):
    """The palette in use. Whoever paints with it listens to `changed`."""

    changed = Signal(object)

    def __init__(self, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self.palette = self._dressed()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def chosen(self) -> str:
        """Which of LOOKS the person has chosen."""
        look = self._remembered.text("look", LOOKS[0])
        return look if look in LOOKS else LOOKS[0]

    def choose(self, look: str) -> None:
        """Use another look from now on."""
        self._remembered.keep(look=look)
        self._follow()

    def _follow(self) -> None:
        self.palette = self._dressed()
        self.changed.emit(self.palette)

    def _dressed(self) -> Palette:
        colours = load(self._is_dark())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_style(app, colours)
        return colours

    def _is_dark(self) -> bool:
        if self.chosen == "as_system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.chosen == "dark"
