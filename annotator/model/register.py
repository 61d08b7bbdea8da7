"""The register of sources: each source once, and how many claims hang on it.

Counted one claim at a time, like the tally, so that it stays true after every key without a
look at all claims.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.claim import Claim, Source
from annotator.model.ids import PersonId
from annotator.model.person import tidy_name

SourceKey = tuple[str, ...]
"""What makes a source one: its row in the library, else whose it is and all it says."""


@dataclass(frozen=True, slots=True)
class Line:
    """One source of the register: `claims` counts each claim once."""

    key: SourceKey
    person: PersonId
    source: Source
    claims: int


class Register:
    """The sources of the claims that were added and not removed again."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self._uses: Counter[SourceKey] = Counter()
        self._known: dict[SourceKey, tuple[PersonId, Source]] = {}
        self._called: defaultdict[tuple[PersonId, str], set[SourceKey]] = defaultdict(set)
        self.restart(claims)

    def __len__(self) -> int:
        return len(self._known)

    def restart(self, claims: Iterable[Claim]) -> None:
        """Forget everything and count these claims."""
        self._uses.clear()
        self._known.clear()
        self._called.clear()
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        """Count a claim in."""
        for key, source in _sources(claim).items():
            if key in self._known:
                self._forget_name(key)
            self._uses[key] += 1
            self._known[key] = (claim.person, source)
            self._called[claim.person, tidy_name(source.name)].add(key)

    def remove(self, claim: Claim) -> None:
        """Take a claim off again, in the form in which it was added."""
        for key in _sources(claim):
            self._uses[key] -= 1
            if not self._uses[key]:
                self._forget_name(key)
                del self._uses[key], self._known[key]

    def lines(self) -> tuple[Line, ...]:
        """Every source, by name; those without a name last."""
        lines = (Line(key, *known, self._uses[key]) for key, known in self._known.items())
        return tuple(sorted(lines, key=_in_order))

    def names(self, person: PersonId) -> list[str]:
        """The names of the person's sources, each once, sorted."""
        mine = (source.name for owner, source in self._known.values() if owner == person)
        return sorted({name for name in mine if name}, key=str.casefold)

    def called(self, person: PersonId, name: str) -> Source | None:
        """The person's source of that name; the most used one if there are several."""
        keys = self._called.get((person, tidy_name(name)), set()) if name.strip() else set()
        best = max(keys, key=lambda key: (self._uses[key], key), default=None)
        return self._known[best][1] if best else None

    def uses(self, claim: Claim, source: Source) -> int:
        """How many claims hang on a source of that claim."""
        return self._uses.get(key_of(claim, source), 0)

    def _forget_name(self, key: SourceKey) -> None:
        person, source = self._known[key]
        called = (person, tidy_name(source.name))
        self._called[called].discard(key)
        if not self._called[called]:
            del self._called[called]


def key_of(claim: Claim, source: Source) -> SourceKey:
    """What makes a source of that claim one. One without row and name is the claim's own."""
    if source.id:
        return (source.id,)
    of = tidy_name(source.name) or f"of {claim.id}"
    return (claim.person, of, str(source.kind or ""), str(source.stake or ""))


def _sources(claim: Claim) -> dict[SourceKey, Source]:
    return {key_of(claim, one.source): one.source for one in claim.attributions}


def _in_order(line: Line) -> tuple[bool, str, SourceKey]:
    name = line.source.name
    return (not name.strip(), name.casefold(), line.key)
