"""The question of a class report: which kind of file, with names or without."""

from PySide6.QtWidgets import QWidget

from annotator.exchange.writers.class_registry import CLASS_FORMATS
from annotator.ui.classroom.giving import GivingQuestion, Kind, Usual
from annotator.ui.classroom.seen import ToReport
from annotator.words import _


class ReportOfClassQuestion(GivingQuestion):
    """Asks what to write of a class. Read `usual()` and `kind()` when it was accepted."""

    def __init__(self, parent: QWidget, about: ToReport, usual: Usual) -> None:
        sentence = _(
            "The class on “{title}”: who handed in, what to discuss, all answers to each passage, "
            "the students, the key and the sources."
        ).format(title=about.title)
        kinds = [
            Kind(one.name, one.suffix, f"{_(one.title)} ({one.suffix})", _(one.keeps), one.on_paper)
            for one in CLASS_FORMATS
        ]
        super().__init__(parent, (_("Class report"), sentence), kinds, usual, _personal)
        self.ask_names()


def _personal(kind: Kind, anonymous: bool) -> str:
    if anonymous:
        return _(
            "Nobody is named: people are Student 1, 2, …, in what they wrote too. What may be "
            "somebody's name or another word stays, and you are told of it: look there before you "
            "give the file away."
        )
    if kind.name == "csv":
        return _("A row for each person, with the name: it is for you and the school.")
    return _(
        "Each student's name stands beside what they wrote. Who needs help stands at the end, for "
        "the teacher alone: leave that out before you give the file away."
    )
