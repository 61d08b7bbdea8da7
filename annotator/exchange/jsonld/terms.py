"""The names of the format: what the writer says and the reader understands."""

import re
import uuid
from functools import lru_cache
from typing import Any

CONTEXT: list[Any] = ["http://www.w3.org/ns/anno.jsonld", {"an": "urn:annotator:terms#"}]
"""The vocabulary of W3C, and ours for what it has no word for."""

_UUID = "urn:uuid:"
_UUID_FORM = re.compile("urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
_SHA256 = "urn:sha256:"
_SHA256_FORM = re.compile("urn:sha256:([0-9a-f]{64})", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_BLANK = "_:"


def urn_of_id(one: str) -> str:
    """The name that an id has outside this library."""
    return f"{_UUID}{one}"


def urn_of_text(sha256: str) -> str:
    """The name of a canonical text."""
    return f"{_SHA256}{sha256}"


def id_of(name: str) -> str:
    """The id that goes by a name from outside: its uuid, else one that follows from the name."""
    found = _UUID_FORM.fullmatch(name)
    return found[1].lower() if found else str(uuid.uuid5(uuid.NAMESPACE_URL, name))


@lru_cache(maxsize=256)
def sha256_of_source(name: str) -> str | None:
    """The hash in the name of a canonical text; None when it is the name of something else."""
    found = _SHA256_FORM.fullmatch(name)
    return found[1].lower() if found else None


def names_one_thing(name: str | None) -> bool:
    """Whether this identifies something outside its file: it is not empty and no blank node."""
    return bool(name and name.strip()) and not str(name).startswith(_BLANK)


def is_claim_urn(name: str) -> bool:
    """Whether this names another claim rather than a page."""
    return name[: len(_UUID)].lower() == _UUID


def has_scheme(name: str) -> bool:
    """Whether a plain string is an identifier ("mailto:a@b.org") rather than somebody's name."""
    return _SCHEME.fullmatch(name) is not None
