"""Join the lines of paragraphs: spaces between words, and hyphens at the ends of lines.

A hyphen at the end of a line is the typesetter's or the word's own. Which, the document itself
tells best: how it writes the word elsewhere, and whether it parts words at all.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from annotator.exchange.readers.pdf.compounds import (
    CLOSED,
    ENDINGS,
    HYPHENED,
    INNER,
    LATER,
    LINKED,
    LINKING,
)
from annotator.exchange.readers.pdf.spacing import WITHOUT_SPACES
from annotator.exchange.readers.pdf.word import HYPHENS, Line

_SOFT = "\N{SOFT HYPHEN}"
_WORD = re.compile(r"[^\W\d_]+(?:[-’'\N{HYPHEN}][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[-\N{HYPHEN}]$")
_COMPOUND = re.compile(r"([^\W_]+)[-\N{HYPHEN}](?:[^\W_]+[-\N{HYPHEN}])*[^\W_]+[-\N{HYPHEN}]$")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)[-\N{HYPHEN}]$")
_INNER = re.compile(r"(?<=[^\W_])[-\N{HYPHEN}](?=[^\W_])")
_FIRST = re.compile(r"[^\W\d_]+")
_ANDS = "and or to nor und oder bis et ou och og en"
_AND = frozenset(_ANDS.split())
_OFTEN = 0.03
"""A document in which so many lines end with a hyphen parts its words."""
_DASHES = "\N{EM DASH}\N{EN DASH}"


class Joining:
    """How the lines of one document are joined; it knows all of its words."""

    def __init__(self, paragraphs: Iterable[list[Line]]) -> None:
        lines = [line for paragraph in paragraphs for line in paragraph]
        self._words: Counter[str] = Counter()
        for paragraph in paragraphs:
            self._learn(paragraph)
        hyphens = sum(line.text[-1:] in HYPHENS for line in lines)
        self._parts_words = hyphens > 1 and hyphens >= _OFTEN * len(lines)
        self._parts_words = self._parts_words or any(map(self._parts_one, paragraphs))
        self._of_words = Counter(sign for line in lines for sign in _INNER.findall(line.text))

    def _learn(self, paragraph: list[Line]) -> None:
        parted = False
        for line in paragraph:
            words = [
                word.casefold().replace("\N{HYPHEN}", "-") for word in _WORD.findall(line.text)
            ]
            whole = words[1 if parted else 0 :]
            parted = line.text[-1:] in HYPHENS
            self._words.update(whole[:-1] if parted else whole)

    def _parts_one(self, paragraph: list[Line]) -> bool:
        """Whether a word is parted here that the document writes whole elsewhere."""
        for upper, line in pairwise(paragraph):
            start, end = _LAST.search(upper.text), _FIRST.match(line.text)
            if start and end:
                one, other = start[1].casefold(), end[0].casefold()
                if self._words[one + other] > self._words[f"{one}-{other}"]:
                    return True
        return False

    def join(self, paragraph: list[Line]) -> str:
        """The text of a paragraph, on one line."""
        text = paragraph[0].text
        for _upper, line in pairwise(paragraph):
            text = self._joined(text, line.text)
        return text.replace(_SOFT, "")

    def _joined(self, text: str, line: str) -> str:
        if text[-1:] == _SOFT or self._is_typesetters(text, line):
            return text[:-1] + line
        if text[-1:] in HYPHENS:
            return self._over_a_hyphen(text, line)
        if text[-1:] in _DASHES and text[-2:-1].isalnum():
            return text + line
        if WITHOUT_SPACES.match(text[-1:]) and WITHOUT_SPACES.match(line):
            return text + line
        return f"{text} {line}"

    def _is_typesetters(self, text: str, line: str) -> bool:
        """Whether a line ends with a sign that the words of this document are not written with."""
        known = self._of_words.most_common(1)
        return (
            text[-1:] == "\N{HYPHEN}"
            and line[:1].islower()
            and (not known or known[0][0] != "\N{HYPHEN}")
        )

    def _over_a_hyphen(self, text: str, line: str) -> str:
        first, last = _FIRST.match(line), _LAST.search(text)
        if text[-2:-1].isspace() or len(text) == 1:
            return f"{text} {line}"
        if last and first and first[0] in _AND and self._stands_alone(last[1]):
            return f"{text} {line}"
        if not last or not first or not first[0][0].islower():
            return text + line
        own = self._is_own(last[1], first[0], _COMPOUND.search(text)) or _ORDINAL.search(text)
        return text + line if own else text[:-1] + line

    def _stands_alone(self, start: str) -> bool:
        """Whether what comes before a hyphen is a word: two- and three-year plans."""
        return not self._parts_words or bool(self._words[start.casefold()])

    def _is_own(self, start: str, end: str, compound: re.Match[str] | None) -> bool:
        """Whether the hyphen between two parts belongs to the word.

        `compound` is found where the word has a hyphen before; it begins with its first part.
        """
        start, end = start.casefold(), end.casefold()
        joined, hyphened = self._words[start + end], self._words[f"{start}-{end}"]
        if joined or hyphened:
            return hyphened > joined
        if not self._parts_words or (start in HYPHENED and end not in ENDINGS):
            return True
        if compound and start in INNER:
            return True
        if compound and start in LINKING:
            return end in LINKED or end == compound[1].casefold()
        if not self._words[start] or start in CLOSED:
            return False
        return end in LATER or (bool(self._words[end]) and min(len(start), len(end)) > 2)
