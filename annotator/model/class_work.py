"""What a comparison of a class is made of: who counts, what they gave, what the teacher chose."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.model.article import Article
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.claim import Claim
from annotator.model.handin import Annotator, HandIn, Member
from annotator.model.ids import ClaimId, PersonId
from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class ClassWork:
    """What a class report is made of.

    `annotators` are everybody who counts, by name; `hand_ins` what counts of theirs, by the
    annotator's id; `conflicts` hand-ins of which the teacher has to choose one; `missing` who is
    on the roster and gave nothing. `key` are the teacher's claims, `optional` those of them that
    nobody has to find. `hidden_people` and `hidden_answers` (claims) are left out. `picked` are
    passages that the teacher wants to talk about, `spellings` what names of sources mean.
    """

    article: Article
    text: str
    annotators: tuple[Annotator, ...]
    assignment: Assignment | None = None
    hand_ins: Mapping[PersonId, HandIn] = field(default_factory=dict)
    conflicts: tuple[tuple[HandIn, ...], ...] = ()
    missing: tuple[RosterRow, ...] = ()
    key: tuple[Claim, ...] = ()
    optional: frozenset[ClaimId] = frozenset()
    hidden_people: frozenset[PersonId] = frozenset()
    hidden_answers: frozenset[ClaimId] = frozenset()
    picked: tuple[Span, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[Annotator, ...]:
        """Those who are not hidden."""
        return tuple(one for one in self.annotators if one.id not in self.hidden_people)


def labels_of(annotators: Sequence[Annotator]) -> dict[PersonId, str]:
    """What each is called: the name, and with it a part of the id where several have one name."""
    names = {one.id: name_of(one.people) for one in annotators}
    alike = Counter(names.values())
    return {id_: name if alike[name] == 1 else f"{name} ({id_[:8]})" for id_, name in names.items()}


def name_of(people: Iterable[Member]) -> str:
    """The name, or those of a pair: without names both have one number, which is said once."""
    return " & ".join(dict.fromkeys(one.name for one in people))
