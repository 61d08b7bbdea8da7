"""What stands for people where names are hidden: in a list, in a sentence, in what they wrote.

A class may look over the teacher's shoulder, or at the window on the wall. The numbers are those of
the reports without names.
"""

from collections.abc import Sequence
from functools import lru_cache

from annotator.model.anonymity import nameless_claim, stand_in
from annotator.model.claim import Claim
from annotator.model.class_anonymity import Stands
from annotator.model.class_work import ClassWork
from annotator.model.handin import HandIn, Member
from annotator.model.mentions import Names, Rule, Said
from annotator.model.person import Origin, Person


class _Everything(Names):
    """Hides all that was written, until it is known which names may be in it."""

    def __init__(self) -> None:
        super().__init__(())

    def replaced(self, text: str, _rule: Rule, _said: Said) -> str:
        """Nothing of it."""
        return "…" if text else ""


class Hiding:
    """Stand-ins for the names of a class. Before `look_up` no word that was written is shown."""

    def __init__(self, work: ClassWork) -> None:
        self._work, self._said = work, Said(work.text)
        numbers = Stands(work, ()).numbers
        self.called = {person: stand_in(number) for person, number in numbers.items()}
        """What everybody of the class is called."""
        self.missing = tuple(self.called[row.id] for row in work.missing)
        self._names: Names = _Everything()

    def look_up(self, others: Sequence[Member] = ()) -> None:
        """Learn the names, also those of `others` of whom somebody may have written.

        For a large class this takes seconds: it is for the worker's thread.
        """
        known = [Person(one.id, one.name, Origin.IMPORTED) for one in dict.fromkeys(others)]
        stands = Stands(self._work, known)
        self._names = _names(
            tuple((name, stand_in(stands.numbers[person])) for person, name in stands.names)
        )

    def words(self, text: str, rule: Rule = Rule.NOTE) -> str:
        """What somebody wrote, without names."""
        return self._names.replaced(text, rule, self._said)

    def claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Claims with nobody's name in what was written."""
        return tuple(nameless_claim(one, one.person, self._names, self._said) for one in claims)

    def whose(self, one: HandIn) -> str:
        """What those who handed in are called."""
        return self.called.get(one.people[0].id, "")


@lru_cache(maxsize=2)
def _names(people: tuple[tuple[str, str], ...]) -> Names:
    """Kept from one reading of a class to the next: its names are mostly the same."""
    return Names(people)
