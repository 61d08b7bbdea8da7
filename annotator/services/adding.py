"""Put articles into the library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.exchange.readers.reading import (
    ReadArticle,
    read_bytes,
    read_text,
)
from annotator.model.article import Article, Metadata
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, new_id
from annotator.model.text import sha256_of, title_of
from annotator.services.fetching import Address
from annotator.services.preparing import Given, Prepared, prepare
from annotator.services.progress import Progress
from annotator.services.workspace import Workspace
from annotator.storage import articles, incoming
from annotator.storage.failures import DiskFailed, DiskFull
from annotator.storage.step import Step
from annotator.words import N_, _

__all__ = [
    "Added",
    "Given",
    "add_bytes",
    "add_files",
    "add_text",
    "keep",
]


@dataclass(frozen=True, slots=True)
class Added:
    """One file of a batch: its article (`new` or there already), or why it was refused.

    An article that was in the bin is taken out of it, which `notes` say.

    `notes` are sentences about how it was read, `dropped` the paragraphs that were left out.
    """

    name: str
    article: Article | None = None
    new: bool = False
    refusal: Refusal | None = None
    notes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def add_files(
    workspace: Workspace,
    files: Iterable[Path | Given | Address],
    encoding: str | None = None,
    progress: Progress | None = None,
) -> list[Added]:
    """Add each file, and what each address holds, in one step.

    What is good is kept, each refusal is in its answer. All are read before the step begins, so
    that nobody waits for the library meanwhile. When the library refuses the whole step, nothing
    is kept: its refusal answers each good file; but a full disk keeps what it has room for. Raises
    Cancelled when `progress` says so, also while a file is being read; then nothing is kept either.
    """
    return keep(workspace, prepare(list(files), encoding, progress))


def keep(workspace: Workspace, read: Sequence[Prepared]) -> list[Added]:
    """Put what was read, and perhaps corrected, into the library in one step.

    On a disk that fills meanwhile as much as there is room for is put there, in steps that are
    undone as one.
    """
    try:
        with workspace.step(N_("add article")) as step:
            return _together(workspace, step, read)
    except (DiskFull, DiskFailed):
        # The engine has taken the whole step back, with all that was well before.
        visit = new_id()
        return [_alone(workspace, one, visit) for one in read]
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


def _add_one(workspace: Workspace, name: str, given: ReadArticle, undoable: bool = True) -> Added:
    with workspace.step(N_("add article"), undoable=undoable) as step:
        return _Shelf(workspace, step, [given]).put(Prepared(name, name, given), given)


def _together(workspace: Workspace, step: Step, read: Sequence[Prepared]) -> list[Added]:
    """All of them at once; when the library refuses one, one by one, so that the others are kept.

    A savepoint for each costs more than writing it.
    """
    try:
        with step.savepoint():
            shelf = _Shelf(workspace, step, [one.given for one in read if one.given])
            return [_put(shelf, one) for one in read]
    except Refusal:
        return [_tried(workspace, step, one) for one in read]


def _tried(workspace: Workspace, step: Step, read: Prepared) -> Added:
    try:
        with step.savepoint():
            return _put(_Shelf(workspace, step, [read.given] if read.given else []), read)
    except Refusal as refusal:
        return Added(read.name, refusal=refusal)


def _alone(workspace: Workspace, read: Prepared, visit: str) -> Added:
    if read.given is None:
        return Added(read.name, refusal=read.refusal)
    try:
        with workspace.step(N_("add article"), visit=visit) as step:
            return _put(_Shelf(workspace, step, [read.given]), read)
    except Refusal as refusal:
        return Added(read.name, refusal=refusal)


def _put(shelf: "_Shelf", read: Prepared) -> Added:
    if read.given is None:
        return Added(read.name, refusal=read.refusal)
    return shelf.put(read, read.given)


class _Shelf:
    """Where articles are put, each text once."""

    def __init__(self, workspace: Workspace, step: Step, given: Iterable[ReadArticle]) -> None:
        """Look which of these texts are there already."""
        self._workspace, self._step = workspace, step
        self._hashes = {one.text: sha256_of(one.text) for one in given}
        self._there = incoming.of_hashes(step, self._hashes.values())

    def put(self, read: Prepared, given: ReadArticle) -> Added:
        """Put an article there, or say that it is there already."""
        sha256 = self._hashes[given.text]
        there = self._there.get(sha256)
        if there is not None:
            there, notes = self._out_of_the_bin(there, given.notes)
            self._there[sha256] = there
            return Added(read.name, there, False, None, notes, given.dropped)
        article = self._made(read, given, sha256)
        articles.insert(self._step, article, given.text)
        self._step.draft.article = article.id
        self._there[sha256] = article
        return Added(read.name, article, True, None, given.notes, given.dropped)

    def _made(self, read: Prepared, given: ReadArticle, sha256: str) -> Article:
        return Article(
            id=ArticleId(new_id()),
            metadata=_titled(given.metadata, given.text),
            characters=len(given.text),
            sha256=sha256,
            added=self._workspace.now(),
            origin=read.origin,
        )

    def _out_of_the_bin(
        self, there: Article, notes: tuple[str, ...]
    ) -> tuple[Article, tuple[str, ...]]:
        if not there.binned:
            return there, notes
        articles.bin_(self._step, there.id, None)
        back = _("This article was in the bin. It is back, with the claims on it.")
        return replace(there, binned=None), (*notes, back)


def _titled(metadata: Metadata, text: str) -> Metadata:
    return metadata if metadata.title else replace(metadata, title=title_of(text))
