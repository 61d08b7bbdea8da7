"""On a small screen the article has most of the room, and everything else is near at hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.options import WindowOptions
from annotator.app.window import application, open_window
from annotator.ui.window import MainWindow
from tests.ui.window.conftest import Hands, rest, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Hands]:
    """A first start on a screen of 800 x 800, the one there is without a screen."""
    application()
    window: MainWindow = open_window(WindowOptions(tmp_path / "library", None, None))
    window.show()
    until(lambda: window.room and window.room.is_furnished)
    hands = Hands(window)
    hands.settle()
    yield hands
    window.close()
    window.deleteLater()


def test_at_a_first_start_the_article_is_the_widest(first: Hands) -> None:
    assert first.window.width() == 800
    articles, page, claims = first.window.sides.sizes()
    assert articles == 0
    assert 248 <= claims <= 0.34 * 800
    assert page > 1.9 * claims


def test_lists_that_are_opened_leave_the_article_the_widest(first: Hands) -> None:
    first.window.resize(1024, 700)
    first.do("articles_panel")
    rest(50)
    articles, page, claims = first.window.sides.sizes()
    assert 180 <= articles <= 250
    assert page > claims >= 248
    assert page >= 400
