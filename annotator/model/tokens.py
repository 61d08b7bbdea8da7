"""A text cut into what changes as one: words, and signs.

Of scripts without spaces it is a single character. Each token takes the white space before it
along, so that tokens laid end to end are the text, and two texts are compared by words and not by
the blanks between them. What is drawn as one character (a letter with its marks, an emoji of
several parts, a flag) is never cut.
"""

import re
import unicodedata

from annotator.model.span import Span

_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_ALONE += "\U00020000-\U0003ffff"
"""Scripts that put no space between words: there each character stands for itself."""
_TOKEN = re.compile(
    rf"\s*(?:[{_ALONE}]|(?:(?![{_ALONE}])\w)+|[\U0001f1e6-\U0001f1ff]{{1,2}}|[^\w\s])|\s+"
)
_JOINERS = "\u200c\u200d"
_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def tokens(text: str) -> list[str]:
    """The tokens of a text; joined, they are the text."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        if found and _belongs(found[-1], token):
            found[-1] += token
        else:
            found.append(token)
    return found


def spans_of(cut: list[str], start: int = 0) -> list[Span]:
    """Where tokens stand that follow each other from a code point on, without their white space."""
    spans: list[Span] = []
    for token in cut:
        end = start + len(token)
        visible = end - len(token.lstrip())
        spans.append(Span(visible, end))
        start = end
    return spans


def _belongs(before: str, token: str) -> bool:
    """Whether a token goes on with what was drawn before it."""
    first, last = token[0], before[-1]
    if first in _JOINERS or first in _TONES or unicodedata.category(first)[0] == "M":
        return True
    if last in _JOINERS:
        return not first.isspace()
    return first.isalnum() and unicodedata.category(last)[0] == "M" and not _stands_alone(first)


def _stands_alone(character: str) -> bool:
    return re.match(f"[{_ALONE}]", character) is not None
