"""An annotation file of brat: what one person marked in one article, a line for each thing.

Positions are code points. The quoted words may hold no line break, so a passage across lines is
written in pieces. All that a claim holds beyond its tags hangs on the mark of its first tag: one
person's claims never share a span, so marks on one span are one claim.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from annotator.model.claim import Attribution, Evidence, LinkRole, SourceRole
from annotator.model.completeness import checked_still_open
from annotator.model.ids import ClaimId
from annotator.model.report import Entry
from annotator.model.span import Span
from annotator.model.tags import MEANINGS, Tag, in_order
from annotator.model.text import is_empty

UNFINISHED = "Unfinished"
STILL_OPEN = "Checked_still_open"
BEST = "Best_check"
RELATIONS: dict[LinkRole, str] = {LinkRole.DISAGREES: "Disagrees", LinkRole.RELATED: "Related"}

_BREAKS = "\n\v\f\r\x1c-\x1e\x85\u2028\u2029"
_PIECE = re.compile(f"[^{_BREAKS}]+")
"""What brat, which is a Python program, reads as one line."""
_BETWEEN_WORDS = re.compile(f"[\t{_BREAKS}]+")
_ROLES = {SourceRole.SOURCE: "Source", SourceRole.COUNTER: "Counter-source"}


class Place(NamedTuple):
    """Where a claim stands: the document's name without suffix, and its first mark's id."""

    document: str
    mark: str


def type_of(tag: Tag | None) -> str:
    """The type of a mark, in plain English letters: brat takes no others."""
    return MEANINGS[tag].name


def pieces(text: str, span: Span) -> list[Span]:
    """The lines of a passage that have anything to see on them."""
    found = _PIECE.finditer(text, span.start, span.end)
    return [Span(*piece.span()) for piece in found if not is_empty(piece[0])]


def places(document: str, text: str, entries: Iterable[Entry]) -> dict[ClaimId, Place]:
    """The first mark of each claim that can be written at all."""
    numbers = count(1)
    found: dict[ClaimId, Place] = {}
    for entry in entries:
        if pieces(text, entry.claim.span):
            first, *_more = [next(numbers) for _tag in entry.claim.tags or (None,)]
            found[entry.claim.id] = Place(document, f"T{first}")
    return found


class Linked(NamedTuple):
    """A link of a claim: `claim` as it stands in this report, or as it is stored."""

    role: LinkRole
    claim: ClaimId


class Standoff:
    """The lines of one document; `known` are the places of all claims of the report."""

    def __init__(self, document: str, text: str, known: Mapping[ClaimId, Place]) -> None:
        self._document = document
        self._text = text
        self._known = known
        self._marks, self._flags, self._ties, self._notes = (count(1) for _kind in range(4))

    def lines(self, entry: Entry, links: Sequence[Linked]) -> Iterator[str]:
        """The lines of a claim; none where there is nothing to see in it."""
        spans = pieces(self._text, entry.claim.span)
        if not spans:
            return
        where = ";".join(f"{start} {end}" for start, end in spans)
        words = " ".join(self._text[start:end] for start, end in spans)
        mark = self._known[entry.claim.id].mark
        for tag in in_order(entry.claim.tags) or (None,):
            yield f"T{next(self._marks)}\t{type_of(tag)} {where}\t{words}"
        for flag in _flags(entry):
            yield f"A{next(self._flags)}\t{flag} {mark}"
        for link in links:
            yield from self._tie(mark, link)
        for kind, said in _notes(entry):
            yield self._note(kind, mark, said)

    def _tie(self, mark: str, link: Linked) -> Iterator[str]:
        there = self._known.get(link.claim)
        if there and there.document == self._document:
            yield f"R{next(self._ties)}\t{RELATIONS[link.role]} Arg1:{mark} Arg2:{there.mark}"
        else:
            # Relations end at the document: what lies outside is said in words.
            place = f"{there.document} {there.mark}" if there else link.claim
            yield self._note("Link", mark, f"{link.role} | {place}")

    def _note(self, kind: str, mark: str, said: str) -> str:
        return f"#{next(self._notes)}\t{kind} {mark}\t{_BETWEEN_WORDS.sub(' ', said).strip()}"


def _flags(entry: Entry) -> Iterator[str]:
    if entry.missing:
        yield UNFINISHED
    if checked_still_open(entry.claim):
        yield STILL_OPEN
    if entry.best:
        yield BEST


def _notes(entry: Entry) -> Iterator[tuple[str, str]]:
    """What is said of a claim. The note comes last: brat lets it be edited, and shows its kind."""
    claim = entry.claim
    yield "Person", entry.person
    for one in claim.attributions:
        yield _ROLES[one.role], _source(one)
    for check in claim.evidence:
        yield "Evidence", _evidence(check)
    if entry.missing:
        yield "Missing", ", ".join(entry.missing)
    if claim.note.strip():
        yield "AnnotatorNotes", claim.note


def _source(one: Attribution) -> str:
    known = {"kind": one.source.kind, "stake": one.source.stake, "cue": one.cue, "via": one.via}
    return _said(one.source.name, known)


def _evidence(one: Evidence) -> str:
    checked = one.checked.isoformat() if one.checked else ""
    return _said(one.where, {"outcome": one.outcome, "checked": checked, "found": one.found})


def _said(first: str, known: Mapping[str, str | None]) -> str:
    named = (f"{name}: {value}" for name, value in known.items() if value)
    return " | ".join([*([first] if first.strip() else []), *named])
