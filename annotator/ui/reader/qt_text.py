"""Text on its way into Qt, of the same length in UTF-16 units as ours.

The way from a str into Qt drops a U+FEFF at the very start, turns a string that begins with
U+FFFE inside out, and loses lone surrogates; a document also takes some characters for line ends.
A canonical text holds nearly none of these, but a part of one may begin with U+FEFF, and one unit
lost shifts every position after it. What is shown is never read back, so a stand-in does no harm.
"""

import re

_WORD_JOINER = "\u2060"
_REPLACEMENT = "\ufffd"
_UNSAFE = re.compile("[\ud800-\udfff\ufdd0\ufdd1\ufffe]")
_LOST = "\ufdd0\ufdd1\ufffe\r\u2028\u2029"
_LINE_ENDS = re.compile("[\r\u2028\u2029]")


def for_qt(text: str) -> str:
    """The text with an equally long stand-in for each character that Qt would lose or alter."""
    if _has_surrogates(text) or any(one in text for one in _LOST):
        text = _LINE_ENDS.sub("\n", _UNSAFE.sub(_REPLACEMENT, text))
    return _WORD_JOINER + text[1:] if text.startswith("\ufeff") else text


def _has_surrogates(text: str) -> bool:
    """Whether there are lone surrogates; to encode is much quicker than to search."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
