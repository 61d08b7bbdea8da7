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


def file_name(words: str, otherwise: str) -> str:
    """Some words as the name of a file without its suffix; `otherwise` where nothing is left."""
    kept = _NOT_KEPT.sub("_", unicodedata.normalize("NFC", words))
    kept = kept.encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore")
    kept = kept.lstrip(" .-").rstrip(" .")
    return f"_{kept}" if _OF_A_SYSTEM.fullmatch(kept) else kept or otherwise


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
