"""A page as a strict reader of HTML takes it: the tree, or the first thing that is not valid."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from annotator.exchange.writers import html
from annotator.model.report import Report


def nothing(_more: int) -> None:
    """Told the progress, and does not care."""


def page(report: Report) -> Element:
    """The root of a report's page. Raises ParseError where it is not valid."""
    return parsed(html.write(report, nothing))


def parsed(data: bytes) -> Element:
    """The root of a page. Raises ParseError where it is not valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(data, transport_encoding="utf-8")
    assert isinstance(root, Element)
    return root


def words(element: Element) -> str:
    """All text of an element as it stands there."""
    return "".join(element.itertext())


def of_class(root: Element, name: str) -> Iterator[Element]:
    """The elements of a class."""
    return (one for one in root.iter() if name in one.get("class", "").split())


def with_id(root: Element, name: str) -> Element:
    """The one element of an id."""
    (found,) = (one for one in root.iter() if one.get("id") == name)
    return found
