"""Classes to compare: made in memory, as what is measured begins with the claims."""

import random
import re
import statistics
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NoReturn

from annotator.model.agreement import agreement
from annotator.model.article import Article, Metadata
from annotator.model.claim import Claim, Evidence, Outcome
from annotator.model.class_reckoning import class_report_of
from annotator.model.class_report import ClassReport
from annotator.model.class_work import ClassWork
from annotator.model.handin import Annotator, Member
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from benchmarks.clock import finish, now
from benchmarks.material import long_text

CLAIMS, CHARACTERS = 40, 5_000
ROUNDS = 5
_SEED = 20_240_901
_MADE = datetime(2024, 9, 2, 12, tzinfo=UTC)
_TAGS = (
    *(frozenset({Tag.ATTRIBUTED}),) * 4,
    *(frozenset({Tag.CONTESTED}),) * 2,
    *(frozenset({Tag.VERIFIED}),) * 2,
    frozenset({Tag.ATTRIBUTED, Tag.CONTESTED}),
    frozenset[Tag](),
)


def classroom(students: int) -> tuple[str, list[Annotator]]:
    """An article of 5 KB and so many students with 40 claims each on it.

    Half of the claims are sentences and clauses as others mark them too, a quarter is a word or
    two off, and a quarter stands anywhere.
    """
    dice = random.Random(_SEED)
    text = long_text(dice, CHARACTERS)
    words = [match.span() for match in re.finditer(r"\w+", text)]
    usual = [_clause(dice, len(words)) for _passage in range(80)]
    return text, [_student(dice, number, words, usual) for number in range(students)]


def reported(students: int) -> ClassReport:
    """What a report on such a class says."""
    text, annotators = classroom(students)
    article = Article(ArticleId("article"), Metadata("A class"), len(text), "", _MADE, "made")
    work = ClassWork(article, text, tuple(annotators))
    return class_report_of(work, agreement(text, annotators))


def measured(work: Callable[[], object]) -> NoReturn:
    """Say what some work took, in ms: the median of a few rounds."""
    wall, cpu = [], []
    for _round in range(ROUNDS):
        began = now()
        work()
        done = now()
        wall.append((done.at - began.at) * 1000)
        cpu.append((done.cpu - began.cpu) * 1000)
    finish(now(), wall=statistics.median(wall), work=statistics.median(cpu))


def _clause(dice: random.Random, words: int) -> tuple[int, int]:
    first = dice.randrange(words - 20)
    return first, first + dice.randrange(5, 20)


def _student(
    dice: random.Random, number: int, words: list[tuple[int, int]], usual: list[tuple[int, int]]
) -> Annotator:
    person = PersonId(f"student {number}")
    spans: set[Span] = set()
    while len(spans) < CLAIMS:
        kind = dice.randrange(4)
        first, last = dice.choice(usual) if kind else _clause(dice, len(words))
        if kind == 1:
            first, last = max(0, first - dice.randrange(3)), last - dice.randrange(3)
        spans.add(Span(words[first][0], words[last - 1][1]))
    claims = (
        _claim(dice, ClaimId(f"{number}.{place}"), person, span)
        for place, span in enumerate(sorted(spans))
    )
    return Annotator((Member(person, f"Student {number}"),), tuple(claims))


def _claim(dice: random.Random, identity: ClaimId, person: PersonId, span: Span) -> Claim:
    tags = dice.choice(_TAGS)
    evidence = (Evidence("https://example.org/a", True, dice.choice(list(Outcome))),)
    return Claim(
        identity,
        ArticleId("article"),
        person,
        span,
        _MADE,
        _MADE,
        tags,
        evidence=evidence if Tag.VERIFIED in tags else (),
    )
