"""Clusters and words, seen through a narrow view, are those of the whole text."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from annotator.model.utf16 import Utf16Map
from annotator.ui.reader import boundaries
from annotator.ui.reader.boundaries import (
    Edge,
    cluster_end,
    cluster_start,
    next_cluster,
    next_word,
    previous_cluster,
    previous_word,
)
from annotator.ui.reader.qt_text import for_qt

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
PARTS = [
    "a",
    "B",
    "7",
    " ",
    "\n",
    ".",
    "'",
    "e\u0301",
    FAMILY,
    "👍🏽",
    "한",
    "ب",
    "𠮷",
    "\ufeff",
    "\u00a0",
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=24).map("".join)


@pytest.fixture(autouse=True, scope="module")
def narrow_view() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(boundaries, "_REACH", 3)
    yield
    patch.undo()


def all_of(text: str, kind: QTextBoundaryFinder.BoundaryType) -> list[int]:
    units, found = Utf16Map(text), [0]
    finder = QTextBoundaryFinder(kind, for_qt(text))
    while (unit := finder.toNextBoundary()) >= 0:
        found.append(units.to_code_points(unit))
    return found


def clusters(text: str) -> list[int]:
    return all_of(text, QTextBoundaryFinder.BoundaryType.Grapheme)


@given(TEXTS.filter(bool))
@example("a" + "\u0301" * 40 + "b")
def test_clusters_are_those_of_the_whole_text(text: str) -> None:
    ends = clusters(text)
    for position in range(len(text) + 1):
        assert cluster_start(text, position) == max(end for end in ends if end <= position)
        assert cluster_end(text, position) == min(end for end in ends if end >= position)
        after = [end for end in ends if end > position]
        before = [end for end in ends if end < position]
        assert next_cluster(text, position) == (after[0] if after else len(text))
        assert previous_cluster(text, position) == (before[-1] if before else 0)


@pytest.mark.parametrize("text", [FAMILY, "e\u0301", "🇩🇪", "👍🏽", "नि"])
def test_what_is_seen_as_one_is_one(text: str) -> None:
    assert next_cluster(f"x{text}y", 1) == 1 + len(text)
    assert cluster_start(f"x{text}y", len(text)) == 1


TEXT = "The mayor’s bridge, 𠮷野 said:  was safe."


@pytest.mark.parametrize(
    ("find", "edge", "position", "found"),
    [
        (next_word, Edge.END, 0, "The"),
        (next_word, Edge.END, 3, "The mayor’s"),
        (next_word, Edge.END, 5, "The mayor’s"),
        (next_word, Edge.START, 0, "The "),
        (previous_word, Edge.START, 11, "The "),
        (previous_word, Edge.END, 11, "The"),
        (next_word, Edge.START, TEXT.index("said"), TEXT[: TEXT.index("was")]),
        (previous_word, Edge.START, 0, ""),
        (next_word, Edge.END, len(TEXT) - 1, TEXT),
    ],
)
def test_words(
    find: Callable[[str, int, Edge], int], edge: Edge, position: int, found: str
) -> None:
    assert TEXT[: find(TEXT, position, edge)] == found
