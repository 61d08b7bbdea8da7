"""The character styles of the tags: a tint and a line, and the badge of each letter.

A run of words has one shading and one line. A claim with several tags is tinted by the first and
underlined by the last of them; its letters stand where it ends (docs/manual/report.md).
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from annotator.exchange.writers.docx.markup import Element, add
from annotator.exchange.writers.looks import look
from annotator.exchange.writers.palettes import palette
from annotator.model.tags import Tag, in_order

_LINES = {Tag.ATTRIBUTED: "single", Tag.CONTESTED: "wave", Tag.VERIFIED: "double", None: "dotted"}


def style_of(tags: frozenset[Tag]) -> str:
    """The id of the style that words of a claim with these tags have."""
    return "Claim" + ("".join(look(tag).letter for tag in in_order(tags)) or "Open")


def badge_of(tag: Tag | None) -> str:
    """The id of the style of a tag's letter."""
    return f"Badge{look(tag).letter if tag else 'Open'}"


def add_styles(styles: Element) -> None:
    """Add the tags' styles to the document's."""
    colours = palette("light")["tags"]
    for tags in _sets():
        shown = in_order(tags) or (None,)
        about = _style(styles, style_of(tags), " + ".join(look(tag).name for tag in shown))
        line = _colour(colours, shown[-1], "line")
        add(about, "u", val=_LINES[shown[-1]], color=line)
        add(about, "shd", val="clear", color="auto", fill=_colour(colours, shown[0], "tint"))
    for tag in (*Tag, None):
        about = _style(styles, badge_of(tag), f"{look(tag).name} ({look(tag).letter})")
        add(about, "b")
        add(about, "bCs")
        add(about, "color", val="FFFFFF")
        add(about, "shd", val="clear", color="auto", fill=_colour(colours, tag, "line"))


def _sets() -> Iterator[frozenset[Tag]]:
    for size in range(len(Tag) + 1):
        yield from map(frozenset, combinations(Tag, size))


def _style(styles: Element, key: str, name: str) -> Element:
    made = add(styles, "style", type="character", customStyle=1, styleId=key)
    add(made, "name", val=name)
    add(made, "basedOn", val="DefaultParagraphFont")
    add(made, "qFormat")
    return add(made, "rPr")


def _colour(colours: dict[str, Any], tag: Tag | None, what: str) -> str:
    return str(colours[tag or "open"][what]).removeprefix("#").upper()
