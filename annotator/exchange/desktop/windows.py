"""Windows: the two file types in this person's part of the registry, where Explorer looks first.

No administrator is needed for it. The registry is passed in by its few verbs, so that what is
written there can be looked at on any system.
"""

import subprocess
from typing import Protocol

from annotator.exchange.desktop.failures import CannotWrite
from annotator.exchange.desktop.launcher import Launcher

SUFFIXES = {".assignment": "Annotator.Assignment", ".handin": "Annotator.HandIn"}
_NAMES = {
    "Annotator.Assignment": "Annotator assignment",
    "Annotator.HandIn": "Annotator hand-in",
}
_CLASSES = "Software\\Classes\\"


class Registry(Protocol):
    """The current user's keys, each with its unnamed value."""

    def put(self, key: str, value: str) -> None:
        """Make a key, and those above it. Raises OSError where that is not allowed."""

    def value(self, key: str) -> str:
        """What a key holds; "" where there is no such key."""

    def drop(self, key: str) -> None:
        """Remove a key without keys below it; one that is not there is no failure."""

    def tell(self) -> None:
        """Have Explorer look again."""


def write(launcher: Launcher, registry: Registry) -> None:
    """Have files of a class open with this program. Raises CannotWrite."""
    words = subprocess.list2cmdline([launcher.program, *launcher.arguments])
    command = f'{words} "%1"'
    for suffix, name in SUFFIXES.items():
        _put(registry, _CLASSES + name, _NAMES[name])
        _put(registry, f"{_CLASSES}{name}\\shell\\open\\command", command)
        _put(registry, _CLASSES + suffix, name)
    registry.tell()


def _put(registry: Registry, key: str, value: str) -> None:
    try:
        registry.put(key, value)
    except OSError as error:
        raise CannotWrite(key, error) from error


def erase(registry: Registry) -> None:
    """Take all of it back; a suffix that another program has taken meanwhile is left to it."""
    for suffix, name in SUFFIXES.items():
        if registry.value(_CLASSES + suffix) == name:
            registry.drop(_CLASSES + suffix)
        for below in ("\\shell\\open\\command", "\\shell\\open", "\\shell", ""):
            registry.drop(_CLASSES + name + below)
    registry.tell()


def is_written(registry: Registry) -> bool:
    """Whether both types open with a program of ours."""
    return all(
        registry.value(_CLASSES + suffix) == name
        and registry.value(f"{_CLASSES}{name}\\shell\\open\\command")
        for suffix, name in SUFFIXES.items()
    )
