"""Selecting sentences and paragraphs by key, which Qt's text widgets do not offer.

The first press takes the sentence or paragraph around the caret, each further one adds the next.
"""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.model.sentences import sentence_at
from annotator.model.span import Span
from annotator.ui.reader.moving import Way


class Unit(StrEnum):
    """What is selected at a time."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    (Qt.Key.Key_Right, _ALT_SHIFT): (Unit.SENTENCE, Way.ON),
    (Qt.Key.Key_Left, _ALT_SHIFT): (Unit.SENTENCE, Way.BACK),
    # Some window managers keep Alt+Shift and an arrow for themselves; these nobody takes.
    (Qt.Key.Key_PageDown, _CTRL_SHIFT): (Unit.SENTENCE, Way.ON),
    (Qt.Key.Key_PageUp, _CTRL_SHIFT): (Unit.SENTENCE, Way.BACK),
    (Qt.Key.Key_Down, _CTRL_SHIFT): (Unit.PARAGRAPH, Way.ON),
    (Qt.Key.Key_Up, _CTRL_SHIFT): (Unit.PARAGRAPH, Way.BACK),
}


def asked(event: QKeyEvent) -> tuple[Unit, Way] | None:
    """What a key press asks to select, if it does."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get((Qt.Key(event.key()), modifiers))


def extended(text: str, anchor: int, caret: int, unit: Unit, way: Way) -> tuple[int, int]:
    """The new anchor and caret, in code points; the same where the text ends."""
    if anchor == caret:
        here = _around(text, caret, unit)
        if here.start < here.end:
            return (here.start, here.end) if way is Way.ON else (here.end, here.start)
    return anchor, _next_end(text, caret, unit) if way is Way.ON else _last_start(text, caret, unit)


def _next_end(text: str, caret: int, unit: Unit) -> int:
    """The first end of a sentence or paragraph after the caret."""
    while caret < len(text) and text[caret].isspace():
        caret += 1
    return max(_around(text, caret, unit).end, caret)


def _last_start(text: str, caret: int, unit: Unit) -> int:
    """The last start of a sentence or paragraph before the caret."""
    while caret and text[caret - 1].isspace():
        caret -= 1
    return min(_around(text, max(caret - 1, 0), unit).start, caret)


def _around(text: str, position: int, unit: Unit) -> Span:
    if unit is Unit.SENTENCE:
        return sentence_at(text, position)
    end = text.find("\n", position)
    return Span(text.rfind("\n", 0, position) + 1, end if end >= 0 else len(text))
