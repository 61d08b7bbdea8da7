"""On which articles claims lack what their tags ask for, found out in one statement.

The rule is the model's (model/completeness.py). It stands here a second time because ten thousand
articles cannot be read claim by claim to list them; a test holds the two together.
"""

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, or_, select

from annotator.model.claim import LinkRole, Outcome, SourceKind, SourceRole
from annotator.model.ids import ArticleId
from annotator.storage.rows import ATTRIBUTION, CLAIM, EVIDENCE, LINK, SOURCE
from annotator.storage.step import Reading

_BLANKS = "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace())


def incomplete(reading: Reading) -> frozenset[ArticleId]:
    """The articles on which at least one claim lacks something, whoever made it."""
    return frozenset(map(ArticleId, reading.connection.execute(_INCOMPLETE).scalars()))


def _says_something(column: ColumnElement[str]) -> ColumnElement[bool]:
    return func.trim(column, _BLANKS) != ""


def _names_one(role: SourceRole) -> ColumnElement[bool]:
    return exists().where(
        ATTRIBUTION.c.claim == CLAIM.c.id,
        ATTRIBUTION.c.role == role,
        SOURCE.c.id == ATTRIBUTION.c.source,
        or_(_says_something(SOURCE.c.name), SOURCE.c.kind == SourceKind.UNNAMED),
    )


def _incomplete() -> Select[str]:
    disputed = exists().where(LINK.c.claim == CLAIM.c.id, LINK.c.role == LinkRole.DISAGREES)
    shown = exists().where(
        EVIDENCE.c.claim == CLAIM.c.id,
        EVIDENCE.c.outcome == Outcome.SUPPORTS,
        _says_something(EVIDENCE.c.found),
    )
    return (
        select(CLAIM.c.article)
        .distinct()
        .where(
            or_(
                and_(CLAIM.c.attributed == 1, not_(_names_one(SourceRole.SOURCE))),
                and_(CLAIM.c.contested == 1, not_(or_(disputed, _names_one(SourceRole.COUNTER)))),
                and_(CLAIM.c.verified == 1, not_(shown)),
            )
        )
    )


_INCOMPLETE = _incomplete()
