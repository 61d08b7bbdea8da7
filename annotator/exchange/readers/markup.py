"""A part of a document as a tree: nothing is fetched, nothing refers to anything outside.

Documents of word processors declare no entities. One that does is refused and not read without
them: whatever they stood for would be missing from the text, and nobody would know.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from annotator.exchange.readers.document_failures import (
    DamagedDocument,
    OverloadingDocument,
    StrangeDocument,
)

Element = Any
"""An element of lxml, which has no types."""

MOST_ATTRIBUTES = 1_000
"""On one element; a paragraph of a word processor has five, the root some thirty."""


def tree(data: bytes) -> Element:
    """The root of a part.

    Raises DamagedDocument, OverloadingDocument (too deep, too much in one place) or
    StrangeDocument (a document type, which is where entities come from).
    """
    from lxml import etree

    try:
        root = etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        raise _why(error.code) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise StrangeDocument
    if root.xpath(f"boolean(descendant-or-self::*[@*[{MOST_ATTRIBUTES + 1}]])"):
        raise OverloadingDocument
    return root


def parser() -> Any:  # noqa: ANN401 - lxml has no types
    """A parser that fetches nothing and keeps libxml2's own limits."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _why(code: int) -> DamagedDocument | OverloadingDocument | StrangeDocument:
    from lxml import etree

    kind = etree.ErrorTypes
    if code in (kind.ERR_RESOURCE_LIMIT, kind.ERR_NO_MEMORY, kind.ERR_NAME_TOO_LONG):
        return OverloadingDocument()
    if code == kind.ERR_ENTITY_LOOP:
        return StrangeDocument()
    return DamagedDocument()


class Names:
    """The names of one kind of markup as they are written in books: "w:p", "text:p"."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Take the prefix of each namespace."""
        self._prefixes = prefixes
        self.short = cache(self._short)

    def _short(self, name: str) -> str:
        """The name with its prefix; one of a namespace that nobody knows here gets "?"."""
        space, _brace, local = name.rpartition("}")
        return f"{self._prefixes.get(space[1:], '?')}:{local}"

    def attribute(self, element: Element, name: str) -> str | None:
        """An attribute by its short name."""
        for key, value in element.attrib.items():
            if self.short(key) == name:
                return str(value)
        return None

    def child(self, element: Element, *names: str) -> Element | None:
        """The first descendant by a path of short names."""
        for name in names:
            element = next((one for one in element if self.short(one.tag) == name), None)
            if element is None:
                return None
        return element
