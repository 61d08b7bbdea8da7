"""What a teacher chose about a class goes along when an assignment moves on to a newer version.

The choices on the earlier version stay as well. What was hidden is hidden in doubt: an answer that
was kept from the class must not stand on the wall because its text was corrected.
"""

from collections.abc import Collection, Iterator

from annotator.model.carrying import Carrying, carried_id
from annotator.model.ids import ArticleId, ClaimId
from annotator.storage import articles, choices, handins
from annotator.storage.choices import Mark
from annotator.storage.step import Reading, Step


def go_along(step: Step, left: ArticleId, to: ArticleId) -> None:
    """Choose on the newer version `to` what was chosen on the one that was left.

    A picked passage goes along where its very words stand in the newer text, and else does not.
    """
    texts = articles.texts_of(step, [left, to])
    carrying = Carrying(texts[left], texts[to])
    for person in choices.marked(step, left, Mark.HIDDEN_PERSON):
        choices.mark(step, to, Mark.HIDDEN_PERSON, person, on=True)
    hidden = choices.marked(step, left, Mark.HIDDEN_ANSWER)
    _mark(step, left, to, Mark.HIDDEN_ANSWER, hidden | _joined_with(step, left, hidden, carrying))
    _mark(step, left, to, Mark.OPTIONAL, choices.marked(step, left, Mark.OPTIONAL))
    there = choices.spellings(step, to)
    for spelling, name in choices.spellings(step, left).items():
        if spelling not in there:
            choices.spell(step, to, spelling, name)
    found = map(carrying.sure, choices.picked(step, left))
    choices.pick(step, to, [*choices.picked(step, to), *filter(None, found)])


def _mark(step: Step, left: ArticleId, to: ArticleId, kind: Mark, ids: Collection[str]) -> None:
    for one in ids:
        for id_ in _ids_on_the_way(step, ClaimId(one), left, to):
            choices.mark(step, to, kind, id_, on=True)


def _ids_on_the_way(
    reading: Reading, claim: ClaimId, left: ArticleId, to: ArticleId
) -> Iterator[ClaimId]:
    """The claim's id, and those under which it goes on in each version up to the newer one.

    Work that was done before bears the first; who goes on in a newer version hands in another.
    """
    yield claim
    for sha256 in reversed(list(_since(reading, left, to))):
        claim = carried_id(claim, sha256)
        yield claim


def _since(reading: Reading, left: ArticleId, to: ArticleId) -> Iterator[str]:
    """The hashes of the versions after the one that was left, the newest first."""
    found = articles.one(reading, to)
    while found is not None and found.id != left:
        yield found.sha256
        found = articles.one(reading, found.version_of) if found.version_of else None


def _joined_with(
    reading: Reading, left: ArticleId, hidden: Collection[str], carrying: Carrying
) -> set[str]:
    """Claims of one hand-in that become one with a hidden one where they stand now."""
    if not hidden:
        return set()
    found: set[str] = set()
    kept = handins.of_article(reading, left)
    for work in handins.work_of(reading, [one.id for one in kept]).values():
        places = {carrying.sure(claim.span) for claim in work if claim.id in hidden} - {None}
        found.update(claim.id for claim in work if carrying.sure(claim.span) in places)
    return found
