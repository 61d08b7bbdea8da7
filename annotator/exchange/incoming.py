"""What a teacher drops to be collected: files, folders and archives, one hand-in after another.

Only what is a hand-in, by its suffix or its first bytes, is read, and only one at a time is held,
so that a platform's archive with everybody's films in it costs no more than the hand-ins.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from annotator.exchange.archives import Archive, is_archive, name_of
from annotator.exchange.envelope import FIRST_LINE, Format, bytes_of, format_of
from annotator.exchange.files import Unreadable, open_regular, refusal_of
from annotator.exchange.incoming_failures import ArchiveInArchive, IsLink, NoHandIns, TooManyFiles
from annotator.exchange.platforms import platform_of
from annotator.exchange.writers.placing import is_draft
from annotator.model.failure import Refusal
from annotator.model.handin import Platform

SUFFIX = ".handin"
MOST_FILES = 100_000
"""Files and folders below a folder that are looked at."""

_UNSHOWN = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ARCHIVE = ".zip"
_DEEPEST = 2
"""An archive, and the archives in it."""

Tick = Callable[[], None]


class Incoming(NamedTuple):
    """A file to be collected, or why it cannot be read.

    `name` is where it lies, fit to be shown: a path, and within an archive the path of its entry.
    """

    name: str
    platform: Platform | None
    content: bytes | Refusal


def incoming(paths: Iterable[Path], tick: Tick | None = None) -> Iterator[Incoming]:
    """Everything to be collected, in order of the paths, below them by name.

    A file that was named is read whatever it is; in folders and archives only hand-ins are. What
    holds none, or cannot be looked at, is one refusal. `tick` is called for each file that is
    looked at; it may raise to stop.
    """
    for path in paths:
        yield from _one(path, tick or _nothing)


def _nothing() -> None:
    """Nobody is told."""


def _one(path: Path, tick: Tick) -> Iterator[Incoming]:
    found = False
    try:
        for one in _folder(path, tick) if _is_folder(path) else _named(path, tick):
            found = True
            yield one
    except Refusal as refusal:
        yield Incoming(shown(str(path)), None, refusal)
        return
    if not found:
        yield Incoming(shown(str(path)), None, NoHandIns())


def _named(path: Path, tick: Tick) -> Iterator[Incoming]:
    tick()
    with open_regular(path) as file:
        if is_archive(_head(file)):
            yield from _archive(file, _Place(str(path), str(path.absolute())), tick, 1)
            return
    yield _file(path)


def _is_folder(path: Path) -> bool:
    """No where this person may not look: opening it says so."""
    with suppress(OSError):
        return path.is_dir()
    return False


def _is_link(path: Path) -> bool:
    with suppress(OSError):
        return path.is_symlink()
    return False


def _folder(folder: Path, tick: Tick) -> Iterator[Incoming]:
    closed: list[OSError] = []
    for number, path in enumerate(_below(folder, closed)):
        if number > MOST_FILES:
            raise TooManyFiles(MOST_FILES)
        tick()
        if path:
            yield from _in_folder(path, tick)
    for fault in closed:
        yield Incoming(shown(str(fault.filename)), None, refusal_of(fault))


def _below(folder: Path, closed: list[OSError]) -> Iterator[Path | None]:
    """The files below a folder, and None for each folder, the given one first.

    Which of them cannot be listed is added to `closed`.
    """
    for root, folders, files in os.walk(folder, onerror=closed.append):
        folders.sort()
        yield None
        for file in sorted(files):
            yield Path(root, file)


def _in_folder(path: Path, tick: Tick) -> Iterator[Incoming]:
    if _is_shadow(path.name):
        return
    try:
        if _is_link(path):
            raise IsLink
        with open_regular(path) as file:
            head = _head(file)
            if _is_archive(path.name, head):
                yield from _archive(file, _Place(str(path), str(path.absolute())), tick, 1)
                return
        if _is_hand_in(path.name, head):
            yield _file(path)
    except Refusal as refusal:
        if path.name.lower().endswith((SUFFIX, _ARCHIVE)):
            yield Incoming(shown(str(path)), None, refusal)


def _file(path: Path) -> Incoming:
    content: bytes | Refusal
    try:
        content = bytes_of(path)
    except Refusal as refusal:
        content = refusal
    return Incoming(shown(str(path)), platform_of(str(path.absolute())), content)


class _Place(NamedTuple):
    """Where something lies: as it is said, and as a platform's names are sought in it.

    What lies in an archive that somebody handed in is theirs: its names are not looked at.
    """

    label: str
    path: str
    known: Platform | None = None

    def within(self, name: str) -> "_Place":
        """The place of an entry."""
        return _Place(f"{self.label}/{name}", f"{self.path}/{name}", self.known)

    def handed_in(self) -> "_Place":
        """The place as that of an archive whose entries are somebody's own."""
        return self._replace(known=self.platform())

    def platform(self) -> Platform | None:
        """What a platform says of it."""
        return self.known or platform_of(self.path)


def _archive(file: BinaryIO, place: _Place, tick: Tick, depth: int) -> Iterator[Incoming]:
    """What lies in an archive."""
    archive = Archive(file)
    for entry in sorted(archive.entries, key=name_of):
        tick()
        name = name_of(entry)
        last = PurePosixPath(name).name
        if _is_shadow(last):
            continue
        there = place.within(name)
        try:
            if last.lower().endswith(_ARCHIVE):
                yield from _nested(archive.content(entry), there.handed_in(), tick, depth + 1)
            elif _is_hand_in(last, archive.head(entry, FIRST_LINE)):
                content = archive.content(entry)
                yield Incoming(shown(there.label), there.platform(), content)
        except Refusal as refusal:
            yield Incoming(shown(there.label), there.platform(), refusal)


def _nested(data: bytes, place: _Place, tick: Tick, depth: int) -> Iterator[Incoming]:
    if depth > _DEEPEST:
        raise ArchiveInArchive
    yield from _archive(BytesIO(data), place, tick, depth)


def _head(file: BinaryIO) -> bytes:
    try:
        return file.read(FIRST_LINE)
    except OSError as fault:
        raise Unreadable(fault.strerror or type(fault).__name__) from fault


def shown(path: str) -> str:
    """A path as it may be printed: what would end the line or turn it round has a sign instead."""
    return _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", path)


def _is_hand_in(name: str, head: bytes) -> bool:
    return name.lower().endswith(SUFFIX) or format_of(head) is Format.HAND_IN


def _is_archive(name: str, head: bytes) -> bool:
    return name.lower().endswith(_ARCHIVE) and is_archive(head)


def _is_shadow(name: str) -> bool:
    """Whether it has a file's name, and is not that file.

    macOS puts such a one beside each; a draft of ours never got its name, and another one has its
    number since.
    """
    return name.startswith("._") or is_draft(name)
