"""Where the program keeps things. The only module that knows appdirs, so it is easily replaced."""

from collections.abc import Mapping
from pathlib import Path

_NAME = "annotator"
VARIABLE = "ANNOTATOR_DATA_DIR"


def data_dir(given: Path | None, environment: Mapping[str, str]) -> Path:
    """The folder of the library: as given, else by the environment, else the system's place."""
    return chosen(given, environment) or Path(_appdirs("user_data_dir"))


def chosen(given: Path | None, environment: Mapping[str, str]) -> Path | None:
    """The library's folder where a person has chosen one; None: it is the system's place."""
    named = environment.get(VARIABLE)
    return given or (Path(named) if named else None)


def log_dir(given: Path | None, environment: Mapping[str, str]) -> Path:
    """The folder of the log: beside a library that has a place of its own, else the system's."""
    folder = chosen(given, environment)
    return folder / "log" if folder else Path(_appdirs("user_log_dir"))


def _appdirs(which: str) -> str:
    import appdirs  # --help needs no folder

    return str(getattr(appdirs, which)(_NAME))
