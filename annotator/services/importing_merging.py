"""What becomes of a person's claims when items from a file come to them.

Nothing here reads or writes: claims that are in the library and claims as a file has them go in,
and out come the claims as they shall be, and for each item what it did. The order of the items
does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from annotator.exchange.jsonld.item_failures import ItemRefusal
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.services import importing_failures as failures
from annotator.services.importing_comparing import (
    adds,
    as_one,
    joined,
    like,
    relinked,
    relinked_later,
    says_the_same,
)


class Outcome(Enum):
    """What an item did to the library."""

    NEW = auto()
    UPDATED = auto()
    UNCHANGED = auto()


Verdict = Outcome | ItemRefusal

_Stand = tuple[ArticleId, PersonId, Span]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A claim as a file has it; `formerly` are ids of claims that were joined into it there."""

    claim: Claim
    formerly: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be written, and what each item did, by its id.

    `become` says under which id a claim goes on that was joined into another.
    """

    written: tuple[Claim, ...]
    gone: frozenset[ClaimId]
    become: Mapping[ClaimId, ClaimId]
    verdicts: Mapping[ClaimId, Verdict]


def merge(
    stored: Iterable[Claim], former: Mapping[ClaimId, ClaimId], incoming: Sequence[Incoming]
) -> Merged:
    """Bring items together with the claims that are there.

    `stored` holds at least each claim with the id of an item (also by way of `former`), each that
    an item was formerly, and each of the same person on the same span. Ids of items are distinct.
    """
    merging = _Merging(stored, former)
    merging.meet(incoming)
    merging.supersede()
    merging.join_on_spans()
    return merging.result()


class _Merging:
    """One import under way: `now` are the claims as they stand by now."""

    def __init__(self, stored: Iterable[Claim], former: Mapping[ClaimId, ClaimId]) -> None:
        self._stored = {claim.id: claim for claim in stored}
        self._former = former
        self._parts: defaultdict[ClaimId, set[ClaimId]] = defaultdict(set)
        for old, current in former.items():
            self._parts[current].add(old)
        self._now = dict(self._stored)
        self._become: dict[ClaimId, ClaimId] = {}
        self._taken: dict[ClaimId, Incoming] = {}
        self._verdicts: dict[ClaimId, Verdict] = {}
        self._alias: dict[ClaimId, ClaimId] = {}

    def meet(self, incoming: Sequence[Incoming]) -> None:
        """Let each item meet the claim that has its id; those that have none are new."""
        self._alias = {old: one.claim.id for one in incoming for old in one.formerly}
        groups: defaultdict[ClaimId, list[Incoming]] = defaultdict(list)
        for one in sorted(incoming, key=lambda one: _age(one.claim)):
            id_ = self._former.get(one.claim.id, one.claim.id)
            groups[id_].append(replace(one, claim=relinked(one.claim, self._former)))
        for id_, group in groups.items():
            there = self._stored.get(id_)
            if there is None:
                self._begin(group)
            else:
                self._update(there, self._of_the_same(there, group))

    def supersede(self) -> None:
        """Drop what an item that was taken in says was joined into it, unless that is newer."""
        for id_, one in self._taken.items():
            for old in one.formerly:
                if id_ in self._now and old != id_ and old not in self._former:
                    self._drop(old, self._now[id_])

    def join_on_spans(self) -> None:
        """Make one claim of those of one person that have come to stand on one span."""
        touched = {_stand(self._now[id_]) for id_ in self._taken if id_ in self._now}
        together: defaultdict[_Stand, list[Claim]] = defaultdict(list)
        for claim in self._now.values():
            if _stand(claim) in touched:
                together[_stand(claim)].append(claim)
        for claims in together.values():
            if len(claims) > 1:
                self._join(sorted(claims, key=_age))

    def result(self) -> Merged:
        """What has become of everything."""
        become = {old: self._last(old) for old in self._become}
        for id_, claim in self._now.items():
            follow = relinked if id_ in self._taken else relinked_later
            self._now[id_] = follow(claim, become)
        written = (one for one in self._now.values() if self._stored.get(one.id) != one)
        return Merged(
            tuple(written), frozenset(self._stored.keys() - self._now), become, self._verdicts
        )

    def _begin(self, group: Sequence[Incoming]) -> None:
        for one in group:
            self._now[one.claim.id] = one.claim
            self._taken[one.claim.id] = one
            self._verdicts[one.claim.id] = Outcome.NEW

    def _of_the_same(self, there: Claim, group: Sequence[Incoming]) -> list[Incoming]:
        """Those of the group that can be about the claim: of its article, person and words."""
        own = next((one.claim for one in group if one.claim.id == there.id), there)
        span = own.span if own.modified > there.modified else there.span
        kept = []
        for one in group:
            verdict = _misfit(one.claim, there, span)
            if verdict is None:
                kept.append(one)
            else:
                self._verdicts[one.claim.id] = verdict
        return kept

    def _update(self, there: Claim, group: Sequence[Incoming]) -> None:
        """The later one holds; of a claim that was joined here, nothing that it holds is lost."""
        said = [one for one in group if not self._contradicts(there, one.claim)]
        newer = [one for one in said if one.claim.modified > there.modified]
        own = next((one.claim for one in newer if one.claim.id == there.id), None)
        heard = said if own and self._tells_all(there, said) else newer
        for one in said:
            updated = one in heard and (one.claim == own or adds(there, one.claim))
            self._verdicts[one.claim.id] = Outcome.UPDATED if updated else Outcome.UNCHANGED
        if not newer:
            return
        now = as_one(there, [one.claim for one in heard])
        if heard is newer:
            span = own.span if own else there.span
            now = replace(joined(there, now), span=span, created=there.created)
        self._now[there.id] = now
        formerly = tuple(old for one in newer for old in one.formerly)
        self._taken[there.id] = Incoming(now, formerly)

    def _contradicts(self, there: Claim, given: Claim) -> bool:
        """Whether both have one time, and say different things; the item is then refused."""
        if given.modified != there.modified:
            return False
        # A link to a claim that the file itself calls by another name is the same link.
        there = relinked(there, self._alias)
        given_here = relinked(like(there, given), self._alias)
        if says_the_same(there, given_here):
            return False
        if there.id in self._parts and not adds(there, given_here):
            return False
        self._verdicts[given.id] = failures.SameTime()
        return True

    def _tells_all(self, there: Claim, group: Sequence[Incoming]) -> bool:
        """Whether the file speaks for all that was joined into the claim, so may replace it."""
        known = {one.claim.id for one in group}
        known.update(old for one in group for old in one.formerly)
        return self._parts.get(there.id, set()) <= known

    def _drop(self, old: ClaimId, into: Claim) -> None:
        dropped = self._now.get(old)
        if dropped is None:
            self._become.setdefault(old, into.id)
        elif _owner(dropped) == _owner(into) and _is_in(dropped, into):
            del self._now[old]
            self._become[old] = into.id
            if self._verdicts.get(old) is Outcome.NEW:
                self._verdicts[old] = Outcome.UNCHANGED

    def _join(self, claims: Sequence[Claim]) -> None:
        """Join claims, the oldest first: it keeps its id."""
        whole = claims[0]
        if any(one.id in self._stored for one in claims[1:]):
            self._say_updated(whole)
        for one in claims[1:]:
            if self._verdicts.get(one.id) is Outcome.NEW:
                changes = adds(whole, one)
                self._verdicts[one.id] = Outcome.UPDATED if changes else Outcome.UNCHANGED
            del self._now[one.id]
            self._become[one.id] = whole.id
            whole = joined(whole, one)
        self._now[whole.id] = whole

    def _say_updated(self, claim: Claim) -> None:
        """A claim that was there goes on under the id of an older item."""
        if self._verdicts.get(claim.id) is Outcome.NEW:
            self._verdicts[claim.id] = Outcome.UPDATED

    def _last(self, old: ClaimId) -> ClaimId:
        while old in self._become:
            old = self._become[old]
        return old


def _misfit(claim: Claim, there: Claim, span: Span) -> Verdict | None:
    """Why an item cannot speak for the claim that has its id, and which then stands on a span."""
    if claim.article != there.article:
        return failures.OtherArticle()
    if claim.person != there.person:
        return failures.OtherPerson()
    if claim.id == there.id or claim.span == span:
        return None
    return failures.Apart() if claim.modified > there.modified else Outcome.UNCHANGED


def _is_in(part: Claim, whole: Claim) -> bool:
    """Whether a claim that was joined into another has nothing of its own since then."""
    return part.modified < whole.modified or (
        part.modified == whole.modified and not adds(whole, part)
    )


def _age(claim: Claim) -> tuple[object, ...]:
    return claim.created, claim.id


def _stand(claim: Claim) -> _Stand:
    return claim.article, claim.person, claim.span


def _owner(claim: Claim) -> tuple[ArticleId, PersonId]:
    return claim.article, claim.person
