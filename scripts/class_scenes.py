"""The pictures of an assignment: made by the teacher, read and handed in by a student."""

import tempfile
from datetime import date
from pathlib import Path

import staging  # names the platform that draws, before Qt starts
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDialog
from sample_work import PERSON, mark_sample

from annotator.model.assignment import Minimums
from annotator.model.tags import Tag
from annotator.services import assigning, listing, opening
from annotator.services.assigning import Asked
from annotator.services.workspace import Workspace, open_workspace

ASKED = Asked(
    "Who says what about the NRF?",
    "Find at least eight claims, and for each of them who says so.\n"
    "Check one number outside the article, and write down where you looked.\n"
    "Put the star on your best check.",
    date(2030, 3, 4),
    Minimums(8, {Tag.ATTRIBUTED: 4, Tag.CONTESTED: 1, Tag.VERIFIED: 1}),
    require_complete=True,
    roster=(PERSON, "Student 8", "Student 9"),
)


def assignment() -> None:
    """The question for an assignment, what a student sees of it, and the question to hand in."""
    with staging.opened(mark_sample, staging.SIZE) as window:
        window.actions_by_id["assign"].trigger()
        question = _question()
        staging.keep(question, "make-assignment")
        question.reject()
    with staging.opened(_hand_out, staging.SIZE) as window:
        staging.wait(600)
        panel = staging.room(window).claims
        staging.keep(panel, "assignment", QRect(0, 0, panel.width(), 420))
        window.actions_by_id["hand_in"].trigger()
        question = _question()
        staging.keep(question, "hand-in")
        question.reject()


def _hand_out(workspace: Workspace) -> None:
    """Open an assignment that was made elsewhere, and do some of it."""
    with tempfile.TemporaryDirectory() as folder:
        teacher = open_workspace(Path(folder))
        mark_sample(teacher)
        article = listing.all_articles(teacher)[0].article
        file = Path(folder) / "sample.assignment"
        assigning.assign(teacher, article.id, ASKED, file)
        teacher.close()
        opening.open_file(workspace, file)
    mark_sample(workspace)


def _question() -> QDialog:
    staging.wait(500)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QDialog)
    return asked


SCENES = (assignment,)
