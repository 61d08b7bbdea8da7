"""From the signs on a page to words with places.

PDFium is asked for the places of a word's first and last sign only: asking for each would take
most of the time. Where a script runs from right to left, or a word is torn, each is asked.
"""

import ctypes
import re
from collections.abc import Iterator
from math import atan2, degrees, hypot

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from annotator.exchange.readers.pdf.refusals import PdfTooMuchText
from annotator.exchange.readers.pdf.spacing import WITHOUT_SPACES
from annotator.exchange.readers.pdf.styles import Styles
from annotator.exchange.readers.pdf.undrawn import whole_text
from annotator.exchange.readers.pdf.word import Page, Word
from annotator.model.directions import has_right_to_left

MOST_SIGNS = 3_000_000
"""In a whole document."""

HYPHEN_AT_END = "\x02"
"""PDFium's own sign for a hyphen at the end of a line; the next line follows without a space."""
_WORD = re.compile("[^ \r\n\t\u2028\u2029\u3000\x02]+\x02?|\x02")
_NO_TEXT = re.compile("[\x00-\x1f\x7f\ufffe\uffff]")
_UNKNOWN = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\ue000-\uf8ff\ufffd]")
_LOST = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
"""Those of them that have not even a sign of their own."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f]")
_RAISED = re.compile(r"\D(\d{1,3})$")

_FEW = 60
"""A page with more words is no picture of a page."""

Box = tuple[float, float, float, float]


class Signs:
    """The signs of one page, by number."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage, number: int) -> None:
        self._text = text.raw
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self.count = raw.FPDFText_CountChars(self._text)
        self.has_right_to_left = False
        self.styles = Styles(page, self._text, number)

    def text(self) -> str:
        """The signs in the order of the file, each one character: UTF-16, as PDFium counts."""
        of, text = raw.FPDFText_GetUnicode, self._text
        return "".join([chr(of(text, index) & 0xFFFF) for index in range(self.count)])

    def box(self, index: int) -> Box:
        """Left, bottom, right and top."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._text, index, box)
        return box.left, box.bottom, box.right, box.top

    def is_spaced(self, drawn: str, index: int) -> bool:
        """Whether the file itself, not PDFium, has a space before this sign."""
        if index == 0 or drawn[index - 1] != " ":
            return False
        return not raw.FPDFText_IsGenerated(self._text, index - 1)

    def origin(self, index: int) -> tuple[float, float]:
        """The point at which it stands on its line."""
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        return self._x.value, self._y.value

    def turn(self, index: int) -> tuple[int, float]:
        """The direction in whole degrees, and the type size."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        size = raw.FPDFText_GetFontSize(self._text, index)
        if not matrix.b and not matrix.c and matrix.a > 0:
            return 0, size * abs(matrix.d)
        across = hypot(matrix.a, matrix.b) or 1
        size *= abs(matrix.a * matrix.d - matrix.b * matrix.c) / across
        angle = round(degrees(atan2(matrix.b, matrix.a))) % 360
        return angle, size


def page_of(
    document: pdfium.PdfDocument, number: int, seen: int, of_blanks: set[bytes]
) -> tuple[Page, int]:
    """A page and how many signs were seen up to it; `of_blanks` is as in undrawn.whole_text.

    Raises PdfTooMuchText or PdfiumError.
    """
    page = document[number]
    text = whole_text(page, of_blanks)
    try:
        signs = Signs(page, text, number)
        seen += signs.count
        if seen > MOST_SIGNS:
            raise PdfTooMuchText
        return _read(signs, number, page.get_size()), seen
    finally:
        text.close()
        page.close()


