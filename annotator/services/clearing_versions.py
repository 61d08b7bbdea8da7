"""What of somebody's work on other versions of an article goes on in what was handed in of one.

A hand-in holds the work on one version. Before the others are cleared with it, each claim there has
to be found in it again: as the one that was carried from it or to it, and not changed since. In
doubt a claim counts as work of its own: what is kept too long can be removed, and not the reverse.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.model.article import Article
from annotator.model.carrying import carried_id
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.services import class_failures as failures
from annotator.storage import articles, claims
from annotator.storage.step import Reading


class _Version(NamedTuple):
    """A version of the article with a person's claims on it, by every id that they ever had."""

    article: Article
    by_id: dict[ClaimId, Claim]

    def carried(self, claim: Claim) -> Claim | None:
        """The claim that another one goes on as here."""
        return self.by_id.get(carried_id(claim.id, self.article.sha256))


def refuse_work_elsewhere(reading: Reading, article: ArticleId, person: PersonId) -> None:
    """Raise WorkElsewhere where a claim on another version does not go on in those of `article`."""
    ids = articles.versions(reading, article)
    versions = [_version(reading, one, person) for one in ids]
    waiting = [one for version in versions[1:] for one in set(version.by_id.values())]
    found = list(versions[0].by_id.values())
    while found:
        kept = found.pop()
        more = [one for one in waiting if _goes_on(versions, one, kept)]
        waiting = [one for one in waiting if one not in more]
        found += more
    for version in versions[1:]:
        if left := sum(one.article == version.article.id for one in waiting):
            raise failures.WorkElsewhere(version.article.metadata.title, left)


def _version(reading: Reading, article: ArticleId, person: PersonId) -> _Version:
    found = articles.one(reading, article)
    assert found is not None
    there = {one.id: one for one in claims.of_article(reading, article, person)}
    former = claims.former_ids(reading, article).items()
    return _Version(found, there | {old: there[now] for old, now in former if now in there})


def _goes_on(versions: Sequence[_Version], claim: Claim, kept: Claim) -> bool:
    """Whether one of two claims was carried to where the other is, and `kept` says all of `claim`.

    What was written after the carrying is only in the one of the two that it was written to.
    """
    return any(
        _says_all(kept, claim)
        or (claim.modified <= kept.modified and claim.modified <= version.article.added)
        for version in _carried_to(versions, claim, kept)
    )


def _carried_to(versions: Sequence[_Version], one: Claim, other: Claim) -> Iterator[_Version]:
    for version in versions:
        if version.carried(one) == other or version.carried(other) == one:
            yield version


def _says_all(kept: Claim, claim: Claim) -> bool:
    same = replace(
        claim,
        id=kept.id,
        article=kept.article,
        span=kept.span,
        created=kept.created,
        modified=kept.modified,
        links=kept.links,
    )
    return same == kept and len(claim.links) <= len(kept.links)
