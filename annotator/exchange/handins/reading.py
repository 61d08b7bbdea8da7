"""A hand-in from bytes: strict about the whole, item by item about the annotations."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from annotator.exchange.assignments import AssignmentFile, of_document
from annotator.exchange.documents import (
    MemberForm,
    MetadataForm,
    Number,
    checked_text,
    form_of,
    metadata_of,
    one_line,
    person_of,
    uuid_of,
)
from annotator.exchange.envelope import Format, opened
from annotator.exchange.envelope_failures import NotAsWritten, TooManyClaims
from annotator.exchange.handins import item_failures as failures
from annotator.exchange.handins.file import HandInFile
from annotator.exchange.jsonld.failures import FileRefusal
from annotator.exchange.jsonld.items import ReadItem, RefusedItem
from annotator.exchange.jsonld.reading import Answer, may_hold_nul, read_tree
from annotator.exchange.jsonld.times import time_of
from annotator.model.article import Metadata
from annotator.model.handin import Member
from annotator.model.ids import AssignmentId, ClaimId, PersonId
from annotator.model.text import canonical

MOST_CLAIMS = 5_000
"""Claims of one hand-in: several for each word of a long article."""
_MOST_VALUES = 2_000_000
"""Values of its document, at most so many: each costs a hundred bytes, and is three in the file."""
_HEX = frozenset("0123456789abcdef")


class _AssignmentForm(msgspec.Struct):
    id: str
    revision: Number = 1


class _ArticleForm(msgspec.Struct):
    sha256: str
    title: str = ""
    metadata: MetadataForm = msgspec.field(default_factory=MetadataForm)
    text: str | None = None


class _HandInForm(msgspec.Struct):
    people: list[MemberForm]
    number: Number
    made: str
    article: _ArticleForm
    annotations: dict[str, Any]
    assignment: _AssignmentForm | None = None
    draft: bool = False
    anyway: str | None = None
    program: str = ""


def read(data: bytes) -> HandInFile:
    """What the file holds; raises what envelope.opened raises, TooManyClaims or NotAsWritten."""
    # A comma or bracket stands before each value, and some in texts: counted before it is read.
    if sum(map(data.count, (b",", b"[", b"{"))) > _MOST_VALUES:
        raise NotAsWritten("too many values")
    tree = opened(data, Format.HAND_IN)
    try:
        return _file(tree, may_hold_nul(data))
    except RecursionError as error:
        raise NotAsWritten("too deep") from error


def _file(tree: object, may_hold_nul: bool) -> HandInFile:
    form = form_of(tree, _HandInForm)
    _refuse_many(form.annotations)
    assignment = form.assignment
    people = _people(form.people)
    sha256 = _sha256(form.article.sha256)
    metadata = _metadata(form.article)
    return HandInFile(
        assignment_id=AssignmentId(uuid_of(assignment.id, "assignment")) if assignment else None,
        revision=assignment.revision if assignment else 1,
        people=people,
        number=form.number,
        draft=form.draft,
        anyway=canonical(form.anyway or ""),
        made=_made(form.made),
        program=one_line(form.program),
        sha256=sha256,
        title=metadata.title,
        metadata=metadata,
        items=tuple(_items(_answers(form.annotations, may_hold_nul), people[0].id, sha256)),
        text=_text(form),
        assignment=_whole_assignment(tree, form),
        digest=_digest(form, people, sha256),
    )


def _people(forms: list[MemberForm]) -> tuple[Member, ...]:
    people = tuple(Member(*person_of(form, "people")) for form in forms)
    if len(people) not in (1, 2) or len({one.id for one in people}) < len(people):
        raise NotAsWritten("people are not one or two")
    return people


def _sha256(text: str) -> str:
    lower = text.lower()
    if len(lower) != 64 or not _HEX.issuperset(lower):
        raise NotAsWritten("no sha256 in article")
    return lower


def _metadata(form: _ArticleForm) -> Metadata:
    metadata = metadata_of(form.metadata)
    return replace(metadata, title=" ".join(canonical(form.title).split()) or metadata.title)


def _made(text: str) -> datetime:
    try:
        return time_of(text)
    except ValueError as error:
        raise NotAsWritten("no time in made") from error


def _text(form: _HandInForm) -> str | None:
    if not form.draft:
        return None
    if form.article.text is None:
        raise NotAsWritten("a draft without article.text")
    return checked_text(form.article.text, form.article.sha256)


def _whole_assignment(tree: object, form: _HandInForm) -> AssignmentFile | None:
    if not form.draft or form.assignment is None:
        return None
    assert isinstance(tree, Mapping)
    return of_document(tree["assignment"])


def _refuse_many(annotations: dict[str, Any]) -> None:
    page = annotations.get("first")
    items = page.get("items") if isinstance(page, dict) else None
    if isinstance(items, list) and len(items) > MOST_CLAIMS:
        raise TooManyClaims(MOST_CLAIMS)


def _answers(annotations: dict[str, Any], may_hold_nul: bool) -> list[Answer]:
    try:
        return read_tree(annotations, may_hold_nul)
    except FileRefusal as error:
        raise NotAsWritten(error) from error


def _items(answers: Iterable[Answer], creator: PersonId, sha256: str) -> Iterator[Answer]:
    """Each item once, and refused where it is somebody else's or on another text."""
    seen: set[ClaimId] = set()
    for answer in answers:
        if isinstance(answer, RefusedItem):
            yield answer
        elif answer.id not in seen:
            seen.add(answer.id)
            yield _checked(answer, creator, sha256)


def _checked(item: ReadItem, creator: PersonId, sha256: str) -> Answer:
    if item.creator.id != creator:
        return RefusedItem(item.name, failures.SomebodyElse().sentence)
    if item.place.sha256 not in (None, sha256):
        return RefusedItem(item.name, failures.OtherText().sentence)
    return item


def _digest(form: _HandInForm, people: tuple[Member, ...], sha256: str) -> str:
    """Of what was handed in: whose, on what, which claims, and what they say of the article."""
    page, items = form.annotations.get("first"), []
    if isinstance(page, dict) and isinstance(page.get("items"), list):
        page, items = page | {"items": None}, page["items"]
    said = [
        form.assignment.id.lower() if form.assignment else None,
        sorted(one.id for one in people),
        sha256,
        form.article.title,
        msgspec.to_builtins(form.article.metadata),
        form.anyway,
        page,
    ]
    found = hashlib.sha256(_plain(said))
    for plain in sorted(map(_plain, items)):  # no order of them means anything
        found.update(plain)
    return found.hexdigest()


def _plain(tree: object) -> bytes:
    try:
        return msgspec.json.encode(tree, order="sorted")
    except OverflowError:  # it knows no whole numbers of more than 64 bits
        return json.dumps(tree, sort_keys=True).encode()
