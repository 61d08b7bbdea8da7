"""How a person's name may be written by somebody else: what to look for in a note.

In any case, without its accents, joined by dots in an address, by a part of it alone. A part that
is short or an ordinary word proves nothing (`ordinary.py`), so it is looked for as names are
written, with a capital.
"""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import quote

from annotator.model.ordinary import ORDINARY

_SHORT = 3
"""A part of a name with fewer letters is found in the whole name only."""

_JOIN = r"(?:%20|[\s._+-])+"
"""What may stand between the words of a name: in addresses it is not a blank."""

_RUNS_ON = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that set no blank between words, or hang endings on names."""


def bare(composed: str) -> str:
    """The letters of a text in NFC without their accents; it is exactly as long."""
    return composed if composed.isascii() else "".join(map(_bare_letter, composed))


def folded(words: str) -> str:
    """What is the same for all ways to write the same words."""
    composed = unicodedata.normalize("NFC", words).replace("’", "'")
    return re.sub(_JOIN, " ", bare(composed)).casefold()


def spellings(name: str) -> set[str]:
    """A name without its accents, and as addresses encode it."""
    name = name.replace("’", "'")
    return {bare(name), " ".join(quote(word, safe="'") for word in name.split())}


def parts(name: str) -> set[str]:
    """The words of a name that may stand for it, ordinary ones too."""
    words = name.split()
    found = {*words, *(part for word in words for part in re.split("[-‐]", word))}
    return {word for word in found - {name} if _tells(word)}


def pattern(names: Collection[str]) -> re.Pattern[str] | None:
    """Finds the longest of the names that stands at a place; None where there is none to find."""
    wanted = sorted(filter(_is_a_name, names), key=lambda one: (-len(one), one))
    # Where a word begins is asked once for all names: most places are inside words.
    loose = [_alternative(name) for name in wanted if is_loose(name)]
    bound = [_alternative(name) for name in wanted if not is_loose(name)]
    bounded = [rf"(?<![^\W_])(?:{'|'.join(bound)})"] if bound else []
    return re.compile("|".join([*loose, *bounded])) if wanted else None


def is_loose(name: str) -> bool:
    """Whether a name may stand right after a letter of another word."""
    return not name[0].isalnum() or bool(_RUNS_ON.match(name[0]))


@lru_cache(maxsize=4096)
def _bare_letter(letter: str) -> str:
    signs = unicodedata.normalize("NFD", letter)
    left = "".join(one for one in signs if unicodedata.category(one) != "Mn")
    left = unicodedata.normalize("NFC", left)
    return left if len(left) == 1 else letter


def _alternative(name: str) -> str:
    words = _JOIN.join(re.escape(word) for word in name.split()).replace("'", "['’]")
    ends = not name[-1].isalnum() or _RUNS_ON.match(name[-1])
    after = "" if ends else r"(?![^\W_])"
    # What is an ordinary word, or hardly a word, is a name only as names are written.
    exact = name.casefold() in ORDINARY or not _tells(name)
    return f"{words}{after}" if exact else f"(?i:{words}){after}"


def _is_a_name(name: str) -> bool:
    """Whether it can be told from a letter or a digit that stands by itself."""
    return len(name) > 1 or not name.isalnum()


def _tells(word: str) -> bool:
    letters = sum(one.isalpha() for one in word)
    return letters >= (2 if _RUNS_ON.search(word) else _SHORT)
