"""A claim as a selection with a coding for each tag, its notes, and its links.

Positions are code points, the end not included.
"""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from annotator.exchange.writers import wording
from annotator.exchange.writers.qdpx.codebook import code_of
from annotator.exchange.writers.qdpx.elements import child, content, guid, guid_of, name, time
from annotator.exchange.writers.telling import (
    Line,
    evidence_of,
    remarks_of,
    sources_of,
    standing,
    starred,
)
from annotator.model.claim import LinkRole
from annotator.model.report import Entry, Report
from annotator.model.tags import in_order
from annotator.words import _

_DIRECTIONS = {LinkRole.DISAGREES: "OneWay", LinkRole.RELATED: "Associative"}


def selection(entry: Entry, notes: list[Element]) -> Element:
    """A claim; `notes` are those about it."""
    claim = entry.claim
    person = guid(claim.person)
    place = {
        "guid": guid(claim.id),
        "name": name(entry.quote),
        "startPosition": str(claim.span.start),
        "endPosition": str(claim.span.end),
    }
    made = Element("PlainTextSelection", place | _by(entry))
    for tag in in_order(claim.tags) or (None,):
        coding = child(
            made,
            "Coding",
            guid=guid_of("coding", claim.id, tag or "open"),
            creatingUser=person,
            creationDateTime=time(claim.created),
        )
        child(coding, "CodeRef", targetGUID=code_of(tag))
    for note in notes:
        child(made, "NoteRef", targetGUID=note.attrib["guid"])
    return made


def notes_of(entry: Entry, place: int) -> Iterator[Element]:
    """The person's note on a claim, and one with all that was filled in.

    `place` is the article's place in the report, from 1.
    """
    quote = name(entry.quote)
    if entry.claim.note.strip():
        yield _note(entry, _("Note: {quote}").format(quote=quote), "note", entry.claim.note)
    lines = [
        Line(starred(entry)),
        Line(standing(entry.claim)),
        *sources_of(entry.claim),
        *evidence_of(entry.claim),
        *remarks_of(entry._replace(claim=replace(entry.claim, note="")), place),
    ]
    told = "\n".join(filter(None, (" ".join(filter(None, line)) for line in lines)))
    if told:
        yield _note(entry, _("Filled in: {quote}").format(quote=quote), "fields", told)


def links_of(report: Report, entry: Entry) -> Iterator[Element]:
    """The links of a claim to others of this report."""
    for number, link in enumerate(entry.links):
        if link.number:
            there = report.articles[link.article - 1].entries[link.number - 1].claim
            yield Element(
                "Link",
                guid=guid_of("link", entry.claim.id, str(number), there.id),
                name=_(wording.LINKS[link.role]),
                direction=_DIRECTIONS[link.role],
                originGUID=guid(entry.claim.id),
                targetGUID=guid(there.id),
            )


def _note(entry: Entry, title: str, kind: str, words: str) -> Element:
    named = {"guid": guid_of(kind, entry.claim.id), "name": title}
    made = Element("Note", named | _by(entry))
    child(made, "PlainTextContent", content(words))
    return made


def _by(entry: Entry) -> dict[str, str]:
    claim = entry.claim
    person = guid(claim.person)
    return {
        "creatingUser": person,
        "creationDateTime": time(claim.created),
        "modifyingUser": person,
        "modifiedDateTime": time(claim.modified),
    }
