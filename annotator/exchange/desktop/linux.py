"""Linux: a desktop entry, the two types of files and a picture, where every desktop looks for them.

As freedesktop.org's specifications say (Desktop Entry, Shared MIME-info, XDG Base Directory). Two
programs of the system bring its own lists up to date with the new files.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from annotator.bundled import resource
from annotator.exchange.desktop.failures import CannotWrite, ToolsMissing
from annotator.exchange.desktop.launcher import Launcher

TYPES = ("application/x-annotator-assignment", "application/x-annotator-hand-in")
FOR_EVERYONE = Path("/usr/local/share")

_ENTRY = Path("applications", "annotator.desktop")
_KINDS = Path("mime", "packages", "annotator.xml")
_PICTURE = Path("icons", "hicolor", "scalable", "apps", "annotator.svg")
_PACKAGES = {
    "update-mime-database": "shared-mime-info",
    "update-desktop-database": "desktop-file-utils",
}
_SECONDS = 60
_ENV = "/usr/bin/env"
_PLAIN = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_SYSTEM = "/usr/local/share:/usr/share"


def own_share(environment: Mapping[str, str]) -> Path:
    """The folder of this person's own files for desktops."""
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".local" / "share"


def write(launcher: Launcher, share: Path) -> None:
    """Have files of a class open with this program.

    Raises ToolsMissing before anything is written; CannotWrite.
    """
    missing = [package for tool, package in _PACKAGES.items() if shutil.which(tool) is None]
    if missing:
        raise ToolsMissing(missing)
    _put(share / _PICTURE, resource("desktop", "annotator.svg").read_bytes())
    _put(share / _KINDS, resource("desktop", "annotator.xml").read_bytes())
    _put(share / _ENTRY, entry(launcher).encode())
    _bring_up_to_date(share)


def erase(share: Path) -> None:
    """Take all of it back; files that are not there are no failure. Raises CannotWrite."""
    for one in (_ENTRY, _KINDS, _PICTURE):
        try:
            (share / one).unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(share / one, error) from error
    _bring_up_to_date(share)


def is_written(environment: Mapping[str, str]) -> bool:
    """Whether one of the folders of this system has an entry whose program is still there."""
    return any(_works(share / _ENTRY) for share in _shares(environment))


def entry(launcher: Launcher) -> str:
    """The desktop entry of a program."""
    before: tuple[str, ...] = ()
    if launcher.checkout:
        before = (_ENV, f"PYTHONPATH={launcher.checkout}")
    elif "%" in launcher.program:
        before = (_ENV,)  # GLib looks for the first word before it reads the escapes
    words = " ".join(map(_quoted, (*before, launcher.program, *launcher.arguments)))
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Version=1.0\n"
        "Name=Annotator\n"
        "Comment=Mark the claims of a news article and say what supports them\n"
        "Icon=annotator\n"
        f"TryExec={_escaped(launcher.program)}\n"
        f"Exec={_escaped(words)} %f\n"
        "Terminal=false\n"
        "StartupWMClass=annotator\n"
        "Categories=Education;\n"
        f"MimeType={';'.join(TYPES)};\n"
    )


def _quoted(word: str) -> str:
    """A word as `Exec` has it; some desktops trip on quotes, so they stand only where needed."""
    word = word.replace("%", "%%")
    if _PLAIN.fullmatch(word):
        return word
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'


def _escaped(value: str) -> str:
    """A value as a line of the entry."""
    escapes = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return "".join(escapes.get(sign, sign) for sign in value)


def _shares(environment: Mapping[str, str]) -> Iterator[Path]:
    yield own_share(environment)
    yield from map(Path, (environment.get("XDG_DATA_DIRS") or _SYSTEM).split(":"))


def _works(file: Path) -> bool:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    found = [line.partition("=")[2] for line in lines if line.startswith("TryExec=")]
    return bool(found) and os.access(found[0].replace("\\\\", "\\"), os.X_OK)


def _put(file: Path, data: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError as error:
        raise CannotWrite(file, error) from error


def _bring_up_to_date(share: Path) -> None:
    for tool, folder in zip(_PACKAGES, (_KINDS.parent.parent, _ENTRY.parent), strict=True):
        path = shutil.which(tool)
        if path and (share / folder).is_dir():
            words = [path, str(share / folder)]
            subprocess.run(  # noqa: S603 - a program of the system, found by its name
                words, capture_output=True, check=False, timeout=_SECONDS
            )
