"""A chapter's markup to lines, by the same rule as a web page's.

Chapters are XHTML, and some are only called so. As XML an element that ends itself is read right,
which a reader of web pages takes for the beginning of one; as a web page what is no XML is read.
"""

import re
from html.entities import html5

from annotator.exchange.readers.document_failures import DamagedDocument, StrangeDocument
from annotator.exchange.readers.formulas import plain
from annotator.exchange.readers.markup import Element, tree
from annotator.exchange.readers.web.blocks import blocks_of
from annotator.exchange.readers.web.footnotes import footnotes
from annotator.exchange.readers.web.parsing import tree_of

_TYPE = re.compile(rb"<!DOCTYPE[^>\[]*(\[)?[^>]*>")
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31};)")
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_OF_XML = frozenset((b"amp;", b"lt;", b"gt;", b"quot;", b"apos;"))


def lines_of_chapter(data: bytes) -> list[str]:
    """The lines that somebody sees, with its footnotes below.

    Raises OverloadingDocument or StrangeDocument.
    """
    try:
        root = tree(_numbered(_without_type(data)))
    except DamagedDocument:
        root = tree_of(data.decode("utf-8", "replace"))
    if root is None:
        return []
    for one in root.iter():
        one.tag = one.tag.rpartition("}")[2].lower()
    notes = footnotes(root)
    lines = [block.text for block in blocks_of(_made_plain(root))]
    return lines + [line for note in notes for line in note.lines]


def _without_type(data: bytes) -> bytes:
    """Without the document type, which is where entities from outside come from."""
    found = _TYPE.search(data)
    if found is None:
        return data
    if found[1]:
        raise StrangeDocument
    return data[: found.start()] + data[found.end() :]


def _numbered(data: bytes) -> bytes:
    """With the characters that only HTML has names for as numbers."""
    return _NAMED.sub(_number, data)


def _number(found: "re.Match[bytes]") -> bytes:
    characters = "" if found[1] in _OF_XML else html5.get(found[1].decode("ascii"), "")
    return "".join(f"&#{ord(one)};" for one in characters).encode("ascii") or found[0]


def _made_plain(root: Element) -> Element:
    """Without tables of contents and ways back; notes' numbers in brackets, formulas as text."""
    for formula in root.iter("math"):
        said = plain(formula)
        formula[:], formula.text, formula.tag = [], said, "span"
    for one in list(root.iter("nav", "a")):
        role = f"{one.get('role', '')} {one.get(_EPUB_TYPE, '')}"
        if one.tag == "nav" or "backlink" in role:
            _take_out(one)
        elif "noteref" in role:
            mark = "".join(one.itertext()).strip("[] ")
            one[:] = []
            one.text = f"[{mark}]"
    return root


def _take_out(one: Element) -> None:
    around, after = one.getparent(), one.tail or ""
    if around is None:
        return
    before = one.getprevious()
    around.remove(one)
    if before is None:
        around.text = (around.text or "") + after
    else:
        before.tail = (before.tail or "") + after
