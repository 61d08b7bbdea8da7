"""A whole class without names, as `anonymity` does it: Student 1, Student 2 ... in its order.

The numbers are those of the class view: of everybody, so that hiding one changes nobody else's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.model.anonymity import nameless_article, nameless_claim, stand_in
from annotator.model.article import Metadata
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.class_work import ClassWork
from annotator.model.handin import Annotator, HandIn, Member
from annotator.model.ids import PersonId
from annotator.model.mentions import Mention, Names, Rule, Said
from annotator.model.person import Person


@dataclass(frozen=True, slots=True)
class AnonymousClass:
    """A class without names, and how often which name was found in what people wrote.

    `called` says what each person of the class is called now.
    """

    work: ClassWork
    mentions: Mapping[Mention, int]
    called: Mapping[PersonId, str]


def class_without_names(work: ClassWork, others: Sequence[Person] = ()) -> AnonymousClass:
    """The same class, each annotator a numbered student (a pair is one).

    `others` are people of the library whose names may stand in notes; their numbers come last.
    """
    stands = Stands(work, others)
    called = {person: stand_in(number) for person, number in stands.numbers.items()}
    names = Names((name, called[person]) for person, name in stands.names)
    said = Said(work.text)
    hiding = _Hiding(called, names, said)
    hidden = replace(
        work,
        article=nameless_article(work.article, names, said),
        annotators=tuple(map(hiding.annotator, work.annotators)),
        assignment=hiding.assignment(work.assignment) if work.assignment else None,
        hand_ins={hiding.id(who): hiding.hand_in(one) for who, one in work.hand_ins.items()},
        conflicts=tuple(tuple(map(hiding.hand_in, same)) for same in work.conflicts),
        missing=tuple(RosterRow(hiding.id(row.id), called[row.id]) for row in work.missing),
        key=tuple(nameless_claim(one, PersonId(""), names, said) for one in work.key),
        hidden_people=frozenset(
            hiding.id(one.id) for one in work.annotators if one.id in work.hidden_people
        ),
        spellings={
            names.replaced(one, Rule.SAID, said): names.replaced(meant, Rule.SAID, said)
            for one, meant in work.spellings.items()
        },
    )
    return AnonymousClass(hidden, names.found, called)


class Stands:
    """Who has which number, and by which names people are known."""

    def __init__(self, work: ClassWork, others: Sequence[Person]) -> None:
        groups = [
            *(one.people for one in work.annotators),
            *(same[0].people for same in work.conflicts),
            *((Member(row.id, row.name),) for row in work.missing),
            *((Member(one.id, one.name),) for one in sorted(others, key=lambda one: one.name)),
        ]
        self.numbers: dict[PersonId, int] = {}
        self.names: list[tuple[PersonId, str]] = []
        number = 0
        for people in groups:
            new = [member for member in people if member.id not in self.numbers]
            number += bool(new)
            for member in new:
                self.numbers[member.id] = number
                self.names.append((member.id, member.name))


class _Hiding:
    """Puts the stand-ins into each kind of value."""

    def __init__(self, called: Mapping[PersonId, str], names: Names, said: Said) -> None:
        self._called, self._names, self._said = called, names, said

    def id(self, person: PersonId) -> PersonId:
        """What stands for an id: it is in no file, and only keeps people apart."""
        return PersonId(self._called[person])

    def members(self, people: Sequence[Member]) -> tuple[Member, ...]:
        """Those who worked together, all under the number of the first."""
        first = self._called[people[0].id]
        ids = (first, *(f"{first}, {place}" for place in range(2, len(people) + 1)))
        return tuple(Member(PersonId(id_), first) for id_ in ids)

    def annotator(self, one: Annotator) -> Annotator:
        person = self.id(one.id)
        claims = (nameless_claim(claim, person, self._names, self._said) for claim in one.claims)
        return Annotator(self.members(one.people), tuple(claims))

    def hand_in(self, one: HandIn) -> HandIn:
        anyway = self._names.replaced(one.anyway, Rule.NOTE, self._said)
        people = self.members(one.people)
        return replace(one, people=people, anyway=anyway, details=Metadata(), platforms=())

    def assignment(self, one: Assignment) -> Assignment:
        title, instructions = (
            self._names.replaced(words, Rule.ABOUT, self._said)
            for words in (one.title, one.instructions)
        )
        return replace(one, title=title, instructions=instructions, roster=(), maker=None)
