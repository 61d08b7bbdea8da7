"""The agreement of a class as its page shows it; worked out on the worker's thread. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest

from annotator.model.agreement import ALL, Agreement, judged
from annotator.model.alpha import Interval
from annotator.model.ids import PersonId
from annotator.model.tags import Tag

_MOST = 400
"""Of more people nobody looks at each two, of whom there are millions."""
_PAIRS = 500
"""So many pairs are listed, those that agree least: of 200 students there are 20,000."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of agreement and how sure it is; `which` is "all" or a tag."""

    which: str
    alpha: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Two:
    """How far two agree."""

    a: str
    b: str
    alpha: float | None


@dataclass(frozen=True, slots=True)
class AgreementSeen:
    """What the page says, worked out elsewhere."""

    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]
    pairs: tuple[Two, ...]
    pairs_in_all: int
    annotators: int
    units: int


def agreement_seen(of: Agreement, named: Mapping[PersonId, str] | None = None) -> AgreementSeen:
    """What is said of an agreement; `named` says what people are called where names are hidden."""
    called = named or {one.id: one.name for one in of.annotators}
    figures = tuple(
        Figure(which, of.alpha[which], of.interval(which))
        for which in (ALL, *(tag.value for tag in Tag))
    )
    pairs = of.pairs if len(of.annotators) <= _MOST else []
    least = nsmallest(_PAIRS, pairs, key=lambda one: -2.0 if one.alpha is None else one.alpha)
    return AgreementSeen(
        tuple(judged(of.alpha[ALL], len(of.annotators), of.claims)),
        figures,
        tuple(Two(called[one.a.id], called[one.b.id], one.alpha) for one in least),
        len(pairs),
        len(of.annotators),
        of.units,
    )
