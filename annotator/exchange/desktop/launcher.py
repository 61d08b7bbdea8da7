"""How this very program is started again by somebody else."""

import sys
from pathlib import Path
from typing import NamedTuple

from annotator import bundled


class Launcher(NamedTuple):
    """A program, its first arguments, and the checkout it has to be found in, if it is in one."""

    program: str
    arguments: tuple[str, ...]
    checkout: Path | None


def launcher(data_dir: Path | None) -> Launcher:
    """How to start this program on the library in `data_dir`; None: on the usual one."""
    # -P: a folder that somebody's file lies in must not lend Python its modules.
    library = () if data_dir is None else ("--data-dir", str(data_dir.absolute()))
    arguments = ("-P", "-m", "annotator", *library)
    return Launcher(_without_console(sys.executable), arguments, bundled.checkout())


def _without_console(python: str) -> str:
    """Windows opens a black window for python.exe, and none for its twin."""
    twin = Path(python).with_name("pythonw.exe")
    return str(twin) if python.lower().endswith("python.exe") and twin.is_file() else python
