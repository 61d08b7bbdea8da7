"""The table of claims and the table of sources, row by row."""

from collections.abc import Callable, Iterator, Sequence

from annotator.exchange.writers import telling
from annotator.exchange.writers.looks import look
from annotator.exchange.writers.paged.columns import Block, Column, Setter, columns
from annotator.exchange.writers.paged.letters import Look, clean
from annotator.exchange.writers.paged.sheet import POINT, Sheet
from annotator.exchange.writers.paged.strips import Strip
from annotator.exchange.writers.parts import Part
from annotator.model.claim import Claim
from annotator.model.report import Entry, Reported, SourceLine
from annotator.model.tags import Tag, in_order
from annotator.words import _

_AT_ONCE = 250
_HEAD = Look(8, weight=600, colour="soft")
_TEXT = Look(8.5)
_LABEL = Look(8.5, weight=600)
_LEAD = Look(9.5, weight=600)
_SOFT = Look(8, colour="soft")
_QUOTE = Look(9.2, serif=True)
_MISSING = Look(8, ground="contested")
_APART = 4 * POINT
_CLAIMS = (0.05, 0.335, 0.145, 0.215, 0.255)
_LEADS = (0.17, 0.83)
_SOURCES = (0.46, 0.16, 0.18, 0.09, 0.11)
"""What part of the page's width each column has."""
_DASH = "–"


def claims(
    entries: Sequence[Entry], place: int, sheet: Sheet, setter: Setter, tick: Callable[[int], None]
) -> Iterator[Strip]:
    """The rows; `place` is the article's place in the report, from 1."""
    places = columns(sheet.left, [share * sheet.width for share in _CLAIMS])
    head = _head(telling.claim_columns(), places, setter)
    yield head
    for done, entry in enumerate(entries, 1):
        yield from setter.row(_claim(entry, place), places, head, sheet.room)
        if done % _AT_ONCE == 0 or done == len(entries):
            tick((done - 1) % _AT_ONCE + 1)


def sources(lines: Sequence[SourceLine], sheet: Sheet, setter: Setter) -> Iterator[Strip]:
    """Who is named, and what they have to gain by being believed."""
    places = columns(sheet.left, [share * sheet.width for share in _SOURCES])
    head = _head(telling.source_columns(), places, setter, numbers=2)
    yield head
    for one in lines:
        name, kind, stake = telling.told_of(one)
        cells = [
            [Block(((clean(name), _LABEL),))],
            [Block(((kind, _TEXT),))],
            [Block(((stake, _TEXT),))],
            [Block(((str(one.says or _DASH), _TEXT),), right=True)],
            [Block(((str(one.disagrees or _DASH), _TEXT),), right=True)],
        ]
        yield from setter.row(cells, places, head, sheet.room)


def part(one: Part, sheet: Sheet, setter: Setter) -> Iterator[Strip]:
    """The table of a part of a report."""
    places = columns(sheet.left, [share * sheet.width for share in one.shares])
    first_number = len(one.columns) - one.numbers
    head = _head(one.columns, places, setter, one.numbers)
    yield head
    for row in one.rows:
        quoted = (f"“{clean(row[0])}”", _QUOTE) if one.quoted else (clean(row[0]), _LABEL)
        cells = [
            [Block(((clean(cell), _TEXT),), right=at >= first_number)]
            for at, cell in enumerate(row[1:], 1)
        ]
        yield from setter.row([[Block((quoted,))], *cells], places, head, sheet.room)


def leads(reported: Reported, sheet: Sheet, setter: Setter) -> Iterator[Strip]:
    """The best checks, which lead the report: the tags on the left, the words beside them."""
    places = columns(sheet.left, [share * sheet.width for share in _LEADS])
    whole = columns(sheet.left, [sheet.width])
    for lead in telling.leads(reported):
        number = _("claim {number}").format(number=lead.entry.number)
        passage = [
            Block(((f"“{clean(lead.quote)}”", _QUOTE),), 1.42),
            *map(line, lead.lines),
            Block(((f"{clean(number)} · ¶ {lead.paragraphs}", _SOFT),), above=_APART),
        ]
        head = setter.head([Block(((clean(lead.title), _LEAD),))], whole)
        head.above = 14 * POINT
        yield head
        yield from setter.row([_badges(lead.entry.claim), passage], places, head, sheet.room)


def _head(
    names: Sequence[str], places: Sequence[Column], setter: Setter, numbers: int = 0
) -> Strip:
    """The head of a table whose last `numbers` columns are set to the right."""
    first_number = len(names) - numbers
    blocks = [
        Block(((clean(name), _HEAD),), 1.25, right=at >= first_number)
        for at, name in enumerate(names)
    ]
    return setter.head(blocks, places)


def _claim(entry: Entry, place: int) -> list[list[Block]]:
    claim = entry.claim
    passage = [
        Block(((f"“{clean(telling.shortened(entry.quote))}”", _QUOTE),), 1.42),
        Block(((clean(telling.place_of(entry)), _SOFT),), above=1.5 * POINT),
        *_remarks(entry, place),
    ]
    named = _badges(claim)
    if standing := telling.standing(claim):
        named.append(Block(((clean(standing), _SOFT),), above=2 * POINT))
    said = [line(one) for one in telling.sources_of(claim)]
    shown = [line(one) for one in telling.evidence_of(claim)]
    return [[Block(((str(entry.number), _LABEL),))], passage, named, said, shown]


def _badges(claim: Claim) -> list[Block]:
    tags: tuple[Tag | None, ...] = in_order(claim.tags) or (None,)
    return [
        Block(((clean(look(tag).name), _TEXT),), above=2.5 * POINT, badge=(tag,)) for tag in tags
    ]


def _remarks(entry: Entry, place: int) -> Iterator[Block]:
    asked = len(entry.missing)
    remarks = list(telling.remarks_of(entry, place))
    for one in remarks[: len(remarks) - asked]:
        yield line(one)
    for one in remarks[len(remarks) - asked :]:
        # What is missing has a ground of its own, as in the window, and needs no label.
        yield Block(((f"\u00a0{clean(one.words)}\u00a0", _MISSING),), 1.5, 3 * POINT)


def line(one: telling.Line) -> Block:
    """A line of a cell."""
    runs = [(clean(one.label), _LABEL)] if one.label else []
    said = clean(one.place or one.words)
    if said:
        runs.append((f" {said}" if one.label else said, _TEXT))
    return Block(tuple(runs), above=_APART)
