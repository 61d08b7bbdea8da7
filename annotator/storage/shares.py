"""Does a folder lie on another computer? A library there can be damaged, so it is said.

SQLite's log (WAL) is kept together by memory that all who write share; two computers share none.
What tells a network folder from a disk is each system's own.
"""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

from annotator.words import _

Mount = tuple[str, str]
"""Where a file system hangs, and of what kind it is."""

_KINDS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "afpfs", "ceph", "ncpfs", "webdav"),
        *("glusterfs", "davfs", "davfs2", "sshfs", "gvfsd-fuse", "lustre"),
    }
)
_MOUNTS = Path("/proc/self/mounts")
_OCTAL = re.compile(r"\\([0-7]{3})")
_MAC_LINE = re.compile(r"^.* on (/.*) \(([^,()]+)[^()]*\)$")
_REMOTE_DRIVE = 4
"""What Windows answers for a drive that is another computer's folder."""


def warning(folder: Path) -> str | None:
    """The sentence to say where a library's folder lies on another computer; else None."""
    if not is_on_network(folder):
        return None
    return _(
        "The library lies on another computer: {folder}. When two computers write there at the "
        "same time, it can be damaged. Keep it in a folder of this computer (--data-dir), and pass "
        "work on as .jsonld files."
    ).format(folder=folder)


def is_on_network(folder: Path) -> bool:
    """Whether a folder lies on another computer, as far as this one's system tells."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    mounts = mac_mounts(_said_by_mount()) if sys.platform == "darwin" else _linux()
    return is_network(kind_at(folder.resolve(), mounts))


def is_network(kind: str) -> bool:
    """Whether a file system of this kind is reached over a network."""
    return kind.lower().removeprefix("fuse.") in _KINDS


def kind_at(path: PurePath, mounts: Iterable[Mount]) -> str:
    """Of what kind the file system is that holds a path; of several at one place the last."""
    found, deepest = "", -1
    for place, kind in mounts:
        holder = PurePath(place)
        depth = len(holder.parts)
        if depth >= deepest and (holder == path or holder in path.parents):
            found, deepest = kind, depth
    return found


def linux_mounts(table: str) -> list[Mount]:
    """What Linux lists: device, place, kind, and more, with blanks in them as octal numbers."""
    lines = (line.split(" ") for line in table.splitlines())
    return [(_plain(cells[1]), cells[2]) for cells in lines if len(cells) > 2]


def mac_mounts(table: str) -> list[Mount]:
    """What macOS lists: `//ana@host/share on /Volumes/share (smbfs, nodev)`."""
    found = (_MAC_LINE.match(line) for line in table.splitlines())
    return [(line[1], line[2]) for line in found if line]


def is_unc(path: str) -> bool:
    r"""Whether a path of Windows names another computer: `\\host\share`, not `\\?\C:\`."""
    path = path.replace("/", "\\")
    if path.upper().startswith("\\\\?\\UNC\\"):
        return True
    return path.startswith("\\\\") and not path.startswith(("\\\\?\\", "\\\\.\\"))


def _linux() -> list[Mount]:
    try:
        return linux_mounts(_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return []


def _said_by_mount() -> str:
    try:
        run = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout


def _is_remote_drive(folder: Path) -> bool:
    if is_unc(str(folder)):
        return True
    import ctypes

    windows = vars(ctypes)["windll"]  # which is there on Windows alone
    return bool(windows.kernel32.GetDriveTypeW(folder.absolute().anchor) == _REMOTE_DRIVE)


def _plain(cell: str) -> str:
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), cell)
