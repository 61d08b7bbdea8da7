"""A class's work without names: Student 1, Student 2 ... in the order of the names.

Neither a name nor an id of a person may be in what is given away. The ids that stand in for people
come from claims that are in the report anyway: two classes' first students never become one person
on import. Claims keep their own ids, which are random and nobody's name: whoever holds the same
claims with names finds them by their places and words anyway. Names in what people wrote have a
stand-in too; what was found is counted, to be looked at.
"""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.model.article import Article, Metadata
from annotator.model.claim import Attribution, Claim, Evidence
from annotator.model.ids import PersonId
from annotator.model.mentions import Mention, Names, Rule, Said
from annotator.model.person import Person
from annotator.model.report import Work
from annotator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Anonymous:
    """Work without names, and how often which name was found in what people wrote."""

    works: list[Work]
    mentions: Mapping[Mention, int]


def without_names(works: Sequence[Work], others: Sequence[Person] = ()) -> Anonymous:
    """The same work, each person a numbered student in every article.

    `others` are people of the library whose names may stand in notes; they get the numbers after
    those who did the work.
    """
    workers = {person for work in works for person in work.people}
    people = sorted(workers, key=_by_name)
    rest = sorted({one for one in others if one not in workers}, key=_by_name)
    students = {
        person.id: Person(_id_of_stand_in(works, person, number), stand_in(number))
        for number, person in enumerate(people, 1)
    }
    called = [(one.name, stand_in(number)) for number, one in enumerate([*people, *rest], 1)]
    names = Names(called)
    hidden = [
        replace(
            work,
            article=nameless_article(work.article, names, said),
            people=[students[person.id] for person in people if person in work.people],
            claims=[
                nameless_claim(one, students[one.person].id, names, said) for one in work.claims
            ],
        )
        for work in works
        for said in (Said(work.text),)
    ]
    return Anonymous(hidden, names.found)


def say_mentions(mentions: Mapping[Mention, int]) -> Iterator[str]:
    """A sentence for each name that was found, for whoever gives the work away."""
    for (words, instead), times in sorted(mentions.items()):
        if instead:
            sentence = ngettext(
                "“{name}” in what people wrote is now “{instead}”, {number} time.",
                "“{name}” in what people wrote is now “{instead}”, {number} times.",
                times,
            )
        else:
            sentence = ngettext(
                "“{name}” was left {number} time, because it may not be a person of the library. "
                "Look at it before you give this away.",
                "“{name}” was left {number} times, because it may not be a person of the library. "
                "Look at it before you give this away.",
                times,
            )
        yield sentence.format(name=words, instead=instead, number=times)


def _by_name(person: Person) -> tuple[str, str]:
    return person.name, person.id


def stand_in(number: int) -> str:
    """What somebody is called instead of by name."""
    return _("Student {number}").format(number=number)


def _id_of_stand_in(works: Sequence[Work], person: Person, number: int) -> PersonId:
    mine = [claim.id for work in works for claim in work.claims if claim.person == person.id]
    known = min(mine, default=f"{works[0].article.id}/{number}")
    return PersonId(str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:annotator:student:{known}")))


def nameless_article(article: Article, names: Names, said: Said) -> Article:
    """The article as it is known, but for what it was added from: that may be somebody's folder."""
    known = article.metadata
    title, outlet, author, date, address = (
        names.replaced(one, Rule.ABOUT, said)
        for one in (known.title, known.outlet, known.author, known.date, known.address)
    )
    hidden = Metadata(title, outlet, author, date, address, known.language)
    return replace(article, metadata=hidden, origin="")


def nameless_claim(claim: Claim, person: PersonId, names: Names, said: Said) -> Claim:
    """A claim as that person's, with stand-ins for names in what was written."""
    return replace(
        claim,
        person=person,
        note=names.replaced(claim.note, Rule.NOTE, said),
        attributions=tuple(_attribution(one, names, said) for one in claim.attributions),
        evidence=tuple(_evidence(one, names, said) for one in claim.evidence),
    )


def _attribution(one: Attribution, names: Names, said: Said) -> Attribution:
    name, cue, via = (
        names.replaced(words, Rule.SAID, said) for words in (one.source.name, one.cue, one.via)
    )
    # One source hangs on many claims, and stays one object where nothing is to replace in it.
    source = one.source if name == one.source.name else replace(one.source, name=name)
    return replace(one, source=source, cue=cue, via=via)


def _evidence(one: Evidence, names: Names, said: Said) -> Evidence:
    where, found = (names.replaced(words, Rule.NOTE, said) for words in (one.where, one.found))
    return replace(one, where=where, found=found)
