"""Sentences and paragraphs are taken one after another."""

import pytest

from annotator.ui.reader.keys import Unit, extended
from annotator.ui.reader.moving import Way

TEXT = "Title\nOne is here. Two is there.\n\n  Three."
SENTENCE, PARAGRAPH = Unit.SENTENCE, Unit.PARAGRAPH
ON, BACK = Way.ON, Way.BACK


def pressed(start: str, *presses: tuple[Unit, Way]) -> str:
    """What is selected after some presses with the caret before some words."""
    anchor = caret = TEXT.index(start)
    for unit, way in presses:
        anchor, caret = extended(TEXT, anchor, caret, unit, way)
    return TEXT[min(anchor, caret) : max(anchor, caret)]


@pytest.mark.parametrize(
    ("start", "presses", "selected"),
    [
        ("is here", [(SENTENCE, ON)], "One is here."),
        ("is here", [(SENTENCE, BACK)], "One is here."),
        ("is here", [(SENTENCE, ON)] * 2, "One is here. Two is there."),
        ("is here", [(SENTENCE, ON)] * 3, "One is here. Two is there.\n\n  Three."),
        ("is here", [(SENTENCE, ON)] * 9, "One is here. Two is there.\n\n  Three."),
        ("Two", [(SENTENCE, BACK)] * 2, "One is here. Two is there."),
        ("Two", [(SENTENCE, BACK)] * 9, "Title\nOne is here. Two is there."),
        ("here", [(PARAGRAPH, ON)], "One is here. Two is there."),
        ("here", [(PARAGRAPH, ON)] * 2, "One is here. Two is there.\n\n  Three."),
        ("here", [(PARAGRAPH, BACK)] * 2, "Title\nOne is here. Two is there."),
        ("here", [(SENTENCE, ON), (PARAGRAPH, ON)], "One is here. Two is there."),
        ("here", [(PARAGRAPH, ON), (PARAGRAPH, BACK)], ""),
        ("\n  Three", [(PARAGRAPH, ON)], "\n  Three."),
        ("\n  Three", [(SENTENCE, BACK)], "Two is there.\n"),
    ],
)
def test_presses(start: str, presses: list[tuple[Unit, Way]], selected: str) -> None:
    assert pressed(start, *presses) == selected


def test_a_selection_back_and_forth_shrinks_again() -> None:
    there = [(SENTENCE, ON), (SENTENCE, ON), (SENTENCE, BACK)]
    assert pressed("One", *there) == "One is here. "
