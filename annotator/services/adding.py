"""Put articles into the library and take them out again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from annotator.exchange.files import Unreadable, read_stream
from annotator.exchange.readers.reading import (
    LARGEST,
    ReadArticle,
    read_bytes,
    read_file,
    read_text,
)
from annotator.model.article import Article, Metadata
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, new_id
from annotator.model.text import sha256_of, title_of
from annotator.services.progress import Progress, watched
from annotator.services.rewriting import unlink
from annotator.services.workspace import Workspace
from annotator.storage import articles, claims
from annotator.storage.step import Step
from annotator.words import N_


@dataclass(frozen=True, slots=True)
class Added:
    """One file of a batch: its article (`new` or there already), or why it was refused."""

    name: str
    article: Article | None = None
    new: bool = False
    refusal: Refusal | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """An article that comes as a stream, such as standard input, under the name to call it by."""

    name: str
    stream: BinaryIO


def add_files(
    workspace: Workspace,
    files: Iterable[Path | Given],
    encoding: str | None = None,
    progress: Progress | None = None,
) -> list[Added]:
    """Add each file in one step; what is good is kept, each refusal is in its answer.

    When the library refuses the whole step, nothing is kept: its refusal answers each good file.
    Raises Cancelled when `progress` says so; then nothing is kept either.
    """
    wanted = list(files)
    read = [_read(one, encoding) for one in watched(wanted, len(wanted), progress)]
    try:
        with workspace.step(N_("add article")) as step:
            return [_tried(workspace, step, one) for one in read]
    except Refusal as refusal:
        return [Added(one.name, refusal=one.refusal or refusal) for one in read]


def add_bytes(
    workspace: Workspace,
    data: bytes,
    name: str,
    encoding: str | None = None,
    *,
    undoable: bool = True,
) -> Added:
    """Add one article from bytes. Raises a refusal.

    The sample, which the program brings along by itself, is not `undoable`.
    """
    return _add_one(workspace, name, read_bytes(data, name, encoding), undoable)


def add_text(workspace: Workspace, text: str, name: str) -> Added:
    """Add one article from text, such as the clipboard. Raises a refusal."""
    return _add_one(workspace, name, read_text(text))


def remove(workspace: Workspace, article: ArticleId) -> None:
    """Take an article out with all claims on it; undo brings everything back as it was."""
    with workspace.step(N_("remove article"), article=article) as step:
        gone = {claim.id for claim in claims.of_article(step, article)}
        for claim in claims.linking_into(step, article):
            unlink(workspace, step, claim, gone)
        articles.remove(step, article)


@dataclass(frozen=True, slots=True)
class _Read:
    """A file before it goes into the library; `origin` is what the article remembers of it."""

    name: str
    origin: str
    given: ReadArticle | None = None
    refusal: Refusal | None = None


def _add_one(workspace: Workspace, name: str, given: ReadArticle, undoable: bool = True) -> Added:
    with workspace.step(N_("add article"), undoable=undoable) as step:
        return _kept(workspace, step, _Read(name, name), given)


def _read(file: Path | Given, encoding: str | None) -> _Read:
    name, origin = _names(file)
    try:
        if isinstance(file, Path):
            return _Read(name, origin, read_file(file, encoding))
        return _Read(name, origin, read_bytes(_all_of(file), file.name, encoding))
    except Refusal as refusal:
        return _Read(name, origin, refusal=refusal)


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


def _tried(workspace: Workspace, step: Step, read: _Read) -> Added:
    if read.given is None:
        return Added(read.name, refusal=read.refusal)
    try:
        with step.savepoint():
            return _kept(workspace, step, read, read.given)
    except Refusal as refusal:
        return Added(read.name, refusal=refusal)


def _kept(workspace: Workspace, step: Step, read: _Read, given: ReadArticle) -> Added:
    sha256 = sha256_of(given.text)
    there = articles.of_hash(step, sha256)
    if there:
        return Added(read.name, there, new=False, notes=given.notes)
    article = Article(
        id=ArticleId(new_id()),
        metadata=_titled(given.metadata, given.text),
        characters=len(given.text),
        sha256=sha256,
        added=workspace.now(),
        origin=read.origin,
    )
    articles.insert(step, article, given.text)
    step.draft.article = article.id
    return Added(read.name, article, new=True, notes=given.notes)


def _titled(metadata: Metadata, text: str) -> Metadata:
    return metadata if metadata.title else replace(metadata, title=title_of(text))
