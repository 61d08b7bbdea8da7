"""Paragraphs that belong together begin at the same height, whatever their lengths and scripts."""

import time
from collections.abc import Sequence

import pytest
from PySide6.QtGui import QTextDocument

from annotator.model.differences import Row
from annotator.model.utf16 import Utf16Map
from annotator.ui.palette import load
from annotator.ui.versions.aligned import columns, document_of
from annotator.ui.versions.look import SIDE, Look
from tests.ui.versions.stories import NEW, OLD, side_by_side

pytestmark = pytest.mark.usefixtures("qapp")


def documents(
    old: str, new: str, rows: Sequence[Row], look: Look
) -> tuple[QTextDocument, QTextDocument]:
    left, right = columns(old, new, rows, look)
    return document_of(left, look), document_of(right, look)


def tops(
    old: str, new: str, rows: tuple[Row, ...], width: int, zoom: int = 100
) -> list[tuple[float, float]]:
    """Where the two paragraphs of each row begin, in px."""
    look = Look(load(False), width, zoom)
    found = []
    left, right = documents(old, new, rows, look)
    for document in (left, right):
        document.setTextWidth(width + 2 * SIDE)
    for row in rows:
        if row.old and row.new:
            found.append((_top(left, old, row.old.start), _top(right, new, row.new.start)))
    return found


def _top(document: QTextDocument, text: str, start: int) -> float:
    block = document.findBlock(Utf16Map(text).to_utf16(start))
    return document.documentLayout().blockBoundingRect(block).top()


@pytest.mark.parametrize("width", [200, 333, 560, 900])
@pytest.mark.parametrize("zoom", [80, 100, 190])
def test_what_belongs_together_begins_at_one_height(width: int, zoom: int) -> None:
    found = tops(OLD, NEW, side_by_side(), width, zoom)
    assert len(found) == 5
    assert [round(one - other) for one, other in found] == [0] * 5
    assert found == sorted(found)


def test_so_it_does_where_one_side_begins_with_paragraphs_of_its_own() -> None:
    for old, new in ((NEW, OLD), ("One.\n\nTwo.\nThree stays.", "Three stays."), ("b", "a\nb")):
        found = tops(old, new, side_by_side(old, new), 300)
        assert found
        assert all(abs(one - other) < 1 for one, other in found)


def test_each_document_is_its_text_with_marks_that_do_not_need_colour() -> None:
    left, right = documents(OLD, NEW, side_by_side(), Look(load(True), 400))
    assert (left.toPlainText(), right.toPlainText()) == (OLD, NEW)
    assert _marked(left, "strike") >= {"30", "صباح"}
    assert _marked(right, "line") >= {"35", "مساء"}
    assert not _marked(left, "line") | _marked(right, "strike")


def _marked(document: QTextDocument, how: str) -> set[str]:
    found, block = set(), document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            shape = piece.charFormat()
            if shape.fontStrikeOut() if how == "strike" else shape.fontUnderline():
                found.add(piece.text())
                assert shape.background().color() != load(True).paper
            pieces += 1
        block = block.next()
    return found


def test_a_long_text_is_set_about_as_quickly_as_it_is_shown() -> None:
    paragraph = (
        "The mayor said that the bridge was closed at noon and would stay so for weeks. " * 6
    )
    old = "\n\n".join(f"{number} {paragraph}" for number in range(2_000))
    new = old.replace("77", "78")
    rows = side_by_side(old, new)
    assert 30 < sum(row.differs for row in rows) < 300
    begin = time.monotonic()
    documents(old, new, rows, Look(load(False), 500))
    assert time.monotonic() - begin < 5, "two texts of a megabyte take a fraction of a second"
