"""A library to work on in a test: articles in several scripts, two people, one window."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, claiming, listing, naming
from annotator.services.workspace import Workspace
from annotator.storage.library import Library
from annotator.storage.rows import TABLES

STORY = "Story 😀 one\nThe mayor said that 𠀀𠀁 bridges stand.\n\nHe was wrong, say 🧑‍🤝‍🧑 others."
ARABIC = "قال العمدة إن الجسر آمن.\nمختلط with English 42 وعربي"
CHINESE = "𠮷野家說：沒有問題。\r\n鎮長說：有問題。"
TEXTS = (STORY, ARABIC, CHINESE)

State = dict[str, list[tuple[Any, ...]]]


class Clock:
    """A clock that goes on a little with each look, and can be set."""

    def __init__(self) -> None:
        self.time = datetime(2024, 9, 2, 12, tzinfo=UTC)
        self.step = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.time += self.step
        return self.time


@dataclass
class Desk:
    """One window on a library, with an article and somebody who annotates it."""

    workspace: Workspace
    article: ArticleId
    person: PersonId
    other: PersonId
    clock: Clock

    def tag(self, start: int, end: int, *tags: Tag, person: PersonId | None = None) -> ClaimId:
        """A claim on that span with those tags."""
        target = claiming.Target(self.article, person or self.person, Span(start, end))
        return claiming.tag_exactly(self.workspace, target, claiming.Fields(frozenset(tags))).id

    def claims(self, article: ArticleId | None = None) -> dict[ClaimId, Claim]:
        """Everyone's claims on an article, by id."""
        opened = listing.open_article(self.workspace, article or self.article)
        return {claim.id: claim for claim in opened.claims}

    def claim(self, claim: ClaimId) -> Claim:
        """One claim on the article."""
        return self.claims()[claim]

    def second_window(self) -> Workspace:
        """Another window on the same library."""
        return Workspace(Library(self.workspace.library.path.parent, patience=1), now=self.clock)


def desk(folder: Path, texts: Iterable[str] = TEXTS) -> Desk:
    """A desk on a new library in that folder."""
    clock = Clock()
    workspace = Workspace(Library(folder, patience=1), now=clock)
    person, other = naming.make(workspace, "Ana"), naming.make(workspace, "Ben")
    added = [adding.add_text(workspace, text, "clipboard").article for text in texts]
    assert added[0]
    workspace.history.past.clear()
    return Desk(workspace, added[0].id, person.id, other.id, clock)


def state(workspace: Workspace) -> State:
    """Every row of every table but the table of changes."""
    with workspace.library.reading() as reading:
        return {
            name: sorted(map(tuple, reading.connection.execute(table.select())), key=repr)
            for name, table in TABLES.items()
            if name != "change"
        }
