"""Our icons: each can be drawn, in any colour and density."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from annotator.ui import palette
from annotator.ui.icons import drawn, icon, names

pytestmark = pytest.mark.usefixtures("qapp")


def colours_in(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    seen = (image.pixelColor(x, y) for x, y in points)
    return {one.name() for one in seen if one.alpha() == 255}


@pytest.mark.parametrize("name", sorted(names()))
def test_each_is_drawn_in_the_colour_that_is_asked_for(name: str) -> None:
    image = drawn(name, QColor("#2f5d8a"), QSize(48, 48)).toImage()
    assert colours_in(image) == {"#2f5d8a"}


def test_the_ones_that_the_window_needs_are_there() -> None:
    assert names() >= {
        *("menu", "undo", "redo", "find", "zoom", "report", "person", "close", "next"),
        *("previous", "add", "trash", "link", "drag"),
    }


def test_it_is_sharp_on_dense_screens() -> None:
    ink = palette.load(dark=False)
    pixmap = icon("find", ink).pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2.0


def test_it_is_paler_where_disabled() -> None:
    find = icon("find", palette.load(dark=False))
    normal = find.pixmap(QSize(48, 48)).toImage()
    disabled = find.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert colours_in(normal)
    assert not colours_in(disabled)


def test_an_unknown_icon_says_so() -> None:
    with pytest.raises(FileNotFoundError):
        drawn("nothing", QColor("black"), QSize(16, 16))
