"""The pictures of a class: handed out, handed in, collected and compared."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import staging  # names the platform that draws, before Qt starts
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDialog
from sample_work import PERSON, mark_sample

from annotator.model.assignment import Minimums
from annotator.model.tags import Tag
from annotator.services import assigning, collecting, listing, naming, opening
from annotator.services.assigning import Asked
from annotator.services.workspace import Workspace, open_workspace
from annotator.ui.classroom.classes import Classes
from annotator.ui.classroom.navigation import PLACES
from annotator.ui.window import MainWindow
from tests.class_of_thirty import NAMES, Class

ASKED = Asked(
    "Who says what about the NRF?",
    "Find at least eight claims, and for each of them who says so.\n"
    "Check one number outside the article, and write down where you looked.\n"
    "Put the star on your best check.",
    date(2030, 3, 4),
    Minimums(8, {Tag.ATTRIBUTED: 4, Tag.CONTESTED: 1, Tag.VERIFIED: 1}),
    require_complete=True,
    roster=("Student 8", "Student 9", "Student 10"),
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


def compared() -> None:
    """The teacher's window on a class of thirty, each of its places, and what the class sees."""
    with (
        tempfile.TemporaryDirectory() as folder,
        staging.opened(lambda library: _collect(library, Path(folder)), staging.SIZE) as main,
    ):
        main.actions_by_id["compare_class"].trigger()
        staging.wait_for(lambda: getattr(classes(main).window, "seen", None))
        window = classes(main).window
        assert window
        window.resize(*staging.SIZE)
        window.set_names_hidden(True)
        window.notice.hide()
        staging.wait(600)
        for place in PLACES:
            window.navigation.choose(place)
            staging.wait(900)
            staging.keep(window, f"class-{place}")
        passages = window.seen.passages[:3] if window.seen else ()
        window.pages.picks_changed.emit([one.found.span for one in passages])
        staging.wait(800)
        classes(main).project()
        staging.wait_for(lambda: classes(main).projector)
        projector = classes(main).projector
        assert projector
        staging.wait(400)
        projector.resize(1280, 720)
        projector.go(2)
        staging.wait(300)
        staging.keep(projector, "projector")
        projector.close()
        window.close()


def classes(main: MainWindow) -> Classes:
    """What opens and fills the class window."""
    return staging.room(main).classes


def _collect(workspace: Workspace, folder: Path) -> None:
    """Hand the sample out to thirty, and collect what came back."""
    mark_sample(workspace)
    article = listing.all_articles(workspace)[0].article
    maker = naming.find_or_make(workspace, PERSON)
    out = folder / "out.assignment"
    asked = replace(ASKED, roster=NAMES)
    assigning.assign(workspace, article.id, asked, out, maker=maker.id)
    collecting.collect(workspace, [Class(out).in_folder(folder / "came")])


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


SCENES = (assignment, compared)
