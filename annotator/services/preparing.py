"""Read articles before anything is stored: the library is not touched, and nobody waits for it.

What was read can be looked at and corrected; `adding.keep` then stores it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from annotator.exchange.files import Unreadable, read_stream
from annotator.exchange.readers.reading import (
    LARGEST,
    ReadArticle,
    ReadingProcess,
    Stopped,
    read_bytes,
    read_file,
)
from annotator.model.failure import Refusal
from annotator.services.failures import Cancelled
from annotator.services.progress import Progress, watched


@dataclass(frozen=True, slots=True)
class Given:
    """An article that comes as a stream, such as standard input, under the name to call it by."""

    name: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read (`given`), or why it was not; nothing of it is stored yet.

    `name` is how to call it now, `origin` what the article will remember of it.
    """

    name: str
    origin: str
    given: ReadArticle | None = None
    refusal: Refusal | None = None


def prepare(
    files: Sequence[Path | Given], encoding: str | None = None, progress: Progress | None = None
) -> list[Prepared]:
    """Read each file; each refusal is in its answer.

    Raises Cancelled when `progress` says so; it is also asked while a file is being read.
    """
    prepared: list[Prepared] = []
    with ReadingProcess() as process:
        how = _How(encoding, process, lambda: _is_over(progress, len(prepared), len(files)))
        for file in watched(files, len(files), progress):
            prepared.append(_read(file, how))
    return prepared


@dataclass(frozen=True, slots=True)
class _How:
    """What every file of a batch is read with."""

    encoding: str | None
    process: ReadingProcess
    cancelled: Callable[[], bool]


def _is_over(progress: Progress | None, done: int, total: int) -> bool:
    return progress is not None and not progress(done, total)


def _read(file: Path | Given, how: _How) -> Prepared:
    name, origin = _names(file)
    try:
        if isinstance(file, Path):
            given = read_file(file, how.encoding, how.process, how.cancelled)
        else:
            data = _all_of(file)
            given = read_bytes(data, file.name, how.encoding, how.process, how.cancelled)
    except Stopped as stopped:
        raise Cancelled from stopped
    except Refusal as refusal:
        return Prepared(name, origin, refusal=refusal)
    return Prepared(name, origin, given)


def _names(file: Path | Given) -> tuple[str, str]:
    if isinstance(file, Given):
        return file.name, file.name
    # The folders say more about a person than about an article; bytes that are no text cannot
    # be kept as text.
    return str(file), file.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _all_of(file: Given) -> bytes:
    try:
        return read_stream(file.stream, LARGEST)
    except OSError as error:
        raise Unreadable(error.strerror or type(error).__name__) from error
