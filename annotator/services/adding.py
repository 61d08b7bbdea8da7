"""Put articles into the library and take them out again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.exchange.readers.reading import ReadArticle, read_bytes, read_file, read_text
from annotator.model.article import Article, Metadata
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, new_id
from annotator.model.text import sha256_of, title_of
from annotator.services.workspace import Workspace
from annotator.storage import articles, claims, sources
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


def add_files(
    workspace: Workspace, paths: Iterable[Path], encoding: str | None = None
) -> list[Added]:
    """Add each file; what is good is kept, each refusal is in its answer."""
    read = [_read(path, encoding) for path in paths]
    with _batch(workspace) as step:
        return [_kept(workspace, step, name, given) for name, given in read]


def add_bytes(workspace: Workspace, data: bytes, name: str, encoding: str | None = None) -> Added:
    """Add one article from bytes, such as standard input. Raises a refusal."""
    return _add_one(workspace, name, read_bytes(data, name, encoding))


def add_text(workspace: Workspace, text: str, name: str) -> Added:
    """Add one article from text, such as the clipboard. Raises a refusal."""
    return _add_one(workspace, name, read_text(text))


def remove(workspace: Workspace, article: ArticleId) -> None:
    """Take an article out with all claims on it; undo brings everything back as it was."""
    with workspace.step(N_("remove article"), article=article) as step:
        everyone = claims.of_article(step, article)
        for claim in everyone:
            claims.remove(step, claim)
        for person in {claim.person for claim in everyone}:
            sources.sweep(step, article, person)
        articles.remove(step, article)


def _add_one(workspace: Workspace, name: str, given: ReadArticle) -> Added:
    with _batch(workspace) as step:
        return _kept(workspace, step, name, given)


@contextmanager
def _batch(workspace: Workspace) -> Iterator[Step]:
    with workspace.step(N_("add article")) as step:
        yield step


def _read(path: Path, encoding: str | None) -> tuple[str, ReadArticle | Refusal]:
    try:
        return str(path), read_file(path, encoding)
    except Refusal as refusal:
        return str(path), refusal


def _kept(workspace: Workspace, step: Step, name: str, given: ReadArticle | Refusal) -> Added:
    if isinstance(given, Refusal):
        return Added(name, refusal=given)
    sha256 = sha256_of(given.text)
    there = articles.of_hash(step, sha256)
    if there:
        return Added(name, there, new=False, notes=given.notes)
    article = Article(
        id=ArticleId(new_id()),
        metadata=_titled(given.metadata, given.text),
        characters=len(given.text),
        sha256=sha256,
        added=workspace.now(),
        origin=name,
    )
    articles.insert(step, article, given.text)
    return Added(name, article, new=True, notes=given.notes)


def _titled(metadata: Metadata, text: str) -> Metadata:
    return metadata if metadata.title else replace(metadata, title=title_of(text))
