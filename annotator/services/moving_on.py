"""What was handed in for an assignment that has moved on to a newer version of its article.

It stands where it was done, and is seen on the newer version where its words are there. When the
earlier version is removed for good, it goes on to the newer one: a class's work is not lost with a
text that is not needed any more.
"""

from collections import defaultdict
from dataclasses import replace

from annotator.model.carrying import Carrying
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId
from annotator.model.joining import join_all
from annotator.model.span import Span
from annotator.storage import articles, assignments, handed_in, handins
from annotator.storage.step import Reading, Step


class Newer:
    """One version of an article, on which work on earlier ones is seen; each is read once."""

    def __init__(self, reading: Reading, article: ArticleId, text: str) -> None:
        self._reading, self._article, self._text = reading, article, text
        self._from: dict[ArticleId, Carrying | None] = {}

    def seen(self, work: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """The claims of one hand-in where their words stand in it; those that have no place do not.

        Those that come to stand on one span become one.
        """
        if not work or work[0].article == self._article:
            return work
        carrying = self._carrying(work[0].article)
        if carrying is None:
            return ()
        on_span: defaultdict[Span, list[Claim]] = defaultdict(list)
        for claim in work:
            span = carrying.sure(claim.span)
            if span is not None:
                on_span[span].append(replace(claim, article=self._article, span=span))
        return tuple(join_all(on_span[span]) for span in sorted(on_span))

    def counted(self, work: tuple[Claim, ...]) -> tuple[int, int]:
        """How many of these claims stand elsewhere in it, and how many have no place."""
        carrying = self._carrying(work[0].article) if work else None
        moved, lost = 0, 0
        for claim in work:
            span = carrying.sure(claim.span) if carrying else None
            lost += span is None
            moved += span is not None and span != claim.span
        return moved, lost

    def _carrying(self, earlier: ArticleId) -> Carrying | None:
        if earlier not in self._from:
            old = articles.texts_of(self._reading, [earlier]).get(earlier)
            self._from[earlier] = None if old is None else Carrying(old, self._text)
        return self._from[earlier]


def go_on(step: Step, left: ArticleId) -> None:
    """Take what was handed in on an article to where its assignments are now.

    Claims whose words the newer text does not have are counted with the hand-in as lost.
    """
    handed_in.go_on(step, left)
    newer: dict[ArticleId, Newer] = {}
    for one in handins.of_article(step, left):
        given = assignments.one(step, one.assignment) if one.assignment else None
        if given is None or given.article == left:
            continue
        to = given.article
        if to not in newer:
            newer[to] = Newer(step, to, articles.texts_of(step, [to])[to])
        work = handins.work_of(step, [one.id])[one.id]
        moved, lost = newer[to].counted(work)
        now = replace(one, article=to, moved=one.moved + moved, lost=one.lost + lost)
        handins.update(step, now)
        handins.rewrite_work(step, one.id, handins.packed(newer[to].seen(work)))
