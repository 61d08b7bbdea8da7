"""A height of the document finds its paragraph, in gaps too, without laying out what follows."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument

from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.document import build
from annotator.ui.reader.heights import Heights
from annotator.ui.reader.measures import Measures

pytestmark = pytest.mark.usefixtures("qapp")

TEXT = "\n".join(f"Paragraph {number} " + "and more " * (number % 30) for number in range(400))


def document() -> QTextDocument:
    made = build(TEXT, True, Measures(), Utf16Map(TEXT))
    made.setTextWidth(500)
    return made


def test_every_height_has_the_paragraph_that_stands_there_or_above() -> None:
    made = document()
    heights = Heights(made)
    for y in range(-5, 2500, 7):
        block = heights.block_at(y)
        after = block.next()
        made.documentLayout().blockBoundingRect(after)
        assert block.layout().position().y() <= max(y, block.layout().position().y())
        assert after.layout().position().y() > y
        assert block == made.begin() or block.layout().position().y() <= y


def test_looking_at_the_top_lays_out_the_top() -> None:
    made = document()
    Heights(made).block_at(300)
    assert made.begin().layout().lineCount() > 0
    assert made.lastBlock().layout().lineCount() == 0


def test_below_everything_is_the_last_paragraph() -> None:
    made = document()
    assert Heights(made).block_at(1e7) == made.lastBlock()


def test_a_point_finds_its_character() -> None:
    made = document()
    heights = Heights(made)
    block = heights.block_at(1000)
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        unit = line.textStart() + 3
        x = line.cursorToX(unit)
        assert isinstance(x, tuple)
        point = layout.position() + QPointF(x[0] + 0.5, line.y() + 10)
        assert heights.position_at(point) == block.position() + unit
