"""A row that goes on in the next line: what does not fit wraps, and then there is rest."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.flow import Flow

LONG = "Say where, when and what you found, so that somebody else can find it again. " * 3


class Row(QWidget):
    """A row of labels in a window that is larger."""

    def __init__(self, qtbot: QtBot, *texts: str) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.holder = QWidget(self)
        self.labels = [QLabel(text) for text in texts]
        flow = Flow(self.holder)
        for label in self.labels:
            flow.add(label)
        self.layouts = 0
        self.holder.resize(240, 300)
        self.resize(800, 400)
        self.show()
        qtbot.wait(50)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count how often the row has to be laid out."""
        self.layouts += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_label_wraps_only_where_it_is_wider_than_the_row(qtbot: QtBot) -> None:
    row = Row(qtbot, "short", LONG)
    short, long = row.labels
    assert not short.wordWrap()
    assert long.wordWrap()
    assert long.width() == row.holder.width()
    assert long.y() > short.geometry().bottom()


def test_a_wider_row_and_another_text_are_set_anew(qtbot: QtBot) -> None:
    row = Row(qtbot, LONG)
    row.holder.resize(4_000, 300)
    assert not row.labels[0].wordWrap()
    row.holder.resize(240, 300)
    assert row.labels[0].wordWrap()
    row.labels[0].setText("short")
    qtbot.wait(50)
    assert not row.labels[0].wordWrap()


def test_a_row_of_labels_comes_to_rest(qtbot: QtBot) -> None:
    row = Row(qtbot, "short", LONG)
    row.holder.installEventFilter(row)
    qtbot.wait(100)
    assert row.layouts == 0


def test_what_stands_side_by_side_stands_on_one_middle(qtbot: QtBot) -> None:
    row = Row(qtbot)
    flow = row.holder.layout()
    assert isinstance(flow, Flow)
    low, high = QLabel("low"), QPushButton("high")
    for part, height in ((low, 20), (high, 40)):
        part.setFixedHeight(height)
        flow.add(part)
        part.show()
    qtbot.wait(50)
    assert low.geometry().center().y() == high.geometry().center().y()
    assert flow.heightForWidth(240) == 40
