"""Libraries to measure on: made once a run, in a folder that is thrown away."""

import random
from datetime import UTC, datetime
from pathlib import Path

from annotator.bundled import sample_article
from annotator.model.article import Article, Metadata
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.ids import ArticleId, ClaimId, PersonId, new_id
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import canonical, sha256_of, title_of
from annotator.services.workspace import Workspace, open_workspace
from annotator.storage import articles, claims, people

_PHRASE = (
    "the council said that a report of last year names three schools and one river where water "
    "rose after heavy rain while officials told reporters nobody had been hurt and critics of "
    "the plan answered it would cost more than the town can pay until autumn"
)
_WORDS = tuple(_PHRASE.split())
_SEED = 20_240_901


def seed_library(folder: Path) -> Path:
    """The sample article with 12 claims."""
    text = canonical(sample_article().read_text(encoding="utf-8"))
    starts = [int(len(text) * share / 14) for share in range(1, 13)]
    spans = [Span(start, start + 60 + 7 * place) for place, start in enumerate(starts)]
    return _fill(folder, text, spans)


def large_library(folder: Path, number: int, characters: int = 1_000_000) -> Path:
    """One article of so many characters with so many claims on different spans."""
    dice = random.Random(_SEED)
    text = long_text(dice, characters)
    spans: set[Span] = set()
    while len(spans) < number:
        start = dice.randrange(len(text) - 200)
        spans.add(Span(start, start + dice.randrange(20, 160)))
    return _fill(folder, text, sorted(spans))


def text_files(folder: Path, number: int, characters: int = 7_000) -> Path:
    """A folder with so many text files of so many characters, each of them different."""
    dice = random.Random(_SEED)
    folder.mkdir()
    for place in range(number):
        text = f"{place}\n{long_text(dice, characters)}"
        (folder / f"{place:05}.txt").write_text(text, encoding="utf-8")
    return folder


def long_text(dice: random.Random, characters: int) -> str:
    """Paragraphs of sentences."""
    parts: list[str] = []
    length = 0
    while length < characters:
        sentences = [
            " ".join(dice.choice(_WORDS) for _ in range(dice.randrange(8, 22))).capitalize() + "."
            for _ in range(dice.randrange(2, 7))
        ]
        parts.append(" ".join(sentences))
        length += len(parts[-1]) + 1
    return "\n".join(parts)[:characters]


def _fill(folder: Path, text: str, spans: list[Span]) -> Path:
    workspace = open_workspace(folder)
    now = datetime.now(UTC)
    article = Article(
        ArticleId(new_id()), Metadata(title_of(text)), len(text), sha256_of(text), now, "bench"
    )
    person = Person(PersonId(new_id()), "Student 1")
    with workspace.step("add", person=person.id, article=article.id) as step:
        articles.insert(step, article, text)
        people.insert(step, person)
    sources = _sources(workspace, article.id, person.id)
    with workspace.step("claims", person=person.id, article=article.id) as step:
        for place, span in enumerate(spans):
            claim = _claim(article.id, person.id, span, place, sources, now)
            claims.put(step, claim, None, text[span.start : span.end])
    workspace.close()
    return folder


def _sources(workspace: Workspace, article: ArticleId, person: PersonId) -> list[Source]:
    from annotator.storage import sources

    made = [
        Source(f"Source {number}", SourceKind.PERSON, Stake.INDEPENDENT) for number in range(40)
    ]
    with workspace.step("sources", person=person, article=article) as step:
        ids = [sources.keep(step, article, person, one) for one in made]
    return [Source(one.name, one.kind, one.stake, id_) for one, id_ in zip(made, ids, strict=True)]


def _claim(
    article: ArticleId,
    person: PersonId,
    span: Span,
    place: int,
    sources: list[Source],
    now: datetime,
) -> Claim:
    tags = [
        {Tag.ATTRIBUTED},
        {Tag.CONTESTED},
        {Tag.VERIFIED},
        set(),
        {Tag.ATTRIBUTED, Tag.CONTESTED},
    ]
    source = Attribution(sources[place % len(sources)], SourceRole.SOURCE, "said")
    found = Evidence("https://example.org/a", True, Outcome.SUPPORTS, now.date(), "the same number")
    return Claim(
        ClaimId(new_id()),
        article,
        person,
        span,
        now,
        now,
        frozenset(tags[place % 5]),
        note="Looks right" if place % 7 == 0 else "",
        attributions=(source,) if place % 5 in (0, 4) else (),
        evidence=(found,) if place % 5 == 2 else (),
    )
