"""The character styles of the tags: a tint and a line, and the badge of each letter.

A run of words has one shading and one line. A claim with several tags is tinted by the first and
underlined by the last of them; its letters stand where it ends (docs/manual/report.md).
"""

from typing import Any

from annotator.exchange.writers.docx.markup import Element, add
from annotator.exchange.writers.looks import SETS, badge_of, look, style_of
from annotator.exchange.writers.palettes import palette
from annotator.model.tags import Tag, in_order

_LINES = {Tag.ATTRIBUTED: "single", Tag.CONTESTED: "wave", Tag.VERIFIED: "double", None: "dotted"}


def add_styles(styles: Element) -> None:
    """Add the tags' styles to the document's."""
    colours = palette("light")["tags"]
    for tags in SETS:
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


def add_tint(styles: Element, key: str, tag: Tag | None, fill: str) -> None:
    """Add a style for words that are tinted with a colour (`#rrggbb`) and underlined like a tag."""
    about = _style(styles, key, key)
    add(about, "u", val=_LINES[tag], color=_colour(palette("light")["tags"], tag, "line"))
    add(about, "shd", val="clear", color="auto", fill=fill.removeprefix("#").upper())


def _style(styles: Element, key: str, name: str) -> Element:
    made = add(styles, "style", type="character", customStyle=1, styleId=key)
    add(made, "name", val=name)
    add(made, "basedOn", val="DefaultParagraphFont")
    add(made, "qFormat")
    return add(made, "rPr")


def _colour(colours: dict[str, Any], tag: Tag | None, what: str) -> str:
    return str(colours[tag or "open"][what]).removeprefix("#").upper()
