"""How the window was left: sizes, panels, zoom, look, the article. Kept beside the library.

Nothing here is a person's work; a file that is missing or broken only means the usual look.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_FILE = "window.ini"


class Remembered:
    """Typed access to the window's settings."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)

    def text(self, name: str, usual: str = "") -> str:
        """A word that was kept."""
        value = self._settings.value(name, usual)
        return value if isinstance(value, str) else usual

    def number(self, name: str, usual: int) -> int:
        """A whole number that was kept."""
        try:
            return int(self.text(name, str(usual)))
        except ValueError:
            return usual

    def yes(self, name: str, usual: bool) -> bool:
        """A choice that was kept."""
        return self.text(name, "yes" if usual else "no") == "yes"

    def numbers(self, name: str) -> list[int]:
        """Whole numbers that were kept; empty when there are none."""
        words = self.text(name).split()
        return [int(word) for word in words] if all(word.isdecimal() for word in words) else []

    def shape(self, name: str) -> QByteArray:
        """A window's place and size as Qt packs them; empty when there is none."""
        return QByteArray.fromBase64(self.text(name).encode())

    def keep(self, **values: str | int | bool | list[int] | QByteArray) -> None:
        """Keep values under their names."""
        for name, value in values.items():
            self._settings.setValue(name, _packed(value))

    def write(self) -> None:
        """Put everything on disk."""
        self._settings.sync()


def _packed(value: str | int | bool | list[int] | QByteArray) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, QByteArray):
        return bytes(value.toBase64().data()).decode()
    if isinstance(value, list):
        return " ".join(str(one) for one in value)
    return str(value)
