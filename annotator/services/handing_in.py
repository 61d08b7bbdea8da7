"""Give one's work on an article to the teacher: as one file, complete or with a reason why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from annotator.exchange import handins as files
from annotator.exchange.handins import HandInToWrite
from annotator.model.article import Article
from annotator.model.assignment import Assignment
from annotator.model.claim import Claim
from annotator.model.completeness import Missing, missing
from annotator.model.handin import Member
from annotator.model.ids import ArticleId, PersonId, new_id
from annotator.model.person import Origin, Person
from annotator.model.report import Work
from annotator.model.text import is_empty
from annotator.model.typed import kept
from annotator.services import class_failures as failures
from annotator.services.failures import NoSuchArticle, NoSuchPerson, SeveralPeople
from annotator.services.handing_over import step_with_file
from annotator.services.naming import checked, on_roster
from annotator.services.workspace import Workspace
from annotator.storage import articles, claims, handed_in, people
from annotator.storage.step import Reading
from annotator.words import N_


class Unfinished(NamedTuple):
    """A claim that still needs something, with its words."""

    claim: Claim
    quote: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody's work on an article stands before it is handed in.

    `last` are the number and time of what was handed in last, by the same people.
    """

    person: Person
    partner: Member | None
    claims: tuple[Claim, ...]
    unfinished: tuple[Unfinished, ...]
    last: tuple[int, datetime] | None

    @property
    def people(self) -> tuple[Member, ...]:
        """Who hands in."""
        first = Member(self.person.id, self.person.name)
        return (first, self.partner) if self.partner else (first,)


@dataclass(frozen=True, slots=True)
class HandingIn:
    """What is handed in, of whose work and how. `anyway` is a reason for unfinished claims."""

    article: ArticleId
    person: PersonId
    assignment: Assignment | None = None
    draft: bool = False
    anyway: str = ""


def standing(
    workspace: Workspace, article: ArticleId, person: PersonId, assignment: Assignment | None
) -> Standing:
    """How the work stands, alone or with whom it was begun. Raises NoSuchPerson."""
    with workspace.library.reading() as reading:
        partner = handed_in.partner(reading, article, person)
        return _standing(reading, HandingIn(article, person, assignment), partner)


def pair(
    workspace: Workspace, article: ArticleId, person: PersonId, name_or_id: str | None
) -> Member | None:
    """Say with whom somebody works on an article; None: alone.

    Whoever is on the article's roster is meant first; then who was the partner before. Raises
    WithOneself, SeveralPeople, NoName.
    """
    with workspace.step(N_("pair"), article=article, person=person, undoable=False) as step:
        partner = _partner(step, article, person, name_or_id) if name_or_id is not None else None
        handed_in.pair(step, article, person, partner)
    return partner


def hand_in(workspace: Workspace, what: HandingIn, to: Path, with_: str | None = None) -> int:
    """Write the work to a file; its number, which is one more than the last time.

    `with_` is the other one of a pair by name or id; "" is alone, None whoever it was before. A
    draft has the number that it would be handed in with. Raises Unfinished (of class_failures)
    where the assignment asks for complete claims, TooManyClaims, what `pair` raises, or what the
    file's place refuses; then nothing is written and no number is used up.
    """
    whose = what.article, what.assignment.id if what.assignment else None
    with step_with_file(workspace, N_("hand in"), to, article=what.article, person=what.person) as (
        step,
        write_file,
    ):
        if with_ is not None:
            partner = _partner(step, what.article, what.person, with_) if with_ else None
            handed_in.pair(step, what.article, what.person, partner)
        partner = handed_in.partner(step, what.article, what.person)
        now = _standing(step, what, partner)
        if len(now.claims) > files.MOST_CLAIMS:
            raise failures.TooManyClaims(files.MOST_CLAIMS)
        _refuse_unfinished(what, now.unfinished)
        number = (now.last[0] if now.last else 0) + 1
        made = workspace.now()
        if not what.draft:
            handed_in.remember(step, (*whose, [one.id for one in now.people]), number, made)
        write_file(_written(step, what, now, number, made))
    return number


def _standing(reading: Reading, what: HandingIn, partner: Member | None) -> Standing:
    person = people.one(reading, what.person)
    if person is None:
        raise NoSuchPerson
    text = articles.frozen_text(reading, what.article) or ""
    there = tuple(claims.of_article(reading, what.article, what.person))
    asked = ((claim, missing(claim)) for claim in there)
    unfinished = tuple(
        Unfinished(claim, text[claim.span.start : claim.span.end], lacks)
        for claim, lacks in asked
        if lacks
    )
    ids = [person.id, *([partner.id] if partner else [])]
    assignment = what.assignment.id if what.assignment else None
    last = handed_in.last(reading, (what.article, assignment, ids))
    return Standing(person, partner, there, unfinished, last)


def _refuse_unfinished(what: HandingIn, unfinished: Sequence[Unfinished]) -> None:
    asked = what.assignment is not None and what.assignment.require_complete
    if asked and unfinished and not what.draft and is_empty(what.anyway):
        raise failures.Unfinished(len(unfinished))


def _written(
    reading: Reading, what: HandingIn, now: Standing, number: int, made: datetime
) -> bytes:
    article, text = _article(reading, what.article)
    former = claims.former_ids(reading, what.article)
    own = {claim.id for claim in now.claims}
    work = Work(
        article,
        text,
        now.claims,
        [now.person],
        {old: claim for old, claim in former.items() if claim in own},
    )
    return files.written(
        HandInToWrite(
            work,
            now.people,
            number,
            made,
            what.assignment,
            what.draft,
            kept(what.anyway).strip(),
        )
    )


def _article(reading: Reading, article: ArticleId) -> tuple[Article, str]:
    found, text = articles.one(reading, article), articles.frozen_text(reading, article)
    if found is None or text is None:
        raise NoSuchArticle(article)
    return found, text


def _partner(reading: Reading, article: ArticleId, person: PersonId, given: str) -> Member:
    name = checked(given)
    before = handed_in.partner(reading, article, person)
    named = before if before and name in before else None
    found = on_roster(reading, article, name) or named or _known(reading, name)
    partner = found or Member(PersonId(new_id()), name)
    if partner.id == person:
        raise failures.WithOneself(partner.name)
    return partner


def _known(reading: Reading, name: str) -> Member | None:
    by_id = people.one(reading, PersonId(name))
    found = [by_id] if by_id else people.named(reading, name, Origin.LOCAL)
    if len(found) > 1:
        raise SeveralPeople(name, [one.id for one in found])
    return Member(found[0].id, found[0].name) if found else None
