"""A part of a report in plain values, a heading, sentences, a table: each format sets it alike.

For what stands in one kind of report only, so that no writer has to know of that kind.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences, and under them a table if it has `columns`.

    The first column is words of the article where they are `quoted`; the last `numbers` columns
    hold numbers. `shares` says what part of the width each column has.
    """

    title: str
    sentences: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    shares: tuple[float, ...] = ()
    numbers: int = 0
    quoted: bool = False
