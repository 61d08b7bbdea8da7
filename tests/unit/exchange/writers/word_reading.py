"""A Word file as another program takes it: its parts, comments with their words, plain rules."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

_OURS = {"ClaimNumber", "ClaimBegin", "CommentReference"}
"""Styles of signs that the report adds to the article's words."""

ORDER = {
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs "
    "highlight u effect bdr shd fitText vertAlign rtl cs em lang",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi "
    "spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr "
    "trPr tcPr tblStylePr",
    "lvl": "start numFmt suff lvlText lvlJc pPr rPr",
    "sectPr": "headerReference footerReference type pgSz pgMar cols docGrid",
    "settings": "zoom defaultTabStop characterSpacingControl compat decimalSymbol listSeparator",
}
"""The order in which the standard wants the children of an element; Word repairs any other."""


@dataclass
class Anchor:
    """A comment as a reader finds it: the words it is on, who said it, and what."""

    words: str = ""
    paragraphs: int = 1
    author: str = ""
    initials: str = ""
    said: str = ""
    when: str = ""
    references: int = field(default=0)


def opened(data: bytes) -> WordDocument:
    """The document by python-docx."""
    return Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, Any]:
    """The root of each part that is XML, by its name."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def anchors(data: bytes) -> dict[int, Anchor]:
    """The comments by their numbers, each with the very words between its two ends."""
    document = opened(data)
    found = {
        one.comment_id: Anchor(
            author=one.author,
            initials=one.initials or "",
            said=one.text,
            when=one.timestamp.isoformat() if one.timestamp else "",
        )
        for one in document.comments
    }
    lying: set[int] = set()
    for line in document.element.body.iter(qn("w:p")):
        for number in lying:
            found[number].words += "\n"
            found[number].paragraphs += 1
        for event, value in _events(line):
            if event == "start":
                lying.add(int(value))
            elif event == "end":
                lying.remove(int(value))
            elif event == "reference":
                found[int(value)].references += 1
            else:
                for number in lying:
                    found[number].words += value
    assert not lying
    return found


def words_of(line: Any) -> str:
    """The words of a paragraph, without what the report adds to them."""
    return "".join(value for event, value in _events(line) if event == "words")


def misplaced(root: Any) -> list[str]:
    """Where children stand as the standard does not allow, or twice where once is allowed."""
    wrong = []
    for element in root.iter(etree.Element):
        wanted = ORDER.get(etree.QName(element).localname, "").split()
        names = [etree.QName(child).localname for child in element] if wanted else []
        places = [wanted.index(name) if name in wanted else -1 for name in names]
        if -1 in places or any(a >= b for a, b in pairwise(places)):
            wrong.append(f"{etree.QName(element).localname}: {' '.join(names)}")
    return wrong


def _events(line: Any) -> Iterator[tuple[str, str]]:
    for one in line.iter(etree.Element):
        name = etree.QName(one).localname
        if name in {"commentRangeStart", "commentRangeEnd", "commentReference"}:
            kind = name.removeprefix("commentRange").removeprefix("comment").lower()
            yield kind, one.get(qn("w:id"))
        elif name in {"t", "tab", "br"} and _style(one.getparent()) not in _OURS:
            yield "words", (one.text or "") if name == "t" else {"tab": "\t", "br": "\n"}[name]


def _style(run: Any) -> str:
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))
