"""Documents for the tests of reading: a short way to write only what matters."""

import json
from typing import Any

ID = "urn:uuid:0d9a3c1e-0000-4000-8000-00000000000a"
OTHER_ID = "urn:uuid:0d9a3c1e-0000-4000-8000-00000000000b"
ANA = "urn:uuid:0d9a3c1e-0000-4000-8000-0000000000aa"
HASH = "ab" * 32
TIME = "2024-09-02T12:00:00.000000Z"


def quote(exact: str = "words", **more: Any) -> dict[str, Any]:
    """A selector by the words."""
    return {"type": "TextQuoteSelector", "exact": exact, **more}


def position(start: Any = 10, end: Any = 15) -> dict[str, Any]:
    """A selector by the place."""
    return {"type": "TextPositionSelector", "start": start, "end": end}


def textual(purpose: str, value: str, **more: Any) -> dict[str, Any]:
    """A body of text."""
    return {"type": "TextualBody", "purpose": purpose, "value": value, **more}


def resource(source: str, **more: Any) -> dict[str, Any]:
    """A body that points to something."""
    return {"type": "SpecificResource", "purpose": "linking", "source": source, **more}


def item(**members: Any) -> dict[str, Any]:
    """An open claim of Ana's; a member given as ... is left out."""
    whole = {
        "id": ID,
        "type": "Annotation",
        "motivation": "highlighting",
        "creator": {"id": ANA, "type": "Person", "name": "Ana"},
        "created": TIME,
        "modified": TIME,
        "target": {"source": f"urn:sha256:{HASH}", "selector": [quote(), position()]},
        **members,
    }
    return {name: value for name, value in whole.items() if value is not ...}


def collection(*items: Any, **members: Any) -> dict[str, Any]:
    """A document with those items."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "first": {"type": "AnnotationPage", "items": list(items)},
        **members,
    }


def document(*items: Any, **members: Any) -> bytes:
    """The bytes of such a document."""
    return json.dumps(collection(*items, **members)).encode()
