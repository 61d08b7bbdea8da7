"""The room between two lines of text is enough for all underlines."""

import pytest
from PySide6.QtGui import QPainterPath

from annotator.model.claim import Claim
from annotator.ui.palette import load
from annotator.ui.reader.measures import Measures, slot
from annotator.ui.reader.patterns import ink
from annotator.ui.reader.rows import ROWS
from tests.ui.reader.conftest import Show
from tests.ui.reader.making import A, C, V, claim
from tests.ui.reader.test_paint import picture

ZOOMS = [75, 100, 125, 150, 200, 300]
WORDS = "had blocked the old bulk half held " * 8


def tallest(measures: Measures) -> float:
    """How far letters really reach above the baseline."""
    letters = QPainterPath()
    letters.addText(0, 0, measures.body, "bdfhkl")
    return -letters.boundingRect().top()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_last_underline_ends_above_the_letters_of_the_next_line(show: Show, zoom: int) -> None:
    show()
    measures = Measures(zoom)
    line = slot(measures, False)
    tall = tallest(measures)
    last = line.below + (ROWS - 1) * line.row + ink(measures.scale)
    assert last <= measures.leading - tall + 0.5
    assert line.row >= 3 * measures.scale


@pytest.mark.parametrize(
    "claims",
    [
        [claim("one", (0, 200), A, V, C)],
        [claim("one", (0, 200), V), claim("two", (1, 190), A), claim("three", (2, 180), C)],
    ],
)
def test_no_underline_is_painted_among_letters(show: Show, claims: list[Claim]) -> None:
    view = show(WORDS)
    view.set_zoom(200)
    view.grab()
    bare = picture(view)
    view.apply(claims, ())
    marked = picture(view)
    measures = view._page.measures
    layout = view._page.block(0).layout()
    second = layout.lineAt(1)
    baseline = layout.position().y() + second.y() + second.ascent()
    tall = tallest(measures)
    lines = {load(False).tags[tag].line.name() for tag in (A, C, V)}
    heights = range(round(baseline - tall) + 1, round(baseline) + 2)
    seen = [marked.pixelColor(x, y).name() for y in heights for x in range(marked.width() // 2)]
    assert bare.size() == marked.size()
    assert not lines & set(seen)
