"""What a PDF says of its own structure: which of its words are one paragraph, item or heading.

Browsers and word processors write that into the files they make. Two short lines, or the last item
of a list on one page and the first on the next, look like one paragraph; the structure tells.
"""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_NAMES = "P H H1 H2 H3 H4 H5 H6 LI Lbl TD TH Caption BlockQuote Note TOCI"
_WHOLE = frozenset(_NAMES.split())
_MOST_STEPS = 5_000
"""On one page; where a document is built of more, its lines alone say where paragraphs end."""
_DEEPEST = 50


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A paragraph, or what stands like one; `goes_on` says that it begins on an earlier page."""

    goes_on: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page's text, drawn in one go; `tag` is what it belongs to, if that is known."""

    page: int
    number: int
    tag: Tag | None


class Tags:
    """The marks of one page."""

    def __init__(self, page: pdfium.PdfPage, number: int) -> None:
        self._page = number
        self._marks: dict[int, Mark] = {}
        self._left = _MOST_STEPS
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        if tree:
            self._read(tree)
            raw.FPDF_StructTree_Close(tree)

    def of(self, drawn: object) -> Mark | None:
        """The mark of something drawn."""
        return self._marks.get(raw.FPDFPageObj_GetMarkedContentID(drawn)) if self._marks else None

    def _read(self, tree: object) -> None:
        waiting: list[tuple[object, Tag | None, int]] = []
        for index in range(min(raw.FPDF_StructTree_CountChildren(tree), self._left)):
            waiting.append((raw.FPDF_StructTree_GetChildAtIndex(tree, index), None, 0))
        while waiting:
            element, tag, depth = waiting.pop()
            if not element or depth > _DEEPEST:
                continue
            tag = Tag(_goes_on(element)) if _kind(element) in _WHOLE else tag
            for index in range(raw.FPDF_StructElement_CountChildren(element)):
                self._left -= 1
                if self._left < 0:
                    self._marks.clear()
                    return
                inner = raw.FPDF_StructElement_GetChildAtIndex(element, index)
                mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
                if inner:
                    waiting.append((inner, tag, depth + 1))
                elif mark >= 0:
                    self._marks[mark] = Mark(self._page, mark, tag)


def _kind(element: object) -> str:
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    name = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, name, size)
    return name.raw.decode("utf-16-le", "ignore").rstrip("\0")


def _goes_on(element: object) -> bool:
    """Whether the first thing in it is not on this page."""
    for _deep in range(_DEEPEST):
        inner = raw.FPDF_StructElement_GetChildAtIndex(element, 0)
        if not inner:
            break
        element = inner
    return bool(raw.FPDF_StructElement_GetChildMarkedContentID(element, 0) < 0)
