"""Whom a class names: how often, under which spellings, and what they are said to gain.

Each student spells a source alone, so one source comes under several spellings. None is joined by
itself: spellings that read alike are offered, and the teacher says what they mean.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.claim import Claim, Source, SourceKind, SourceRole, Stake
from annotator.model.completeness import is_given
from annotator.model.folding import folded
from annotator.model.handin import Annotator
from annotator.model.ids import PersonId
from annotator.model.person import tidy_name
from annotator.model.tags import Tag
from annotator.words import N_

_ARTICLES = frozenset(
    (
        *("a", "an", "the", "der", "die", "das", "ein", "eine"),
        *("el", "la", "los", "las", "un", "una", "le", "les", "une", "il", "lo"),
    )
)
"""Words that one student writes before a name and another leaves out."""


@dataclass(frozen=True, slots=True)
class ClassSource:
    """A source over a class; without a name it stands for all that is unnamed.

    `spellings` says of each spelling in how many claims it stands. `people` have named it, in
    `claims` as who says so and in `disagrees` as who disagrees. `kinds` and `stakes` count people:
    one who has two sources of that name with different stakes counts in both. None is not said.
    """

    name: str
    spellings: Mapping[str, int]
    people: int
    claims: int
    disagrees: int
    kinds: Mapping[SourceKind | None, int]
    stakes: Mapping[Stake | None, int]


BALANCE = N_("attributed claims with a source given name one with an interest of its own")
"""What is said beside so many of how many; a message id."""


class Balance(NamedTuple):
    """Of how many attributed claims that name a source, and how many of them one that gains."""

    own: int
    of: int


@dataclass(frozen=True, slots=True)
class ClassSources:
    """The sources that a class names, the most named first; `unnamed` where there are any.

    `offers` are groups of names that read alike, and could be joined.
    """

    sources: tuple[ClassSource, ...]
    unnamed: ClassSource | None
    offers: tuple[tuple[str, ...], ...]
    balance: Balance


def class_sources(
    annotators: Iterable[Annotator], joins: Mapping[str, str] | None = None
) -> ClassSources:
    """The sources of a class; `joins` says which name a spelling means."""
    uses = defaultdict[str, _Uses](_Uses)
    known = joins or {}
    own = attributed = 0
    for one in annotators:
        for claim in one.claims:
            for said in claim.attributions:
                if is_given(said.source):
                    spelling = tidy_name(said.source.name)
                    use = uses[_meant(spelling, known)]
                    use.add(one.id, claim, said.source, spelling, said.role)
            gains = _gains(claim)
            attributed += gains is not None
            own += gains is True
    found = [use.source(name) for name, use in uses.items()]
    found.sort(key=_most_named_first)
    named = tuple(one for one in found if one.name)
    unnamed = next((one for one in found if not one.name), None)
    return ClassSources(named, unnamed, _offers(named), Balance(own, attributed))


def alike(name: str) -> str:
    """What is the same for names that read alike: no case, accents, signs, blanks or article."""
    words = folded(name).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return "".join(words)


class _Uses:
    """What is counted of a source."""

    def __init__(self) -> None:
        self._spellings: defaultdict[str, set[str]] = defaultdict(set)
        self._claims: dict[SourceRole, set[str]] = {role: set() for role in SourceRole}
        self._people: set[PersonId] = set()
        self._kinds: set[tuple[PersonId, SourceKind | None]] = set()
        self._stakes: set[tuple[PersonId, Stake | None]] = set()

    def add(
        self, person: PersonId, claim: Claim, source: Source, spelling: str, role: SourceRole
    ) -> None:
        self._people.add(person)
        self._spellings[spelling].add(claim.id)
        self._claims[role].add(claim.id)
        self._kinds.add((person, source.kind))
        self._stakes.add((person, source.stake))

    def source(self, name: str) -> ClassSource:
        spellings = {spelling: len(claims) for spelling, claims in self._spellings.items()}
        in_order = sorted(spellings.items(), key=lambda one: (-one[1], one[0]))
        return ClassSource(
            name,
            dict(in_order),
            len(self._people),
            len(self._claims[SourceRole.SOURCE]),
            len(self._claims[SourceRole.COUNTER]),
            Counter(kind for _person, kind in self._kinds),
            Counter(stake for _person, stake in self._stakes),
        )


def _meant(spelling: str, joins: Mapping[str, str]) -> str:
    """The name that a spelling means, by way of others where it has to be."""
    seen = {spelling}
    while spelling in joins and joins[spelling] not in seen:
        spelling = joins[spelling]
        seen.add(spelling)
    return spelling


def _gains(claim: Claim) -> bool | None:
    """Whether who says so gains by it; None where it is not attributed or nobody is given."""
    if Tag.ATTRIBUTED not in claim.tags:
        return None
    given = [one.source for one in claim.sources(SourceRole.SOURCE) if is_given(one.source)]
    return any(one.stake is Stake.OWN for one in given) if given else None


def _offers(named: Sequence[ClassSource]) -> tuple[tuple[str, ...], ...]:
    together = defaultdict[str, list[str]](list)
    for one in named:
        together[alike(one.name)].append(one.name)
    return tuple(tuple(names) for key, names in together.items() if key and len(names) > 1)


def _most_named_first(one: ClassSource) -> tuple[int, int, str, str]:
    return -one.people, -(one.claims + one.disagrees), one.name.casefold(), one.name
