"""The teacher's claims as a key, and how somebody's claims meet it: with tolerance, never "wrong".

The rule, with an example, stands in docs/comparing.md. In short: a claim of the key is found when
own claims with one of its tags hold half of its words and signs, and none of them reaches further
than into one more sentence.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from annotator.model.claim import Claim
from annotator.model.handin import Annotator
from annotator.model.ids import ClaimId
from annotator.model.sentences import sentence_spans
from annotator.model.tags import Tag, in_order
from annotator.model.units import Cover, Units, units

_FURTHER = 1
"""So many sentences may a claim reach into in which the claim of the key has no part."""

_CHECKS = frozenset({Tag.CONTESTED, Tag.VERIFIED})
"""Tags that say that somebody looked further than at who says so."""


class Met(StrEnum):
    """What somebody made of a claim of the key."""

    FOUND = "found"
    OTHER_TAG = "other tag"
    MISSED = "missed"


class KeyResult(NamedTuple):
    """How somebody met one claim of the key.

    `claims` are those that count for it, by position. `lacks` are tags of the key that they do not
    have there, `also_checked` contested or verified where the key does not say so. `wider`: they
    reach beyond the claim of the key, and not enough of it is held by claims that do not.
    """

    claim: Claim
    is_optional: bool
    met: Met
    claims: tuple[Claim, ...] = ()
    wider: bool = False
    lacks: tuple[Tag, ...] = ()
    also_checked: tuple[Tag, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Somebody's claims beside a key: a result for each claim of it, by position.

    `not_in_key` are own claims that count for none of them.
    """

    annotator: Annotator
    results: tuple[KeyResult, ...]
    not_in_key: tuple[Claim, ...]

    @cached_property
    def found(self) -> int:
        """How many that had to be found are found."""
        return sum(one.met is Met.FOUND for one in self.results if not one.is_optional)

    @cached_property
    def asked(self) -> int:
        """How many had to be found."""
        return sum(not one.is_optional for one in self.results)

    @cached_property
    def optional_found(self) -> int:
        """How many are found that nobody has to find."""
        return sum(one.met is Met.FOUND for one in self.results if one.is_optional)


class _Reach(NamedTuple):
    """A claim by its units: all that it carries alone, and from the first word to the last one."""

    claim: Claim
    cover: Cover
    units: range
    first: int
    last: int
    sentences: range


class AnswerKey:
    """A key on a text. What of it carries no word or sign is not compared.

    `optional` are the ids of claims that nobody has to find.
    """

    def __init__(
        self, text: str, claims: Sequence[Claim], optional: Collection[ClaimId] = ()
    ) -> None:
        self._units = units(text)
        self._sentences = _sentence_of_each(text, self._units)
        self._optional = frozenset(optional)
        self._key = self._reaches(claims)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that are compared, by position."""
        return tuple(one.claim for one in self._key)

    def compare(self, annotator: Annotator) -> Comparison:
        """How somebody's claims meet the key."""
        own = self._reaches(annotator.claims)
        results = tuple(self._result(of, own) for of in self._key)
        counted = {claim.id for one in results for claim in one.claims}
        rest = tuple(claim for claim in annotator.claims if claim.id not in counted)
        return Comparison(annotator, results, rest)

    def _result(self, of: _Reach, own: Sequence[_Reach]) -> KeyResult:
        bits = self._units.carried([of.cover])
        near = [
            one
            for one in own
            if _overlap(one.units, of.units) and _is_near(one.sentences, of.sentences)
        ]
        is_optional = of.claim.id in self._optional
        if not self._holds(bits, near):
            return KeyResult(of.claim, is_optional, Met.MISSED)
        given = {tag for tag in Tag if self._holds(bits, _with(tag, near))}
        wanted = of.claim.tags
        same = [one for one in near if one.claim.tags & wanted or one.claim.tags == wanted]
        is_found = bool(given & wanted) if wanted else self._holds(bits, _with(None, near))
        counting = same if is_found else near
        within = [one for one in counting if one.first >= of.first and one.last <= of.last]
        return KeyResult(
            of.claim,
            is_optional,
            Met.FOUND if is_found else Met.OTHER_TAG,
            tuple(one.claim for one in near),
            not self._holds(bits, within),
            in_order(wanted - given) if is_found else (),
            in_order(frozenset(given & _CHECKS - wanted)),
        )

    def _holds(self, bits: int, claims: Sequence[_Reach]) -> bool:
        """Whether claims carry at least half of a set of units together."""
        carried = self._units.carried(one.cover for one in claims)
        return 2 * (carried & bits).bit_count() >= bits.bit_count()

    def _reaches(self, claims: Sequence[Claim]) -> list[_Reach]:
        """The claims by their units, but for those that carry none."""
        found = []
        for claim, reached in zip(
            claims, self._units.reached(claim.span for claim in claims), strict=True
        ):
            if reached[0] < reached[1]:
                first, last = _words(self._units, *reached)
                sentences = range(self._sentences[first], self._sentences[last - 1] + 1)
                cover = self._units.cover([claim.span])
                found.append(_Reach(claim, cover, range(*reached), first, last, sentences))
        return found


def _with(tag: Tag | None, claims: Sequence[_Reach]) -> list[_Reach]:
    """Those with a tag; with None those without any."""
    return [one for one in claims if (tag in one.claim.tags if tag else not one.claim.tags)]


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _is_near(sentences: range, of: range) -> bool:
    """Whether a claim reaches into at most one sentence in which the key's has no part."""
    before, after = of[0] - sentences[0], sentences[-1] - of[-1]
    return max(before, 0) + max(after, 0) <= _FURTHER


def _words(of: Units, first: int, last: int) -> tuple[int, int]:
    """A stretch of units without the signs at its ends; nothing but signs stand for themselves."""
    words = [unit for unit in range(first, last) if of.words[unit]]
    return (words[0], words[-1] + 1) if words else (first, last)


def _sentence_of_each(text: str, of: Units) -> list[int]:
    """The number of the sentence in which each unit begins."""
    starts = [span.start for span in sentence_spans(text)]
    return [bisect_right(starts, start) for start in of.starts]
