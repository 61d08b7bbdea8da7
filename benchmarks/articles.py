"""Libraries of many articles, whose words are as unevenly spread as those of a newspaper."""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.model.article import Article, Metadata
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId, PersonId, new_id
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.text import sha256_of
from annotator.services import searching
from annotator.services.workspace import Workspace, open_workspace
from annotator.storage import articles, batches, people
from annotator.storage.step import Step

_SYLLABLES = (
    *("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su", "ta", "ve", "wi", "xo", "ya"),
    *("kal", "mor", "tin", "pes", "zen"),
)
_SEED = 20_240_901
_AT_ONCE = 250
_CLAIMS = 20
"""On every tenth article."""

_dice = random.Random(_SEED)
WORDS = tuple(
    dict.fromkeys("".join(_dice.choices(_SYLLABLES, k=_dice.randint(2, 4))) for _ in range(20_000))
)
"""The first is the most frequent."""
SOUGHT = (
    WORDS[40],
    WORDS[400][:-1],
    WORDS[4_000],
    f"{WORDS[40]} {WORDS[200]}",
    f"{WORDS[400]} {WORDS[90][:4]}",
    f'"{WORDS[5]} {WORDS[9]}"',
)
"""What is typed: words as frequent as “school”, “bridge” and “aquifer”, some of them unfinished."""


def many_articles(folder: Path, number: int) -> Path:
    """So many articles of 7 KB, read for the search. Beside them stands the floor's index."""
    dice = random.Random(_SEED)
    weights = [1 / (rank + 2) for rank in range(len(WORDS))]
    workspace = open_workspace(folder)
    person = Person(PersonId(new_id()), "Ann")
    with workspace.step("person") as step:
        people.insert(step, person)
    with closing(sqlite3.connect(folder / "floor.db")) as floor:
        floor.execute(
            "CREATE VIRTUAL TABLE words USING "
            "fts5(title, text, tokenize='unicode61 remove_diacritics 2')"
        )
        for first in range(0, number, _AT_ONCE):
            texts = [_text(dice, weights) for _ in range(min(_AT_ONCE, number - first))]
            with workspace.step("articles") as step:
                _insert(step, texts, first, person)
            rows = [(text.partition("\n")[0], text) for text in texts]
            floor.executemany("INSERT INTO words VALUES (?, ?)", rows)
        floor.commit()
    _read(workspace)
    workspace.close()
    return folder


def _text(dice: random.Random, weights: list[float]) -> str:
    words = dice.choices(WORDS, weights, k=1_050)
    title = " ".join(dice.choices(WORDS, k=6)).capitalize()
    paragraphs = [" ".join(words[first : first + 50]) for first in range(0, len(words), 50)]
    return "\n".join([title, *(f"{one.capitalize()}." for one in paragraphs)])


def _insert(step: Step, texts: list[str], first: int, person: Person) -> None:
    claims: list[batches.Written] = []
    for number, text in enumerate(texts, first):
        added = datetime(2024, 9, 1, tzinfo=UTC) + timedelta(seconds=number)
        title = text.partition("\n")[0]
        identity = ArticleId(new_id())
        article = Article(
            identity, Metadata(title), len(text), sha256_of(text), added, f"{number}.txt"
        )
        articles.insert(step, article, text)
        for place in range(_CLAIMS if number % 10 == 0 else 0):
            span = Span(100 + 200 * place, 180 + 200 * place)
            claim = Claim(ClaimId(new_id()), identity, person.id, span, added, added)
            claims.append(batches.Written(claim, text[span.start : span.end]))
    batches.write(step, claims, [], {})


def _read(workspace: Workspace) -> None:
    while searching.read_on(workspace, 10):
        pass
