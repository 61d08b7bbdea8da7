"""How a person's name may be written by somebody else: what to look for in a note.

In any case, without its accents or with two letters for one ("Mueller"), family name first, joined
in a file's name, by a part of it alone. A part that is short or an ordinary word proves nothing
(`ordinary.py`), so it is looked for as names are written, with a capital.
"""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import quote

from annotator.model.ordinary import ORDINARY

_SHORT = 3
"""A part of a name with fewer letters is found in the whole name only."""
_JOINED = 5
"""So many letters has a whole name that is found without a blank in it, too."""
_RESPELLED = 4
"""So many letters are left of a name where one letter stands for two of them."""

_JOIN = r"(?:%20|[\s._+,‐-])+"
"""What may stand between the words of a name: in addresses it is not a blank."""
_SIGNS = re.compile(r"%20|[\s._+,'’‐-]")
"""What two ways to write one name may differ in."""

_UNITED = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]{2,4}")
"""A family name and a given name that no blank parts."""
_RUNS_ON = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that set no blank between words, or hang endings on names."""

_WHOLE_LETTERS = str.maketrans("łŁøØđĐıħĦ", "lLoOdDihH")
"""Letters with a stroke through them, which is no accent that could be taken off."""
_AS_TWO = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "ß": "ss"}
_AS_ONE = {"ae": "a", "oe": "o", "ue": "u", "aa": "a", "ss": "ß"}
_TWO = re.compile("|".join(_AS_ONE), re.IGNORECASE)


def bare(composed: str) -> str:
    """The letters of a text in NFC, of usual width and without accents; it is exactly as long."""
    return composed if composed.isascii() else "".join(map(_bare_letter, composed))


def folded(words: str) -> str:
    """What is the same for all ways to write the same words."""
    composed = unicodedata.normalize("NFC", words).replace("’", "'")
    return re.sub(_JOIN, " ", bare(composed)).casefold()


def key(words: str) -> str:
    """What is the same for a name's words apart, joined, and with other signs between them."""
    return _SIGNS.sub("", bare(unicodedata.normalize("NFC", words))).casefold()


def spellings(name: str) -> set[str]:
    """A name without its accents, its family name first, joined, and as addresses encode it."""
    words = _words(name.replace("’", "'"))
    found = set()
    for order in (words, [*words[-1:], *words[:-1]]):
        joined = bare("".join(order))
        found |= {bare(" ".join(order)), " ".join(quote(word, safe="'") for word in order)}
        if len(joined) >= _JOINED or _RUNS_ON.search(joined):
            found.add(joined)
    return found


def respellings(name: str) -> set[str]:
    """The same where "ä" is written "ae", and "ae" as "ä": another name may be spelt like it."""
    composed = unicodedata.normalize("NFC", name)
    longer = "".join(map(_as_two, composed))
    shorter = _TWO.sub(lambda two: _AS_ONE[two[0].lower()], composed)
    found = {one for one in (longer, shorter) if one != composed and len(one) >= _RESPELLED}
    return {spelling for one in found for spelling in spellings(one)}


def parts(name: str) -> set[str]:
    """The words of a name that may stand for it, ordinary and short ones too."""
    words = _words(name)
    found = {*words, *(part for word in words for part in re.split("[-‐]", word))}
    return {word for word in found - {name} if tells(word) or _is_short(word)}


def tells(word: str) -> bool:
    """Whether a part of a name has enough letters to stand for it by itself."""
    letters = sum(one.isalpha() for one in word)
    return letters >= (2 if _RUNS_ON.search(word) else _SHORT)


def pattern(names: Collection[str]) -> re.Pattern[str] | None:
    """Finds the longest of the names that stands at a place; None where there is none to find."""
    wanted = sorted(filter(_is_a_name, names), key=lambda one: (-len(one), one))
    # Where a word begins is asked once for all names: most places are inside words.
    loose = [_alternative(name) for name in wanted if is_loose(name)]
    bound = [_alternative(name) for name in wanted if not is_loose(name)]
    # "EssayAnaLi.docx": a joined name begins anew where a capital follows a small letter.
    inner = [_alternative(name) for name in wanted if re.search("[a-z][A-Z]", name)]
    bounded = [
        rf"{before}(?:{'|'.join(names)})"
        for before, names in ((r"(?<![^\W_])", bound), ("(?<=[a-z])(?=[A-Z])", inner))
        if names
    ]
    return re.compile("|".join([*loose, *bounded])) if wanted else None


def beginnings(text: str) -> set[str]:
    """How words begin, by three letters or all they have: quick to compare with how names begin."""
    words = [*_WORD.findall(text), *_INNER_WORD.findall(text)]
    return {word[:3].casefold() for word in words}


_WORD = re.compile(r"[^\W_]+")
_INNER_WORD = re.compile("(?<=[a-z])[A-Z][a-z]+")


def is_loose(name: str) -> bool:
    """Whether a name may stand right after a letter of another word."""
    return not name[0].isalnum() or bool(_RUNS_ON.match(name[0]))


def is_exact(name: str) -> bool:
    """Whether it is a name only as names are written: an ordinary word, or hardly a word."""
    return name.casefold() in ORDINARY or not tells(name)


@lru_cache(maxsize=4096)
def _bare_letter(letter: str) -> str:
    signs = unicodedata.normalize("NFKD" if letter.isalnum() else "NFD", letter)
    left = "".join(one for one in signs if unicodedata.category(one) != "Mn")
    left = unicodedata.normalize("NFC", left).translate(_WHOLE_LETTERS)
    return left if len(left) == 1 else letter


def _as_two(letter: str) -> str:
    two = _AS_TWO.get(letter.lower(), letter)
    return two.capitalize() if letter.isupper() else two


def _words(name: str) -> list[str]:
    """The words of a name; where nothing parts them, the family name is the shorter half."""
    words = name.split()
    if len(words) == 1 and _UNITED.fullmatch(name):
        family = len(name) // 2
        return [name[:family], name[family:]]
    return words


def _alternative(name: str) -> str:
    words = [re.escape(word) for word in re.split(r"[\s‐-]+", name) if word] or [re.escape(name)]
    found = _JOIN.join(words).replace("'", "['’]?")
    ends = not name[-1].isalnum() or bool(_RUNS_ON.match(name[-1]))
    if is_exact(name):
        return found if ends else found + r"s?(?![^\W_])"
    # "Anas" is hers in some languages; a file of hers may be "AnaEssay.docx" or "ana2.docx".
    return f"(?i:{found})" + ("" if ends else r"(?:s?(?![^\W\d_])|(?<=[a-z])(?=[A-Z]))")


def _is_a_name(name: str) -> bool:
    """Whether it can be told from a letter or a digit that stands by itself."""
    return len(name) > 1 or not name.isalnum()


def _is_short(word: str) -> bool:
    return len(word) == _SHORT - 1 and word.isalpha() and word[0].isupper()
