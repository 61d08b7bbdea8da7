"""The look of the window: readable by computation, whole, and as large as it is asked to be."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.model.tags import Tag
from annotator.ui import palette
from annotator.ui.style import READABLE, apply_style, colours, contrast, mixed, readable, sheet

PAIRS = [
    *(("ink", ground) for ground in ("ground", "panel", "paper", "field", "raised", "hover")),
    *(("ink", ground) for ground in ("selection", "tinted", "tab", "pressed", "sunken")),
    *(("soft", ground) for ground in ("ground", "panel", "paper", "field", "trough", "sunken")),
    *(("accent", ground) for ground in ("panel", "paper", "hover")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover")),
    ("warm_ink", "warm"),
]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read(dark: bool, words: str, ground: str) -> None:
    made = colours(palette.load(dark))
    assert contrast(made[words], made[ground]) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
def test_a_focus_ring_is_seen(dark: bool) -> None:
    made = colours(palette.load(dark))
    assert all(contrast(made["accent"], made[one]) >= 3 for one in ("panel", "paper", "field"))


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#fff")) == pytest.approx(4.48, abs=0.01)


def test_a_colour_is_mended_as_little_as_can_be() -> None:
    light = palette.load(dark=False)
    warm = light.tags[Tag.CONTESTED]
    assert contrast(warm.line, warm.tint) < READABLE
    mended = readable(warm.line, warm.tint, light.ink)
    assert READABLE <= contrast(mended, warm.tint) < READABLE + 0.6
    assert readable(light.ink, light.paper, light.ink) == mixed(light.ink, light.ink, 0)


@pytest.mark.parametrize("dark", [False, True])
def test_the_sheet_names_only_colours_that_there_are(dark: bool) -> None:
    made = sheet(palette.load(dark))
    assert "$" not in made
    for mark in re.findall(r'url\("([^"]+)"\)', made):
        assert Path(mark).is_file()


def test_lengths_grow_and_hairlines_do_not() -> None:
    once, twice = (sheet(palette.load(dark=False), scale) for scale in (1.0, 2.0))
    assert "border-radius: 7px" in once
    assert "border-radius: 14px" in twice
    assert "border: 1px solid" in twice


def test_an_application_is_dressed_and_dressed_again(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Open")
    qtbot.addWidget(button)
    light, dark = palette.load(dark=False), palette.load(dark=True)
    apply_style(qapp, light)
    small = button.sizeHint()
    assert qapp.palette().color(QPalette.ColorRole.Window) == light.panel
    apply_style(qapp, dark, 2.0)
    assert qapp.palette().color(QPalette.ColorRole.Window) == dark.panel
    assert button.sizeHint().height() > 1.6 * small.height()
    apply_style(qapp, light)
    qapp.setStyleSheet("")
