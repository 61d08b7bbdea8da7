"""Badges and fonts: what the whole window shares."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QImage

from annotator.model.tags import Tag
from annotator.ui.badges import BADGE, badge_icon, badge_pixmap
from annotator.ui.fonts import BODY, sans, serif
from annotator.ui.palette import Palette, load
from annotator.ui.reader.measures import Measures, slot

pytestmark = pytest.mark.usefixtures("qapp")

LOOKS: list[Tag | None] = [*Tag, None]


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def light(colour: QColor) -> float:
    """The relative luminance of WCAG."""
    red, green, blue = (linear(one) for one in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("dark", [False, True])
def test_every_badge_is_another_one_with_a_letter_to_be_read(dark: bool) -> None:
    palette, seen = load(dark), set()
    for tag in LOOKS:
        image = badge_pixmap(tag, palette).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        colours = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert palette.tags[tag].line.name() in colours
        assert contrast(palette, tag) >= 4.5
        seen.add(bytes(image.constBits()))
    assert len(seen) == 4


def contrast(palette: Palette, tag: Tag | None) -> float:
    darker, lighter = sorted(light(one) for one in (palette.tags[tag].line, palette.badge_ink()))
    return (lighter + 0.05) / (darker + 0.05)


def test_a_badge_is_sharp_on_a_dense_screen() -> None:
    badge = badge_pixmap(Tag.VERIFIED, load(False), BADGE, 2.0)
    assert badge.size() == QSize(36, 36)
    assert badge.deviceIndependentSize().toSize() == QSize(18, 18)


def test_a_badge_on_a_disabled_button_is_paler() -> None:
    icon = badge_icon(None, load(False))
    enabled, disabled = (
        icon.pixmap(QSize(18, 18), mode).toImage().pixelColor(3, 9).alpha()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert disabled < enabled / 2


@pytest.mark.parametrize("face", [serif, sans])
def test_sizes_are_px_whatever_the_screen(face: Callable[[float], QFont]) -> None:
    assert [QFontInfo(face(size)).pixelSize() for size in (12, 13, 27)] == [12, 13, 27]


def test_the_reading_face_has_serifs_and_the_other_none() -> None:
    assert QFontInfo(serif(BODY)).family() != QFontInfo(sans()).family()
    assert sans(12, QFont.Weight.Bold).weight() == QFont.Weight.Bold


@pytest.mark.parametrize("zoom", [50, 100, 137, 200, 300])
def test_lines_stand_slot_to_slot(zoom: int) -> None:
    measures = Measures(zoom)
    for heading, leading in ((False, measures.leading), (True, measures.heading_leading)):
        room = slot(measures, heading)
        assert room.top + room.bottom == pytest.approx(leading)
        assert 0 < room.above < room.top
        assert 0 < room.below < room.bottom
    assert measures.leading == pytest.approx(16.5 * 1.68 * zoom / 100)
    assert measures.heading_scale > measures.scale
