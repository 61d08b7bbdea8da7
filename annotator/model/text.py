"""Canonical text: the one form in which an article is stored, hashed, counted and quoted.

Bytes become canonical text once, when the article comes in, by the rule below; after that the
text never changes, so a position or a quote means the same for ever and on every computer. All
positions here are code points of the canonical text.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from annotator.model.span import Span

TITLE_LENGTH = 120
"""A title taken from the text has at most so many code points."""

CONTEXT_LENGTH = 32
"""A quote is remembered with at most so many code points before and after it."""

_BOM = "\ufeff"
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_NONCHARACTERS = "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
_DROPPED = re.compile(f"[\0\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]+")
_OTHER_ENDS = "\r\x85\u2028\u2029"
_TRACES = (b"\0", b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")
"""Bytes in the UTF-8 of NUL and of each noncharacter."""
_LINE = re.compile("[^\n]+")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""The general categories of controls, formats and White_Space."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A non-empty line: its number, from 1, and its code points without the line feed."""

    number: int
    span: Span


def canonical(raw: str) -> str:
    r"""The canonical form of a decoded text.

    CRLF, CR, NEL (U+0085), U+2028 and U+2029 become LF; NUL, surrogates and noncharacters are
    dropped, in this order; then a byte order mark at the very start. Nothing else is touched: no
    normalisation, no-break spaces and other controls stay, U+FEFF elsewhere stays. The canonical
    form of a canonical text is itself; that is why every U+FEFF at the start goes, and last.
    """
    lined = _LINE_END.sub("\n", raw) if any(map(raw.__contains__, _OTHER_ENDS)) else raw
    return (_DROPPED.sub("", lined) if _may_hold_dropped(lined) else lined).lstrip(_BOM)


def count_dropped(raw: str) -> int:
    """How many characters of a decoded text its canonical form leaves out, byte order marks apart.

    They are NULs, surrogates and noncharacters; line ends that become one are not counted.
    """
    if not _may_hold_dropped(raw):
        return 0
    return sum(len(dropped[0]) for dropped in _DROPPED.finditer(raw))


def _may_hold_dropped(text: str) -> bool:
    """Whether it is worth looking for them; hardly a text holds any, and this is much quicker."""
    if text.isascii():
        return "\0" in text
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:  # a surrogate
        return True
    return any(map(data.__contains__, _TRACES))


def sha256_of(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes in 64 hexadecimal digits; the text is canonical."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def is_empty(text: str) -> bool:
    """Whether no character is visible: there are only White_Space, controls (Cc), formats (Cf)."""
    first = text.lstrip()[:1]
    if first and unicodedata.category(first) not in _INVISIBLE:
        return False
    return all(unicodedata.category(character) in _INVISIBLE for character in set(text))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The non-empty lines of a canonical text, in order, the title line included.

    A line is empty by the rule for a whole text: a line of spaces has no visible character, so
    it is no paragraph and takes no number, though its code points count.
    """
    lines = (match for match in _LINE.finditer(text) if not is_empty(match[0]))
    return tuple(Paragraph(number, Span(*line.span())) for number, line in enumerate(lines, 1))


def paragraph_of(paragraphs: Sequence[Paragraph], position: int) -> Paragraph:
    """The paragraph at a code point.

    A line feed, and the empty lines after it, belong to the paragraph before them; what stands
    before the first paragraph belongs to the first. Raises IndexError where there is none.
    """
    after = bisect_right(paragraphs, position, key=attrgetter("span.start"))
    return paragraphs[max(after - 1, 0)]


def title_of(text: str) -> str:
    """The first non-empty line without its outer white space, up to 120 code points, else ''."""
    for line in _LINE.finditer(text):
        if not is_empty(line[0]):
            return line[0].strip()[:TITLE_LENGTH]
    return ""


def context(text: str, span: Span) -> tuple[str, str]:
    """Up to 32 code points before and after a span: what tells two equal quotes apart."""
    prefix = text[max(span.start - CONTEXT_LENGTH, 0) : span.start]
    return prefix, text[span.end : span.end + CONTEXT_LENGTH]
