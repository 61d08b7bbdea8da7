"""The rows of the table of claims, filled from shapes (see templates.py for the reason)."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from markupsafe import Markup

from annotator.exchange.writers import wording
from annotator.exchange.writers.html.links import is_link
from annotator.exchange.writers.html.looks import looks
from annotator.exchange.writers.html.templates import Shapes, escaped
from annotator.model.claim import Attribution, Evidence, SourceKind, Stake
from annotator.model.completeness import WHAT_TO_DO, checked_still_open
from annotator.model.report import Entry, Reference
from annotator.model.tags import Tag
from annotator.words import _

_AT_ONCE = 250
"""So many claims are made at once, and so often progress is told."""

_LONGEST = 2000
"""A quote of more code points is shortened in the table; the article shows it whole."""

_Key = TypeVar("_Key")


def rows(
    entries: tuple[Entry, ...], place: int, shapes: Shapes, tick: Callable[[int], None]
) -> Iterator[Markup]:
    """The rows, some hundred at a time; `place` is the article's place in the report, from 1."""
    filling = _Filling(place, shapes)
    for first in range(0, len(entries), _AT_ONCE):
        some = entries[first : first + _AT_ONCE]
        taking = escaped([value for entry in some for value in _values(entry)])
        # All of it is shapes of our own and values that were escaped just now.
        yield Markup("".join(filling.row(entry, taking) for entry in some))  # noqa: S704
        tick(len(some))


def _values(entry: Entry) -> Iterator[str]:
    """What a row holds that somebody wrote, in the order in which `_Filling.row` takes it."""
    claim = entry.claim
    yield entry.quote if len(entry.quote) <= _LONGEST else _shortened(entry.quote)
    yield entry.person
    for said in claim.attributions:
        yield from (said.source.name or _("unnamed source"), said.cue, said.via)
    for one in claim.evidence:
        yield from (one.where, one.found)
    yield claim.note


def _shortened(quote: str) -> str:
    return f"{quote[:1500]} […] {quote[-300:]}"


class _Filling:
    """The shapes of a row, each asked for once."""

    def __init__(self, place: int, shapes: Shapes) -> None:
        self._place = place
        self._shapes = shapes
        self._row = shapes("row")
        self._paragraphs = {False: shapes("paragraph"), True: shapes("paragraphs")}
        self._said = {role: shapes("said", _(name)) for role, name in wording.ROLES.items()}
        self._cue, self._via = shapes("cue"), shapes("via")
        self._evidence = {
            what: shapes("evidence", _(name)) for what, name in wording.OUTCOMES.items()
        }
        self._where = {False: shapes("place"), True: shapes("link")}
        self._checked, self._found = shapes("checked"), shapes("found")
        self._note = shapes("remark")
        self._missing = {what: shapes.whole("missing", _(do)) for what, do in WHAT_TO_DO.items()}
        self._tags: dict[tuple[frozenset[Tag], bool], str] = {}
        self._about: dict[tuple[SourceKind | None, Stake | None], str] = {}

    def row(self, entry: Entry, taking: Iterator[str]) -> str:
        """A row; the values are taken in the order of `_values`."""
        claim, number = entry.claim, entry.number
        quote, person = next(taking), next(taking)
        sources = "".join(self._source(one, taking) for one in claim.attributions)
        shown = "".join(self._one_evidence(one, taking) for one in claim.evidence)
        note = next(taking)
        remarks = self._note % note if note else ""
        if entry.links:
            remarks += "".join(self._link(one) for one in entry.links)
        for what in entry.missing:
            remarks += self._missing[what]
        where = self._paragraphs[entry.last != entry.first] % (
            (entry.first, entry.last) if entry.last != entry.first else entry.first
        )
        checked = bool(claim.evidence) and checked_still_open(claim)
        tags = self._tags_cell(claim.tags, checked)
        numbers = (number,) * 4
        return self._row % (*numbers, quote, where, person, remarks, tags, sources, shown)

    def _source(self, said: Attribution, taking: Iterator[str]) -> str:
        name, cue, via = next(taking), next(taking), next(taking)
        about = self._about_source(said.source.kind, said.source.stake)
        words = self._cue % cue if cue else ""
        told = self._via % via if via else ""
        return self._said[said.role] % (name, about, words, told)

    def _one_evidence(self, one: Evidence, taking: Iterator[str]) -> str:
        where, found = next(taking), next(taking)
        linked = is_link(one.where)
        place = self._where[linked] % ((where, where) if linked else where) if where else ""
        day = one.checked.isoformat() if one.checked else ""
        checked = self._checked % day if day else ""
        return self._evidence[one.outcome] % (place, checked, self._found % found if found else "")

    def _link(self, link: Reference) -> str:
        role = _(wording.LINKS[link.role])
        if not link.number:
            return self._shapes.whole("linked_elsewhere", role)
        if link.article == self._place:
            return self._shapes.whole("linked", role, link.number)
        return self._shapes.whole("linked_far", role, link.article, link.number)

    def _tags_cell(self, tags: frozenset[Tag], still_open: bool) -> str:
        key = tags, still_open
        if key not in self._tags:
            self._tags[key] = self._shapes.whole("tags", looks(tags), still_open)
        return self._tags[key]

    def _about_source(self, kind: SourceKind | None, stake: Stake | None) -> str:
        key = kind, stake
        if key not in self._about:
            known = [_(wording.KINDS[kind])] if kind else []
            known += [_(wording.STAKES_IN_A_LINE[stake])] if stake else []
            self._about[key] = self._shapes.whole("about", ", ".join(known)) if known else ""
        return self._about[key]
