"""The column of a page in which its article stands.

A site writes an article's paragraphs into one element, or into several of one tag and class; what
it adds of its own stands elsewhere. So most of what was found says where the rest belongs.
"""

from collections import Counter
from collections.abc import Iterable

from annotator.exchange.readers.web.blocks import Block, Element, is_inline, names
from annotator.exchange.readers.web.clutter import (
    ends_sentence,
    is_clutter,
    is_mostly_links,
    is_sentence,
)

PARAGRAPH = 80
"""Characters of a line that is no heading, caption or menu."""
_CORE = 0.5
"""A kind of place in the page with more of the article's paragraphs than this is its column."""

_OF_LINES = names("p li h1 h2 h3 h4 h5 h6 span blockquote ul ol dl dt dd pre")


def in_column(blocks: list[Block], keep: list[bool], marked: list[bool]) -> list[bool]:
    """Only what stands in the article's column, and there also what was overlooked."""
    inner = _core(blocks, keep)
    if not inner:
        return keep
    column = _Column(blocks, keep, inner)
    return [
        column.takes(number, block, kept, aside)
        for number, (block, kept, aside) in enumerate(zip(blocks, keep, marked, strict=True))
    ]


def _core(blocks: list[Block], keep: list[bool]) -> list[int]:
    """The paragraphs in the kind of place that most of the article stands in; [] without one."""
    places = {
        number: _place(block)
        for number, (block, kept) in enumerate(zip(blocks, keep, strict=True))
        if kept and is_paragraph(block)
    }
    weight: Counter[str] = Counter()
    for number, place in places.items():
        weight[place] += len(blocks[number].text)
    if not weight:
        return []
    core, most = weight.most_common(1)[0]
    if most < _CORE * weight.total():
        return []
    return [number for number, place in places.items() if place == core]


class _Column:
    """Where an article begins and ends, and in which elements its paragraphs stand."""

    def __init__(self, blocks: list[Block], keep: list[bool], inner: list[int]) -> None:
        self._core = _place(blocks[inner[0]])
        self._homes = {home(blocks[number]) for number in inner}
        there = [n for n, kept in enumerate(keep) if kept and home(blocks[n]) in self._homes]
        self._first, self._last = there[0], there[-1]
        self._common = _common(blocks[number] for number in inner)
        self._paragraphs = Counter(
            home(block)
            for block, kept in zip(blocks, keep, strict=True)
            if kept and is_paragraph(block)
        )

    def takes(self, number: int, block: Block, kept: bool, aside: bool) -> bool:
        """Whether a line belongs to the article; `kept` is what was thought before."""
        good = not aside and not is_clutter(block)
        if self._first <= number <= self._last:
            like = _is_of_words(block) or block.kind == "heading" or _is_piece(block)
            return kept or (good and like and _place(block) == self._core)
        before = number < self._first
        if not kept:
            return before and good and is_paragraph(block) and home(block) in self._homes
        if self._common in around(block):
            return True
        if block.kind != "item" and self._paragraphs[home(block)] > 1:
            return True
        return before and is_paragraph(block)


def home(block: Block) -> Element:
    """The element around a line's own, the list's or the quotation's around an item's."""
    element = block.element
    if element.tag == "div" and all(is_inline(inner.tag) for inner in element):
        element = element.getparent()  # it does the work of a <p>
    while element.tag in _OF_LINES and element.getparent() is not None:
        element = element.getparent()
    return element


def _place(block: Block) -> str:
    """What kind of place a line stands in: the element around it by its tag and class."""
    return look(home(block))


def _is_of_words(block: Block) -> bool:
    return is_paragraph(block) or (is_sentence(block) and block.kind != "heading")


def is_paragraph(block: Block) -> bool:
    """Whether a line is long enough for a sentence and not made of links."""
    return len(block.text) >= PARAGRAPH and block.kind != "heading" and not is_mostly_links(block)


def is_short(block: Block) -> bool:
    """Whether a line is as long as a heading or a name, and does not end as a sentence does."""
    ends = ends_sentence(block.text) and block.kind != "heading"
    return len(block.text) < PARAGRAPH and not ends


def _is_piece(block: Block) -> bool:
    """Whether a line is an item of a list or a quotation, of words and not of links."""
    return block.kind in ("item", "quote") and block.linked * 2 < len(block.text)


def _common(blocks: Iterable[Block]) -> Element:
    """The innermost element around all of them."""
    common: list[Element] = []
    for number, block in enumerate(blocks):
        these = list(around(block))[::-1]
        if number == 0:
            common = these[:-1] if len(these) > 1 and block.element.tag == "p" else these
        common = [one for one, other in zip(common, these, strict=False) if one is other]
    return common[-1] if common else None


def look(element: Element) -> str:
    """What an element is marked up as: elements of one tag and class do the same work."""
    return f"{element.tag} {element.get('class') or ''}"


def around(block: Block) -> Iterable[Element]:
    """The elements that a line stands in, the nearest first, up to the page's body."""
    element = block.element
    while element is not None and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()
