"""One question after the other, each about the people it names."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.model.ids import PersonId
from annotator.services.namesakes import Namesake
from annotator.ui.classroom.questions import Questions
from tests.ui.classroom.making import klass

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def same(person: str) -> Namesake:
    return Namesake("Ana", PersonId(person), "Ana", PersonId("first"), is_absent=False)


def test_questions_worded_alike_are_about_other_people(qtbot: QtBot) -> None:
    questions = Questions()
    qtbot.addWidget(questions)
    for person in ("second", "third"):
        seen = replace(klass(), conflicts=(), namesakes=(same(person),))
        questions.show_class(seen, names_hidden=False)
        assert questions.text() == "Two people called “Ana” have handed in. Are they one?"
        offers = {one.text(): one for one in questions.findChildren(QPushButton) if one.isVisible()}
        with qtbot.waitSignal(questions.joined) as joined:
            offers["They are one person"].click()
        assert joined.args == [person, "first"]
    questions.show_class(replace(klass(), conflicts=(), namesakes=()), names_hidden=False)
    assert questions.text() == ""
