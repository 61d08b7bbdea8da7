"""A page as the lines that a person sees: each paragraph, heading, item, row, in order.

The tree is walked without recursion. What never shows (scripts, forms, hidden elements) is passed
over; what shows is cut at block elements and at line breaks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotator.exchange.readers.formulas import plain
from annotator.exchange.readers.lines import without_invisible

Element = Any
"""An element of lxml, which has no types."""


def names(listed: str) -> frozenset[str]:
    """A set of names that are written with spaces between them."""
    return frozenset(listed.split())


_UNSEEN = names(
    "area audio base canvas datalist dialog embed head iframe input link map math meta "
    "noembed noframes noscript object option optgroup param picture progress script select source "
    "style svg template textarea title track video applet"
)
"""Elements without text to read; `noscript` holds pictures and pleas to switch scripts on."""
_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output "
    "q rp rt ruby s samp small span strike strong sub sup time tt u var wbr"
)
"""Elements that do not begin a line; nor do those that a page invents, which have a "-"."""
_OF_WORDS = names("p h1 h2 h3 h4 h5 h6 td th")
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    "blockquote": "quote",
    "pre": "code",
    "tr": "row",
    "p": "paragraph",
}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CELL = "\t"
_CELLS = ("td", "th")
_BREAK = "\n"
_KEY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A line of a page; `linked` counts its characters that are links.

    `element` is the block element that it stands in.
    """

    text: str
    kind: str
    element: Element
    linked: int = 0

    @property
    def key(self) -> str:
        """Its letters and digits: what is the same, however it is spaced and punctuated."""
        return key_of(self.text)


def key_of(text: str) -> str:
    """The letters and digits of a text, folded."""
    return _KEY.sub("", text).casefold()


def blocks_of(root: Element, *, all_of_it: bool = False) -> list[Block]:
    """The lines of a page; with `all_of_it` also those that a page's author has hidden."""
    return list(_Walk(all_of_it).through(root))


class _Walk:
    """The line that is being collected, and in how many links and preformatted texts it stands."""

    def __init__(self, all_of_it: bool) -> None:
        self._all_of_it = all_of_it
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._preformatted = 0
        self._rows: list[bool] = []

    def through(self, root: Element) -> Iterator[Block]:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if self._is_passed_over(element):
                    walk.skip_subtree()
                    if element.tag == "math":
                        self._take(plain(element))
                else:
                    yield from self._begin(element)
                    self._take(element.text)
            else:
                if event == "end" and not self._is_passed_over(element):
                    yield from self._end(element)
                if element is not root:
                    self._take(element.tail)
        yield from self._flush(root)

    def _is_passed_over(self, element: Element) -> bool:
        return element.tag in _UNSEEN or (not self._all_of_it and is_hidden(element))

    def _begin(self, element: Element) -> Iterator[Block]:
        tag = element.tag
        if tag == "a":
            self._links += 1
        elif tag == "br":
            self._pieces.append(_BREAK)
        elif self._goes_on_in_row(tag):
            self._pieces.append(_CELL if tag in _CELLS else " ")
        elif not _goes_on(element):
            yield from self._flush(element.getparent())
            self._preformatted += tag == "pre"
            if tag == "tr":
                self._rows.append(_is_of_words(element))

    def _end(self, element: Element) -> Iterator[Block]:
        tag = element.tag
        if tag == "a":
            self._links -= 1
        elif self._goes_on_in_row(tag):
            self._pieces.append(_CELL if tag in _CELLS else " ")
        elif not _goes_on(element) and tag != "br":
            yield from self._flush(element)
            self._preformatted -= tag == "pre"
            if tag == "tr":
                self._rows.pop()

    def _goes_on_in_row(self, tag: str) -> bool:
        return bool(self._rows) and self._rows[-1] and tag in (*_CELLS, "p")

    def _take(self, text: str | None) -> None:
        if not text:
            return
        text = without_invisible(text)
        self._pieces.append(text if self._preformatted else _SPACE.sub(" ", text))
        if self._links:
            self._linked += len(text.strip())

    def _flush(self, element: Element) -> Iterator[Block]:
        """Whatever has been collected, a block for each line of it."""
        if not self._pieces:
            return
        lines = "".join(self._pieces).split(_BREAK)
        linked = self._linked
        self._pieces, self._linked = [], 0
        texts = [text for text in map(self._line, lines) if text]
        share = linked / max(sum(map(len, texts)), 1)
        for text in texts:
            yield Block(text, _kind_of(element), element, min(round(share * len(text)), len(text)))

    def _line(self, text: str) -> str:
        if self._preformatted:
            return text.rstrip()
        if _CELL in text:
            cells = (_SPACE.sub(" ", cell).strip() for cell in text.split(_CELL))
            return _CELL.join(cell for cell in cells if cell)
        return _SPACE.sub(" ", text).strip(" \xa0")


def is_hidden(element: Element) -> bool:
    """Whether its author hides it; `aria-hidden` only keeps it from being read aloud."""
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return element.tag not in ("html", "body")
    style = attributes.get("style")
    return bool(style) and _HIDDEN_STYLE.search(style) is not None and element.tag != "body"


def is_inline(tag: object) -> bool:
    """Whether an element of that name goes on with the line that it stands in."""
    return tag in _INLINE or (isinstance(tag, str) and "-" in tag) or not isinstance(tag, str)


def _goes_on(element: Element) -> bool:
    """The same of this one: what is explained at a press of a button is a word of a sentence."""
    if element.tag != "button":
        return is_inline(element.tag)
    around = element.getparent()
    return around is not None and (around.tag in _OF_WORDS or is_inline(around.tag))


def _is_of_words(row: Element) -> bool:
    """Whether a table's row is a line of cells, not a frame around paragraphs."""
    return all(
        is_inline(one.tag) or one.tag in (*_CELLS, "br") or _is_all_of_a_cell(one)
        for one in row.iterdescendants()
    )


def _is_all_of_a_cell(element: Element) -> bool:
    around = element.getparent()
    return element.tag == "p" and around.tag in _CELLS and len(around) == 1


def _kind_of(element: Element) -> str:
    """What the nearest element that says so makes of a line."""
    while element is not None:
        kind = _KINDS.get(element.tag)
        if kind == "paragraph":
            around = element.getparent()
            above = _KINDS.get(around.tag) if around is not None else None
            return above if above in ("quote", "item") else kind
        if kind:
            return kind
        element = element.getparent() if element.tag in ("span", "div", "th", "td") else None
    return "paragraph"
