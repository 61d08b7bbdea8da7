"""How the whole window looks: one style sheet and one QPalette, both made from a palette.

The sheet is data (resources/style/window.qss); what stands here is how a palette's few colours
become those of every state, and how the sheet grows with the interface.
"""

import re
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from annotator.bundled import resource
from annotator.model.tags import Tag
from annotator.ui.fonts import INTERFACE, sans
from annotator.ui.palette import Palette

READABLE = 4.5
"""The contrast that small text needs (WCAG 2.2, 1.4.3)."""

_LENGTH = re.compile(r"(\d+)px")


def apply_style(app: QApplication, palette: Palette, scale: float = 1.0) -> None:
    """Give the whole application the palette's look; `scale` 2.0 is an interface of 200 %.

    Called again it replaces what was there: the palette or the size can change while it runs.
    The sheet is written for Fusion, which `app/window.py` asks for.
    """
    app.setFont(sans(INTERFACE * scale))
    app.setPalette(qt_palette(palette))
    app.setStyleSheet(sheet(palette, scale))


def sheet(palette: Palette, scale: float = 1.0) -> str:
    """The style sheet in the palette's colours, every length but hairlines times `scale`."""
    template = Template(resource("style", "window.qss").read_text(encoding="utf-8"))
    marks = resource("icons", "marks", "dark" if palette.dark else "light").as_posix()
    names = {name: colour.name() for name, colour in colours(palette).items()}
    grown = _LENGTH.sub(lambda one: f"{_grown(int(one[1]), scale)}px", template.template)
    return Template(grown).substitute(names, marks=marks)


def colours(palette: Palette) -> dict[str, QColor]:
    """The palette's colours and those derived from them, by their names in the sheet."""
    ink, panel, paper = palette.ink, palette.panel, palette.paper
    warm = palette.tags[Tag.CONTESTED]
    own = {
        name: getattr(palette, name)
        for name in ["ground", "panel", "paper", "ink", "soft", "hairline", "accent", "selection"]
    }
    return own | {
        "field": palette.ground if palette.dark else mixed(palette.ground, paper, 0.25),
        "raised": mixed(paper, ink, 0.04) if palette.dark else paper,
        "tab": mixed(paper, ink, 0.13) if palette.dark else paper,
        "sunken": mixed(panel, ink, 0.05),
        "trough": mixed(panel, ink, 0.055),
        "hover": mixed(panel, ink, 0.05),
        "pressed": mixed(panel, ink, 0.11),
        "edge": mixed(palette.hairline, ink, 0.2),
        "thumb": mixed(panel, ink, 0.22),
        "thumb_hover": mixed(panel, ink, 0.42),
        "disabled": mixed(panel, ink, 0.42),
        "accent_hover": mixed(palette.accent, ink, 0.15),
        "on_accent": palette.badge_ink(),
        "tinted": palette.tags[Tag.ATTRIBUTED].tint,
        "warm": warm.tint,
        "warm_ink": readable(warm.line, warm.tint, ink),
    }


def qt_palette(palette: Palette) -> QPalette:
    """The same colours for what Qt paints without the sheet."""
    every = colours(palette)
    made = QPalette(every["field"], palette.panel)
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: palette.panel,
        role.WindowText: palette.ink,
        role.Base: palette.paper,
        role.AlternateBase: palette.ground,
        role.Text: palette.ink,
        role.Button: every["field"],
        role.ButtonText: palette.ink,
        role.BrightText: palette.paper,
        role.ToolTipBase: every["raised"],
        role.ToolTipText: palette.ink,
        role.PlaceholderText: palette.soft,
        role.Highlight: palette.selection,
        role.HighlightedText: palette.ink,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Accent: palette.accent,
        role.Mid: palette.hairline,
    }.items():
        made.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, every["disabled"])
    return made


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with a `share` (0 to 1) of `other`."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG counts it: 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: QColor, ground: QColor, ink: QColor) -> QColor:
    """The colour with as little ink in it as makes it readable, small, on that ground."""
    for step in range(21):
        tried = mixed(colour, ink, step / 20)
        if contrast(tried, ground) >= READABLE:
            return tried
    return ink


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _grown(length: int, scale: float) -> int:
    return length if length <= 2 else round(length * scale)
