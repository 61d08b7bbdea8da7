"""Finding words in the article: every match as a span of code points of the text as it is.

Text is never lower-cased to compare it: "İ" grows when it is, and every match after it would be
off. The expression ignores case instead, one character against one.
"""

import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder

from annotator.model.span import Span
from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.qt_text import for_qt

_ALIKE = {"'": "['’]", '"': '["“”„«»]', "-": "[-‐‑–—]"}
"""What a keyboard has, and what a newspaper prints for it."""


def matches(text: str, words: str, *, case: bool = False, whole: bool = False) -> list[Span]:
    """Where `words` stand in the text, in order, none overlapping; `whole` means whole words.

    Any run of white space matches any other, straight quotes and hyphens match printed ones, and
    an accent is found whether it is one character with its letter or two. Only white space to look
    for matches nothing.
    """
    sought = words.strip()
    if not sought:
        return []
    expression = re.compile(_expression(sought), re.NOFLAG if case else re.IGNORECASE)
    found = (Span(*match.span()) for match in expression.finditer(text))
    return list(_whole_words(text, found) if whole else found)


def _expression(sought: str) -> str:
    parts = (_one_word(part) for part in sought.split())
    return r"\s+".join(parts)


def _one_word(word: str) -> str:
    return "".join(_character(one) for one in unicodedata.normalize("NFC", word))


def _character(character: str) -> str:
    apart = unicodedata.normalize("NFD", character)
    if apart != character:
        return f"(?:{re.escape(character)}|{re.escape(apart)})"
    return _ALIKE.get(character, re.escape(character))


def _whole_words(text: str, found: Iterator[Span]) -> Iterator[Span]:
    """Those at whose ends Unicode sees a boundary of words."""
    units = Utf16Map(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, for_qt(text))

    def at_boundary(position: int) -> bool:
        finder.setPosition(units.to_utf16(position))
        return finder.isAtBoundary()

    return (span for span in found if at_boundary(span.start) and at_boundary(span.end))