def _read(signs: Signs, number: int, size: tuple[float, float]) -> Page:
    drawn = signs.text()
    signs.has_right_to_left = has_right_to_left(drawn)
    words: list[Word] = []
    for found in _WORD.finditer(drawn):
        first = len(words)
        words.extend(_words(signs, drawn, found.start(), found.end()))
        if len(words) > first and signs.is_spaced(drawn, found.start()):
            words[first].spaced = True
    for order, word in enumerate(words):
        word.order = order
    picture = len(words) < _FEW and signs.styles.shows_picture()
    unknown, lost = (len(signs.findall(drawn)) for signs in (_UNKNOWN, _LOST))
    page = Page(number, *size, words, picture, unknown, lost)
    signs.styles.look_beneath(page)
    return page


def _string(drawn: str) -> str:
    """The text of some signs: pairs of surrogates made one, PDFium's own hyphen a plain one."""
    if drawn.isascii() and drawn.isprintable():
        return drawn
    text = _NO_TEXT.sub("", drawn.replace(HYPHEN_AT_END, "-"))
    if _SURROGATE.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return text


def _words(signs: Signs, drawn: str, start: int, end: int) -> Iterator[Word]:
    text = _string(drawn[start:end])
    if not text:
        return
    tail = _RAISED.search(text) if end - start > 1 else None
    if tail:
        at = end - len(tail[1])
        if start < at and signs.turn(at)[1] < 0.85 * signs.turn(start)[1]:
            yield from _words(signs, drawn, start, at)
            yield from _words(signs, drawn, at, end)
            return
    word = _word(signs, text, start, end)
    if not word.size:
        return  # nobody sees it
    if _is_torn(word, end - start):
        for span in _pieces(signs, word.size or 1, start, end):
            piece = _string(drawn[slice(*span)])
            if piece:
                yield _with_letters(signs, drawn, _word(signs, piece, *span), *span)
    else:
        yield _with_letters(signs, drawn, word, start, end)


def _word(signs: Signs, text: str, start: int, end: int) -> Word:
    angle, size = signs.turn(start)
    first = signs.box(start)
    last = signs.box(end - 1) if end - start > 1 else first
    base = signs.origin(start)
    word = Word(
        text,
        min(first[0], last[0]),
        max(first[2], last[2]),
        min(first[1], last[1]),
        max(first[3], last[3]),
        base[1] if angle in (0, 180) else base[0],
        size or first[3] - first[1],
        angle=angle,
    )
    signs.styles.mark(word, start)
    return word


def _is_torn(word: Word, signs: int) -> bool:
    """Whether its last sign stands where it cannot, or it may hold a space that nobody saw."""
    if signs == 1:
        return False
    along, across = word.right - word.left, word.top - word.bottom
    if word.angle in (90, 270):
        along, across = across, along
    if across > 1.9 * word.size and across > along * 0.3:
        return True
    spaceless = signs > 24 and not WITHOUT_SPACES.search(word.text)
    return spaceless or along > (signs + 1) * 1.15 * word.size


def _pieces(signs: Signs, size: float, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a torn word is to be parted: at each gap or step between two signs."""
    begin, previous = start, signs.box(start)
    for index in range(start + 1, end):
        box = signs.box(index)
        apart_x = max(box[0], previous[0]) - min(box[2], previous[2])
        apart_y = max(box[1], previous[1]) - min(box[3], previous[3])
        if max(apart_x, apart_y) > 0.22 * size:
            yield begin, index
            begin = index
        previous = box
    yield begin, end


def _with_letters(signs: Signs, drawn: str, word: Word, start: int, end: int) -> Word:
    if signs.has_right_to_left and _is_placed(word.text):
        letters = []
        for index in range(start, end):
            left, _bottom, right, _top = signs.box(index)
            letters.append((left, right, _string(drawn[index])))
            word.left, word.right = min(word.left, left), max(word.right, right)
        word.letters = tuple(letters)
    return word


def _is_placed(text: str) -> bool:
    """Whether the place of each sign matters: the text's own order may be wrong."""
    return not (text.isalnum() and _LATIN.search(text)) or has_right_to_left(text)
