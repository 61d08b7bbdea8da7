"""What a class report is set from: headings, sentences, numbers, tables. A format sets each once.

Words in them are as somebody wrote them; every format keeps them from being markup or a formula.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.exchange.writers.telling import Line
from annotator.model.class_report import ReportedPassage
from annotator.model.tags import Tag


class Badge(NamedTuple):
    """A tag's letter, and words beside it."""

    tag: Tag | None
    words: str


class Told(NamedTuple):
    """A cell of a table: tags, then lines."""

    badges: tuple[Badge, ...] = ()
    lines: tuple[Line, ...] = ()


Cell = str | int | Told
"""A number 0 is shown as a dash."""


class Column(NamedTuple):
    """A column's head, and its part of the width. Numbers stand to the right."""

    name: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first cell of a row is its head, words of the article where it is `quoted`.

    `on_paper` is the same with fewer columns, where there are more than a page is wide.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    quoted: bool = False
    on_paper: "Grid | None" = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a part) or 2; `new_page` where a format has pages.

    `key` is what the place is called by those who lead to it.
    """

    words: str
    level: int = 1
    new_page: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Says:
    """A paragraph; soft where it is said beside something."""

    words: str
    soft: bool = False


class Figure(NamedTuple):
    """A number to be seen at once, and what it counts."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """A passage to talk about: its words, how the class splits, and why.

    `key` is where its answers stand, if they do.
    """

    quote: str
    place: str
    badges: tuple[Badge, ...]
    said: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers to a passage, side by side. The web page sets them by itself: they are many."""

    passage: ReportedPassage


@dataclass(frozen=True, slots=True)
class HeatText:
    """The article with what the class marked."""


Block = Heading | Says | Figures | Talk | Grid | Answers | HeatText
