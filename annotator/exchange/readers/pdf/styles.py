"""How a word is drawn: bold, invisible, pale, or marked by its maker as no part of the text."""

import ctypes
import re

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from annotator.exchange.readers.pdf.clipping import is_cut_away, page_sides
from annotator.exchange.readers.pdf.tags import Tags
from annotator.exchange.readers.pdf.word import Page, Word

_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_INVISIBLE = 3
"""The text render mode of the letters that a program recognised on a scanned page."""
_PALE = 235
"""Red, green and blue from here on cannot be told from paper."""
_MARGIN = 0.15
"""Only so far from the upper and the lower edge is looked for marks of running heads."""


class Styles:
    """The styles of one page's words; fonts are looked up once."""

    def __init__(self, page: pdfium.PdfPage, text: object, number: int) -> None:
        self._page, self._text = page.raw, text
        self._tags = Tags(page, number)
        self._fonts: dict[int, bool] = {}
        self._colour = [ctypes.c_uint() for _channel in range(4)]
        self._name = ctypes.create_string_buffer(256)
        self._sides = page_sides(self._page)
        margin = _MARGIN * (self._sides[3] - self._sides[1])
        self._low, self._high = self._sides[1] + margin, self._sides[3] - margin
        self._shapes: list[tuple[float, float, float, float]] | None = None
        self._pictures: list[tuple[float, float, float, float]] | None = None
        self._strokes = 0

    def mark(self, word: Word, index: int) -> None:
        """Say of a word how its sign at this number is drawn."""
        drawn = raw.FPDFText_GetTextObject(self._text, index)
        if not drawn:
            return
        word.hidden = is_cut_away(word, drawn, self._sides)
        word.bold = self._is_bold(drawn)
        word.mark = self._tags.of(drawn)
        word.invisible = raw.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE
        red, green, blue, opacity = self._colour
        if raw.FPDFText_GetFillColor(self._text, index, red, green, blue, opacity):
            word.pale = min(red.value, green.value, blue.value) >= _PALE or not opacity.value
        if not self._low < word.bottom < self._high:
            word.artifact = self._is_artifact(drawn)

    def _is_bold(self, drawn: object) -> bool:
        font = raw.FPDFTextObj_GetFont(drawn)
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self._fonts:
            self._name.value = b""
            raw.FPDFFont_GetBaseFontName(font, self._name, 256)
            self._fonts[address] = bool(_BOLD.search(self._name.value))
        return self._fonts[address]

    def _is_artifact(self, drawn: object) -> bool:
        name, used = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
        for number in range(raw.FPDFPageObj_CountMarks(drawn)):
            mark = raw.FPDFPageObj_GetMark(drawn, number)
            raw.FPDFPageObjMark_GetName(mark, name, 64, used)
            if bytes(name)[: max(used.value - 2, 0)].decode("utf-16-le", "ignore") == "Artifact":
                return True
        return False

    def shows_picture(self) -> bool:
        """Whether an image is on the page, or so many lines that they draw something."""
        self._look()
        return bool(self._pictures) or self._strokes >= _DRAWING

    def look_beneath(self, page: Page) -> None:
        """Drop the words that nobody sees.

        Pale letters stand when something dark lies beneath them. Invisible ones stand on a
        picture, where they are what a program recognised, or when the page has no others.
        """
        page.words[:] = [word for word in page.words if not word.hidden]
        visible = any(not word.invisible and not word.pale for word in page.words)
        if all(not word.invisible and not word.pale for word in page.words):
            return
        self._look()
        page.words[:] = [word for word in page.words if self._is_seen(word, visible)]

    def _is_seen(self, word: Word, others: bool) -> bool:
        if word.invisible:
            return not others or _lies_on(word, self._pictures or [])
        return not word.pale or _lies_on(word, [*(self._shapes or ()), *(self._pictures or ())])

    def _look(self) -> None:
        if self._shapes is None:
            self._shapes, self._pictures = [], []
            number = raw.FPDFPage_CountObjects(self._page)
            for index in range(min(number, _MOST_OBJECTS)):
                self._note(raw.FPDFPage_GetObject(self._page, index), 0)

    def _note(self, drawn: object, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            for index in range(min(raw.FPDFFormObj_CountObjects(drawn), _MOST_OBJECTS)):
                self._note(raw.FPDFFormObj_GetObject(drawn, index), depth + 1)
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            self._keep(drawn, self._pictures)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._strokes += max(raw.FPDFPath_CountSegments(drawn), 0)
            if self._is_dark(drawn):
                self._keep(drawn, self._shapes)

    def _is_dark(self, drawn: object) -> bool:
        red, green, blue, opacity = self._colour
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(drawn, filled, stroked)
        if not filled.value:
            return False
        if not raw.FPDFPageObj_GetFillColor(drawn, red, green, blue, opacity):
            return False
        return min(red.value, green.value, blue.value) < _PALE and opacity.value > 0

    def _keep(self, drawn: object, kept: list[tuple[float, float, float, float]] | None) -> None:
        sides = [ctypes.c_float() for _side in range(4)]
        if kept is not None and raw.FPDFPageObj_GetBounds(drawn, *sides):
            left, bottom, right, top = (side.value for side in sides)
            kept.append((left, bottom, right, top))


_DRAWING = 100
"""Strokes; a few boxes and rules have fewer, a line of letters drawn as shapes has more."""
_MOST_OBJECTS = 20_000
_DEEPEST = 3


def _lies_on(word: Word, shapes: list[tuple[float, float, float, float]]) -> bool:
    x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    return any(left <= x <= right and low <= y <= high for left, low, right, high in shapes)
