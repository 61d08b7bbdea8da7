"""An assignment as a file: an article handed out, with what is asked of it (docs/file-format.md).

Nothing of the teacher's own work can come into it: whoever writes it hands over the article and
the assignment, and no claim.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from annotator.exchange.documents import (
    Count,
    MemberForm,
    MetadataForm,
    Number,
    checked_text,
    form_of,
    metadata_document,
    metadata_of,
    one_line,
    person_of,
    uuid_of,
)
from annotator.exchange.envelope import Format, opened, sealed
from annotator.exchange.envelope_failures import NotAsWritten
from annotator.model.article import Metadata
from annotator.model.assignment import Assignment, Minimums, RosterRow
from annotator.model.ids import ArticleId, AssignmentId
from annotator.model.tags import Tag
from annotator.model.text import canonical, sha256_of


@dataclass(frozen=True, slots=True)
class AssignmentFile:
    """What an assignment's file holds.

    The assignment is somebody else's, and its `article` is "" until a library knows the text.
    `sha256` is of the text, which is canonical.
    """

    assignment: Assignment
    text: str
    sha256: str
    metadata: Metadata


class _ArticleForm(msgspec.Struct):
    text: str
    sha256: str
    metadata: MetadataForm = msgspec.field(default_factory=MetadataForm)


class _AssignmentForm(msgspec.Struct):
    id: str
    article: _ArticleForm
    revision: Number = 1
    title: str = ""
    instructions: str = ""
    due: str | None = None
    at_least: Count = 0
    at_least_tag: dict[Tag, Count] = msgspec.field(default_factory=dict)
    require_complete: bool = False
    roster: list[MemberForm] = msgspec.field(default_factory=list)


def written(assignment: Assignment, metadata: Metadata, text: str) -> bytes:
    """The file of an assignment on an article with that canonical text.

    The same values give the same bytes.
    """
    return sealed(Format.ASSIGNMENT, document_of(assignment, metadata, text))


def read(data: bytes) -> AssignmentFile:
    """What the file holds; raises what envelope.opened raises, or NotAsWritten."""
    return of_document(opened(data, Format.ASSIGNMENT))


def document_of(assignment: Assignment, metadata: Metadata, text: str) -> dict[str, Any]:
    """The same as plain values, which a draft holds too."""
    minimums = assignment.minimums
    return {
        "id": assignment.id,
        "revision": assignment.revision,
        "title": assignment.title,
        "instructions": assignment.instructions,
        "due": assignment.due.isoformat() if assignment.due else None,
        "at_least": minimums.at_least,
        "at_least_tag": {tag: minimums.by_tag[tag] for tag in Tag if minimums.by_tag.get(tag)},
        "require_complete": assignment.require_complete,
        "roster": [{"id": one.id, "name": one.name} for one in assignment.roster],
        "article": {
            "text": text,
            "sha256": sha256_of(text),
            "metadata": metadata_document(metadata),
        },
    }


def of_document(tree: object) -> AssignmentFile:
    """What such plain values say. Raises NotAsWritten."""
    form = form_of(tree, _AssignmentForm)
    article = form.article
    text = checked_text(article.text, article.sha256)
    return AssignmentFile(
        _assignment(form), text, article.sha256.lower(), metadata_of(article.metadata)
    )


def _assignment(form: _AssignmentForm) -> Assignment:
    return Assignment(
        id=AssignmentId(uuid_of(form.id, "id")),
        article=ArticleId(""),
        title=one_line(form.title),
        revision=form.revision,
        instructions=canonical(form.instructions),
        due=_day(form.due),
        minimums=Minimums(
            form.at_least,
            {tag: form.at_least_tag[tag] for tag in Tag if form.at_least_tag.get(tag)},
        ),
        require_complete=form.require_complete,
        roster=_roster(form.roster),
        is_mine=False,
    )


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
        if day.isoformat() == text:
            return day
    except ValueError:
        pass
    raise NotAsWritten("no date in due")


def _roster(forms: list[MemberForm]) -> tuple[RosterRow, ...]:
    rows = tuple(RosterRow(*person_of(form, "roster")) for form in forms)
    if len({row.id for row in rows}) < len(rows):
        raise NotAsWritten("an id twice in roster")
    return rows
