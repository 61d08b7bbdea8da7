"""What was handed in for an assignment that has moved on to a newer version of its article.

It stands where it was done, and is seen on the newer version where its words are there. When the
earlier version is removed for good, it goes on to the newer one: a class's work is not lost with a
text that is not needed any more.
"""

from collections.abc import Sequence
from dataclasses import replace

from annotator.model.article import Article
from annotator.model.carrying import Carrying, Fate
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId
from annotator.model.joining import join
from annotator.model.span import Span
from annotator.storage import articles, assignments, handed_in, handins
from annotator.storage.step import Reading, Step


def seen_on(
    reading: Reading, work: tuple[Claim, ...], article: Article, text: str
) -> tuple[Claim, ...]:
    """Work that was collected on an earlier version, where its words stand in this one."""
    if not work or work[0].article == article.id:
        return work
    old = articles.texts_of(reading, [work[0].article]).get(work[0].article)
    return () if old is None else _sure(_fates(work, old, text), article.id)


def go_on(step: Step, left: ArticleId) -> None:
    """Take what was handed in on an article to where its assignments are now.

    Claims whose words the newer text does not have are counted with the hand-in as lost.
    """
    handed_in.go_on(step, left)
    old: str | None = None
    for one in handins.of_article(step, left):
        given = assignments.one(step, one.assignment) if one.assignment else None
        if given is None or given.article == left:
            continue
        old = old or articles.texts_of(step, [left])[left]
        new = articles.texts_of(step, [given.article])[given.article]
        fates = _fates(handins.work_of(step, [one.id])[one.id], old, new)
        there = _sure(fates, given.article)
        moved = sum(fate.is_sure and fate.span != fate.claim.span for fate in fates)
        lost = one.lost + sum(not fate.is_sure for fate in fates)
        noted = replace(one, article=given.article, moved=one.moved + moved, lost=lost)
        handins.update(step, noted)
        handins.rewrite_work(step, one.id, handins.packed(there))


def _fates(work: Sequence[Claim], old: str, new: str) -> list[Fate]:
    carrying = Carrying(old, new)
    return [carrying.fate(claim) for claim in work]


def _sure(fates: Sequence[Fate], article: ArticleId) -> tuple[Claim, ...]:
    """The claims that go on; two that come to stand on one span become one."""
    on_span: dict[Span, Claim] = {}
    for one in fates:
        if one.is_sure and one.span:
            claim = replace(one.claim, article=article, span=one.span)
            there = on_span.get(one.span)
            on_span[one.span] = join(there, claim)[0] if there else claim
    return tuple(on_span[span] for span in sorted(on_span))
