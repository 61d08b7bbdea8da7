"""The rows of the sheet of claims: what each column holds, in the language of the program.

The columns are those of the table for scripts (writers/csv.py); there the words are fixed.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from annotator.exchange.writers import wording
from annotator.exchange.writers.telling import linked, paragraphs_of, tags_of
from annotator.model.claim import Claim, SourceRole
from annotator.model.completeness import WHAT_TO_DO
from annotator.model.report import Entry, Report, Reported
from annotator.model.tags import Tag
from annotator.words import _

Cell = str | int | date | datetime
"""A date may be a datetime, too; both are written as what they are."""

Tick = Callable[[int], None]

_AT_ONCE = 250
_FIRST_YEAR = 1900
"""A spreadsheet counts days from here; what is older is text."""


class Column(NamedTuple):
    """A column's head and its width in characters; prose is wrapped in it."""

    name: str
    width: int
    is_prose: bool = True


def columns(several: bool) -> list[Column]:
    """The columns in order; the article is one only in a report on several."""
    return [
        Column(_("No."), 6, False),
        *([Column(_("Article"), 28)] if several else []),
        Column(_("Person"), 18),
        Column(_("Passage"), 60),
        Column(_("Tags"), 22),
        Column(_("Still missing"), 28),
        Column(_("Paragraph"), 11, False),
        *_source_columns(_("Says so")),
        *_source_columns(_("Disagrees")),
        Column(_("What shows it"), 36),
        Column(_("Outcome"), 18),
        Column(_("Checked"), 12, False),
        Column(_("Found"), 40),
        Column(_("Note"), 40),
        Column(_("Links"), 26),
        Column(_("Start"), 9, False),
        Column(_("End"), 9, False),
        Column(_("Created (UTC)"), 17, False),
        Column(_("Changed (UTC)"), 17, False),
        Column(_("Id"), 38, False),
        Column(_("Best check"), 12, False),
    ]


def place_of_evidence(several: bool) -> int:
    """Where the column stands whose cell may be a link, from 0."""
    return 16 + several


def place_of_tags(several: bool) -> int:
    """Where the column of tags stands, from 0."""
    return 3 + several


def claim_rows(report: Report, tick: Tick | None = None) -> Iterator[list[Cell]]:
    """A row for each claim, in the order of `columns`."""
    several = len(report.articles) > 1
    for place, reported in enumerate(report.articles, 1):
        written = _Rows(reported, place, several)
        for first in range(0, len(reported.entries), _AT_ONCE):
            some = reported.entries[first : first + _AT_ONCE]
            yield from map(written.row, some)
            if tick is not None:
                tick(len(some))


class _Rows:
    """The rows of one article; what repeats with each claim is said once."""

    def __init__(self, reported: Reported, place: int, several: bool) -> None:
        self._article = [reported.article.metadata.title] if several else []
        self._place = place
        self._tags: dict[frozenset[Tag], str] = {}
        self._kinds = {kind: _(name) if kind else "" for kind, name in wording.KINDS.items()}
        self._stakes = {stake: _(name) if stake else "" for stake, name in wording.STAKES.items()}
        self._outcomes = {what: _(name) for what, name in wording.OUTCOMES.items()}
        self._links = {role: _(name) for role, name in wording.LINKS.items()}
        self._missing = {what: _(do) for what, do in WHAT_TO_DO.items()}
        self._yes = _("yes")
        self._unnamed = _("unnamed source")

    def row(self, entry: Entry) -> list[Cell]:
        claim = entry.claim
        created = _time(claim.created)
        return [
            entry.number,
            *self._article,
            entry.person,
            entry.quote,
            self._tags.get(claim.tags) or self._tags.setdefault(claim.tags, tags_of(claim)),
            "\n".join(self._missing[what] for what in entry.missing),
            entry.first if entry.first == entry.last else paragraphs_of(entry),
            *self._sources(claim, SourceRole.SOURCE),
            *self._sources(claim, SourceRole.COUNTER),
            *self._evidence(claim),
            claim.note,
            "\n".join(
                f"{self._links[link.role]} {linked(link, self._place)}" for link in entry.links
            ),
            *claim.span,
            created,
            created if claim.modified == claim.created else _time(claim.modified),
            claim.id,
            self._yes if entry.best else "",
        ]

    def _sources(self, claim: Claim, role: SourceRole) -> Iterable[str]:
        said = [one for one in claim.attributions if one.role is role]
        if not said:
            return _NO_SOURCE
        return _in_columns(
            (
                one.source.name or self._unnamed,
                self._kinds[one.source.kind],
                self._stakes[one.source.stake],
                one.cue,
                one.via,
            )
            for one in said
        )

    def _evidence(self, claim: Claim) -> Iterable[Cell]:
        if not claim.evidence:
            return _NO_EVIDENCE
        if len(claim.evidence) == 1:
            one = claim.evidence[0]
            return one.where, self._outcomes[one.outcome], _day(one.checked), one.found
        return _in_columns(
            (
                one.where,
                self._outcomes[one.outcome],
                one.checked.isoformat() if one.checked else "",
                one.found,
            )
            for one in claim.evidence
        )


_NO_SOURCE = ("",) * 5
_NO_EVIDENCE = ("",) * 4


def _source_columns(who: str) -> list[Column]:
    named = _("{who}: {what}")
    return [
        Column(who, 28),
        Column(named.format(who=who, what=_("kind")), 14),
        Column(named.format(who=who, what=_("stake")), 16),
        Column(named.format(who=who, what=_("in the words")), 22),
        Column(named.format(who=who, what=_("told by")), 22),
    ]


def _in_columns(several: Iterable[tuple[str, ...]]) -> list[str]:
    """Several sources or pieces of evidence, a line each, in the same order in each column."""
    listed = ("\n".join(column) for column in zip(*several, strict=True))
    return [cell if cell.strip("\n") else "" for cell in listed]


def _day(day: date | None) -> Cell:
    if day is None:
        return ""
    return day if day.year >= _FIRST_YEAR else day.isoformat()


def _time(time: datetime) -> Cell:
    plain = time.astimezone(UTC).replace(tzinfo=None)
    return plain if plain.year >= _FIRST_YEAR else plain.isoformat(" ", "seconds")
