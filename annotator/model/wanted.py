"""What a person types into a search field: words and phrases, and nothing that must be learnt.

`AND`, `*`, `-` and `NEAR(` are words or punctuation like any other; only quotation marks mean
something. The last word may be unfinished, because results come while it is typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from annotator.model.folding import Folded, folded
from annotator.model.span import Span

_QUOTES = '"“”„«»'
_PIECE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)|([^\s{_QUOTES}]+)")
_MOST_PLACES = 500
_MOST_WORDS = 40
"""Who pastes a page into the field means its beginning."""


@dataclass(frozen=True)
class Part:
    """Words that must stand one after the other; with `unfinished` the last may go on."""

    words: tuple[str, ...]
    unfinished: bool = False

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the part stands in folded text, none overlapping another."""
        at = 0
        while match := self._pattern.search(text, at):
            start, end = match.span()
            is_begun = start == 0 or text[start - 1] == " "
            if is_begun:
                yield start, end
            at = end if is_begun else start + 1

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # It begins with letters, which are searched for ten times faster than what may not be
        # before them.
        inner = " +".join(map(re.escape, self.words))
        return re.compile(inner + ("[^ ]*" if self.unfinished else "(?![^ ])"))


class Found(NamedTuple):
    """A place where a part stands, and which part it is."""

    span: Span
    part: int


@dataclass(frozen=True)
class Wanted:
    """The parts that must all be there, in any order."""

    parts: tuple[Part, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.parts)

    def found(self, text: Folded) -> list[Found]:
        """Where any of the parts stands in the original, in order: some hundreds of each."""
        return sorted(
            Found(text.span(*place), number)
            for number, part in enumerate(self.parts)
            for place in islice(part.places(text.text), _MOST_PLACES)
        )


def wanted(typed: str) -> Wanted:
    """What somebody looks for who has typed this. A phrase that is closed by a quote is whole."""
    parts: list[Part] = []
    for words, is_open in _pieces(typed):
        room = _MOST_WORDS - sum(len(part.words) for part in parts)
        if words and room > 0:
            parts.append(Part(words[:room], is_open))
    # Whoever goes on with another word has finished the one before.
    return Wanted(tuple([Part(one.words) for one in parts[:-1]] + parts[-1:]))


def _pieces(typed: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    for match in _PIECE.finditer(typed):
        phrase, closing, word = match.groups()
        yield tuple(folded(phrase if word is None else word).split()), not closing
