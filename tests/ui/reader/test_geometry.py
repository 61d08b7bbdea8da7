"""A range of a paragraph is exactly the places of its characters, in any direction."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument, QTextLine

from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.document import build
from annotator.ui.reader.geometry import is_mixed, pieces
from annotator.ui.reader.measures import Measures

pytestmark = pytest.mark.usefixtures("qapp")

# Hebrew joins no letters, so each character has a place of its own.
WORDS = ["דובר", "אמר", "NRF", "200", "left", "a", "(", ")", ",", "“", "12,5", "ב"]
MIXED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
WESTERN = st.text(alphabet="abc il,", min_size=1, max_size=60)
NARROW = 330
"""Margins and all: a few words to a line."""


def laid_out(text: str, width: float = NARROW) -> QTextDocument:
    document = build(text, False, Measures(), Utf16Map(text))
    document.setTextWidth(width)
    document.documentLayout().documentSize()
    return document


def spaces_of(text: str) -> Callable[[int], bool]:
    return lambda unit: text[unit] == " "


def place(line: QTextLine, unit: int) -> tuple[float, float]:
    """The two edges of one character as it is drawn.

    Qt's caret is no witness: before a space at which a line from right to left breaks, it stands
    beside the letters by the width of that space.
    """
    boxes = [run.boundingRect() for run in line.glyphRuns(unit, 1)]
    return (boxes[0].left(), boxes[0].right()) if boxes else (0.0, 0.0)


def check_every_character(text: str, start: int, end: int, mixed: bool) -> None:
    document = laid_out(text)
    layout = document.begin().layout()
    found = list(pieces(layout, start, end, spaces_of(text) if mixed else None))
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        baseline = line.y() + line.ascent()
        here = [piece for piece in found if piece.baseline == baseline]
        for unit in range(line.textStart(), line.textStart() + line.textLength()):
            left, right = place(line, unit)
            if text[unit] == " " or right - left < 1:
                continue
            covered = any(piece.left < (left + right) / 2 < piece.right for piece in here)
            assert covered == (start <= unit < end), (number, unit, text[unit])


@given(MIXED, st.data())
def test_in_mixed_directions_only_the_characters_of_the_range_are_covered(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    check_every_character(text, start, end, mixed=True)


@given(WESTERN.filter(lambda text: bool(text.strip())), st.data())
def test_in_one_direction_too(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    check_every_character(text, start, end, mixed=False)


@given(MIXED)
def test_pieces_of_a_line_lie_apart_from_left_to_right(text: str) -> None:
    document = laid_out(text)
    found = list(pieces(document.begin().layout(), 0, max(len(text) // 2, 1), spaces_of(text)))
    for one, other in pairwise(found):
        assert one.left < one.right
        assert other.baseline > one.baseline or other.left > one.right


def test_a_range_in_mixed_directions_may_be_several_pieces() -> None:
    text = "He said דובר אמר today"
    document = laid_out(text, 600)
    layout = document.begin().layout()
    start, end = text.index("said"), text.index("אמר")
    found = list(pieces(layout, start, end, spaces_of(text)))
    assert len(found) == 2
    assert found[0].right < found[1].left


def test_the_space_at_which_a_line_breaks_is_not_covered() -> None:
    text = "a few words that do not fit one line"
    document = laid_out(text)
    layout = document.begin().layout()
    first = next(pieces(layout, 0, len(text)))
    line = layout.lineAt(0)
    assert layout.lineCount() > 1
    assert first.right == line.naturalTextRect().right()
    assert first.right == place(line, line.textStart() + line.textLength() - 2)[1]


def test_half_a_ligature_is_shown_by_the_whole() -> None:
    text = "ال لا"
    document = laid_out(text, 600)
    layout = document.begin().layout()
    whole = list(pieces(layout, 3, 5, spaces_of(text)))
    half = list(pieces(layout, 4, 5, spaces_of(text)))
    assert half
    assert half[0].left >= whole[0].left - 1
    assert half[0].right <= whole[0].right + 1


@pytest.mark.parametrize("text", ["plain", "καφές", "漢字", "e\u0301", "👨\u200d👩"])
def test_what_runs_from_left_to_right_is_not_mixed(text: str) -> None:
    assert not is_mixed(text)


@pytest.mark.parametrize("text", ["a עב", "عربي", "x \u200f y", "\U0001e900", "\u2067a"])
def test_what_may_run_from_right_to_left_is(text: str) -> None:
    assert is_mixed(text)
