"""A double click on a class's file opens it here, once the computer has been told so."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.exchange.desktop import linux, windows
from annotator.exchange.desktop.failures import NotOnThisSystem
from annotator.exchange.desktop.launcher import launcher

if TYPE_CHECKING:
    from annotator.exchange.desktop.windows import Registry


def is_possible() -> bool:
    """Whether this system can be told so by the program itself."""
    return sys.platform == "linux" or _registry() is not None


def is_set_up() -> bool:
    """Whether it has been told so, and by a program that is still there."""
    registry = _registry()
    if registry is not None:
        return windows.is_written(registry)
    return sys.platform == "linux" and linux.is_written(os.environ)


def set_up(data_dir: Path | None, *, everyone: bool = False) -> None:
    """Tell it so, for the library in `data_dir` (None: the usual one).

    `everyone` is for all who use this computer, with a library each; only Linux knows that. Raises
    CannotWrite, ToolsMissing, NotOnThisSystem.
    """
    registry = _registry()
    if sys.platform == "linux":
        linux.write(launcher(data_dir), _share(everyone))
    elif registry is None or everyone:
        raise NotOnThisSystem
    else:
        windows.write(launcher(data_dir), registry)


def take_back(*, everyone: bool = False) -> None:
    """Undo `set_up`. Raises CannotWrite, NotOnThisSystem."""
    registry = _registry()
    if sys.platform == "linux":
        linux.erase(_share(everyone))
    elif registry is None or everyone:
        raise NotOnThisSystem
    else:
        windows.erase(registry)


def _share(everyone: bool) -> Path:
    return linux.FOR_EVERYONE if everyone else linux.own_share(os.environ)


def _registry() -> "Registry | None":
    """Windows' own; none on another system, nor for a checkout, which Windows cannot start."""
    if sys.platform == "win32":
        from annotator import bundled
        from annotator.exchange.desktop.registry import CurrentUser

        return None if bundled.checkout() else CurrentUser()
    return None
