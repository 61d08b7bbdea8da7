"""OpenDocument's markup: elements by their short names, and words in which no blank is lost."""

import re
from typing import Any

from lxml import etree

from annotator.exchange.writers.allowed import signed
from annotator.exchange.writers.directions import is_right_to_left

Element = Any
"""An element of lxml, which has no types."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "manifest": f"{_OASIS}manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
VERSION = "1.3"

_SPECIAL = re.compile("(\r\n|[\r\n\u0085\u2028\u2029]|\t| {2,}|^ | $)")
_TURNED = "Turned"
"""Ends the names of styles of paragraphs that run from right to left."""
TURNED_STYLES = (
    "ArticleText",
    "ArticleHeadline",
    "CellText",
    "CellQuote",
    "BestCheck",
    "BestLine",
    "BestQuote",
)


def qualified(name: str) -> str:
    """The full name of "text:p"."""
    space, _colon, local = name.partition(":")
    return f"{{{SPACES[space]}}}{local}"


def root(name: str, **attributes: str) -> Element:
    """The outermost element of a file."""
    made = etree.Element(qualified(name), nsmap=SPACES)
    _set(made, attributes)
    return made


def add(parent: Element, name: str, **attributes: object) -> Element:
    """A new child; in attributes `text_style_name` stands for text:style-name."""
    made = etree.SubElement(parent, qualified(name))
    _set(made, attributes)
    return made


def paragraph(parent: Element, style: str, words: str = "") -> Element:
    """A paragraph that runs as its words do."""
    turned = style in TURNED_STYLES and is_right_to_left(words)
    return add(parent, "text:p", text_style_name=style + _TURNED if turned else style)


def say(parent: Element, words: str, style: str = "") -> None:
    """Add words, in a character style where one is named."""
    if not words:
        return
    into = add(parent, "text:span", text_style_name=style) if style else parent
    for place, part in enumerate(_SPECIAL.split(signed(_line_ends(words)))):
        if place % 2:
            _special(into, part)
        elif part:
            _append(into, part)


def link(parent: Element, to: str) -> Element:
    """A link: "#name" to a bookmark, or an address."""
    return add(parent, "text:a", xlink_type="simple", xlink_href=to)


def data(element: Element) -> bytes:
    """The file."""
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8"))


def _line_ends(words: str) -> str:
    # Before forbidden characters become signs: a carriage return is one of them, and a line's end.
    return re.sub("\r\n|[\r\u0085\u2028\u2029]", "\n", words)


def _special(into: Element, part: str) -> None:
    if part == "\t":
        add(into, "text:tab")
    elif part[0] == " ":
        add(into, "text:s", text_c=len(part))
    else:
        add(into, "text:line-break")


def _append(into: Element, words: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + words
    else:
        into.text = (into.text or "") + words


def _set(element: Element, attributes: dict[str, Any]) -> None:
    for name, value in attributes.items():
        space, _underscore, local = name.partition("_")
        element.set(qualified(f"{space}:{local.replace('_', '-')}"), str(value))
