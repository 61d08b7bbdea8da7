"""The claims as a table for a spreadsheet: one row a claim, safe to open.

A spreadsheet takes a cell that begins with = + - @ for a formula and runs it, whoever wrote it. So
every cell of text that begins like one gets an apostrophe before it (docs/manual/report.md). The
words of the file are fixed English in every language: scripts rely on them.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache

from annotator.model.claim import Claim, SourceRole
from annotator.model.report import Entry, Report, Reported
from annotator.model.tags import Tag, in_order

Tick = Callable[[int], None]

COLUMNS = (
    *("article", "number", "person", "quote", "tags", "missing", "paragraph", "start", "end"),
    *("source", "source_kind", "source_stake", "source_cue", "source_via"),
    *("counter_source", "counter_kind", "counter_stake", "counter_cue", "counter_via"),
    *("evidence", "outcome", "checked", "found", "note", "links", "created", "modified", "id"),
    "best",
)

_DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫")
"""First characters that spreadsheets act on, in their plain, full-width and small forms."""

_AT_ONCE = 250
_BETWEEN = "; "
_NO_SOURCE = ("",) * 5
_NO_SOURCES = _NO_SOURCE * 2
_NO_EVIDENCE = ("",) * 4


def write(report: Report, tick: Tick) -> bytes:
    """The table as RFC 4180 in UTF-8 with a byte order mark, which Excel wants."""
    lines = io.StringIO(newline="")
    table = csv.writer(lines, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for place, article in enumerate(report.articles, 1):
        table.writerows(_rows(article, place, tick))
    return lines.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell[:1] in _DANGEROUS else cell


def _rows(article: Reported, place: int, tick: Tick) -> Iterator[tuple[str | int, ...]]:
    title = guarded(article.article.metadata.title)
    for first in range(0, len(article.entries), _AT_ONCE):
        some = article.entries[first : first + _AT_ONCE]
        yield from (_row(place, title, entry) for entry in some)
        tick(len(some))


def _row(place: int, title: str, entry: Entry) -> tuple[str | int, ...]:
    claim = entry.claim
    return (
        title,
        entry.number,
        guarded(entry.person),
        guarded(entry.quote),
        _tags(claim.tags),
        _BETWEEN.join(entry.missing),
        entry.first,
        *claim.span,
        *(_all_sources(claim) if claim.attributions else _NO_SOURCES),
        *_evidence(claim),
        guarded(claim.note),
        _links(entry, place) if entry.links else "",
        created := _time(claim.created),
        created if claim.modified == claim.created else _time(claim.modified),
        claim.id,
        "yes" if entry.best else "",
    )


@cache
def _tags(tags: frozenset[Tag]) -> str:
    return _BETWEEN.join(in_order(tags)) or "open"


def _all_sources(claim: Claim) -> Iterable[str]:
    return *_sources(claim, SourceRole.SOURCE), *_sources(claim, SourceRole.COUNTER)


def _sources(claim: Claim, role: SourceRole) -> Iterable[str]:
    said = [one for one in claim.attributions if one.role is role]
    if not said:
        return _NO_SOURCE
    return _in_columns(
        (
            one.source.name or one.source.kind or "",
            one.source.kind or "",
            one.source.stake or "",
            one.cue,
            one.via,
        )
        for one in said
    )


def _evidence(claim: Claim) -> Iterable[str]:
    if not claim.evidence:
        return _NO_EVIDENCE
    return _in_columns(
        (
            one.where,
            one.outcome or "",
            one.checked.isoformat() if one.checked else "",
            one.found,
        )
        for one in claim.evidence
    )


def _links(entry: Entry, place: int) -> str:
    """Linked claims by their numbers here, those of other articles or libraries by their ids."""
    there = zip(entry.links, entry.claim.links, strict=True)
    return _listed(
        f"{link.role} {link.number if link.article == place else stored.claim}"
        for link, stored in there
    )


def _time(time: datetime) -> str:
    time = time if time.tzinfo is UTC else time.astimezone(UTC)
    return time.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _in_columns(several: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """The columns of several sources or pieces of evidence, in the same order in each column."""
    return [_listed(column) for column in zip(*several, strict=True)]


def _listed(values: Iterable[str]) -> str:
    cell = _BETWEEN.join(values)
    return guarded(cell) if cell.strip(_BETWEEN) else ""
