"""Text as a search compares it: without case, accents and punctuation, words parted by blanks.

It is our own and not the engine's, so that what an index finds can be marked in the text, and so
that every engine finds the same. Scripts that set no blanks between words (Chinese, Japanese, Thai
and others) come out sign by sign: a word of theirs is then a phrase, found wherever it stands.
So do emoji.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from annotator.model.span import Span

_LIKE = {
    **{"ı": "i", "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "þ": "th", "æ": "ae", "œ": "oe"},
    "\u0640": "",  # only stretches an Arabic word
}
"""Letters that people type without their stroke, which Unicode does not take apart."""

_RUN_ON = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x30FF)),
    *((0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x1AFF0, 0x1B16F)),
    (0x20000, 0x3FFFF),
)
"""Thai, Lao, Burmese, Khmer, Kana, Han: first and last code points, in order."""
_STARTS = [first for first, _last in _RUN_ON]

_EMOJI = (range(0x2600, 0x27C0), range(0x1F000, 0x1FB00))

_HEBREW_AND_ARABIC = range(10, 36)
_ABOVE_AND_BELOW = range(200, 241)
_JOINING = frozenset("\u00ad\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")
"""Signs that are not seen and part no word; the last two say how an emoji is drawn."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `places` says of each of its letters which code point it comes from."""

    text: str
    places: Sequence[int]
    original: str

    def span(self, start: int, end: int) -> Span:
        """The code points of the original that lie under a stretch, `start < end`."""
        last = self.places[end - 1] + 1
        while last < len(self.original) and not _PIECES[self.original[last]]:
            last += 1  # an accent that stands after its letter
        return Span(self.places[start], last)


def folded(text: str) -> str:
    """The text folded."""
    if text.isascii():
        return text.translate(_ASCII)
    return "".join(map(_PIECES.__getitem__, text))


def folded_with_places(text: str) -> Folded:
    """The text folded, with the way back."""
    if text.isascii():
        return Folded(text.translate(_ASCII), range(len(text)), text)
    pieces = [*map(_PIECES.__getitem__, text)]
    places = chain.from_iterable(map(repeat, range(len(text)), map(len, pieces)))
    return Folded("".join(pieces), [*places], text)


def is_run_on(letter: str) -> bool:
    """Whether a letter is of a script that sets no blanks between words."""
    code = ord(letter)
    place = bisect_right(_STARTS, code) - 1
    return place >= 0 and code <= _RUN_ON[place][1]


def is_emoji(letter: str) -> bool:
    """Whether a code point is a picture, or part of one such as a colour of skin."""
    # Python may not know the newest of them: to it they are "Cn".
    is_one = any(ord(letter) in some for some in _EMOJI)
    return is_one and unicodedata.category(letter)[0] in "SC"


class _Pieces(dict[str, str]):
    """What each code point folds to, found out when it is met first."""

    def __missing__(self, letter: str) -> str:
        piece = self[letter] = "".join(map(_part, _bare(letter)))
        return piece


def _bare(letter: str) -> str:
    """A letter without case and accents; vowel signs of Indian scripts stay, they are letters."""
    if letter in _JOINING:
        return ""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    left = (one for one in apart if not _is_accent(one))
    return unicodedata.normalize("NFC", "".join(_LIKE.get(one, one) for one in left))


def _is_accent(letter: str) -> bool:
    kind = unicodedata.combining(letter)
    return kind in _HEBREW_AND_ARABIC or kind in _ABOVE_AND_BELOW


def _part(letter: str) -> str:
    if is_emoji(letter):
        return f" {letter} "
    if unicodedata.category(letter)[0] not in "LNM":
        return " "
    return f" {letter} " if is_run_on(letter) else letter


_PIECES = _Pieces()
_ASCII = {code: _PIECES[chr(code)] for code in range(128)}
