"""The colours of the window, as data: resources/palettes/ holds them, light and dark.

`setColorScheme` does nothing on bare X11 and offscreen, so the palettes are our own.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QJsonDocument
from PySide6.QtGui import QColor

from annotator.bundled import resource
from annotator.model.tags import Tag


class Line(StrEnum):
    """The pattern under a claim: colour never stands alone."""

    SOLID = "solid"
    WAVE = "wave"
    DOUBLE = "double"
    DOTTED = "dotted"


PATTERNS: dict[Tag | None, Line] = {
    Tag.ATTRIBUTED: Line.SOLID,
    Tag.CONTESTED: Line.WAVE,
    Tag.VERIFIED: Line.DOUBLE,
    None: Line.DOTTED,
}
"""By tag; None is the open claim, here and below."""


class TagColours(NamedTuple):
    """`line` draws underlines and badges, `tint` lies under the words."""

    line: QColor
    tint: QColor


class Palette(NamedTuple):
    """Every colour that the window uses; `faint` is for large or decorative things only."""

    dark: bool
    ground: QColor
    panel: QColor
    paper: QColor
    ink: QColor
    soft: QColor
    faint: QColor
    hairline: QColor
    accent: QColor
    selection: QColor
    tags: dict[Tag | None, TagColours]

    def badge_ink(self) -> QColor:
        """The letter on a badge of a tag's line colour."""
        return self.ground if self.dark else self.paper


def load(dark: bool) -> Palette:
    """The palette for light or dark rooms."""
    name = "dark" if dark else "light"
    file = resource("palettes", f"{name}.json")
    values = QJsonDocument.fromJson(file.read_bytes()).toVariant()
    tags = values.pop("tags")
    looks: dict[Tag | None, TagColours] = {
        tag: TagColours(QColor(tags[tag]["line"]), QColor(tags[tag]["tint"])) for tag in Tag
    }
    looks[None] = TagColours(QColor(tags["open"]["line"]), QColor(tags["open"]["tint"]))
    return Palette(dark=dark, tags=looks, **{key: QColor(one) for key, one in values.items()})
