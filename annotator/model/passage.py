"""One passage of an article as a class marked it: counts, answers, and what makes it worth a talk.

How worth and reason are defined, with an example, stands in docs/comparing.md.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from annotator.model.claim import Claim, Outcome
from annotator.model.completeness import missing
from annotator.model.handin import Annotator
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.words import N_


class Reason(StrEnum):
    """What makes a passage most worth talking about."""

    SPLIT = "split"
    CHECKS_DIFFER = "checks differ"
    FEW_SAW = "few saw"
    NONE = "none"


REASONS: dict[Reason, str] = {
    Reason.SPLIT: N_("The class gives it different tags."),
    Reason.CHECKS_DIFFER: N_("Checks of it came out differently."),
    Reason.FEW_SAW: N_("Some marked it, and some did not."),
    Reason.NONE: N_("All marked it, in the same way."),
}
"""Message ids."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one annotator, or a pair, says of a passage: own claims that belong to it, at least one.

    The claims stand by position.
    """

    annotator: Annotator
    claims: tuple[Claim, ...]

    @property
    def tags(self) -> frozenset[Tag]:
        """The tags of these claims together; none where all are open."""
        return frozenset().union(*(claim.tags for claim in self.claims))

    @property
    def is_complete(self) -> bool:
        """Whether it bears a tag and none of its claims lacks anything."""
        return bool(self.tags) and not any(missing(claim) for claim in self.claims)

    @property
    def outcomes(self) -> frozenset[Outcome]:
        """What came of the looks outside the article, each outcome once."""
        return frozenset(
            one.outcome for claim in self.claims for one in claim.evidence if one.outcome
        )


@dataclass(frozen=True, eq=False)
class Passage:
    """Words of an article that somebody of a class marked.

    `span` is in code points of the canonical text, `units` the same in units; `annotators` is the
    whole class. What is counted is people (a pair is one), not claims.
    """

    span: Span
    units: range
    annotators: tuple[Annotator, ...]
    _whose: Sequence[int]
    """Of each claim that belongs to it, the place of its annotator; rising."""
    _claims: Sequence[Claim]
    """These claims; of one annotator by position."""

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What each of those who marked it says, in the order of the class."""
        claims: defaultdict[int, list[Claim]] = defaultdict(list)
        for place, claim in zip(self._whose, self._claims, strict=True):
            claims[place].append(claim)
        return tuple(Answer(self.annotators[place], tuple(some)) for place, some in claims.items())

    @property
    def of(self) -> int:
        """How many annotators the class has."""
        return len(self.annotators)

    @property
    def marked(self) -> int:
        """How many marked it."""
        return self.sets.total()

    @cached_property
    def sets(self) -> Counter[frozenset[Tag]]:
        """How many gave it exactly these tags; the empty set is open."""
        answers: list[frozenset[Tag]] = []
        last = -1
        for place, claim in zip(self._whose, self._claims, strict=True):
            if place == last:
                answers[-1] |= claim.tags
            else:
                answers.append(claim.tags)
            last = place
        return Counter(answers)

    def tagged(self, tag: Tag) -> int:
        """How many gave it this tag, alone or with others."""
        return sum(number for tags, number in self.sets.items() if tag in tags)

    @property
    def several(self) -> int:
        """How many gave it more than one tag."""
        return sum(number for tags, number in self.sets.items() if len(tags) > 1)

    @property
    def open(self) -> int:
        """How many marked it without any tag."""
        return self.sets[frozenset()]

    @cached_property
    def complete(self) -> int:
        """How many answers bear a tag and lack nothing."""
        return sum(answer.is_complete for answer in self.answers)

    @cached_property
    def outcomes(self) -> Counter[Outcome]:
        """How many recorded a check with this outcome."""
        found = {
            (place, one.outcome)
            for place, claim in zip(self._whose, self._claims, strict=True)
            if claim.evidence
            for one in claim.evidence
        }
        return Counter(outcome for _place, outcome in found if outcome)

    @property
    def split(self) -> float:
        """How far tags differ, from 0 to 1, for the whole class."""
        return _differ(self.sets) * self.marked / self.of

    @property
    def half_seen(self) -> float:
        """How near it is to half of the class having marked it, from 0 to 1."""
        return 1 - abs(2 * self.marked / self.of - 1)

    @property
    def checks(self) -> float:
        """How far outcomes of checks differ, from 0 to 1."""
        return _differ(self.outcomes)

    @cached_property
    def _terms(self) -> dict[Reason, float]:
        # Rounded, so that what is equal stays equal: 2/3 of 3/5 is else more than half of 4/5.
        return {
            Reason.SPLIT: round(self.split, 9),
            Reason.CHECKS_DIFFER: round(self.checks, 9),
            Reason.FEW_SAW: round(self.half_seen / 2, 9),
        }

    @cached_property
    def worth(self) -> float:
        """How much it is worth talking about: 0 where all marked it in the same way."""
        return round(sum(self._terms.values()), 9)

    @property
    def reason(self) -> Reason:
        """What contributes most to its worth; of equals the one that `Reason` names first."""
        most = max(self._terms, key=lambda reason: self._terms[reason])
        return most if self._terms[most] else Reason.NONE


def _differ(counts: Counter[frozenset[Tag]] | Counter[Outcome]) -> float:
    """Twice the share of what is not the most frequent: 1 from an even split in two upwards."""
    total = counts.total()
    return min(1, 2 * (total - max(counts.values())) / total) if total else 0
