"""A class on one article, brought together: who handed in what, what counts, what was chosen.

One value that every view, report and figure of the class reads. Nothing here is counted or judged;
that is done in `model`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.article import Article
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.claim import Claim
from annotator.model.handin import Annotator, HandIn, Member
from annotator.model.ids import ArticleId, AssignmentId, ClaimId, HandInId, PersonId
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.services.annotating import annotators, known_as, last_of_each, whole
from annotator.services.class_failures import NoSuchAssignment
from annotator.services.failures import NoSuchArticle
from annotator.services.workspace import Workspace
from annotator.storage import articles, assignments, choices, claims, handins, people
from annotator.storage.choices import Mark
from annotator.storage.garbage import not_searched
from annotator.storage.step import Reading


@dataclass(frozen=True, slots=True)
class Classroom:
    """A class on an article, with one assignment or with all that was handed in.

    `annotators` are ordered by name, then id; `hand_ins` are those that count, by the id under
    which their annotator is known, who may be one alone of a pair that parted; each of `conflicts`
    are hand-ins of one number by the same people, none of which counts, with as many `claims_in`
    them. `key` are the claims of
    those who made an assignment here (`key_people`). `missing` are those of the roster from whom
    nothing came. `optional` are claims of the key, `hidden_answers` claims of the class.
    """

    article: Article
    text: str
    assignment: Assignment | None
    assignments: tuple[Assignment, ...]
    annotators: tuple[Annotator, ...]
    hand_ins: Mapping[PersonId, HandIn]
    conflicts: tuple[tuple[HandIn, ...], ...]
    claims_in: Mapping[HandInId, int]
    missing: tuple[RosterRow, ...]
    key: tuple[Claim, ...]
    key_people: tuple[Person, ...]
    optional: frozenset[ClaimId]
    hidden_people: frozenset[PersonId]
    hidden_answers: frozenset[ClaimId]
    picked: tuple[Span, ...]
    spellings: Mapping[str, str]
    joined: Mapping[PersonId, PersonId]


def classroom(
    workspace: Workspace, article: ArticleId, assignment: AssignmentId | None = None
) -> Classroom:
    """The class on an article, of one assignment or of everything that there is.

    Raises NoSuchArticle, NoSuchAssignment.
    """
    with not_searched(), workspace.library.reading() as reading:
        return _classroom(reading, article, assignment)


def counting(
    hand_ins: Iterable[HandIn], joined: Mapping[PersonId, PersonId] | None = None
) -> tuple[list[HandIn], list[tuple[HandIn, ...]]]:
    """Of hand-ins those that count, and those of which the teacher has to choose one.

    Of the same people for one assignment the highest number counts. Where several have it, or where
    a learning platform knows more people than there are (somebody handed in another's file), the
    chosen one does, if one is.
    """
    together: defaultdict[tuple[AssignmentId | None, frozenset[PersonId]], list[HandIn]]
    together = defaultdict(list)
    for one in hand_ins:
        together[one.assignment, whole(one.who, joined or {})].append(one)
    counts: list[HandIn] = []
    conflicts: list[tuple[HandIn, ...]] = []
    for who, same in together.items():
        last = latest(same, len(who[1]))
        chosen = last if len(last) == 1 else [one for one in last if one.chosen]
        if chosen:
            counts.append(chosen[0])
        else:
            conflicts.append(tuple(last))
    return counts, conflicts


def latest(same: Sequence[HandIn], people_there: int) -> list[HandIn]:
    """Of hand-ins of the same people the latest; more than one is a conflict."""
    highest = max(one.number for one in same)
    if len(ids_of(same)) <= people_there:
        return [one for one in same if one.number == highest]
    # Each of those whom the platform tells apart has a latest one of their own.
    of_each: defaultdict[frozenset[str], list[HandIn]] = defaultdict(list)
    for one in same:
        of_each[ids_of([one])].append(one)
    return [max(some, key=lambda one: (one.number, one.made)) for some in of_each.values()]


def ids_of(hand_ins: Iterable[HandIn]) -> frozenset[str]:
    """Whom a learning platform says that handed in; one that keeps no ids says nothing."""
    return frozenset(where.id for one in hand_ins for where in one.platforms if where.id)


def collected(reading: Reading, article: ArticleId) -> list[Annotator]:
    """Those whose hand-ins on an article count, each once, with what they handed in."""
    found, text = articles.one(reading, article), articles.text_of(reading, article)
    if found is None or text is None:
        return []
    joined = choices.joined(reading)
    counts, _conflicts = counting(
        _came(reading, article, assignments.of_article(reading, article)), joined
    )
    counted = last_of_each(counts, joined, frozenset())
    return annotators(reading, counted, joined, found, text)


def people_of_class(reading: Reading, article: ArticleId) -> list[Member]:
    """Everybody on a roster of an article, and everybody who handed in on it."""
    there = assignments.of_article(reading, article)
    rows = [Member(row.id, row.name) for one in there for row in one.roster]
    return [*rows, *(member for one in _came(reading, article, there) for member in one.people)]


def key_people(reading: Reading, article: ArticleId) -> tuple[Person, ...]:
    """Whose claims are the key of an article: whoever made an assignment on it in this library.

    Nobody where no assignment was made here, or where nobody annotated here when one was.
    """
    made = [one for one in assignments.of_article(reading, article) if one.is_mine]
    makers = dict.fromkeys(one.maker for one in made if one.maker)
    found = (people.one(reading, one) for one in makers)
    return tuple(one for one in found if one)


def _classroom(reading: Reading, article: ArticleId, assignment: AssignmentId | None) -> Classroom:
    found, text = articles.one(reading, article), articles.text_of(reading, article)
    if found is None or text is None:
        raise NoSuchArticle(article)
    there = assignments.of_article(reading, article)
    wanted = next((one for one in there if one.id == assignment), None)
    if assignment and wanted is None:
        raise NoSuchAssignment(assignment)
    joined = choices.joined(reading)
    came = _came(reading, article, there)
    counts, conflicts = counting(
        (one for one in came if wanted is None or one.assignment == wanted.id), joined
    )
    makers = key_people(reading, article)
    key = frozenset(one.id for one in makers)
    own = claims.of_article(reading, article)
    counted = last_of_each(counts, joined, key)
    everybody = annotators(reading, counted, joined, found, text)
    if wanted is None:
        everybody += _at_work_here(reading, own, everybody, key, joined)
    return Classroom(
        article=found,
        text=text,
        assignment=wanted,
        assignments=tuple(there),
        annotators=tuple(sorted(everybody, key=lambda one: (one.name, one.id))),
        hand_ins={one.people[0].id: one.hand_in for one in counted},
        conflicts=tuple(conflicts),
        claims_in=_claims_in(reading, conflicts),
        missing=_missing(wanted, [*counts, *(one for same in conflicts for one in same)], joined),
        key=tuple(one for one in own if one.person in key),
        key_people=makers,
        optional=frozenset(map(ClaimId, choices.marked(reading, article, Mark.OPTIONAL))),
        hidden_people=whole(
            map(PersonId, choices.marked(reading, article, Mark.HIDDEN_PERSON)), joined
        ),
        hidden_answers=frozenset(
            map(ClaimId, choices.marked(reading, article, Mark.HIDDEN_ANSWER))
        ),
        picked=choices.picked(reading, article),
        spellings=choices.spellings(reading, article),
        joined=joined,
    )


def _claims_in(reading: Reading, conflicts: Iterable[Sequence[HandIn]]) -> Mapping[HandInId, int]:
    work = handins.work_of(reading, [one.id for same in conflicts for one in same])
    return {hand_in: len(found) for hand_in, found in work.items()}


def _came(reading: Reading, article: ArticleId, there: Iterable[Assignment]) -> list[HandIn]:
    """What was handed in on an article, or for an assignment that has moved on to it."""
    found = {one.id: one for one in handins.of_article(reading, article)}
    for assignment in there:
        found |= {one.id: one for one in handins.of_assignment(reading, assignment.id)}
    return list(found.values())


def _at_work_here(
    reading: Reading,
    own: Sequence[Claim],
    there: Sequence[Annotator],
    key: frozenset[PersonId],
    joined: Mapping[PersonId, PersonId],
) -> list[Annotator]:
    """Those with claims of their own in this library, but for who handed in and the key's."""
    known = key | {member.id for one in there for member in one.people}
    found: defaultdict[PersonId, list[Claim]] = defaultdict(list)
    for claim in own:
        if claim.person not in known and known_as(claim.person, joined) not in known:
            found[claim.person].append(claim)
    everybody = {one.id: one for one in people.all_of(reading)} if found else {}
    return [
        Annotator((Member(person, everybody[person].name),), tuple(work))
        for person, work in found.items()
    ]


def _missing(
    assignment: Assignment | None,
    came: Iterable[HandIn],
    joined: Mapping[PersonId, PersonId],
) -> tuple[RosterRow, ...]:
    if assignment is None:
        return ()
    there: Collection[PersonId] = {id_ for one in came for id_ in whole(one.who, joined)}
    return tuple(row for row in assignment.roster if known_as(row.id, joined) not in there)
