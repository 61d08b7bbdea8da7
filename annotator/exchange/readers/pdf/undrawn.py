"""Signs that a page holds and draws nothing for, as LibreOffice does with emoji.

PDFium passes over a piece of text that is as wide as nothing, so a single such sign would vanish.
A piece whose outline is to be drawn counts as wide as its pen: for a moment each of them is one.
Blanks are let go again, since PDFium finds the spaces between words better without them.
"""

import ctypes
import unicodedata
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_NOTHING = 0.01
"""Points; what is narrower is passed over."""
_WHERE_IT_IS = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
_PEN = 1.0
_LONGEST_NAME = 256
_BLANK = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})


def whole_text(page: pdfium.PdfPage, of_blanks: set[bytes]) -> pdfium.PdfTextPage:
    """The text of a page, with the signs that nothing is drawn for.

    `of_blanks` are fonts of the document in which only spaces were found to be so, which need not
    be looked at again: looking takes as long as reading the page. It grows.
    """
    text = page.get_textpage()
    narrow = [piece for piece in _narrow(page) if _font(piece) not in of_blanks]
    if not narrow:
        return text
    for piece in narrow:
        _draw(piece, raw.FPDF_TEXTRENDERMODE_STROKE)
    wide = page.get_textpage()
    blank = [piece for piece in narrow if _is_blank(_says(piece, wide))]
    seen = {_font(piece) for piece in narrow if piece not in blank}
    of_blanks |= {_font(piece) for piece in blank} - seen
    if len(blank) == len(narrow):
        wide.close()
        return text
    text.close()
    if not blank:
        return wide
    wide.close()
    for piece in blank:
        _draw(piece, raw.FPDF_TEXTRENDERMODE_FILL)
    return page.get_textpage()


def _narrow(page: pdfium.PdfPage) -> Iterator[raw.FPDF_PAGEOBJECT]:
    sides = [ctypes.c_float() for _side in range(4)]
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        piece = raw.FPDFPage_GetObject(page.raw, number)
        raw.FPDFPageObj_GetBounds(piece, *sides)
        is_narrow = sides[2].value - sides[0].value < _NOTHING
        if is_narrow and raw.FPDFPageObj_GetType(piece) == raw.FPDF_PAGEOBJ_TEXT:
            yield piece


def _font(piece: raw.FPDF_PAGEOBJECT) -> bytes:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(piece), name, _LONGEST_NAME)
    return name.value


def _draw(piece: raw.FPDF_PAGEOBJECT, how: int) -> None:
    """Let a piece be as wide as it is when it is drawn so."""
    mode = raw.FPDFTextObj_GetTextRenderMode(piece)
    raw.FPDFTextObj_SetTextRenderMode(piece, how)
    raw.FPDFPageObj_SetStrokeWidth(piece, _PEN)
    raw.FPDFPageObj_TransformF(piece, _WHERE_IT_IS)  # only now is its width worked out
    raw.FPDFTextObj_SetTextRenderMode(piece, mode)


def _is_blank(text: str) -> bool:
    """Whether there is nothing in it but spaces and signs that are never seen, as soft hyphens."""
    return all(unicodedata.category(sign) in _BLANK for sign in text)


def _says(piece: raw.FPDF_PAGEOBJECT, text: pdfium.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(piece, text.raw, None, 0)
    signs = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFTextObj_GetText(piece, text.raw, signs, size)
    return bytes(signs)[: max(size - 2, 0)].decode("utf-16-le", "ignore")
