"""What the command line asks of the window."""

from pathlib import Path
from typing import NamedTuple


class WindowOptions(NamedTuple):
    """Where the library lies, who annotates (a name or an id) and what to open, if given.

    `chosen_dir` is where it lies too, or None when it lies in the system's usual place.
    """

    data_dir: Path
    as_name: str | None = None
    file: Path | None = None
    chosen_dir: Path | None = None
