"""The controls, each for itself: values in and out, and what they leave to their surroundings."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from annotator.model.claim import LinkRole, SourceKind, Stake
from annotator.ui.claims.days import UnreadableDayError, read_day
from annotator.ui.claims.fields import EVIDENCE, NOTE, SOURCE, Value
from annotator.ui.claims.form import Form
from annotator.ui.claims.inputs import ChoiceInput, LinesInput, NameInput, input_for
from annotator.ui.claims.link_picker import ROLE
from annotator.ui.claims.segments import SegmentsInput

FIELDS = {field.name: field for field in (*SOURCE, *EVIDENCE, *NOTE)}


@pytest.mark.parametrize(
    ("name", "value", "nothing"),
    [
        ("cue", "according to", ""),
        ("name", "Ali Nazary", ""),
        ("found", "Two\nlines.", ""),
        ("kind", SourceKind.UNNAMED, None),
        ("stake", Stake.OWN, None),
        ("checked", date(2024, 8, 30), None),
    ],
)
def test_a_value_comes_out_as_it_went_in(
    qtbot: QtBot, name: str, value: Value, nothing: Value
) -> None:
    control = input_for(FIELDS[name])
    qtbot.addWidget(control)
    with qtbot.assertNotEmitted(control.typed), qtbot.assertNotEmitted(control.chosen):
        control.put(value)
        assert control.value() == value
        control.put(nothing)
        assert control.value() == nothing
        control.put(value)
        control.fresh()
        assert control.value() == nothing


def test_a_line_is_never_cut(qtbot: QtBot) -> None:
    control = input_for(FIELDS["name"])
    qtbot.addWidget(control)
    control.put("x" * 50_000)
    assert control.value() == "x" * 50_000


def test_lines_grow_with_their_text_up_to_a_limit(qtbot: QtBot) -> None:
    control = LinesInput(FIELDS["note"])
    qtbot.addWidget(control)
    control.resize(300, 40)
    heights = []
    for number in (1, 3, 8, 50):
        control.put("\n".join(["line"] * number))
        heights.append(control.lines.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_note_with_no_break_spaces_is_not_set_again(qtbot: QtBot) -> None:
    control = LinesInput(FIELDS["note"])
    qtbot.addWidget(control)
    control.put("10\xa0000 people")
    cursor = control.lines.textCursor()
    cursor.setPosition(4)
    control.lines.setTextCursor(cursor)
    control.put("10\xa0000 people")
    assert control.lines.textCursor().position() == 4


def test_the_wheel_never_changes_a_value(qtbot: QtBot) -> None:
    control = ChoiceInput(FIELDS["kind"])
    qtbot.addWidget(control)
    control.put(SourceKind.PERSON)
    control.combo.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(control.combo, wheel)
    assert control.value() is SourceKind.PERSON
    assert not wheel.isAccepted()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_segments_stand_below_each_other_where_there_is_no_room(qtbot: QtBot) -> None:
    control = SegmentsInput(FIELDS["stake"])
    qtbot.addWidget(control)
    control.resize(600, 40)
    control.show()
    assert len({button.y() for button in control.buttons}) == 1
    control.resize(90, 120)
    qtbot.waitUntil(lambda: len({button.y() for button in control.buttons}) == 3)
    control.resize(600, 40)
    qtbot.waitUntil(lambda: len({button.y() for button in control.buttons}) == 1)


def test_a_segment_can_be_chosen_after_none_was(qtbot: QtBot) -> None:
    control = SegmentsInput(FIELDS["stake"])
    qtbot.addWidget(control)
    control.put(Stake.OWN)
    control.put(None)
    with qtbot.waitSignal(control.chosen):
        control.buttons[1].click()
    assert control.value() is Stake.INDEPENDENT
    assert [button.isChecked() for button in control.buttons] == [False, True, False]


def test_a_second_press_takes_a_choice_back(qtbot: QtBot) -> None:
    control = SegmentsInput(FIELDS["stake"])
    qtbot.addWidget(control)
    control.put(Stake.OWN)
    said: list[Value] = []
    control.chosen.connect(lambda: said.append(control.value()))
    control.buttons[0].click()
    control.buttons[2].click()
    control.buttons[2].click()
    assert said == [None, Stake.UNKNOWN, None]
    spoken = QAccessible.queryAccessibleInterface(control.buttons[0])
    assert spoken is not None
    assert spoken.role() is QAccessible.Role.RadioButton


def test_where_one_is_needed_a_second_press_changes_nothing(qtbot: QtBot) -> None:
    control = SegmentsInput(ROLE)
    qtbot.addWidget(control)
    control.put(LinkRole.DISAGREES)
    control.buttons[0].click()
    assert control.value() is LinkRole.DISAGREES


def test_a_segment_that_is_toggled_by_assistive_technology_is_chosen(qtbot: QtBot) -> None:
    control = SegmentsInput(FIELDS["stake"])
    qtbot.addWidget(control)
    control.put(Stake.OWN)
    spoken = QAccessible.queryAccessibleInterface(control.buttons[1])
    assert spoken is not None
    actions = spoken.actionInterface()
    assert actions is not None
    said: list[Value] = []
    control.chosen.connect(lambda: said.append(control.value()))
    actions.doAction("Toggle")
    assert said == [Stake.INDEPENDENT]
    assert [button.isChecked() for button in control.buttons] == [False, True, False]


def test_labels_are_buddies_of_their_controls(qtbot: QtBot) -> None:
    form = Form(SOURCE)
    qtbot.addWidget(form)
    buddies = {name: form._labels[name].buddy() for name in form.inputs}
    assert buddies == {name: one.targets[0] for name, one in form.inputs.items()}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-08-30", date(2024, 8, 30)),
        ("2024-8-3", date(2024, 8, 3)),
        ("30.8.2024", date(2024, 8, 30)),
        ("30. August 2024", date(2024, 8, 30)),
        ("30 August 2024", date(2024, 8, 30)),
        ("August 30, 2024", date(2024, 8, 30)),
        ("  2024-08-30 ", date(2024, 8, 30)),
        ("", None),
        ("  ", None),
    ],
)
def test_days_as_people_write_them(written: str, day: date | None) -> None:
    assert read_day(written) == day


@pytest.mark.parametrize(
    "written", ["yesterday", "2024-13-01", "30.2.2024", "8/24", "30.8.24", "5"]
)
def test_days_that_would_have_to_be_guessed(written: str) -> None:
    with pytest.raises(UnreadableDayError):
        read_day(written)


def offering(qtbot: QtBot, words: str) -> tuple[NameInput, QAbstractItemView]:
    """A field in which some words were typed, and the list of names that opened for them."""
    control = NameInput(FIELDS["name"])
    qtbot.addWidget(control)
    control.offer(["Ali Nazary", "Alima Haq"])
    control.show()
    control.line.setFocus()
    qtbot.waitUntil(control.line.hasFocus)
    QTest.keyClicks(control.line, words)
    completer = control.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    return control, popup


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(("downs", "taken"), [(0, "ali"), (1, "Ali Nazary"), (2, "Alima Haq")])
def test_one_enter_takes_what_is_chosen_or_written_while_names_are_offered(
    qtbot: QtBot, key: Qt.Key, downs: int, taken: str
) -> None:
    control, popup = offering(qtbot, "ali")
    for _press in range(downs):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    values: list[str] = []
    control.chosen.connect(lambda: values.append(control.value()))
    QTest.keyClick(popup, key)
    assert values == [taken]
    assert control.line.text() == taken
    assert not popup.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_escape_only_closes_the_list_of_names(qtbot: QtBot) -> None:
    control, popup = offering(qtbot, "ali")
    with qtbot.assertNotEmitted(control.chosen):
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert (control.line.text(), popup.isVisible()) == ("ali", False)
