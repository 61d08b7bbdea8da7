"""When somebody's name is asked for, and what is done with the answer."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from annotator.model.ids import PersonId
from annotator.model.person import Origin
from annotator.ui.desk import Desk
from annotator.ui.verbs import people


def ask_name(window: QWidget, desk: Desk, then: Callable[[], None] | None = None) -> None:
    """Ask who annotates, then go on."""
    from annotator.ui.dialogs.name import NameQuestion

    roster = {row.id: row.name for one in desk.assignments for row in one.roster}
    local = {one.id: one.name for one in desk.people.values() if one.origin is Origin.LOCAL}
    # On an article with a roster the names on it are meant; nobody else's are in the way.
    ids = _told_apart(roster or local)
    question = NameQuestion(window, list(ids), of_class=bool(roster))
    question.named.connect(lambda name: people.name(desk, str(ids.get(name, name)), then))
    question.open()


def _told_apart(names: dict[PersonId, str]) -> dict[str, PersonId]:
    """The people by their names; those who have the same one are numbered in their order."""
    often, numbered = Counter(names.values()), Counter[str]()
    found: dict[str, PersonId] = {}
    for person, name in names.items():
        numbered[name] += 1
        found[f"{name} ({numbered[name]})" if often[name] > 1 else name] = person
    return found


def ask_other_name(window: QWidget, desk: Desk) -> None:
    """Ask how whoever annotates is really called."""
    from annotator.ui.dialogs.name import NameQuestion

    if desk.person:
        question = NameQuestion(window, [], desk.person.name)
        question.named.connect(lambda name: people.rename(desk, name))
        question.open()
