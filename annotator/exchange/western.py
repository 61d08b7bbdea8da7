"""Whether bytes that do not say their encoding can be trusted to be Windows-1252.

Nearly any bytes decode as cp1252 without an error: Russian becomes "Òàëèáàí", and a text is frozen
when it comes in. So the result is accepted only when it looks like a Western European language
throughout: each character that is not ASCII is a typographic sign where such a sign can stand, or
a letter within a mostly ASCII word that one Western language could spell. Else somebody is asked;
a needless question does less harm than a wrong text.
"""

import re

_SIGNS = "\xa0\xad‘’‚“”„–—…•·«»‹›†‡‰€£¥¢§¶©®™°¡¿¼½¾¹²³ªº×±´µ"
_CAPITALS = "À-ÖØ-ÞŒŠŽŸ"
_SPECIAL = f"{_CAPITALS}ß-öø-ÿœšž"
_LETTER = f"[A-Za-z{_SPECIAL}]"

_NEITHER = re.compile(f"[^\x00-\x7f{_SPECIAL}{_SIGNS}]")
_MISPLACED = re.compile(
    # Only ’ · ´ and dashes join two words; in other code pages the rest are letters in a word,
    f"(?<={_LETTER})[‚“”„•«»‹›†‡‰€£¥¢§¶©®¡¿¼½¾¹²ªº×±](?={_LETTER})"
    # letters that begin a word,
    f"|[£¥¶¼½¾¹³ªº±](?={_LETTER})"
    # or letters that end one (but m³).
    f"|(?<={_LETTER})[¡¿¶¼½¾¹±]"
    f"|(?<={_LETTER})(?<!m)³"
    # A times sign multiplies a number; alone it is a letter too.
    r"|(?<!\d)(?<!\d[ \xa0])×"
)
_SPECIAL_WORD = re.compile(f"(?<!{_LETTER})[A-Za-z]*[{_SPECIAL}]{_LETTER}*")
_CAPITAL_AFTER_SMALL = re.compile(f"[a-zß-öø-ÿœšž][{_CAPITALS}]")
_DOUBLED = re.compile(f"([{_SPECIAL}])\\1")

_ALPHABETS = (
    frozenset("àâæçèéêëîïôœùûüÿ"),  # French, Dutch, Albanian
    frozenset("äöüßéàèç"),  # German
    frozenset("áéíñóúüïç"),  # Spanish, Irish
    frozenset("àçèéíïòóúü"),  # Catalan
    frozenset("áâãàçéêíóôõúü"),  # Portuguese
    frozenset("àèéìíîòóùú"),  # Italian
    frozenset("æøåéèêóòôâü"),  # Danish, Norwegian
    frozenset("åäöéàüšžáè"),  # Swedish, Finnish
    frozenset("áéíóúýþæðö"),  # Icelandic
    frozenset("äõöüšž"),  # Estonian
)
_SOUTH_SLAVIC = frozenset("èæðšž")
"""What čćđ become beside š and ž: each word by itself could be Western."""
_ESTONIAN_O = re.compile("õ(?!e)")
"""Portuguese has õ before e only; elsewhere it is Estonian, or what Hungarian ő becomes."""
_WORDS_WITHOUT_ASCII = frozenset((*"àÀáÁåÅæÆèÈéÉêíÍòóöÖøØúô", "þú", "Þú", "þá", "Þá"))
_SHORT = 3


def looks_western(text: str) -> bool:
    """Whether a text that was decoded as cp1252 may be taken to be what was written."""
    if _NEITHER.search(text) or _MISPLACED.search(text):
        return False
    words = set(_SPECIAL_WORD.findall(text))
    if _is_central_european(words):
        return False
    in_ascii = _is_mostly_ascii(text)
    return all(_is_spelled(word) and _is_ascii_enough(word, in_ascii) for word in words)


def _special(text: str) -> set[str]:
    return {letter for letter in text.lower() if letter > "\x7f"}


def _is_central_european(words: set[str]) -> bool:
    """Whether the words are Western one by one, but no Western language has them all."""
    special = _special("".join(words))
    south_slavic = special <= _SOUTH_SLAVIC and not special.isdisjoint("šž")
    hungarian = not special.isdisjoint("áíóú") and any(map(_ESTONIAN_O.search, words))
    return hungarian or (south_slavic and not special <= set("šž"))


def _is_mostly_ascii(text: str) -> bool:
    """Whether at most a third of its letters are special: fewer are so in any Western language."""
    special = len(re.findall(f"[{_SPECIAL}]", text))
    return special * 3 <= len(re.findall(_LETTER, text))


def _is_spelled(word: str) -> bool:
    """Whether one language has all its letters, and no capital stands amid small ones."""
    known = any(_special(word) <= alphabet for alphabet in _ALPHABETS)
    return known and not _CAPITAL_AFTER_SMALL.search(word)


def _is_ascii_enough(word: str, in_ascii: bool) -> bool:
    """Whether more than half of it is ASCII; in a text that is mostly so, short words may be less.

    A doubled letter counts once (määrä), a short word needs one ASCII letter (été), and a few
    letters are words (à, å, é).
    """
    single = _DOUBLED.sub(r"\1", word)
    plain = sum(letter <= "\x7f" for letter in single)
    if plain * 2 > len(single):
        return True
    if not in_ascii:
        return False
    return (
        word in _WORDS_WITHOUT_ASCII or plain * 2 >= len(single) or 0 < plain <= len(word) <= _SHORT
    )
