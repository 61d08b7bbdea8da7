"""What is new in the library since a window last looked: its own steps and everybody else's.

One path for both, so that a view cannot tell who changed something and cannot get it wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.change import Change
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.person import Person
from annotator.services.workspace import Workspace
from annotator.storage import changes, claims, dismissals, people
from annotator.storage.step import Reading

_COUNTED = {"article", "claim", "collection", "filed"}
"""What the list of articles tells of."""


@dataclass(frozen=True, slots=True)
class News:
    """What changed up to change `number`, for a window that shows one article.

    `changed` and `gone` are about that article's claims; `articles` tells that some article was
    added, removed, described, filed or counts otherwise, and `elsewhere` that another window or a
    command did that; `people` is everybody when somebody changed; `dismissed` is the article's
    put-away hints when one changed.
    """

    number: int
    changed: tuple[Claim, ...] = ()
    gone: frozenset[ClaimId] = frozenset()
    articles: bool = False
    elsewhere: bool = False
    people: dict[PersonId, Person] | None = None
    dismissed: dict[ClaimId, frozenset[str]] | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(
            self.changed
            or self.gone
            or self.articles
            or self.people is not None
            or self.dismissed is not None
        )


def newest(workspace: Workspace) -> int:
    """The number of the newest change."""
    with workspace.library.reading() as reading:
        return changes.last_number(reading)


def news(
    workspace: Workspace, since: int, article: ArticleId | None, person: PersonId | None
) -> News:
    """What changed after number `since`, for a window on that article and person's claims."""
    with workspace.library.reading() as reading:
        steps = changes.since(reading, since)
        if not steps:
            return News(since)
        tables = _tables(steps)
        others = _tables(step for step in steps if step.window != workspace.window)
        touched = _touched_claims(steps, article, person)
        changed = tuple(claims.by_id(reading, touched))
        return News(
            steps[-1].number,
            changed,
            frozenset(touched) - {one.id for one in changed},
            bool(tables & _COUNTED),
            bool(others & _COUNTED),
            _everybody(reading) if "person" in tables else None,
            dismissals.of_article(reading, article) if article and "dismissal" in tables else None,
        )


def _tables(steps: Iterable[Change]) -> set[str]:
    return {row.table for step in steps for row in step.rows}


def _touched_claims(
    steps: Iterable[Change], article: ArticleId | None, person: PersonId | None
) -> list[ClaimId]:
    """The claims shown of which anything changed: then `modified` did, which is in their row."""
    found: dict[ClaimId, None] = {}
    for step in steps:
        for row in step.rows:
            state = (row.after or row.before or {}) if row.table == "claim" else {}
            if state.get("article") == article and person in (None, state.get("person")):
                found[ClaimId(str(row.key[0]))] = None
    return list(found)


def _everybody(reading: Reading) -> dict[PersonId, Person]:
    return {one.id: one for one in people.all_of(reading)}
