"""When a field is written, what is sent, and that nothing typed is lost or pushed about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.edit import ClaimEdit, SourceEdit
from annotator.ui.claims import visits
from annotator.ui.claims.panel import ClaimsPanel
from tests.ui.claims.story import AMAN, NAZARY, REPORT, a_dozen, said

Edits = list[ClaimEdit | SourceEdit]
Open = Callable[[str], Claim]
Find = Callable[[str], QWidget]

# What the platform without a screen cannot do: place the pop-up of offered names.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BY_NAME = {str(one.id): one for one in a_dozen()}


def write(widget: QWidget, words: str) -> None:
    """Type words into an empty or selected field."""
    widget.setFocus()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        widget.selectAll()
    QTest.keyClicks(widget, words)


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is long for a test."""
    monkeypatch.setattr(visits, "PAUSE", 60)


def test_a_field_is_written_a_pause_after_the_last_key(
    qtbot: QtBot, edits: Edits, open_claim: Open, field: Find
) -> None:
    claim = open_claim("aid")
    write(field("Note"), "Who counted")
    assert edits == []
    qtbot.waitUntil(lambda: bool(edits))
    (edit,) = edits
    assert edit == ClaimEdit(claim.id, edit.visit, note="Who counted")


def test_one_stay_in_a_field_is_one_visit(
    qtbot: QtBot, edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("operations")
    note = field("Note")
    write(note, "one")
    qtbot.waitUntil(lambda: len(edits) == 1)
    QTest.keyClicks(note, " two")
    qtbot.waitUntil(lambda: len(edits) == 2)
    write(field("Words that say so"), "said")
    write(note, "three")
    qtbot.waitUntil(lambda: len(edits) == 4)
    first, second, third, fourth = (edit.visit for edit in edits)
    assert first == second
    assert len({first, third, fourth}) == 3


def test_leaving_a_field_writes_it_at_once(
    edits: Edits, open_claim: Open, field: Find, panel: ClaimsPanel
) -> None:
    open_claim("operations")
    write(field("Words that say so"), "claimed")
    assert edits == []
    panel.page.list.setFocus()
    (edit,) = edits
    assert isinstance(edit, ClaimEdit)
    assert edit.attributions == (said(NAZARY, "claimed"),)


@pytest.mark.parametrize("how", ["flush", "other", "none", "article", "filter", "tab", "escape"])
def test_whatever_closes_the_fields_writes_first(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find, how: str
) -> None:
    open_claim("aid")
    note = field("Note")
    write(note, "Not lost")
    match how:
        case "flush":
            panel.flush()
        case "other":
            panel.set_current("close")
        case "none":
            panel.set_current(None)
        case "article":
            panel.show_article(None, "", (), {})
        case "filter":
            panel.page.filters.show_all()
            panel.page.filters.only_source(("nobody",), "nobody")
        case "tab":
            panel.tabs.setCurrentIndex(1)
        case _:
            QTest.keyClick(note, Qt.Key.Key_Escape)
    assert [(edit.claim, edit.note) for edit in edits if isinstance(edit, ClaimEdit)] == [
        ("aid", "Not lost")
    ]


def test_nothing_is_written_where_nothing_was_changed(
    qtbot: QtBot, panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("operations")
    write(field("Note"), "x")
    QTest.keyClick(field("Note"), Qt.Key.Key_Backspace)
    field("Who says so?").setFocus()
    write(field("Who says so?"), NAZARY.name)
    panel.flush()
    qtbot.wait(100)
    assert edits == []


def test_a_name_of_one_source_is_written_for_all_its_claims(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    claim = open_claim("alternative")
    write(field("Who says so?"), "Dr. Fatemeh  Aman")
    panel.flush()
    value, on = replace(AMAN, name="Dr. Fatemeh Aman"), (claim.id, SourceRole.SOURCE)
    assert edits == [SourceEdit(AMAN.id, edits[0].visit, value, on)]


def test_a_known_name_brings_its_kind_and_stake(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("weaknesses")
    write(field("Who says so?"), REPORT.name)
    panel.flush()
    assert edits == [
        ClaimEdit(BY_NAME["weaknesses"].id, edits[0].visit, attributions=(Attribution(REPORT),))
    ]
    kind, stake = field("Kind"), field("Stake in the matter: independent")
    assert isinstance(kind, QComboBox)
    assert isinstance(stake, QAbstractButton)
    assert kind.currentText() == "Document"
    assert stake.isChecked()


def test_known_names_are_offered(open_claim: Open, field: Find) -> None:
    open_claim("weaknesses")
    line = field("Who says so?")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "report")
    completer = line.completer()
    assert completer is not None
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == REPORT.name
    line.clearFocus()


def test_taking_an_offered_name_writes_it(edits: Edits, open_claim: Open, field: Find) -> None:
    open_claim("weaknesses")
    line = field("Who says so?")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "rep")
    completer = line.completer()
    assert completer is not None
    completer.activated.emit(REPORT.name)
    assert len(edits) == 1
    assert line.text() == REPORT.name
    completer.popup().hide()  # type: ignore[union-attr]


def test_a_stake_is_kept_once_per_source(edits: Edits, open_claim: Open, field: Find) -> None:
    open_claim("alternative")
    QTest.mouseClick(field("Stake in the matter: independent"), Qt.MouseButton.LeftButton)
    assert edits == [SourceEdit(AMAN.id, edits[0].visit, replace(AMAN, stake=Stake.INDEPENDENT))]


def test_a_kind_can_be_chosen_before_a_name(edits: Edits, open_claim: Open, field: Find) -> None:
    claim = open_claim("weaknesses")
    kind = field("Kind")
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(4)
    kind.activated.emit(4)
    given = (Attribution(Source("", SourceKind.UNNAMED)),)
    assert edits == [ClaimEdit(claim.id, edits[0].visit, attributions=given)]


def test_the_second_field_is_written_on_top_of_the_first(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    """Before the library has answered."""
    open_claim("weaknesses")
    write(field("Who says so?"), "Ahmad Massoud")
    QTest.mouseClick(field("Stake in the matter: own interest"), Qt.MouseButton.LeftButton)
    write(field("Words that say so"), "says")
    panel.flush()
    last = edits[-1]
    assert isinstance(last, ClaimEdit)
    assert last.attributions == (Attribution(Source("Ahmad Massoud", stake=Stake.OWN), cue="says"),)


def test_an_answer_neither_moves_the_caret_nor_takes_words(
    qtbot: QtBot, panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    claim = open_claim("alternative")
    name = field("Who says so?")
    assert isinstance(name, QLineEdit)
    write(name, "Dr. Aman")
    qtbot.waitUntil(lambda: bool(edits))
    name.setCursorPosition(3)
    QTest.keyClicks(name, " F.")
    stored = replace(AMAN, name="Dr. Aman")
    panel.apply([replace(claim, attributions=(said(stored, "stated"),))], [])
    assert (name.text(), name.cursorPosition()) == ("Dr. F. Aman", 6)
    panel.flush()
    value, on = replace(AMAN, name="Dr. F. Aman"), (claim.id, SourceRole.SOURCE)
    assert edits[-1] == SourceEdit(AMAN.id, edits[0].visit, value, on)


def test_what_changes_elsewhere_is_shown_around_the_field_in_use(
    panel: ClaimsPanel, open_claim: Open, field: Find
) -> None:
    claim = open_claim("operations")
    note, cue = field("Note"), field("Words that say so")
    assert isinstance(note, QPlainTextEdit)
    assert isinstance(cue, QLineEdit)
    write(note, "half a sen")
    panel.apply([replace(claim, note="theirs", attributions=(said(NAZARY, "claims"),))], [])
    assert note.toPlainText() == "half a sen"
    assert cue.text() == "claims"


def test_undo_is_shown_in_the_field_that_has_the_focus(
    qtbot: QtBot, panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    claim = open_claim("operations")
    cue = field("Words that say so")
    assert isinstance(cue, QLineEdit)
    write(cue, "claimed")
    qtbot.waitUntil(lambda: bool(edits))
    panel.apply([replace(claim, attributions=(said(NAZARY, "claimed"),))], [])
    panel.apply([claim], [])
    assert cue.text() == "told"


def test_a_second_source(panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find) -> None:
    open_claim("operations")
    QTest.mouseClick(panel.editor.card.parts["source"].more, Qt.MouseButton.LeftButton)
    second = panel.editor.card.parts["source"].several.forms[1]
    line = QApplication.focusWidget()
    assert line is second.inputs["name"].targets[0]
    QTest.keyClicks(line, REPORT.name)
    panel.flush()
    (edit,) = edits
    assert isinstance(edit, ClaimEdit)
    assert edit.attributions == (said(NAZARY, "told"), Attribution(REPORT))
    assert field("Remove: Source 2").isVisible()
    QTest.mouseClick(field("Remove: Source 1"), Qt.MouseButton.LeftButton)
    last = edits[-1]
    assert isinstance(last, ClaimEdit)
    assert last.attributions == (Attribution(REPORT),)
    assert not second.isVisible()


def test_a_second_source_that_stays_empty_can_be_put_away(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("operations")
    part = panel.editor.card.parts["source"]
    QTest.mouseClick(part.more, Qt.MouseButton.LeftButton)
    assert part.several.forms[1].isVisible()
    QTest.mouseClick(field("Remove: Source 2"), Qt.MouseButton.LeftButton)
    assert not part.several.forms[1].isVisible()
    assert edits == []


def test_evidence_can_be_added_to_any_claim(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    claim = open_claim("aid")
    QTest.mouseClick(panel.editor.card.add_evidence, Qt.MouseButton.LeftButton)
    where = field("Where did you look?")
    assert QApplication.focusWidget() is where
    QTest.keyClicks(where, "https://www.example.org/x")
    QTest.mouseClick(field("What came of it?: supports it"), Qt.MouseButton.LeftButton)
    write(field("What did you find there?"), "It says so.")
    write(field("When did you check?"), "2024-08-30")
    panel.flush()
    last = edits[-1]
    assert last == ClaimEdit(
        claim.id,
        last.visit,
        evidence=(
            Evidence(
                "https://www.example.org/x",
                True,
                Outcome.SUPPORTS,
                date(2024, 8, 30),
                "It says so.",
            ),
        ),
    )


def test_a_place_that_is_no_address_is_text(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("power")
    write(field("Where did you look?"), "www.un.org")
    panel.flush()
    (edit,) = edits
    assert isinstance(edit, ClaimEdit)
    assert edit.evidence is not None
    assert not edit.evidence[0].is_address


def test_checked_today(edits: Edits, open_claim: Open, field: Find) -> None:
    open_claim("assassinated")
    QTest.mouseClick(field("Checked today"), Qt.MouseButton.LeftButton)
    (edit,) = edits
    assert isinstance(edit, ClaimEdit)
    assert edit.evidence is not None
    assert edit.evidence[0].checked == date.today()  # noqa: DTZ011 - the person's day


def test_a_date_that_cannot_be_read_stays_and_is_asked_about(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("power")
    line = field("When did you check?")
    assert isinstance(line, QLineEdit)
    write(line, "last week")
    field("Note").setFocus()
    problem = panel.editor.card.parts["evidence"].several.forms[0].inputs["checked"]
    assert problem.problem.isVisible()  # type: ignore[attr-defined]
    assert (line.text(), edits) == ("last week", [])
    write(line, "30.8.2024")
    assert not problem.problem.isVisible()  # type: ignore[attr-defined]


def test_a_date_that_cannot_be_read_is_there_again_when_its_claim_is(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("power")
    line = field("When did you check?")
    assert isinstance(line, QLineEdit)
    write(line, "last week")
    open_claim("close")
    assert panel.editor.card.unread() == {}
    open_claim("power")
    line = field("When did you check?")
    assert isinstance(line, QLineEdit)
    problem = panel.editor.card.parts["evidence"].several.forms[0].inputs["checked"]
    assert problem.problem.isVisible()  # type: ignore[attr-defined]
    assert (line.text(), edits) == ("last week", [])
    write(line, "31.8.2024")
    open_claim("close")
    (edit,) = edits
    assert isinstance(edit, ClaimEdit)
    assert edit.evidence is not None
    assert edit.evidence[0].checked == date(2024, 8, 31)
    open_claim("power")
    assert not problem.problem.isVisible()  # type: ignore[attr-defined]


def test_a_choice_is_taken_back_by_a_second_press(
    edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("power")
    for _press in range(2):
        button = field("What came of it?: supports it")
        assert isinstance(button, QAbstractButton)
        button.click()
    written = [edit.evidence for edit in edits if isinstance(edit, ClaimEdit)]
    outcomes = [[one.outcome for one in pieces or ()] for pieces in written]
    assert outcomes == [[None], [Outcome.SUPPORTS]]


def test_a_link_is_added_and_taken_off(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    claim = open_claim("close")
    panel.editor.add_link(claim.links[0])
    assert edits == []
    link = Link(BY_NAME["children"].id, LinkRole.RELATED)
    panel.editor.add_link(link)
    assert edits == [ClaimEdit(claim.id, edits[0].visit, links=(*claim.links, link))]
    quote = "The Taliban has been quick to downplay their close relationship with al Qaeda"
    QTest.mouseClick(field(f"Remove the link to: {quote}"), Qt.MouseButton.LeftButton)
    last = edits[-1]
    assert isinstance(last, ClaimEdit)
    assert last.links == (link,)


def test_a_link_leads_to_the_other_claim(
    qtbot: QtBot, panel: ClaimsPanel, open_claim: Open, field: Find
) -> None:
    open_claim("close")
    quote = "The Taliban has been quick to downplay their close relationship with al Qaeda"
    with qtbot.waitSignal(panel.chosen) as caught:
        QTest.mouseClick(field(f"Disagrees with this: {quote}"), Qt.MouseButton.LeftButton)
    assert caught.args == ["downplay"]
    assert panel.current() == "downplay"


def test_a_hint_is_put_away_for_good(
    qtbot: QtBot, panel: ClaimsPanel, open_claim: Open, field: Find
) -> None:
    open_claim("operations")
    name = (
        "Put this question away: Ali Nazary, head of foreign relations for the NRF has a stake "
        "in it. Who outside could confirm it?"
    )
    with qtbot.waitSignal(panel.dismissed) as caught:
        QTest.mouseClick(field(name), Qt.MouseButton.LeftButton)
    assert caught.args == ["operations", "own-interest"]
    with pytest.raises(LookupError):
        field(name)
    panel.set_dismissed({})
    qtbot.waitUntil(lambda: bool(list(panel.editor.card.questions.targets())))


def test_fields_of_a_tag_that_was_taken_off_stay(
    panel: ClaimsPanel, open_claim: Open, field: Find
) -> None:
    claim = open_claim("operations")
    panel.apply([replace(claim, tags=frozenset())], [])
    name = field("Who says so?")
    assert isinstance(name, QLineEdit)
    assert name.text() == NAZARY.name


def test_tab_goes_through_the_fields_in_reading_order(panel: ClaimsPanel, open_claim: Open) -> None:
    open_claim("killed")
    panel.open_fields()
    names = []
    for _step in range(12):
        now = QApplication.focusWidget()
        assert now is not None
        seen = QAccessible.queryAccessibleInterface(now)
        names.append(now.accessibleName() or seen.text(QAccessible.Text.Name))
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert names == [
        "Who says so?",
        "Kind",
        "Words that say so",
        "Stake in the matter: own interest",
        "Who told them?",
        "Add another source",
        "What does Verified mean?",
        "Where did you look?",
        "What came of it?: supports it",
        "What did you find there?",
        "When did you check?",
        "Checked today",
    ]


def test_a_field_that_gets_the_focus_comes_into_view(
    panel: ClaimsPanel, open_claim: Open, field: Find
) -> None:
    panel.window().resize(360, 420)
    panel.resize(360, 420)
    open_claim("close")
    viewport = panel.page.list.viewport()
    for name in ("Note", "Who says so?"):
        widget = field(name)
        widget.setFocus()
        top = widget.mapTo(panel, widget.rect().topLeft()).y()
        bottom = widget.mapTo(panel, widget.rect().bottomLeft()).y()
        start = viewport.mapTo(panel, viewport.rect().topLeft()).y()
        assert start <= top
        assert bottom <= start + viewport.height()


def test_markup_is_shown_as_it_is(panel: ClaimsPanel, open_claim: Open) -> None:
    claim = open_claim("operations")
    wild = replace(NAZARY, name="<b>Ali</b> & <img src=x>")
    panel.apply([replace(claim, attributions=(said(wild, "<i>told</i>"),))], [])
    labels = panel.findChildren(QLabel)
    rich = [one.text() for one in labels if one.textFormat() != Qt.TextFormat.PlainText]
    assert [text for text in rich if text.strip() not in {"?", ""}] == []
    texts = [one.text() for one in labels if one.isVisible()]
    assert any(text.startswith("<b>Ali</b> & <img src=x> has a stake in it.") for text in texts)


def test_both_roles_of_a_source_are_edited_apart(
    panel: ClaimsPanel, edits: Edits, open_claim: Open, field: Find
) -> None:
    open_claim("close")
    write(field("Who disagrees?"), "ISIS-K")
    panel.flush()
    (edit,) = edits
    assert isinstance(edit, SourceEdit)
    assert edit.value.name == "ISIS-K"
    assert panel.editor.claim is not None
    assert [one.source.name for one in panel.editor.claim.sources(SourceRole.SOURCE)] == [
        REPORT.name
    ]
