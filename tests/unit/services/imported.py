"""Files for the tests of importing: annotations on the story, written as another program would."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

from annotator.model.claim import Claim
from annotator.model.ids import ArticleId, ClaimId
from annotator.model.text import sha256_of
from annotator.services.importing import ImportReport, import_files
from tests.unit.exchange.jsonld.documents import document, item, position, quote, textual
from tests.unit.services.desk import STORY, Desk

HASH = sha256_of(STORY)
ANA = "urn:uuid:0d9a3c1e-0000-4000-8000-0000000000aa"
ANA_ID = ANA.removeprefix("urn:uuid:")

_number = count()


def urn(letter: str) -> str:
    """An id that sorts by its letter, from a to f."""
    return f"urn:uuid:0d9a3c1e-0000-4000-8000-00000000000{letter}"


def id_of(letter: str) -> ClaimId:
    """The same as the library knows it."""
    return ClaimId(urn(letter).removeprefix("urn:uuid:"))


def time(minute: int) -> str:
    """A minute of an hour long ago."""
    return f"2024-01-01T10:{minute:02}:00.000000Z"


def on(start: int, end: int, text: str = STORY, sha256: str | None = None) -> dict[str, Any]:
    """A target by position and words."""
    selectors = [
        quote(text[start:end], prefix=text[max(start - 32, 0) : start], suffix=text[end:][:32]),
        position(start, end),
    ]
    return {"source": f"urn:sha256:{sha256 or sha256_of(text)}", "selector": selectors}


def note(text: str) -> dict[str, Any]:
    """The body of a note."""
    return textual("commenting", text)


def tag(name: str) -> dict[str, Any]:
    """The body of a tag."""
    return textual("tagging", name)


def annotation(letter: str = "a", minute: int = 0, **members: Any) -> dict[str, Any]:
    """An item of Ana's on the first word of the story; created and modified in one minute."""
    times = {"created": time(minute), "modified": time(minute)}
    return item(**{"id": urn(letter), **times, "target": on(0, 5), **members})


def file(desk: Desk, *items: Any) -> Path:
    """A file with those items, beside the library."""
    path = desk.workspace.library.path.parent / f"{next(_number)}.jsonld"
    path.write_bytes(document(*items))
    return path


def bring(desk: Desk, *items: Any, article: ArticleId | None = None) -> ImportReport:
    """Import those items as one file."""
    (report,) = import_files(desk.workspace, [file(desk, *items)], article)
    return report


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    """New, updated, unchanged, refused."""
    return report.new, report.updated, report.unchanged, len(report.refused)


def the_claim(desk: Desk) -> Claim:
    """The only claim on the story."""
    (claim,) = desk.claims().values()
    return claim


def notes(claims: Iterable[Claim]) -> list[str]:
    """What is noted on claims."""
    return [claim.note for claim in claims]
