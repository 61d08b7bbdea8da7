"""Those who handed in on an article, each once, with the work that counts of theirs.

Somebody may hand in alone after working in a pair, or with somebody else. What they handed in last
counts then for them alone; what was done together goes on to count for the other one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.model.article import Article
from annotator.model.carrying import parted_id
from annotator.model.claim import Claim
from annotator.model.handin import Annotator, HandIn, Member
from annotator.model.ids import PersonId
from annotator.services.moving_on import Newer
from annotator.storage import handins
from annotator.storage.step import Reading

Joined = Mapping[PersonId, PersonId]
"""Under which id each is known who handed in under another."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A hand-in, and for which of its people it counts, in its order and by their known ids."""

    hand_in: HandIn
    people: tuple[Member, ...]


def known_as(person: PersonId, joined: Joined) -> PersonId:
    """The id under which a person is known who may have handed in under another."""
    seen = {person}
    while person in joined and joined[person] not in seen:
        person = joined[person]
        seen.add(person)
    return person


def whole(who: Iterable[PersonId], joined: Joined) -> frozenset[PersonId]:
    """Some people under the ids by which they are known."""
    return frozenset(known_as(one, joined) for one in who)


def last_of_each(
    counts: Iterable[HandIn], joined: Joined, key: frozenset[PersonId]
) -> list[Counted]:
    """The hand-ins that were made last by somebody, and by whom; the key's people are left out."""
    in_order = sorted(counts, key=lambda one: (one.made, one.id))
    by_person: dict[PersonId, tuple[HandIn, Member]] = {}
    for one in in_order:
        for member in one.people:
            known = member._replace(id=known_as(member.id, joined))
            by_person[known.id] = one, known
    theirs: defaultdict[str, list[Member]] = defaultdict(list)
    for person, (one, member) in by_person.items():
        if person not in key:
            theirs[one.id].append(member)
    return [
        Counted(one, tuple(sorted(theirs[one.id], key=_place_in(one, joined))))
        for one in in_order
        if one.id in theirs
    ]


def annotators(
    reading: Reading, counted: Sequence[Counted], joined: Joined, article: Article, text: str
) -> list[Annotator]:
    """Those people with the claims of their hand-ins, where they stand in the article's text."""
    work = handins.work_of(reading, [one.hand_in.id for one in counted])
    found, here = [], Newer(reading, article.id, text)
    for one in counted:
        ours = here.seen(work[one.hand_in.id])
        if one.people[0].id != known_as(one.hand_in.people[0].id, joined):
            ours = _parted(ours, one.people[0].id)
        found.append(Annotator(one.people, _by(one.people[0].id, ours)))
    return found


def _place_in(one: HandIn, joined: Joined) -> Callable[[Member], int]:
    ids = [known_as(member.id, joined) for member in one.people]
    return lambda member: ids.index(member.id)


def _parted(work: tuple[Claim, ...], person: PersonId) -> tuple[Claim, ...]:
    """What was done together, for the one who did not write it: claims of their own.

    The other one has them too, and may have gone on with them.
    """
    ids = {claim.id: parted_id(claim.id, person) for claim in work}
    return tuple(
        replace(
            claim,
            id=ids[claim.id],
            links=tuple(replace(one, claim=ids.get(one.claim, one.claim)) for one in claim.links),
        )
        for claim in work
    )


def _by(person: PersonId, work: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims under the id by which their annotator is known, by position."""
    ours = (claim if claim.person == person else replace(claim, person=person) for claim in work)
    return tuple(sorted(ours, key=lambda claim: (claim.span, claim.id)))
