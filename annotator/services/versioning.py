"""An article and a newer version of it: what becomes of each claim, before anything is stored.

`propose` reads and looks; `versioning_keeping.add_version` stores what the person has agreed to;
`compare` tells the same later of two versions that are both in the library.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from annotator.exchange.readers.reading import ReadArticle
from annotator.model.article import Article, Metadata
from annotator.model.carrying import Carrying, Fate, carried_id
from annotator.model.claim import Claim
from annotator.model.differences import Row, rows
from annotator.model.ids import ArticleId, ClaimId, PersonId, new_id
from annotator.model.person import Person
from annotator.model.text import paragraphs, title_of
from annotator.services.failures import Cancelled, NoSuchArticle
from annotator.services.preparing import Prepared
from annotator.services.progress import Progress, watched
from annotator.services.versioning_failures import (
    EarlierVersion,
    NoEarlierVersion,
    OtherVersion,
    SameText,
)
from annotator.services.workspace import Workspace
from annotator.storage import articles, claims, people
from annotator.storage.step import Reading


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of an article and what becomes, or became, of each claim on the older one.

    `is_there` says that the text of `new` was in the library before. `notes` are sentences about
    how it was read, `dropped` the paragraphs that were left out of it.
    """

    old: Article
    new: Article
    texts: Carrying
    fates: tuple[Fate, ...]
    people: dict[PersonId, Person]
    is_there: bool
    notes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def propose(
    workspace: Workspace, old: ArticleId, read: Prepared, progress: Progress | None = None
) -> Versions:
    """What would become of everybody's claims if what was read came in as a newer version.

    Nothing is stored. Raises the refusal of what could not be read, NoSuchArticle, SameText,
    OtherVersion, EarlierVersion, or Cancelled when `progress` says so.
    """
    if read.given is None:
        assert read.refusal
        raise read.refusal
    with workspace.library.reading() as reading:
        article, text = _article(reading, old)
        texts = Carrying(text, read.given.text)
        new, is_there = _newer(workspace, reading, article, texts, read)
        there = claims.of_article(reading, old)
        everybody = {one.id: one for one in people.all_of(reading)}
    fates = tuple(texts.fate(claim) for claim in watched(there, len(there), progress))
    given = read.given
    return Versions(article, new, texts, fates, everybody, is_there, given.notes, given.dropped)


def compare(workspace: Workspace, newer: ArticleId, progress: Progress | None = None) -> Versions:
    """A version that is in the library beside the one before it, as their claims stand now.

    Raises NoSuchArticle, NoEarlierVersion, or Cancelled when `progress` says so.
    """
    with workspace.library.reading() as reading:
        new, new_text = _article(reading, newer)
        if new.version_of is None:
            raise NoEarlierVersion(new.metadata.title)
        old, old_text = _article(reading, new.version_of)
        texts = Carrying(old_text, new_text)
        there = claims.of_article(reading, old.id)
        carried = _carried(reading, old, new)
        everybody = {one.id: one for one in people.all_of(reading)}
    fates = tuple(
        texts.fate_of_carried(claim, carried.get(claim.id))
        for claim in watched(there, len(there), progress)
    )
    return Versions(old, new, texts, fates, everybody, is_there=True)


def side_by_side(versions: Versions, progress: Progress | None = None) -> tuple[Row, ...]:
    """The paragraphs of both texts, and which words differ. Raises Cancelled."""
    whole = len(paragraphs(versions.texts.old)) + len(paragraphs(versions.texts.new))
    found: list[Row] = []
    done = 0
    for row in rows(versions.texts.old, versions.texts.new):
        done += (row.old is not None) + (row.new is not None)
        if progress is not None and not progress(done, whole):
            raise Cancelled
        found.append(row)
    return tuple(found)


def _article(reading: Reading, article: ArticleId) -> tuple[Article, str]:
    found, text = articles.one(reading, article), articles.text_of(reading, article)
    if found is None or text is None:
        raise NoSuchArticle(article)
    return found, text


def _newer(
    workspace: Workspace, reading: Reading, old: Article, texts: Carrying, read: Prepared
) -> tuple[Article, bool]:
    """The newer version as it will be, and whether its text is there already."""
    assert read.given
    there = articles.of_hash(reading, texts.new_hash)
    if there is None:
        return _made(workspace, old, texts, read, read.given), False
    refuse_versions(reading, old, there)
    return replace(there, binned=None, version_of=old.id), True


def refuse_versions(reading: Reading, old: Article, there: Article) -> None:
    """Refuse a text that is a version already. Raises SameText, OtherVersion, EarlierVersion."""
    if there.id == old.id:
        raise SameText(old.metadata.title)
    if there.version_of:
        of = articles.one(reading, there.version_of)
        raise OtherVersion(there.metadata.title, of.metadata.title if of else "")
    before: Article | None = old
    while before and before.version_of:
        before = articles.one(reading, before.version_of)
        if before and before.id == there.id:
            raise EarlierVersion(old.metadata.title)


def _made(
    workspace: Workspace, old: Article, texts: Carrying, read: Prepared, given: ReadArticle
) -> Article:
    return Article(
        id=ArticleId(new_id()),
        metadata=details_of_newer(old.metadata, given.metadata, texts.new),
        characters=len(texts.new),
        sha256=texts.new_hash,
        added=workspace.now(),
        origin=read.origin,
        version_of=old.id,
    )


def details_of_newer(old: Metadata, new: Metadata, text: str) -> Metadata:
    """What the newer version says of itself; outlet and the like stay what they were.

    Its title is its own, and its date is never that of the version before.
    """
    stay = {one.name: getattr(new, one.name) or getattr(old, one.name) for one in fields(Metadata)}
    return Metadata(**stay | {"title": new.title or title_of(text), "date": new.date})


def _carried(reading: Reading, old: Article, new: Article) -> dict[ClaimId, Claim]:
    """The claims of the newer version by the claims of the older one from which they come."""
    there = {claim.id: claim for claim in claims.of_article(reading, new.id)}
    joined = claims.former_ids(reading, new.id)
    found: dict[ClaimId, Claim] = {}
    for claim, former in _with_former(reading, old.id):
        made = carried_id(former, new.sha256)
        now = there.get(joined.get(made, made))
        if now:
            found.setdefault(claim, now)
    return found


def _with_former(reading: Reading, article: ArticleId) -> Iterable[tuple[ClaimId, ClaimId]]:
    """Each claim of an article with its id, then with those that were joined into it."""
    for claim in claims.of_article(reading, article):
        yield claim.id, claim.id
    for former, claim_id in claims.former_ids(reading, article).items():
        yield claim_id, former
