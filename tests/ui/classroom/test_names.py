"""Names hidden: nobody of the class is named anywhere in the window, nor in what they wrote."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.article import Metadata
from annotator.model.assignment import RosterRow
from annotator.model.claim import Attribution, Evidence, Source
from annotator.model.handin import Annotator, HandIn, Member, Platform
from annotator.model.ids import HandInId, PersonId
from annotator.model.tags import Tag
from annotator.services.comparing import Classroom
from annotator.ui.classroom import navigation, seeing
from annotator.ui.classroom.pages import WORK
from annotator.ui.classroom.seen import ClassSeen
from annotator.ui.classroom.window import ClassWindow
from annotator.ui.classroom.wording import told_apart
from tests.ui.classroom.making import ARTICLE, CLOSED, HURT, NOON, TEXT, claim
from tests.ui.classroom.making import WORK as ASSIGNED
from tests.ui.classroom.test_seeing import room

IVAN, FAY, GIL, EVA = (
    Member(PersonId(name), name)
    for name in ("Ivan Petrović", "Fay O’Neill", "Gil Çelik", "Eva Lund")
)
NAMES = ("Ana", "Lima", "Ben", "دانا", "Ivan", "Petrović", "Fay", "Neill", "Gil", "Eva", "Lund")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def telling() -> ClassSeen:
    """A class whose work is full of names; two hand-ins of one number, a pair, one missing."""
    there = room()
    assert there.assignment
    first = claim(FAY.id, CLOSED, Tag.ATTRIBUTED, note="Ivan Petrović and Eva helped us.")
    first = replace(
        first,
        attributions=(Attribution(Source("Gil Çelik"), cue="Ana said", via="Eva Lund’s diary"),),
    )
    second = claim(FAY.id, HURT, Tag.VERIFIED)
    second = replace(second, evidence=(Evidence("/home/gil/a.txt", found="Ben Oak saw it"),))
    pair = Annotator((FAY, GIL), (first, second))
    work = _hand_in(
        "pair", (FAY, GIL), "Gil was ill", Metadata(outlet="The Post", author="Ivan Petrović")
    )
    return _seen(there, pair, work)


def _seen(there: Classroom, pair: Annotator, work: HandIn) -> ClassSeen:
    assert there.assignment
    rows = [RosterRow(one.id, one.name) for one in (IVAN, FAY, GIL, EVA)]
    rows += [RosterRow(one.id, one.name) for one in there.annotators]
    folder = "Ivan Petrović_17_assignsubmission_file_"
    platform = (Platform(folder, "17", IVAN.name),)
    seen = seeing.seen(
        replace(
            there,
            assignment=replace(there.assignment, roster=tuple(rows), title="Ana Lima, once more"),
            annotators=(*there.annotators, pair),
            hand_ins={**there.hand_ins, pair.id: work},
            conflicts=(
                (
                    replace(_hand_in("one", (IVAN,)), platforms=platform),
                    replace(_hand_in("two", (IVAN,)), platforms=platform),
                ),
            ),
            missing=(RosterRow(EVA.id, EVA.name),),
        )
    )
    seen.hiding.look_up()
    return seen


def _hand_in(
    id_: str, people: tuple[Member, ...], anyway: str = "", details: Metadata | None = None
) -> HandIn:
    return HandIn(
        HandInId(id_),
        ARTICLE.id,
        ASSIGNED,
        1,
        people,
        1,
        NOON,
        id_,
        NOON,
        anyway=anyway,
        details=details or Metadata(),
    )


@pytest.fixture
def shown(window: ClassWindow) -> ClassWindow:
    window.show_class(telling())
    return window


@pytest.mark.parametrize("place", [*navigation.PLACES, WORK])
def test_hidden_nobody_is_named_in_the_window(shown: ClassWindow, place: str) -> None:
    _go(shown, place)
    assert _named(shown)
    shown.set_names_hidden(True)
    assert _named(shown) == []
    shown.set_names_hidden(False)
    _go(shown, place)
    shown.show_class(telling())
    shown.set_names_hidden(True)
    _go(shown, place)
    assert _named(shown) == []


def test_what_was_written_stands_there_with_stand_ins(shown: ClassWindow) -> None:
    shown.set_names_hidden(True)
    said = "\n".join(_everything(shown))
    assert "Number 1 of Student 5 came twice" in said
    assert "Student 6" in said
    _go(shown, WORK)
    said = "\n".join(_everything(shown))
    assert "Student 5 and Student 6 helped us." in said
    assert "Handed in although something was missing: Student 4 was ill" in said
    assert "Outlet: The Post · Author: Student 5" in said


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_pointing_at_somebodys_words_names_nobody(shown: ClassWindow, qtbot: QtBot) -> None:
    shown.set_names_hidden(True)
    _go(shown, WORK)
    reader = shown.pages.work.reader
    span = telling().students[-1].work[0].span
    qtbot.waitUntil(lambda: bool(reader.visible_boxes(span)))
    at = reader.visible_boxes(span)[0].center() - reader.viewport().pos()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, reader.viewport().mapToGlobal(at))
    reader.viewportEvent(event)
    assert "helped us" in QToolTip.text()
    assert not [name for name in NAMES if name in QToolTip.text()]
    QToolTip.hideText()


def test_what_a_student_found_out_is_counted_and_shown(shown: ClassWindow) -> None:
    shown.navigation.choose(navigation.STUDENTS)
    model = shown.pages.students.table.rows
    (column,) = (at for at, one in enumerate(model.columns) if one.name == "Details found")
    told = {
        one.name: model.columns[column].text(one)
        for one in shown.pages.students.table.rows.values()
    }
    assert told["Fay O’Neill & Gil Çelik"] == "2 of 4"
    assert told["Ana Lima"] == "0 of 4"
    _go(shown, WORK)
    assert "Outlet: The Post · Author: Ivan Petrović" in shown.pages.work._more.text()


def test_counted_are_people_against_the_roster(shown: ClassWindow) -> None:
    assert shown.seen
    assert shown.navigation._heading.text().endswith(": 6 of 7")
    assert shown.pages.heat.figures[0]._number.text() == "6 of 7"


def _go(window: ClassWindow, place: str) -> None:
    if place == WORK:
        window.open_work(FAY.id)
    else:
        window.navigation.choose(navigation.HEAT)
        window.navigation.choose(place)


def _named(window: ClassWindow) -> list[str]:
    return [said for said in _everything(window) if any(name in said for name in NAMES)]


def _everything(window: ClassWindow) -> list[str]:
    """All texts and accessible names, but for the article's own words."""
    # Qt deletes what was replaced when it comes to it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    said = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window):
            said += _of_widget(widget)
    return [one for one in said if one and TEXT.strip() not in one]


def _of_widget(widget: QWidget) -> Iterator[str]:
    text = getattr(widget, "text", None)
    if callable(text) and "reader" not in type(widget).__module__:
        yield str(text())
    yield widget.toolTip()
    told = QAccessible.queryAccessibleInterface(widget)
    if told:
        yield told.text(QAccessible.Text.Name)
        yield told.text(QAccessible.Text.Description)
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model():
        yield from _of_model(widget.model())


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in _ROLES)


def test_assignments_of_one_title_are_told_apart() -> None:
    monday, friday = date(2026, 3, 2), date(2026, 3, 6)
    given = [("9b", monday), ("9b", friday), ("9a", monday), ("9b", None), ("9b", None)]
    assert told_apart(given) == [
        "9b (due 2026-03-02)",
        "9b (due 2026-03-06)",
        "9a",
        "9b (1)",
        "9b (2)",
    ]
