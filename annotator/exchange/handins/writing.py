"""A hand-in as bytes: the work, whose it is, and nothing else about the person or the computer."""

from dataclasses import replace
from typing import Any

from annotator.exchange.assignments import document_of as assignment_document
from annotator.exchange.documents import metadata_document
from annotator.exchange.envelope import Format, sealed
from annotator.exchange.handins.file import HandInToWrite
from annotator.exchange.jsonld.times import text_of
from annotator.exchange.jsonld.writing import document_of as annotations
from annotator.model.person import Person


def written(file: HandInToWrite) -> bytes:
    """The file of a hand-in. The same values give the same bytes.

    Raises ValueError for a claim that is not the first person's, or for other than one or two
    people: that is a mistake of the program.
    """
    first, *others = file.people
    if len(others) > 1 or any(claim.person != first.id for claim in file.work.claims):
        raise ValueError(file.people)
    creator = Person(first.id, " & ".join(one.name for one in file.people))
    document = {
        "assignment": _assignment(file),
        "people": [{"id": one.id, "name": one.name} for one in file.people],
        "number": file.number,
        "draft": file.draft,
        "anyway": file.anyway or None,
        "made": text_of(file.made),
        "program": file.program,
        "article": _article(file),
        "annotations": annotations([replace(file.work, people=[creator])]),
    }
    return sealed(Format.HAND_IN, document)


def _assignment(file: HandInToWrite) -> dict[str, Any] | None:
    if file.assignment is None:
        return None
    if file.draft:
        work = file.work
        return assignment_document(file.assignment, work.article.metadata, work.text)
    return {"id": file.assignment.id, "revision": file.assignment.revision}


def _article(file: HandInToWrite) -> dict[str, Any]:
    article = file.work.article
    known = {
        "sha256": article.sha256,
        "title": article.metadata.title,
        "metadata": metadata_document(article.metadata),
    }
    return known | ({"text": file.work.text} if file.draft else {})
