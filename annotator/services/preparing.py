"""Read articles before anything is stored: the library is not touched, and nobody waits for it.

What was read can be looked at and corrected; `adding.keep` then stores it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from annotator.exchange.files import Unreadable, read_stream
from annotator.exchange.readers import reading
from annotator.exchange.readers.reading import (
    LARGEST,
    ReadArticle,
    ReadingProcess,
    Stopped,
    read_bytes,
    read_file,
    read_rich_text,
    read_text,
)
from annotator.model.failure import Refusal
from annotator.model.text import paragraphs
from annotator.services.failures import Cancelled
from annotator.services.fetching import Address, read_address
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
    files: Sequence[Path | Given | Address],
    encoding: str | None = None,
    progress: Progress | None = None,
) -> list[Prepared]:
    """Read each file, and what each address holds; each refusal is in its answer.

    Raises Cancelled when `progress` says so; it is also asked while a file is being read.
    """
    prepared: list[Prepared] = []
    with ReadingProcess() as process:
        how = _How(encoding, process, lambda: _is_over(progress, len(prepared), len(files)))
        for file in watched(files, len(files), progress):
            prepared.append(_read(file, how))
    return prepared


def prepare_address(
    address: str, encoding: str | None = None, progress: Progress | None = None
) -> Prepared:
    """Fetch and read one address; a refusal is in the answer.

    `progress` is told the bytes that have come, and how many shall come (0: not known). Raises
    Cancelled when it says so, and hangs up.
    """
    told = (0, 0)

    def watch(done: int, total: int) -> bool:
        nonlocal told
        told = done, total
        return not _is_over(progress, *told)

    with ReadingProcess() as process:
        how = _How(encoding, process, lambda: _is_over(progress, *told), watch)
        return _read(Address(address), how)


def prepare_text(text: str, name: str) -> Prepared:
    """Read plain text, such as the clipboard's. A refusal is in the answer."""
    try:
        return Prepared(name, name, read_text(text))
    except Refusal as refusal:
        return Prepared(name, name, refusal=refusal)


def prepare_rich_text(
    markup: str, plain: str, name: str, progress: Progress | None = None
) -> Prepared:
    """Read what a browser or Word put on the clipboard, `plain` as plain text beside it.

    With one paragraph there is nothing to choose from: it is as if it was plain. A refusal is in
    the answer. Raises Cancelled when `progress` says so.
    """
    try:
        given = read_rich_text(markup, plain, lambda: _is_over(progress, 0, 0))
    except Stopped as stopped:
        raise Cancelled from stopped
    except Refusal as refusal:
        return Prepared(name, name, refusal=refusal)
    several = len(paragraphs(given.text)) > 1
    return Prepared(name, name, replace(given, cleaned=several))


def is_document(file: Path) -> bool:
    """Whether a file is to be looked at before it is stored; not one that cannot be read at all."""
    try:
        return reading.is_document(file)
    except Refusal:
        return False


@dataclass(frozen=True, slots=True)
class _How:
    """What every file of a batch is read with; `watch` sees the bytes of an address come."""

    encoding: str | None
    process: ReadingProcess
    cancelled: Callable[[], bool]
    watch: Callable[[int, int], bool] | None = None

    def goes_on(self, done: int, total: int) -> bool:
        """Whether to go on fetching."""
        return self.watch(done, total) if self.watch else not self.cancelled()


def _is_over(progress: Progress | None, done: int, total: int) -> bool:
    return progress is not None and not progress(done, total)


def _read(file: Path | Given | Address, how: _How) -> Prepared:
    name, origin = _names(file)
    try:
        given = _given(file, how)
    except Stopped as stopped:
        raise Cancelled from stopped
    except Refusal as refusal:
        return Prepared(name, origin, refusal=refusal)
    return Prepared(name, origin, given)


def _given(file: Path | Given | Address, how: _How) -> ReadArticle:
    if isinstance(file, Path):
        return read_file(file, how.encoding, how.process, how.cancelled)
    if isinstance(file, Address):
        return read_address(file.address, how.encoding, how.process, how.goes_on, how.cancelled)
    return read_bytes(_all_of(file), file.name, how.encoding, how.process, how.cancelled)


def _names(file: Path | Given | Address) -> tuple[str, str]:
    if isinstance(file, Address):
        return file.address, file.address
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
