"""A row of a class: how much somebody did, when it came, and whether they need help.

Who needs help is defined plainly (docs/comparing.md) and never told to a class.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from annotator.model.assignment import Assignment, Minimums
from annotator.model.claim import Outcome
from annotator.model.completeness import missing
from annotator.model.handin import Annotator, HandIn, is_late
from annotator.model.key import Comparison
from annotator.model.progress import Progress, progress
from annotator.model.tags import Tag
from annotator.words import N_

_LITTLE = 3
"""Who found less than one of so many claims of the key found little."""

_LEAST_KEY = 3
"""Of fewer claims to find than that, missing them says nothing: it would be said of most."""


class Need(StrEnum):
    """Why somebody needs help, the most urgent first."""

    NOT_IN = "not handed in"
    NOTHING_MARKED = "nothing marked"
    NOTHING_COMPLETE = "nothing complete"
    BELOW_MINIMUMS = "less than asked for"
    FOUND_LITTLE = "found little of the key"


NEEDS: dict[Need, str] = {
    Need.NOT_IN: N_("Nothing has come."),
    Need.NOTHING_MARKED: N_("Nothing is marked."),
    Need.NOTHING_COMPLETE: N_("No claim is complete: each lacks its tag or what the tag asks for."),
    Need.BELOW_MINIMUMS: N_("There is less than the assignment asks for."),
    Need.FOUND_LITTLE: N_("Less than a third of the key was found."),
}
"""Message ids."""


@dataclass(frozen=True)
class Student:
    """What one annotator did. `claims` carry tags as `by_tag` counts them (None: open).

    `complete` ones bear a tag and lack nothing. `outcomes` counts recorded checks. `comparison` is
    None where there is no key.
    """

    annotator: Annotator
    label: str
    progress: Progress
    by_tag: Mapping[Tag | None, int]
    complete: int
    outcomes: Mapping[Outcome, int]
    hand_in: HandIn | None
    late: bool
    comparison: Comparison | None

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return len(self.annotator.claims)


def student(
    annotator: Annotator,
    label: str,
    hand_in: HandIn | None,
    comparison: Comparison | None,
    assignment: Assignment | None,
    zone: tzinfo | None = None,
) -> Student:
    """The row of one annotator. What is late is told by the day in `zone`."""
    claims = annotator.claims
    by_tag: dict[Tag | None, int] = {tag: sum(tag in one.tags for one in claims) for tag in Tag}
    by_tag[None] = sum(not one.tags for one in claims)
    due = assignment.due if assignment else None
    return Student(
        annotator,
        label,
        progress(claims, assignment.minimums if assignment else Minimums()),
        by_tag,
        sum(bool(one.tags) and not missing(one) for one in claims),
        Counter(seen.outcome for one in claims for seen in one.evidence if seen.outcome),
        hand_in,
        hand_in is not None and is_late(hand_in.made, due, zone),
        comparison,
    )


def needs_of(one: Student) -> tuple[Need, ...]:
    """Why somebody whose work is there needs help; what follows from another is left out."""
    if not one.claims:
        return (Need.NOTHING_MARKED,)
    compared = one.comparison
    checks = {
        Need.NOTHING_COMPLETE: not one.complete,
        Need.BELOW_MINIMUMS: not one.progress.is_met,
        Need.FOUND_LITTLE: compared is not None and _found_little(compared),
    }
    return tuple(need for need, is_so in checks.items() if is_so)


def urgency(needs: Sequence[Need]) -> tuple[int, int]:
    """What sorts people who need help: by the worst of it, then by how much there is."""
    order = tuple(Need)
    return min(map(order.index, needs)), -len(needs)


def _found_little(compared: Comparison) -> bool:
    return compared.asked >= _LEAST_KEY and _LITTLE * compared.found < compared.asked
