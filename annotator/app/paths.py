"""Where the program keeps things. The only module that knows appdirs, so it is easily replaced."""

from collections.abc import Mapping
from pathlib import Path

_NAME = "annotator"
VARIABLE = "ANNOTATOR_DATA_DIR"


def data_dir(given: Path | None, environment: Mapping[str, str]) -> Path:
    """The folder of the library: as given, else by the environment, else the system's place."""
    if given is not None:
        return given
    named = environment.get(VARIABLE)
    return Path(named) if named else Path(_appdirs("user_data_dir"))


def log_dir(given: Path | None, environment: Mapping[str, str]) -> Path:
    """The folder of the log: beside a library that has a place of its own, else the system's."""
    if given is not None or environment.get(VARIABLE):
        return data_dir(given, environment) / "log"
    return Path(_appdirs("user_log_dir"))


def _appdirs(which: str) -> str:
    import appdirs  # --help needs no folder

    return str(getattr(appdirs, which)(_NAME))
