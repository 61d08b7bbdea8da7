"""Words that stand on a page but are cut away: Qt prints a line at a page's end on both pages.

What is cut off by a clipping path, or lies beyond the page itself, nobody sees.
"""

import ctypes

import pypdfium2.raw as raw

from annotator.exchange.readers.pdf.word import Word

Sides = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_MOST_PATHS = 8
_MOST_SEGMENTS = 64
"""A clipping path with more is a picture's outline and not a frame around text."""


def page_sides(page: object) -> Sides:
    """The sides of what is seen of a page."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return box.left, box.bottom, box.right, box.top


def is_cut_away(word: Word, drawn: object, page: Sides) -> bool:
    """Whether the middle of a word lies outside of the page or of a frame that clips it."""
    if not _holds(page, word):
        return True
    clip = raw.FPDFPageObj_GetClipPath(drawn)
    paths = raw.FPDFClipPath_CountPaths(clip) if clip else 0
    if not 0 < paths <= _MOST_PATHS:
        return False
    frames = (_frame(clip, number) for number in range(paths))
    return any(frame and not _holds(frame, word) for frame in frames)


def _holds(sides: Sides, word: Word) -> bool:
    x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    return sides[0] <= x <= sides[2] and sides[1] <= y <= sides[3]


def _frame(clip: object, path: int) -> Sides | None:
    number = raw.FPDFClipPath_CountPathSegments(clip, path)
    if not 2 < number <= _MOST_SEGMENTS:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    xs, ys = [], []
    for at in range(number):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, at), x, y)
        xs.append(x.value)
        ys.append(y.value)
    return min(xs), min(ys), max(xs), max(ys)
