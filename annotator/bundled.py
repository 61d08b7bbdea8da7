"""Where the files lie that travel with the program: the same call in a checkout and in a wheel."""

from pathlib import Path

SAMPLE_SHA256 = "05730468a3f8294606467d2a99e1ab3cefc04f2d8121944de0201ffc341e2240"
"""Of the sample's canonical text: it is the same article however it came into a library."""

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


def checkout() -> Path | None:
    """The folder of the source that the program runs from; None where it is installed."""
    return None if (_PACKAGE / "_resources").is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """A file or folder below `resources/`."""
    return _folder("resources").joinpath(*parts)


def sample_article() -> Path:
    """The article that a first start shows."""
    return _folder("seeds") / "000_1beb7bc2f9c76a22.txt"
