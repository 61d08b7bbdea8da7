"""Which words run from right to left: word processors ask for it run by run.

Browsers find it out themselves; a run of Arabic in a Word file that does not say so is set with
the Latin font and its full stop on the wrong side.
"""

import unicodedata
from collections.abc import Iterator

from annotator.model.directions import may_turn

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", "R", "AL"})
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_ISOLATING = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_CLOSED_BY = _OPENING | _ISOLATING


def is_right_to_left(words: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    if not may_turn(words):
        return False
    for character in words:
        if (kind := unicodedata.bidirectional(character)) in _STRONG:
            return kind in _RIGHT_TO_LEFT
    return False


def turned(words: str) -> list[tuple[int, int]]:
    """The ranges of the line that run from right to left.

    Blanks, digits and signs go with the letters on both sides of them where these agree, else with
    the line, as the first letter turns it.
    """
    if not may_turn(words):
        return []
    line = is_right_to_left(words)
    found: list[tuple[int, int]] = []
    for start, end, backwards in _runs(words, line):
        if backwards:
            merged = bool(found) and found[-1][1] == start
            found.append((found.pop()[0], end) if merged else (start, end))
    return found


def closed(words: str) -> str:
    """The words with every turn that is opened in them closed: what follows stays as it is."""
    open_: list[str] = []
    for character in words:
        if character in _CLOSED_BY:
            open_.append(_CLOSED_BY[character])
        elif open_ and character == open_[-1]:
            open_.pop()
    return words + "".join(reversed(open_)) if open_ else words


def _runs(words: str, line: bool) -> Iterator[tuple[int, int, bool]]:
    """Ranges and whether they run from right to left; the neutral ones take after others."""
    before, waiting = line, 0
    for at, character in enumerate(words):
        kind = unicodedata.bidirectional(character)
        if kind not in _STRONG:
            continue
        backwards = kind in _RIGHT_TO_LEFT
        if waiting < at:
            yield waiting, at, backwards if backwards == before else line
        yield at, at + 1, backwards
        before, waiting = backwards, at + 1
    if waiting < len(words):
        yield waiting, len(words), before if before == line else line
