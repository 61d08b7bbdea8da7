"""What the command line asks of the window."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """Where the library lies, who annotates (a name or an id) and what to open, if given."""

    data_dir: Path
    as_name: str | None = None
    file: Path | None = None
