"""Pages out of strips: where a page may end, worked out without a pen or a font.

A strip is the least that stays together: a line of text, a row of a table, a drawing. It says
whether a page may end after it, so headings, first and last lines, and rows keep their company by
one rule. Lengths are in units of the page (`sheet.POINT`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

Paint = Callable[[Any, float], None]
"""Paints with a painter (its first argument) at a height on the page."""


@dataclass(slots=True)
class Strip:
    """A piece of a column. `above` is the space before it, which the top of a page swallows.

    No page ends after a strip that `holds` on to the next. `again` is repeated above it when a page
    begins with it: the head of its table.
    """

    height: float
    paint: Paint
    above: float = 0.0
    holds: bool = False
    again: "Strip | None" = None


class Placed(NamedTuple):
    """A strip and where its upper edge lies, from the top of the page's room."""

    top: float
    strip: Strip


Page = list[Placed]


def pages(strips: Sequence[Strip], room: float) -> list[Page]:
    """The strips on pages of that height; each once, in order. One too tall has its own page."""
    found: list[Page] = []
    begin = 0
    while begin < len(strips):
        page, begin = _page(strips, begin, room)
        found.append(page)
    return found


def keep_company(strips: Sequence[Strip], least: int = 2) -> None:
    """Let no page end or begin with fewer than so many of these lines of one paragraph."""
    for place, strip in enumerate(strips, 1):
        strip.holds |= place < least or 0 < len(strips) - place < least


def _page(strips: Sequence[Strip], begin: int, room: float) -> tuple[Page, int]:
    head = strips[begin].again
    page = [Placed(0.0, head)] if head else []
    heads, bottom = len(page), head.height if head else 0.0
    at, last = begin, begin
    while at < len(strips):
        strip = strips[at]
        top = bottom + (strip.above if at > begin else 0.0)
        if top + strip.height > room and at > begin:
            break
        page.append(Placed(top, strip))
        bottom = top + strip.height
        at += 1
        if not strip.holds:
            last = at
    if at < len(strips) and last > begin:
        at = last
    return page[: heads + at - begin], at
