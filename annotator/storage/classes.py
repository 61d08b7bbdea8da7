"""What a class did on an article goes with the article."""

from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select

from annotator.model.change import Row
from annotator.model.ids import ArticleId
from annotator.storage.class_rows import ASSIGNMENT, HAND_IN, HANDED_WORK, ROSTER
from annotator.storage.rows import TABLES
from annotator.storage.step import Step

_ON_ARTICLE = ("handed_in", "partner", "picked", "mark", "spelling")


def remove_class(step: Step, article: ArticleId) -> None:
    """Remove what was handed out and in on an article, and what the teacher chose about it.

    What it was must be forgotten by the step that does it.
    """
    given = select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.article == article)
    handed = or_(HAND_IN.c.article == article, HAND_IN.c.assignment.in_(given))
    ids = select(HAND_IN.c.id).where(handed)
    step.connection.execute(delete(HANDED_WORK).where(HANDED_WORK.c.hand_in.in_(ids)))
    step.delete("hand_in", _rows(step, "hand_in", handed))
    step.delete("roster", _rows(step, "roster", ROSTER.c.assignment.in_(given)))
    step.delete("assignment", _rows(step, "assignment", ASSIGNMENT.c.article == article))
    for table in _ON_ARTICLE:
        step.delete(table, _rows(step, table, TABLES[table].c.article == article))


def _rows(step: Step, table: str, where: ColumnElement[Any]) -> list[Row]:
    query = TABLES[table].select().where(where)
    return [dict(row) for row in step.connection.execute(query).mappings()]
