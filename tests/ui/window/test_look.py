"""Sizes, panels, light and dark; and that everything can be named and reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QActionGroup,
)
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui import palette
from tests.ui.window.conftest import Hands, Opener, rest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_window_is_as_it_was_left(opener: Opener) -> None:
    first = opener()
    first.window.resize(1220, 730)
    first.do("zoom_in")
    first.do("zoom_in")
    first.window.actions_by_id["articles_panel"].setChecked(False)
    first.window.show_panel("articles_panel")
    first.window.sides.setSizes([0, 700, 420])
    rest()
    sizes = first.window.sides.sizes()
    first.window.close()
    again = opener()
    assert again.room.page.reader.zoom == 120
    assert again.room.articles.isHidden()
    assert abs(again.window.sides.sizes()[2] - sizes[2]) < 100


def test_zoom_stays_within_what_can_be_read(hands: Hands) -> None:
    for _turn in range(40):
        hands.room.zoom(1)
    assert hands.room.page.reader.zoom == 300
    assert hands.window.status.zoom.text() == "300 %"
    hands.do("zoom_reset")
    assert hands.room.page.reader.zoom == 100


def test_dark_reaches_every_part(hands: Hands) -> None:
    hands.do("dark")
    rest(100)
    ground = palette.load(dark=True).ground
    image = hands.window.grab().toImage()
    assert image.pixelColor(hands.window.sides.mapTo(hands.window, hands.room.page.pos())) in (
        ground,
        palette.load(dark=True).panel,
        palette.load(dark=True).hairline,
    )
    reader = hands.room.page.reader.viewport().grab().toImage()
    assert reader.pixelColor(2, 2) == ground
    hands.do("light")
    rest(100)
    reader = hands.room.page.reader.viewport().grab().toImage()
    assert reader.pixelColor(2, 2) == palette.load(dark=False).ground


def test_on_a_narrow_screen_nothing_is_pushed_out_of_sight(hands: Hands) -> None:
    hands.window.resize(800, 600)
    rest(100)
    tools = hands.window.tools
    shown = tools.rect()
    for widget in (tools.person, *tools.tags):
        assert widget.isVisible()
        assert shown.contains(widget.geometry())


def test_ctrl_s_says_that_it_is_saved_already(hands: Hands) -> None:
    hands.do("save")
    assert hands.window.status.summary.text().startswith("Already saved")


def test_every_control_that_takes_the_focus_has_a_name_and_a_role(hands: Hands) -> None:
    hands.tag("over 200 operations", "attributed", "contested", "verified")
    rest(200)
    nameless = [
        f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        for one in hands.window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not _name(QAccessible.queryAccessibleInterface(one))
    ]
    assert nameless == []


def test_the_article_and_the_claims_are_found_by_name(hands: Hands) -> None:
    hands.tag("over 200 operations", "attributed")
    article = QAccessible.queryAccessibleInterface(hands.room.page.reader)
    assert article.text(QAccessible.Text.Name) == "Article"
    assert article.textInterface().text(0, 20) == hands.text[:20]
    claims = QAccessible.queryAccessibleInterface(hands.room.claims.page.list)
    assert (claims.role(), _name(claims)) == (QAccessible.Role.List, "Claims")
    assert _name(claims.child(0)).lstrip("“").startswith("over 200 operations")


def test_the_menu_tag_has_its_items(hands: Hands) -> None:
    menus = {menu.text(): menu for menu in hands.window.menuBar().actions()}
    items = [one.text() for one in menus["Tag"].menu().actions() if not one.isSeparator()]  # type: ignore[attr-defined]
    assert items == ["Attributed", "Contested", "Verified", "Open", "Remove"]


@pytest.mark.parametrize("deed", ["tags_help", "keys_help", "about", "rename"])
def test_help_and_questions_open_and_close(hands: Hands, deed: str) -> None:
    hands.do(deed)
    question = hands.question()
    assert question.accessibleName()
    question.reject()
    hands.settle()


def test_the_help_names_both_keys_that_select_sentences(hands: Hands) -> None:
    hands.do("keys_help")
    question = hands.question()
    words = [one.text() for one in question.findChildren(QLabel)]
    keys = words[words.index("Sentence by sentence") + 1]
    assert keys == "Alt+Shift+← →   Ctrl+Shift+PgUp PgDown"
    question.reject()


def _name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def test_a_panel_comes_back_as_wide_as_it_was(opener: Opener) -> None:
    first = opener()
    first.window.sides.setSizes([240, 600, 440])
    rest(50)
    width = first.window.sides.sizes()[2]
    for _turn in range(2):
        first.do("claims_panel")
    rest(50)
    assert abs(first.window.sides.sizes()[2] - width) < 30
    first.do("claims_panel")
    first.window.close()
    again = opener()
    again.do("claims_panel")
    rest(50)
    assert abs(again.window.sides.sizes()[2] - width) < 30


def test_what_the_status_bar_says_is_spoken(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: list[str] = []

    def update(event: QAccessibleAnnouncementEvent) -> None:
        spoken.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    hands.window.status.say("Already saved")
    assert spoken == ["Already saved"]


def test_of_two_looks_one_is_chosen_and_no_group_is_empty(hands: Hands) -> None:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    groups = hands.window.findChildren(QActionGroup, options=direct)
    assert [[one.objectName() for one in group.actions()] for group in groups] == [
        ["as_system", "light", "dark"]
    ]
