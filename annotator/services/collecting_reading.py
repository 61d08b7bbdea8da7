"""A file that came from a student, made ready to be kept: whose work it is, and on which article.

What it says is placed on the article of the assignment as that stands now. Work on another version
is carried over by its anchors, whether or not that version is here; what cannot be found for
certain is lost and said.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from annotator.exchange import handins as files
from annotator.exchange.handins import HandInFile
from annotator.exchange.incoming import Incoming
from annotator.exchange.jsonld.items import ReadItem, RefusedItem
from annotator.model.anchor import Anchor, locate, sure
from annotator.model.article import Article
from annotator.model.assignment import Assignment
from annotator.model.claim import Claim
from annotator.model.failure import Refusal
from annotator.model.handin import HandIn, Platform
from annotator.model.ids import ArticleId, AssignmentId, HandInId, new_id
from annotator.model.joining import join_all
from annotator.model.span import Span
from annotator.services import class_failures as failures
from annotator.services.workspace import Workspace
from annotator.storage import articles, assignments, handins
from annotator.storage.step import Reading
from annotator.words import _, ngettext

_MOST_ON_SPAN = 50
"""Claims that another program made on the same words and that become one. Ours makes one."""


class Ready(NamedTuple):
    """A hand-in that can be kept. `work` is packed; `reason` says what of it was left out."""

    name: str
    hand_in: HandIn
    work: str
    reason: str


class Refused(NamedTuple):
    """A file that cannot be taken, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Known:
    """An article that work may be on, and its text.

    `is_told` says that it is the text on which the work was done, or another version of it; else
    that text is not in the library, and only the assignment says that it was one.
    """

    article: Article
    text: str
    is_told: bool


class Placed(NamedTuple):
    """The claims of a hand-in on the article as it is here, and what became of them."""

    claims: tuple[Claim, ...]
    moved: int
    lost: int
    refused: tuple[str, ...]


class Reader:
    """Reads one file after the other, and looks each article up once."""

    def __init__(self, workspace: Workspace, wanted: AssignmentId | None) -> None:
        """`wanted` is the only assignment of which hand-ins are taken."""
        self._workspace, self._wanted = workspace, wanted
        self._assignments: dict[AssignmentId, Assignment | None] = {}
        self._articles: dict[str, _Known | None] = {}

    def read(self, one: Incoming) -> Ready | Refused:
        """What a file holds, or why it is not taken."""
        try:
            if isinstance(one.content, Refusal):
                raise one.content
            return self._ready(one.name, one.platform, files.read(one.content))
        except Refusal as refusal:
            return Refused(one.name, refusal.sentence)

    def _ready(self, name: str, platform: Platform | None, file: HandInFile) -> Ready:
        if file.draft:
            raise failures.IsDraft(file.name)
        assignment = self._assignment(file)
        known = self._article(file, assignment)
        placed = _placed(file, known)
        if not known.is_told and placed.lost and not placed.claims:
            raise failures.OnAnotherText(file.title)
        hand_in = HandIn(
            id=HandInId(new_id()),
            article=known.article.id,
            assignment=file.assignment_id,
            revision=file.revision,
            people=file.people,
            number=file.number,
            made=file.made,
            sha256=file.digest,
            received=self._workspace.now(),
            anyway=file.anyway,
            program=file.program,
            details=file.metadata,
            moved=placed.moved,
            lost=placed.lost,
            platforms=(platform,) if platform else (),
        )
        return Ready(name, hand_in, handins.packed(placed.claims), _reason(placed, known))

    def _assignment(self, file: HandInFile) -> Assignment | None:
        id_ = file.assignment_id
        if self._wanted and id_ != self._wanted:
            raise failures.ForAnother(file.title)
        if id_ is None:
            return None
        if id_ not in self._assignments:
            with self._workspace.library.reading() as reading:
                self._assignments[id_] = assignments.one(reading, id_)
        found = self._assignments[id_]
        if found is None:
            raise failures.UnknownAssignment(file.title)
        return found

    def _article(self, file: HandInFile, assignment: Assignment | None) -> _Known:
        """The article as it is here; of an assignment, the one that it is on now."""
        key = f"{assignment.article if assignment else ''} {file.sha256}"
        if key not in self._articles:
            with self._workspace.library.reading() as reading:
                self._articles[key] = _look_up(reading, file.sha256, assignment)
        found = self._articles[key]
        if found is None:
            raise failures.OnAnotherText(file.title)
        return found


