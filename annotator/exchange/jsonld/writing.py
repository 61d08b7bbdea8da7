"""Claims as a W3C AnnotationCollection: everything that a claim holds is in the file.

The same work gives the same bytes, on every computer and in every language.
"""

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec

from annotator.exchange.jsonld.terms import CONTEXT, urn_of_id, urn_of_text
from annotator.exchange.jsonld.times import text_of
from annotator.model.claim import Attribution, Claim, Evidence, Link
from annotator.model.ids import ClaimId
from annotator.model.person import Person
from annotator.model.report import Work
from annotator.model.tags import in_order
from annotator.model.text import context

_Json = dict[str, Any]

_AT_ONCE = 250
_COLLECTION = "urn:annotator:collection:"


def collection(works: Sequence[Work], tick: Callable[[int], None] | None = None) -> bytes:
    """The claims on some articles as one JSON-LD document, in UTF-8, ending with a line feed.

    `tick` is told how many more claims are made; it may raise to stop.
    """
    document = document_of(works, tick)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def document_of(works: Sequence[Work], tick: Callable[[int], None] | None = None) -> _Json:
    """The same as plain values, to be a part of another document.

    Its id follows from its items: what says the same is named the same.
    """
    items: list[_Json] = []
    for work in works:
        made = _items(work)
        while some := list(islice(made, _AT_ONCE)):
            items += some
            if tick is not None:
                tick(len(some))
    digest = hashlib.sha256(msgspec.json.encode(items)).hexdigest()
    named = uuid.uuid5(uuid.NAMESPACE_URL, f"{_COLLECTION}{digest}")
    return {
        "@context": CONTEXT,
        "id": urn_of_id(str(named)),
        "type": "AnnotationCollection",
        "label": "; ".join(work.article.metadata.title for work in works),
        "total": len(items),
        "first": {
            "id": urn_of_id(str(uuid.uuid5(named, "first"))),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _items(work: Work) -> Iterator[_Json]:
    creators = {person.id: _creator(person) for person in work.people}
    former: defaultdict[ClaimId, list[str]] = defaultdict(list)
    for old, now in sorted(work.former.items()):
        former[now].append(urn_of_id(old))
    for claim in work.claims:
        yield {
            "id": urn_of_id(claim.id),
            "type": "Annotation",
            "motivation": "tagging" if claim.tags else "highlighting",
            "creator": creators[claim.person],
            "created": text_of(claim.created),
            "modified": text_of(claim.modified),
            **_given({"an:formerly": former.get(claim.id), "an:best": claim.best}),
            "body": list(_bodies(claim)),
            "target": _target(work, claim),
        }


def _creator(person: Person) -> _Json:
    return {"id": urn_of_id(person.id), "type": "Person", "name": person.name}


def _bodies(claim: Claim) -> Iterator[_Json]:
    for tag in in_order(claim.tags):
        yield _textual("tagging", tag)
    if claim.note:
        yield _textual("commenting", claim.note)
    for attribution in claim.attributions:
        yield _identifying(attribution)
    for evidence in claim.evidence:
        yield _evidence(evidence)
    for link in claim.links:
        yield _link(link)


def _identifying(one: Attribution) -> _Json:
    known = {
        "an:kind": one.source.kind,
        "an:stake": one.source.stake,
        "an:cue": one.cue,
        "an:via": one.via,
    }
    return _textual("identifying", one.source.name) | {"an:role": one.role} | _given(known)


def _evidence(one: Evidence) -> _Json:
    body = _resource(one.where) if one.is_address else _textual("linking", one.where)
    checked = one.checked.isoformat() if one.checked else None
    return body | _given({"an:outcome": one.outcome, "an:checked": checked, "an:found": one.found})


def _link(one: Link) -> _Json:
    return _resource(urn_of_id(one.claim)) | {"an:role": one.role}


def _textual(purpose: str, value: str) -> _Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _resource(source: str) -> _Json:
    return {"type": "SpecificResource", "purpose": "linking", "source": source}


def _target(work: Work, claim: Claim) -> _Json:
    prefix, suffix = context(work.text, claim.span)
    return {
        "source": urn_of_text(work.article.sha256),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": work.text[claim.span.start : claim.span.end],
                "prefix": prefix,
                "suffix": suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": claim.span.start,
                "end": claim.span.end,
            },
        ],
    }


def _given(members: Mapping[str, Any]) -> _Json:
    """The members that are known."""
    return {name: value for name, value in members.items() if value}
