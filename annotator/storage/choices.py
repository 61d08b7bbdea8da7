"""What a teacher chose about a class: what to talk about, what to hide, what is meant by a name."""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import select

from annotator.model.change import Row
from annotator.model.ids import ArticleId, PersonId
from annotator.model.span import Span
from annotator.storage.class_rows import MARK, PICKED, SAME_PERSON, SPELLING
from annotator.storage.step import Reading, Step


class Mark(StrEnum):
    """What the teacher may say of something by its id."""

    HIDDEN_PERSON = "hidden person"
    HIDDEN_ANSWER = "hidden answer"
    """The id is a claim's."""
    OPTIONAL = "optional claim"
    """A claim of the key that nobody has to find."""


def mark(step: Step, article: ArticleId, kind: Mark, id_: str, *, on: bool) -> None:
    """Put a mark on something, or take it off."""
    before = step.row("mark", (article, kind, id_))
    if on and before is None:
        step.insert("mark", {"article": article, "kind": kind, "id": id_})
    elif before and not on:
        step.delete("mark", [before])


def marked(reading: Reading, article: ArticleId, kind: Mark) -> frozenset[str]:
    """The ids of what bears a mark."""
    query = select(MARK.c.id).where(MARK.c.article == article, MARK.c.kind == kind)
    return frozenset(reading.connection.execute(query).scalars())


def pick(step: Step, article: ArticleId, spans: Sequence[Span]) -> None:
    """Say which passages are to be talked about, in this order."""
    query = select(PICKED).where(PICKED.c.article == article)
    rows = step.connection.execute(query).mappings()
    there = {Span(row["start"], row["end"]): dict(row) for row in rows}
    for position, span in enumerate(dict.fromkeys(spans)):
        before = there.pop(span, None)
        if before:
            step.update("picked", before, position=position)
            continue
        place: Row = {"start": span.start, "end": span.end, "position": position}
        step.insert("picked", {"article": article} | place)
    step.delete("picked", there.values())


def picked(reading: Reading, article: ArticleId) -> tuple[Span, ...]:
    """The passages to talk about, in their order."""
    query = select(PICKED.c.start, PICKED.c.end).where(PICKED.c.article == article)
    rows = reading.connection.execute(query.order_by(PICKED.c.position, PICKED.c.start))
    return tuple(Span(start, end) for start, end in rows)


def spell(step: Step, article: ArticleId, spelling: str, name: str | None) -> None:
    """Say that a spelling means a name; None: it means itself again."""
    before = step.row("spelling", (article, spelling))
    if name is None:
        step.delete("spelling", [before] if before else [])
    elif before:
        step.update("spelling", before, name=name)
    else:
        step.insert("spelling", {"article": article, "spelling": spelling, "name": name})


def spellings(reading: Reading, article: ArticleId) -> dict[str, str]:
    """What spellings mean."""
    query = select(SPELLING.c.spelling, SPELLING.c.name).where(SPELLING.c.article == article)
    rows = reading.connection.execute(query.order_by(SPELLING.c.spelling))
    return {row.spelling: row.name for row in rows}


def join(step: Step, person: PersonId, known_as: PersonId | None) -> None:
    """Say that two ids are one person; None: they are two again."""
    before = step.row("same_person", (person,))
    if known_as is None:
        step.delete("same_person", [before] if before else [])
    elif before:
        step.update("same_person", before, known_as=known_as)
    else:
        step.insert("same_person", {"person": person, "known_as": known_as})


def joined(reading: Reading) -> dict[PersonId, PersonId]:
    """Under which id each person is known who handed in under another."""
    query = select(SAME_PERSON.c.person, SAME_PERSON.c.known_as)
    rows = reading.connection.execute(query.order_by(SAME_PERSON.c.person))
    return {PersonId(person): PersonId(known_as) for person, known_as in rows}
