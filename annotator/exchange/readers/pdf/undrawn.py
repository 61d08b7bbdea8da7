"""Signs that a page holds and draws nothing for, as LibreOffice does with emoji.

PDFium passes over a piece of text that is as wide as nothing, so a single such sign would vanish.
A piece whose outline is to be drawn counts as wide as its pen: for a moment each of them is one.
"""

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_NOTHING = 0.01
"""Points; what is narrower is passed over."""
_WHERE_IT_IS = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
_PEN = 1.0


def widen(page: pdfium.PdfPage) -> None:
    """Let the text of a page be read whole; called before its text is asked for."""
    sides = [ctypes.c_float() for _side in range(4)]
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        piece = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(piece) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        raw.FPDFPageObj_GetBounds(piece, *sides)
        if sides[2].value - sides[0].value < _NOTHING:
            mode = raw.FPDFTextObj_GetTextRenderMode(piece)
            raw.FPDFTextObj_SetTextRenderMode(piece, raw.FPDF_TEXTRENDERMODE_STROKE)
            raw.FPDFPageObj_SetStrokeWidth(piece, _PEN)
            raw.FPDFPageObj_TransformF(piece, _WHERE_IT_IS)  # only now is its width worked out
            raw.FPDFTextObj_SetTextRenderMode(piece, mode)
