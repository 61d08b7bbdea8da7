"""The panel as the window uses it: what is shown, chosen, filtered and counted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.claim import Claim, Link, LinkRole, SourceKind, Stake
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.model.ids import ClaimId, PersonId
from annotator.model.person import Person
from annotator.model.register import key_of
from annotator.model.span import Span
from annotator.ui import palette
from annotator.ui.claims.link_picker import LinkPicker
from annotator.ui.claims.panel import ClaimsPanel
from annotator.ui.style import apply_style
from tests.ui.claims.story import (
    ANNA,
    ARTICLE,
    NAZARY,
    PEOPLE,
    TALIBAN,
    TEXT,
    C,
    a_dozen,
    claim,
    said,
)

Open = Callable[[str], Claim]

# What the platform without a screen cannot do: place pop-ups and dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def rows(panel: ClaimsPanel) -> list[str]:
    return [panel.model.entries.entry(row)[0].id for row in range(len(panel.model.entries))]


def words(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def settled(panel: ClaimsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel._rest.isActive())


def test_claims_stand_in_the_order_of_the_article(panel: ClaimsPanel) -> None:
    assert rows(panel) == [one.id for one in a_dozen()]
    assert panel.current() is None


def test_the_tabs_count(panel: ClaimsPanel, qtbot: QtBot) -> None:
    settled(panel, qtbot)
    assert [panel.tabs.tabText(tab) for tab in (0, 1)] == ["Claims 12", "Sources 5"]
    assert panel.tally.summary() == (
        "12 passages: 7 attributed to 4 sources, 2 contested, 3 verified, 2 open, 4 unfinished"
    )


def test_the_counts_follow_every_change(panel: ClaimsPanel, qtbot: QtBot) -> None:
    settled(panel, qtbot)
    by_name = {one.id: one for one in a_dozen()}
    new = claim("new", "The NRF is composed of former members", C)
    named = replace(by_name[ClaimId("weaknesses")], attributions=(said(NAZARY),))
    panel.apply([new, named], [ClaimId("close"), ClaimId("unknown")])
    settled(panel, qtbot)
    fresh = ClaimsPanel(palette.load(dark=False))
    qtbot.addWidget(fresh)
    left = [one for one in a_dozen() if one.id not in ("close", "weaknesses")]
    fresh.show_article(ARTICLE, TEXT, [*left, new, named], PEOPLE)
    assert panel.tally.summary() == fresh.tally.summary()
    assert [panel.tabs.tabText(tab) for tab in (0, 1)] == ["Claims 12", "Sources 4"]
    assert rows(panel) == rows(fresh)


def test_a_chosen_claim_opens_and_says_nothing(
    panel: ClaimsPanel, qtbot: QtBot, open_claim: Open
) -> None:
    with qtbot.assertNotEmitted(panel.chosen):
        open_claim("close")
    assert panel.current() == "close"
    assert panel.page.list.open_row() == 6
    card = panel.editor.card
    assert "the groups remain close" in words(card)
    rect = panel.page.list.card_rect(6)
    corner = panel.page.list.viewport().mapTo(panel, rect.topLeft())
    assert card.mapTo(panel, QPoint(0, 0)) == corner
    assert card.height() == rect.height() == card.needed(rect.width())


def test_an_unknown_claim_chooses_nothing(panel: ClaimsPanel, open_claim: Open) -> None:
    open_claim("close")
    panel.set_current("nobody")
    assert panel.current() is None
    assert panel.page.list.open_row() == -1
    panel.set_current(None)
    assert panel.current() is None


def test_a_click_chooses(panel: ClaimsPanel, qtbot: QtBot) -> None:
    view = panel.page.list
    with qtbot.waitSignal(panel.chosen) as caught:
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            view.card_rect(1).center(),
        )
    assert caught.args == ["aid"]
    assert panel.current() == "aid"


def test_keys_choose_open_and_come_back(panel: ClaimsPanel) -> None:
    view = panel.page.list
    view.setFocus()
    assert panel.current() is None
    chosen: list[str] = []
    panel.chosen.connect(chosen.append)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen == ["power", "aid", "operations"]
    QTest.keyClick(view, Qt.Key.Key_Return)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert inside.accessibleName() == "Who says so?"
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    QTest.keyClick(view, Qt.Key.Key_Tab)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert panel.editor.card.isAncestorOf(inside)


def test_next_and_previous(panel: ClaimsPanel) -> None:
    chosen: list[str] = []
    panel.chosen.connect(chosen.append)
    panel.previous()
    panel.next()
    panel.previous()
    panel.set_current(None)
    panel.next()
    panel.next()
    assert chosen == ["children", "children", "alternative", "power", "aid"]


def test_next_does_nothing_where_nothing_is(empty: ClaimsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(empty.chosen):
        empty.next()
        empty.previous()
        empty.open_fields()


def test_the_chosen_claim_keeps_its_place_in_a_list_that_changes(
    panel: ClaimsPanel, qtbot: QtBot, open_claim: Open
) -> None:
    open_claim("close")
    with qtbot.assertNotEmitted(panel.chosen):
        panel.apply([claim("new", "Afghan Resistance Continues", C)], [ClaimId("power")])
        panel.apply([claim("newer", "Three Years After", C)], [])
    settled(panel, qtbot)
    assert panel.current() == "close"
    assert panel.page.list.open_row() == rows(panel).index("close")
    assert panel.page.list.currentIndex().row() == rows(panel).index("close")


def test_a_claim_whose_ends_were_moved_stays_chosen(
    panel: ClaimsPanel, qtbot: QtBot, open_claim: Open
) -> None:
    moved = open_claim("close")
    span = Span(5, 20)
    panel.apply([replace(moved, span=span)], [])
    settled(panel, qtbot)
    assert rows(panel)[0] == "close"
    assert panel.page.list.open_row() == 0
    assert panel.model.entries.entry(0)[0].span == span


def test_a_chosen_claim_that_goes_closes(
    panel: ClaimsPanel, qtbot: QtBot, open_claim: Open
) -> None:
    open_claim("close")
    with qtbot.assertNotEmitted(panel.chosen):
        panel.apply([], [ClaimId("close")])
    settled(panel, qtbot)
    assert panel.current() is None
    assert panel.page.list.open_row() == -1
    assert not panel.editor.card.isVisible()
    assert not panel.page.list.currentIndex().isValid()


def test_who_removes_from_the_list_goes_on_with_the_next_one(panel: ClaimsPanel) -> None:
    chosen: list[str] = []
    panel.chosen.connect(chosen.append)
    panel.set_current("close")
    panel.page.list.setFocus()
    panel.apply([], [ClaimId("close"), ClaimId("downplay")])
    assert panel.current() == "killed"
    assert panel.page.list.currentIndex().row() == rows(panel).index("killed")
    panel.set_current("children")
    panel.apply([], [ClaimId("children")])
    assert panel.current() == "alternative"
    assert chosen == ["killed", "alternative"]
    assert panel.page.list.hasFocus()
    panel.apply([], [ClaimId(name) for name in rows(panel)])
    assert panel.current() is None


def test_chips_that_are_toggled_by_assistive_technology_filter(
    panel: ClaimsPanel, qtbot: QtBot
) -> None:
    settled(panel, qtbot)
    chips = {one.accessibleName(): one for one in panel.page.filters.findChildren(QPushButton)}

    def toggle(name: str) -> None:
        spoken = QAccessible.queryAccessibleInterface(chips[name])
        actions = spoken.actionInterface() if spoken else None
        assert actions is not None
        actions.doAction("Toggle")

    toggle("4 still need something")
    assert len(rows(panel)) == 4
    toggle("4 still need something")
    assert len(rows(panel)) == 12


def test_many_changes_at_once(panel: ClaimsPanel, qtbot: QtBot, open_claim: Open) -> None:
    open_claim("close")
    base = a_dozen()[0]
    many = [
        replace(base, id=ClaimId(f"n{n}"), span=Span(n, n + 2), tags=frozenset({C}))
        for n in range(500)
    ]
    panel.apply(many, [])
    settled(panel, qtbot)
    assert len(rows(panel)) == 512
    assert panel.page.list.open_row() == rows(panel).index("close")


def chip(panel: ClaimsPanel, name: str) -> QPushButton:
    for button in panel.page.filters.findChildren(QPushButton):
        if button.accessibleName() == name:
            return button
    raise LookupError(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Contested: 2 claims", ["close", "downplay"]),
        ("Open: 2 claims", ["aid", "children"]),
        ("4 still need something", ["weaknesses", "downplay", "killed", "assassinated"]),
    ],
)
def test_chips_filter(panel: ClaimsPanel, qtbot: QtBot, name: str, shown: list[str]) -> None:
    settled(panel, qtbot)
    with qtbot.waitSignal(panel.shown_filter_changed):
        chip(panel, name).click()
    assert rows(panel) == shown
    chip(panel, name).click()
    assert len(rows(panel)) == 12


def test_words_filter_after_a_moment(panel: ClaimsPanel, qtbot: QtBot) -> None:
    field = panel.page.filters.findChild(QLineEdit)
    assert field is not None
    with qtbot.waitSignal(panel.shown_filter_changed):
        QTest.keyClicks(field, "nazary")
    assert rows(panel) == ["operations", "centers"]


def test_the_menu_orders_by_time(panel: ClaimsPanel, qtbot: QtBot) -> None:
    late = claim("late", "Afghan Resistance Continues", minute=100_000)
    panel.apply([late], [])
    assert rows(panel)[0] == "late"
    actions = {one.text(): one for one in panel.page.filters._menu_button.menu().actions()}
    with qtbot.waitSignal(panel.shown_filter_changed):
        actions["As they were made"].trigger()
    assert rows(panel)[-1] == "late"
    actions["Only those that are complete"].trigger()
    assert "weaknesses" not in rows(panel)
    assert "aid" in rows(panel)


def test_the_open_claim_stays_while_it_is_made_complete(
    panel: ClaimsPanel, qtbot: QtBot, open_claim: Open
) -> None:
    settled(panel, qtbot)
    chip(panel, "4 still need something").click()
    bare = open_claim("weaknesses")
    panel.apply([replace(bare, attributions=(said(NAZARY),))], [])
    settled(panel, qtbot)
    assert "weaknesses" in rows(panel)
    panel.set_current("downplay")
    assert rows(panel) == ["downplay", "killed", "assassinated"]


def test_a_claim_that_the_filter_hides_is_shown_while_it_is_chosen(
    panel: ClaimsPanel, qtbot: QtBot, open_claim: Open
) -> None:
    settled(panel, qtbot)
    chip(panel, "Contested: 2 claims").click()
    open_claim("power")
    assert rows(panel) == ["power", "close", "downplay"]
    panel.set_current(None)
    assert rows(panel) == ["close", "downplay"]


def test_nothing_that_fits_can_be_undone(panel: ClaimsPanel, qtbot: QtBot) -> None:
    settled(panel, qtbot)
    panel.page.filters.only_source(("nobody",), "nobody")
    assert words(panel.page).endswith("No claim fits what you are looking for.")
    panel.page._nothing.show_all.click()
    assert len(rows(panel)) == 12


def test_an_empty_panel_says_what_to_do(empty: ClaimsPanel) -> None:
    empty.show_article(None, "", (), {})
    assert words(empty.page) == "Open an article to see its claims here."
    empty.show_article(ARTICLE, TEXT, [], PEOPLE)
    assert words(empty.page) == (
        "Nothing marked yet. Select some words of the article and press 1, 2, 3 or 4."
    )
    empty.apply([claim("new", "the groups remain close")], [])
    assert rows(empty) == ["new"]
    assert empty.page.list.isVisible()


def test_claims_of_several_on_one_span_are_one_entry(
    panel: ClaimsPanel, qtbot: QtBot, open_claim: Open
) -> None:
    ben = Person(PersonId("person-ben"), "Ben")
    mine = a_dozen()[6]
    theirs = replace(mine, id=ClaimId("bens"), person=ben.id, note="Ben’s", tags=frozenset({C}))
    panel.show_article(ARTICLE, TEXT, [mine, theirs], {ANNA.id: ANNA, ben.id: ben})
    assert rows(panel) == ["bens"]
    card = panel.model.card(0)
    assert (card.title, card.facts) == ("Attributed, contested", "Ben, Anna")
    open_claim("close")
    whose = panel.editor.card.top.whose
    assert isinstance(whose, QComboBox)
    assert [whose.itemText(n) for n in range(whose.count())] == ["Ben", "Anna"]
    whose.setCurrentIndex(0)
    with qtbot.waitSignal(panel.chosen):
        whose.activated.emit(0)
    assert panel.current() == "bens"


# -- the register of sources


def test_a_source_is_edited_for_all_its_claims(
    panel: ClaimsPanel, qtbot: QtBot, edits: list[ClaimEdit | SourceEdit]
) -> None:
    panel.tabs.setCurrentIndex(1)
    sources = panel.sources
    sources.list.setFocus()
    QTest.keyClick(sources.list, Qt.Key.Key_Down)
    QTest.keyClick(sources.list, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == NAZARY.name
    field.selectAll()
    QTest.keyClicks(field, "Ali Nazary")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is sources.list
    assert edits == [SourceEdit(NAZARY.id, edits[0].visit, replace(NAZARY, name="Ali Nazary"))]
    renamed = replace(NAZARY, name="Ali Nazary")
    with_it = [one for one in a_dozen() if one.id in ("operations", "centers")]
    panel.apply([replace(one, attributions=(said(renamed),)) for one in with_it], [])
    settled(panel, qtbot)
    assert sources.model.lines[0].source == renamed
    assert sources.list.open_row() == 0


def test_a_source_without_a_name_field_keeps_its_name(
    panel: ClaimsPanel, edits: list[ClaimEdit | SourceEdit]
) -> None:
    panel.tabs.setCurrentIndex(1)
    panel.sources.list.setFocus()
    QTest.keyClick(panel.sources.list, Qt.Key.Key_Down)
    field = panel.sources.card.form.inputs["name"].targets[0]
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    panel.flush()
    assert edits == []


def test_a_source_leads_to_its_claims(panel: ClaimsPanel) -> None:
    panel.tabs.setCurrentIndex(1)
    panel.sources.list.setFocus()
    QTest.keyClick(panel.sources.list, Qt.Key.Key_Down)
    assert panel.sources.card.claims.text() == "Show its 2 claims"
    panel.sources.card.claims.click()
    assert panel.tabs.currentIndex() == 0
    assert rows(panel) == ["operations", "centers"]
    chip(panel, f"Only claims from {NAZARY.name}").click()
    assert len(rows(panel)) == 12


def test_sources_follow_while_they_are_shown(panel: ClaimsPanel, qtbot: QtBot) -> None:
    panel.tabs.setCurrentIndex(1)
    assert len(panel.sources.model.lines) == 5
    panel.apply([], [ClaimId("close")])
    settled(panel, qtbot)
    keys = [line.key for line in panel.sources.model.lines]
    assert key_of(a_dozen()[6], TALIBAN) not in keys
    panel.show_article(ARTICLE, TEXT, [], PEOPLE)
    settled(panel, qtbot)
    assert words(panel.sources) == (
        "No sources yet. Say of a claim who says so, and they stand here, each once."
    )


# -- links


def test_a_claim_to_link_to_is_picked(
    panel: ClaimsPanel,
    qtbot: QtBot,
    edits: list[ClaimEdit | SourceEdit],
    open_claim: Open,
) -> None:
    claim_ = open_claim("downplay")
    panel.editor.card.add_link.click()
    picker = panel.findChild(LinkPicker)
    assert picker is not None
    ok = picker.buttons.button(picker.buttons.StandardButton.Ok)
    assert picker.list.model().rowCount() == 11
    assert not ok.isEnabled()
    QTest.keyClicks(picker.words, "remain close")
    assert picker.list.model().rowCount() == 1
    picker.list.setFocus()
    QTest.keyClick(picker.list, Qt.Key.Key_Down)
    assert ok.isEnabled()
    with qtbot.waitSignal(picker.finished):
        QTest.keyClick(picker.list, Qt.Key.Key_Return)
    link = Link(ClaimId("close"), LinkRole.DISAGREES)
    assert edits == [ClaimEdit(claim_.id, edits[0].visit, links=(link,))]


def test_enter_links_the_only_claim_that_fits(
    panel: ClaimsPanel, edits: list[ClaimEdit | SourceEdit], open_claim: Open
) -> None:
    claim_ = open_claim("downplay")
    panel.editor.card.add_link.click()
    picker = panel.findChild(LinkPicker)
    assert picker is not None
    QTest.keyClick(picker.words, Qt.Key.Key_Return)
    assert picker.isVisible()
    QTest.keyClicks(picker.words, "remain close")
    assert picker.buttons.button(picker.buttons.StandardButton.Ok).isEnabled()
    QTest.keyClick(picker.words, Qt.Key.Key_Return)
    assert not picker.isVisible()
    link = Link(ClaimId("close"), LinkRole.DISAGREES)
    assert edits == [ClaimEdit(claim_.id, edits[0].visit, links=(link,))]


def test_down_leads_from_the_words_into_the_list_of_claims_to_link_to(
    panel: ClaimsPanel, open_claim: Open
) -> None:
    open_claim("downplay")
    panel.editor.card.add_link.click()
    picker = panel.findChild(LinkPicker)
    assert picker is not None
    ok = picker.buttons.button(picker.buttons.StandardButton.Ok)
    dull = ok.grab().toImage()
    assert ok.icon().isNull()
    QTest.keyClick(picker.words, Qt.Key.Key_Down)
    assert picker.focusWidget() is picker.list
    assert picker.list.currentIndex().row() == 0
    assert ok.isEnabled()
    accent = palette.load(dark=False).accent
    assert dull.pixelColor(8, dull.height() // 2) != accent
    assert ok.grab().toImage().pixelColor(8, dull.height() // 2) == accent
    picker.reject()


def test_escape_empties_the_words_that_are_looked_for(panel: ClaimsPanel, qtbot: QtBot) -> None:
    words_ = next(one for one in panel.page.filters.findChildren(QLineEdit))
    words_.setFocus()
    QTest.keyClicks(words_, "remain close")
    qtbot.waitUntil(lambda: len(rows(panel)) == 1)
    QTest.keyClick(words_, Qt.Key.Key_Escape)
    assert words_.text() == ""
    assert len(rows(panel)) == 12


# -- looks


@pytest.mark.parametrize(
    ("dark", "scale", "rtl"),
    [(True, 1.0, False), (False, 2.0, False), (False, 1.0, True), (True, 2.0, True)],
)
def test_it_is_painted_in_every_look(
    panel: ClaimsPanel, qapp: QApplication, open_claim: Open, dark: bool, scale: float, rtl: bool
) -> None:
    open_claim("killed")
    before = panel.grab().toImage()
    colours = palette.load(dark)
    apply_style(qapp, colours, scale)
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(direction)
    panel.set_palette(colours)
    panel.tabs.setCurrentIndex(1)
    panel.tabs.setCurrentIndex(0)
    now = panel.grab().toImage()
    assert now != before
    rect = panel.page.list.card_rect(panel.page.list.open_row())
    assert rect.height() == panel.editor.card.height()


def test_leaving_nothing_behind(qtbot: QtBot, styled: palette.Palette) -> None:
    """A window that goes takes its panel along without a word from Qt."""
    panel = ClaimsPanel(styled)
    panel.show_article(ARTICLE, TEXT, a_dozen(), PEOPLE)
    panel.set_current("close")
    panel.open_fields()
    panel.tabs.setCurrentIndex(1)
    panel.deleteLater()
    QApplication.sendPostedEvents()
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.setFocus()
    assert other.isVisible()


def test_a_question_about_the_address_comes_with_the_address(
    panel: ClaimsPanel, qtbot: QtBot, open_claim: Open
) -> None:
    open_claim("power")
    assert list(panel.editor.card.questions.targets()) == []
    address = "http://un.org/securitycouncil/report-2001/?utm_source=mail"
    panel.show_details(replace(ARTICLE, metadata=replace(ARTICLE.metadata, address=address)))
    settled(panel, qtbot)
    (away,) = panel.editor.card.questions.targets()
    assert "the address of the article itself" in away.accessibleName()


def test_it_is_seen_whether_the_keyboard_is_in_the_list_or_in_the_fields(
    panel: ClaimsPanel, open_claim: Open
) -> None:
    open_claim("aid")
    panel.page.list.setFocus()
    outside = panel.grab().toImage()
    panel.open_fields()
    panel.editor.card.add_link.setFocus()
    corner = panel.page.list.viewport().mapTo(panel, panel.page.list.card_rect(1).topLeft())
    beside = (corner.x() - 2, corner.y() + 60)
    assert panel.grab().toImage().pixelColor(*beside) != outside.pixelColor(*beside)


def test_a_stake_in_the_register_is_written_at_once(
    panel: ClaimsPanel, edits: list[ClaimEdit | SourceEdit]
) -> None:
    panel.tabs.setCurrentIndex(1)
    panel.sources.list.setFocus()
    QTest.keyClick(panel.sources.list, Qt.Key.Key_Down)
    stake = panel.sources.card.form.inputs["stake"].targets[1]
    kind = panel.sources.card.form.inputs["kind"].targets[0]
    assert isinstance(kind, QComboBox)
    QTest.mouseClick(stake, Qt.MouseButton.LeftButton)
    kind.setCurrentIndex(2)
    kind.activated.emit(2)
    independent = replace(NAZARY, stake=Stake.INDEPENDENT)
    assert edits == [
        SourceEdit(NAZARY.id, edits[0].visit, independent),
        SourceEdit(NAZARY.id, edits[1].visit, replace(independent, kind=SourceKind.ORGANISATION)),
    ]
    assert edits[0].visit != edits[1].visit
