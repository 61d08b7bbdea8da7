"""How cells look: prose is wrapped, a claim's tags have the colour of the first of them."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from annotator.exchange.writers.palettes import palette
from annotator.model.tags import Tag

_TOP = {"valign": "top"}
_PROSE = {**_TOP, "text_wrap": True}


def looks_of(book: Workbook) -> dict[str, Format]:
    """The formats of a workbook, by what they are for; those of tags by the tag's name or open."""
    colours = palette("light")
    made = {
        "head": {
            "bold": True,
            "bottom": 1,
            "bottom_color": colours["faint"],
            "bg_color": colours["panel"],
            **_PROSE,
        },
        "title": {"bold": True, "font_size": 14},
        "strong": {"bold": True, **_TOP},
        "plain": {"align": "left", **_TOP},
        "prose": _PROSE,
        "soft": {"font_color": colours["soft"], **_TOP},
        "day": {"num_format": "yyyy-mm-dd", "align": "left", **_TOP},
        "time": {"num_format": "yyyy-mm-dd hh:mm", "align": "left", **_TOP},
        "address": {"font_color": colours["accent"], "underline": 1, **_TOP},
        "link": {"font_color": colours["accent"], "underline": 1, **_PROSE},
    }
    for name in (*Tag, "open"):
        made[str(name)] = {"bg_color": colours["tags"][name]["tint"], **_PROSE}
    return {name: book.add_format(look) for name, look in made.items()}