def _look_up(reading: Reading, sha256: str, assignment: Assignment | None) -> _Known | None:
    own = articles.of_hash(reading, sha256)
    if assignment is None:
        return _known(reading, own)
    now = articles.one(reading, assignment.article)
    if now is None or own is None:
        # Handed out once and removed since, or on another computer: the words will tell.
        return _known(reading, now, is_told=False)
    is_version = own in _chain(reading, now) or now in _chain(reading, own)
    return _known(reading, now) if is_version else None


def _chain(reading: Reading, article: Article) -> Iterator[Article]:
    """An article, and those of which it is a newer version."""
    found: Article | None = article
    while found is not None:
        yield found
        found = articles.one(reading, found.version_of) if found.version_of else None


def _known(reading: Reading, article: Article | None, *, is_told: bool = True) -> _Known | None:
    text = articles.text_of(reading, article.id) if article else None
    return None if article is None or text is None else _Known(article, text, is_told)


def _placed(file: HandInFile, known: _Known) -> Placed:
    """The claims where they stand; those that come to stand on one span become one."""
    on_span: defaultdict[Span, list[Claim]] = defaultdict(list)
    moved, lost = 0, 0
    refused: list[str] = []
    for item in file.items:
        if isinstance(item, RefusedItem):
            refused.append(item.reason)
            continue
        span = _span(item, file.sha256, known)
        if span is None:
            lost += 1
        elif len(on_span[span]) == _MOST_ON_SPAN:
            refused.append(_crowded())
        else:
            moved += item.place.position is not None and span != item.place.position
            on_span[span].append(_claim(item, span, file, known.article.id))
    claims = tuple(join_all(on_span[span]) for span in sorted(on_span))
    return Placed(claims, moved, lost, tuple(refused))


def _crowded() -> str:
    return _(
        "More than {most} claims are on the same words. The others were left out; on the same "
        "words a person makes one claim."
    ).format(most=_MOST_ON_SPAN)


def _span(item: ReadItem, sha256: str, known: _Known) -> Span | None:
    """Where an item stands on the article as it is here; None: nowhere for certain."""
    position, quote = item.place.position, item.place.quote
    is_same = sha256 == known.article.sha256
    if quote is None:
        return position if is_same and position and position.within(len(known.text)) else None
    if is_same or position is None:
        found = locate(known.text, quote.exact, quote.prefix, quote.suffix, position)
        return found.span if found else None
    anchor = Anchor(position, quote.exact, quote.prefix, quote.suffix, sha256)
    return sure(anchor, known.text, known.article.sha256)


def _claim(item: ReadItem, span: Span, file: HandInFile, article: ArticleId) -> Claim:
    return Claim(
        id=item.id,
        article=article,
        person=file.people[0].id,
        span=span,
        created=item.created or file.made,
        modified=item.modified or file.made,
        tags=item.tags,
        note=item.note,
        attributions=item.attributions,
        evidence=item.evidence,
        links=item.links,
        best=item.best,
    )


def _reason(placed: Placed, known: _Known) -> str:
    """What is not as it was handed in, in sentences; "" where all of it is."""
    said = []
    if not known.is_told:
        said.append(
            _(
                "It is work on a version of the article that is not in this library, so each "
                "claim stands where its words are found in this one."
            )
        )
    if placed.lost:
        said.append(
            ngettext(
                "{number} claim is on words that the article does not have any more, so it was "
                "left out.",
                "{number} claims are on words that the article does not have any more, so they "
                "were left out.",
                placed.lost,
            ).format(number=placed.lost)
        )
    said.extend(dict.fromkeys(placed.refused))
    return " ".join(said)
