"""Claims in the library: found by what names them, written row by row through a step."""

from collections.abc import Collection

from sqlalchemy import bindparam, select

from annotator.model.change import Row
from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.storage import cells, sources
from annotator.storage.loading import Selection
from annotator.storage.rows import TABLES
from annotator.storage.step import AT_ONCE, Reading, Step

_CLAIM = TABLES["claim"].c
_LINK = TABLES["link"].c
_FORMER = TABLES["former_id"].c

_ON_ARTICLE = _CLAIM.article == bindparam("article")
_BY_PERSON = _CLAIM.person == bindparam("person")
_LINKING = select(_LINK.claim).where(_LINK.target == bindparam("target"))
_THERE = select(_CLAIM.id).where(_ON_ARTICLE)

_OF_ARTICLE = Selection(_ON_ARTICLE)
_OF_PERSON = Selection(_ON_ARTICLE & _BY_PERSON)
_ON_SPAN = Selection(
    _ON_ARTICLE
    & _BY_PERSON
    & (_CLAIM.start == bindparam("start"))
    & (_CLAIM.end == bindparam("end"))
)
_OF_ID = Selection(_CLAIM.id == bindparam("id"))
_OF_IDS = Selection(_CLAIM.id.in_(bindparam("ids", expanding=True)))
_LINKING_TO = Selection(_CLAIM.id.in_(_LINKING))
_LINKING_INTO = Selection(
    (_CLAIM.article != bindparam("article"))
    & _CLAIM.id.in_(select(_LINK.claim).where(_LINK.target.in_(_THERE)))
)
_NOW_CALLED = select(_FORMER.claim).where(_FORMER.id == bindparam("former"))


def of_article(reading: Reading, article: ArticleId, person: PersonId | None = None) -> list[Claim]:
    """The claims on an article, one person's or everyone's, by position."""
    if person:
        return _OF_PERSON.load(reading, article=article, person=person)
    return _OF_ARTICLE.load(reading, article=article)


def by_id(reading: Reading, ids: Collection[ClaimId]) -> list[Claim]:
    """Those of the claims that are there, by article, then position."""
    wanted = list(ids)
    if len(wanted) == 1:
        return _OF_ID.load(reading, id=wanted[0])
    found: list[Claim] = []
    for first in range(0, len(wanted), AT_ONCE):
        found += _OF_IDS.load(reading, ids=wanted[first : first + AT_ONCE])
    return sorted(found, key=lambda claim: (claim.article, claim.span, claim.id))


def one(reading: Reading, claim: ClaimId) -> Claim | None:
    """The claim of that id, also when it was joined into another that goes on under its own."""
    found = _OF_ID.load(reading, id=claim)
    if not found:
        now = current_id(reading, claim)
        found = _OF_ID.load(reading, id=now) if now != claim else []
    return found[0] if found else None


def on_span(reading: Reading, article: ArticleId, person: PersonId, span: Span) -> Claim | None:
    """The person's claim on exactly that span."""
    found = _ON_SPAN.load(reading, article=article, person=person, start=span.start, end=span.end)
    return found[0] if found else None


def current_id(reading: Reading, claim: ClaimId) -> ClaimId:
    """The id under which a claim goes on, if it was joined into another; else the same."""
    found = reading.connection.execute(_NOW_CALLED, {"former": claim}).scalar()
    return ClaimId(found) if found else claim


def former_ids_of(reading: Reading, claim: ClaimId) -> list[ClaimId]:
    """Ids of the claims that were joined into this one."""
    query = select(_FORMER.id).where(_FORMER.claim == claim).order_by(_FORMER.id)
    return [ClaimId(one) for one in reading.connection.execute(query).scalars()]


def former_ids(reading: Reading, article: ArticleId) -> dict[ClaimId, ClaimId]:
    """Ids that were joined into others, by former id, for the claims of an article."""
    query = (
        select(_FORMER.id, _FORMER.claim)
        .join(TABLES["claim"], _CLAIM.id == _FORMER.claim)
        .where(_CLAIM.article == article)
    )
    return {ClaimId(row[0]): ClaimId(row[1]) for row in reading.connection.execute(query)}


def linking_to(reading: Reading, claim: ClaimId) -> list[Claim]:
    """The claims that link to a claim."""
    return _LINKING_TO.load(reading, target=claim)


def linking_into(reading: Reading, article: ArticleId) -> list[Claim]:
    """The claims on other articles that link to a claim on this one."""
    return _LINKING_INTO.load(reading, article=article)


def put(step: Step, claim: Claim, before: Claim | None, quote: str | None = None) -> None:
    """Write a claim in place of `before` (None: it is new).

    `quote` are its words in the text, which must be given when the span is new. Sources are found
    or made by their value; those left without a claim are swept by the caller.
    """
    if before is None:
        assert quote
        step.insert("claim", cells.of_claim(claim, quote))
    else:
        there = _row_there(step, claim.id)
        step.update("claim", there, **cells.of_claim(claim, quote or str(there["quote"])))
    if before is None or before.attributions != claim.attributions:
        kept = [
            sources.keep(step, claim.article, claim.person, one.source)
            for one in claim.attributions
        ]
        _replace(step, "attribution", claim.id, before, cells.of_attributions(claim, kept))
    if before is None or before.evidence != claim.evidence:
        _replace(step, "evidence", claim.id, before, cells.of_evidence(claim))
    if before is None or before.links != claim.links:
        _replace(step, "link", claim.id, before, cells.of_links(claim))


def remove(step: Step, claim: Claim) -> None:
    """Remove a claim with its fields; who links to it is the caller's care."""
    for table in ("attribution", "evidence", "link", "dismissal", "former_id"):
        step.delete(table, _parts(step, table, claim.id))
    step.delete("claim", [_row_there(step, claim.id)])


def remember(step: Step, former: ClaimId, claim: ClaimId) -> None:
    """Keep the id of a claim that was joined into another."""
    there = step.row("former_id", (former,))
    if there:
        step.update("former_id", there, claim=claim)
    else:
        step.insert("former_id", {"id": former, "claim": claim})


def _replace(step: Step, table: str, claim: ClaimId, before: Claim | None, rows: list[Row]) -> None:
    there = _parts(step, table, claim) if before else []
    for old, new in zip(there, rows, strict=False):
        step.update(table, old, **new)
    step.delete(table, there[len(rows) :])
    for row in rows[len(there) :]:
        step.insert(table, row)


def _parts(step: Step, table: str, claim: ClaimId) -> list[Row]:
    chosen = TABLES[table]
    query = select(chosen).where(chosen.c.claim == claim).order_by(*chosen.primary_key.columns)
    return [dict(row) for row in step.connection.execute(query).mappings()]


def _row_there(step: Step, claim: ClaimId) -> Row:
    row = step.row("claim", (claim,))
    if row is None:
        raise LookupError(claim)
    return row
