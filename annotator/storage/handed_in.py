"""What was handed in from this library: its numbers, which rise, and who works with whom."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from annotator.model.change import Row
from annotator.model.handin import Member
from annotator.model.ids import ArticleId, AssignmentId, PersonId
from annotator.storage.class_rows import ASSIGNMENT, HANDED_IN, PARTNER
from annotator.storage.handins import who_cell
from annotator.storage.step import Reading, Step
from annotator.storage.times import from_cell, to_cell

_TABLE = HANDED_IN

Whose = tuple[ArticleId, AssignmentId | None, Iterable[PersonId]]
"""An article, the assignment on it if there is one, and those who hand in."""


def last(reading: Reading, whose: Whose) -> tuple[int, datetime] | None:
    """The number of what was handed in last, and when that was.

    For an assignment it goes on when the assignment is revised to a newer version of the article.
    """
    article, assignment, who = _key(whose)
    query = select(_TABLE.c.number, _TABLE.c.made).where(_TABLE.c.who == who)
    if assignment:
        query = query.where(_TABLE.c.assignment == assignment)
    else:
        query = query.where(_TABLE.c.article == article, _TABLE.c.assignment == "")
    row = reading.connection.execute(query.order_by(_TABLE.c.number.desc()).limit(1)).first()
    return (row.number, from_cell(row.made)) if row else None


def remember(step: Step, whose: Whose, number: int, made: datetime) -> None:
    """Keep the number of what is handed in now."""
    before = step.row("handed_in", _key(whose))
    cells: Row = {"number": number, "made": to_cell(made)}
    if before:
        step.update("handed_in", before, **cells)
        return
    article, assignment, who = _key(whose)
    step.insert("handed_in", {"article": article, "assignment": assignment, "who": who} | cells)


def go_on(step: Step, left: ArticleId) -> None:
    """Take the numbers on an article to where their assignments are now."""
    now = ASSIGNMENT.c.article
    query = select(_TABLE, now.label("now")).join(
        ASSIGNMENT, ASSIGNMENT.c.id == _TABLE.c.assignment
    )
    moved_on = query.where(_TABLE.c.article == left, now != left)
    for row in step.connection.execute(moved_on).mappings().all():
        here = {one.name: row[one.name] for one in _TABLE.c}
        there = step.row("handed_in", (row["now"], row["assignment"], row["who"]))
        step.delete("handed_in", [here])
        if there is None:
            step.insert("handed_in", here | {"article": row["now"]})
        elif there["number"] < row["number"]:
            step.update("handed_in", there, number=row["number"], made=row["made"])


def partner(reading: Reading, article: ArticleId, person: PersonId) -> Member | None:
    """With whom somebody works on an article."""
    row = reading.row("partner", (article, person))
    return Member(PersonId(str(row["partner"])), str(row["name"])) if row else None


def pair(step: Step, article: ArticleId, person: PersonId, with_: Member | None) -> None:
    """Say with whom somebody works on an article; None: alone."""
    before = step.row("partner", (article, person))
    if with_ is None:
        step.delete("partner", [before] if before else [])
    elif before:
        step.update("partner", before, partner=with_.id, name=with_.name)
    else:
        key: Row = {"article": article, "person": person}
        step.insert("partner", key | {"partner": with_.id, "name": with_.name})


def go_along(step: Step, left: ArticleId, to: ArticleId) -> None:
    """Let those who work together on an article do so on another; who does there already, stays."""
    query = select(PARTNER).where(PARTNER.c.article == left)
    for row in step.connection.execute(query).mappings().all():
        if step.row("partner", (to, row["person"])) is None:
            step.insert("partner", dict(row) | {"article": to})


def _key(whose: Whose) -> tuple[str, str, str]:
    article, assignment, people = whose
    return article, assignment or "", who_cell(people)
