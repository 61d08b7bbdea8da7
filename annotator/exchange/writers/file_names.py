"""Names of files after people: what somebody is called may hold anything, a disk does not take it.

Letters of every script stay, so that a teacher finds the file. What separates folders, means
something to a system or turns letters round is replaced; no two names differ in case alone.
"""

import re
import unicodedata

_NOT_KEPT = re.compile(
    '[\x00-\x1f\x7f-\x9f<>:"/\\\\|?*\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)
_OF_A_SYSTEM = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself, with any suffix."""
_MOST_BYTES = 160
"""A disk takes 255, of which suffix and number take some."""


_JOINER = "\u200d"
_FLAGS = range(0x1F1E6, 0x1F200)
"""Letters of which two make a flag."""
_GOES_WITH_BEFORE = re.compile(
    "[\u0e33\u0eb3\u200c\u200d\u1160-\u11ff\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
"""A vowel of Thai and Lao, joiners, later parts of a Korean syllable, colours; and all marks."""


def file_name(words: str, otherwise: str, ending: str = "") -> str:
    """Some words as the name of a file without its suffix; `otherwise` where nothing is left.

    What is too long is cut between two signs; `ending` stays, whatever is cut before it.
    """
    last = _NOT_KEPT.sub("_", ending)
    words = _NOT_KEPT.sub("_", unicodedata.normalize("NFC", words))
    kept = _cut(words, _MOST_BYTES - len(last.encode("utf-8"))) + last
    kept = kept.lstrip(" .-").rstrip(" .")
    return f"_{kept}" if _OF_A_SYSTEM.fullmatch(kept) else kept or otherwise


def _cut(words: str, most: int) -> str:
    """As many whole signs from the start as have so many bytes of UTF-8."""
    fitting = words.encode("utf-8")[: max(most, 0)].decode("utf-8", "ignore")
    end = len(fitting)
    while 0 < end < len(words) and _is_inside(words, end):
        end -= 1
    # What is one sign from the start on, with hundreds of marks, is nobody's name.
    return words[:end] if end else fitting


def _is_inside(words: str, place: int) -> bool:
    """Whether a place is within what is seen as one sign."""
    before, after = words[place - 1], words[place]
    if ord(before) in _FLAGS and ord(after) in _FLAGS:
        start = place
        while start and ord(words[start - 1]) in _FLAGS:
            start -= 1
        return (place - start) % 2 == 1
    is_mark = unicodedata.category(after).startswith("M")
    return is_mark or before == _JOINER or _GOES_WITH_BEFORE.match(after) is not None


class FileNames:
    """Gives names none of which is there already; `/` parts the folders of an archive."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, name: str, suffix: str) -> str:
        """The name with its suffix, numbered where it would be somebody else's."""
        number, found = 1, f"{name}{suffix}"
        while found.casefold() in self._taken:
            number += 1
            found = f"{name} ({number}){suffix}"
        self._taken.add(found.casefold())
        return found
