"""What a class did on an article goes with the article."""

from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, select

from annotator.model.change import Row
from annotator.model.ids import ArticleId
from annotator.storage.class_rows import ASSIGNMENT, HAND_IN, HANDED_IN, HANDED_WORK, ROSTER
from annotator.storage.rows import TABLES
from annotator.storage.step import Step

_ON_ARTICLE = ("partner", "picked", "mark", "spelling")


def remove_class(step: Step, article: ArticleId) -> None:
    """Remove what was handed out and in on an article, and what the teacher chose about it.

    What was handed in for an assignment that has moved on to a newer version stays: whoever removes
    the article has to take it there first. What goes must be forgotten by the step that does it.
    """
    given = select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.article == article)
    on_it = and_(HAND_IN.c.article == article, HAND_IN.c.assignment.is_(None))
    handed = or_(on_it, HAND_IN.c.assignment.in_(given))
    ids = select(HAND_IN.c.id).where(handed)
    step.connection.execute(delete(HANDED_WORK).where(HANDED_WORK.c.hand_in.in_(ids)))
    step.delete("hand_in", _rows(step, "hand_in", handed))
    moved_on = select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.article != article)
    numbers = and_(HANDED_IN.c.article == article, HANDED_IN.c.assignment.not_in(moved_on))
    step.delete("handed_in", _rows(step, "handed_in", numbers))
    step.delete("roster", _rows(step, "roster", ROSTER.c.assignment.in_(given)))
    step.delete("assignment", _rows(step, "assignment", ASSIGNMENT.c.article == article))
    for table in _ON_ARTICLE:
        step.delete(table, _rows(step, table, TABLES[table].c.article == article))


def _rows(step: Step, table: str, where: ColumnElement[Any]) -> list[Row]:
    query = TABLES[table].select().where(where)
    return [dict(row) for row in step.connection.execute(query).mappings()]
