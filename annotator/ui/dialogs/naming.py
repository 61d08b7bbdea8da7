"""When somebody's name is asked for, and what is done with the answer."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from annotator.model.person import Origin
from annotator.ui.desk import Desk
from annotator.ui.verbs import people


def ask_name(window: QWidget, desk: Desk, then: Callable[[], None] | None = None) -> None:
    """Ask who annotates, then go on."""
    from annotator.ui.dialogs.name import NameQuestion

    roster = [row.name for one in desk.assignments for row in one.roster]
    local = [one.name for one in desk.people.values() if one.origin is Origin.LOCAL]
    # On an article with a roster the names on it are meant; nobody else's are in the way.
    names = list(dict.fromkeys(roster or local))
    question = NameQuestion(window, names, of_class=bool(roster))
    question.named.connect(lambda name: people.name(desk, name, then))
    question.open()


def ask_other_name(window: QWidget, desk: Desk) -> None:
    """Ask how whoever annotates is really called."""
    from annotator.ui.dialogs.name import NameQuestion

    if desk.person:
        question = NameQuestion(window, [], desk.person.name)
        question.named.connect(lambda name: people.rename(desk, name))
        question.open()
