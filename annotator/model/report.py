"""What a report says, in plain values: every writer reads these and asks nobody else.

A report is of one state of the library, so its numbers, sentences and tables agree in each format.
Positions are code points of the canonical text; claims are numbered from 1 in each article, in the
order in which a reader meets them.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.article import Article
from annotator.model.best import best_of
from annotator.model.claim import Claim, LinkRole, Source, SourceKind, SourceRole, Stake
from annotator.model.completeness import Missing, is_given, missing
from annotator.model.ids import ClaimId, PersonId
from annotator.model.paper import Paper
from annotator.model.passages import Tally
from annotator.model.person import Person, tidy_name
from annotator.model.text import Paragraph, paragraphs


@dataclass(frozen=True, slots=True)
class Work:
    """What a report is made of: an article, its text and the chosen claims on it, by position.

    `people` did the work, by name: those who were asked for, or else everybody with a claim.
    `former` are ids of claims that were joined into others; links may still name them.
    """

    article: Article
    text: str
    claims: Sequence[Claim]
    people: Sequence[Person]
    former: Mapping[ClaimId, ClaimId]


class Reference(NamedTuple):
    """Where a linked claim stands in this report: `article` and `number` count from 1.

    Both are 0 when the report does not hold it.
    """

    role: LinkRole
    article: int
    number: int


class Entry(NamedTuple):
    """One claim as a report shows it; `first` and `last` are the paragraphs it touches.

    `best` says that it is its person's best check on the article: one of them at most is.
    """

    number: int
    claim: Claim
    quote: str
    person: str
    first: int
    last: int
    missing: tuple[Missing, ...]
    links: tuple[Reference, ...]
    best: bool


class SourceLine(NamedTuple):
    """A source with its stake, and how many claims it speaks for and against."""

    name: str
    kind: SourceKind | None
    stake: Stake | None
    says: int
    disagrees: int


class PersonWork(NamedTuple):
    """What one person did on an article: `label` tells people of one name apart."""

    person: Person
    label: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Reported:
    """One article of a report."""

    article: Article
    text: str
    paragraphs: tuple[Paragraph, ...]
    work: tuple[PersonWork, ...]
    entries: tuple[Entry, ...]
    sources: tuple[SourceLine, ...]

    @property
    def best(self) -> tuple[Entry, ...]:
        """The best check of each person who has one, in the order of `work`: it leads the rest."""
        found = {entry.claim.person: entry for entry in self.entries if entry.best}
        return tuple(found[one.person.id] for one in self.work if one.person.id in found)


@dataclass(frozen=True, slots=True)
class Report:
    """Articles in the order asked for; `works` is the same for a writer of all that claims hold.

    `anonymous` says that the people in it are numbered students. `paper` is what it is set on
    where a format has pages.
    """

    articles: tuple[Reported, ...]
    works: tuple[Work, ...]
    anonymous: bool = False
    paper: Paper = Paper.A4

    @property
    def size(self) -> int:
        """How many claims there are to write: what progress is counted in."""
        return sum(len(one.entries) for one in self.articles)


def report_of(works: Sequence[Work], anonymous: bool = False) -> Report:
    """The report of some people's work; `anonymous` where it is without names already."""
    labels = _labels({person.id: person for work in works for person in work.people})
    places = _places(works)
    reported = tuple(_reported(work, labels, places) for work in works)
    return Report(reported, tuple(works), anonymous)


def _reported(
    work: Work, labels: Mapping[PersonId, str], places: Mapping[ClaimId, tuple[int, int]]
) -> Reported:
    numbered = paragraphs(work.text)
    starts = [paragraph.span.start for paragraph in numbered]
    best = _best_checks(work.claims)
    entries = tuple(
        Entry(
            number,
            claim,
            work.text[claim.span.start : claim.span.end],
            labels[claim.person],
            bisect_right(starts, claim.span.start) or 1,
            bisect_right(starts, claim.span.end - 1) or 1,
            missing(claim) if claim.tags else (),
            _references(claim, work.former, places) if claim.links else (),
            claim.best and claim.id in best,
        )
        for number, claim in enumerate(work.claims, 1)
    )
    return Reported(
        work.article,
        work.text,
        numbered,
        _by_person(work.people, labels, entries),
        entries,
        _source_lines(work.claims),
    )


def _best_checks(claims: Iterable[Claim]) -> set[ClaimId]:
    starred = defaultdict[PersonId, list[Claim]](list)
    for claim in claims:
        if claim.best:
            starred[claim.person].append(claim)
    return {best.id for mine in starred.values() if (best := best_of(mine))}


def _by_person(
    people: Sequence[Person], labels: Mapping[PersonId, str], entries: Iterable[Entry]
) -> tuple[PersonWork, ...]:
    tallies = {person.id: Tally() for person in people}
    for entry in entries:
        tallies[entry.claim.person].add(entry.claim, entry.missing)
    return tuple(PersonWork(one, labels[one.id], tallies[one.id]) for one in people)


def _places(works: Sequence[Work]) -> dict[ClaimId, tuple[int, int]]:
    return {
        claim.id: (article, number)
        for article, work in enumerate(works, 1)
        for number, claim in enumerate(work.claims, 1)
    }


def _references(
    claim: Claim,
    former: Mapping[ClaimId, ClaimId],
    places: Mapping[ClaimId, tuple[int, int]],
) -> tuple[Reference, ...]:
    return tuple(
        Reference(link.role, *places.get(former.get(link.claim, link.claim), (0, 0)))
        for link in claim.links
    )


def _labels(people: Mapping[PersonId, Person]) -> dict[PersonId, str]:
    alike = Counter(person.name for person in people.values())
    return {
        one.id: one.name if alike[one.name] == 1 else f"{one.name} ({one.id[:8]})"
        for one in people.values()
    }


_Value = tuple[str, SourceKind | None, Stake | None]


def _source_lines(claims: Iterable[Claim]) -> tuple[SourceLine, ...]:
    uses: defaultdict[_Value, Counter[SourceRole]] = defaultdict(Counter)
    values: dict[int, _Value | None] = {}
    for claim in claims:
        said: set[tuple[_Value, SourceRole]] = set()
        for one in claim.attributions:
            # A source is one object, however many claims hang on it: its name is tidied once.
            at = id(one.source)
            value = values[at] if at in values else values.setdefault(at, _value(one.source))
            if value:
                said.add((value, one.role))
        for value, role in said:
            uses[value][role] += 1
    lines = (
        SourceLine(*value, roles[SourceRole.SOURCE], roles[SourceRole.COUNTER])
        for value, roles in uses.items()
    )
    return tuple(sorted(lines, key=_most_used_first))


def _value(source: Source) -> _Value | None:
    if not is_given(source):
        return None
    return tidy_name(source.name), source.kind, source.stake


def _most_used_first(line: SourceLine) -> tuple[bool, int, str, str, str, str]:
    used = line.says + line.disagrees
    unnamed = not line.name
    return unnamed, -used, line.name.casefold(), line.name, line.kind or "", line.stake or ""
