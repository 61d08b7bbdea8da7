"""Makes the library of version 1 that stands in tests/references, with rows in every table.

    python -m tests.unit.storage.old_library

It was made once, when version 1 was the newest; what it holds never changes.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.model.text import sha256_of
from annotator.storage import migrating, sqlite

PATH = Path(__file__).parents[2] / "references" / "library-v1.db"
TEXT = "One 😀 two\nثلاثة 𠀀 four\n"
_NOON = "2024-09-02T12:00:00.000000Z"

_Row = dict[str, str | int | None]

ROWS: dict[str, list[_Row]] = {
    "article": [
        {
            "id": "article-1",
            "title": "One 😀 two",
            "outlet": "The Paper",
            "author": "A. Author",
            "date": "2024-09-02",
            "address": "https://x.example",
            "language": "en",
            "characters": len(TEXT),
            "sha256": sha256_of(TEXT),
            "added": _NOON,
            "origin": "story.txt",
            "text": TEXT,
        }
    ],
    "person": [
        {"id": "person-1", "name": "Ana", "origin": "local"},
        {"id": "person-2", "name": "Ben", "origin": "imported"},
    ],
    "source": [
        {
            "id": "source-1",
            "article": "article-1",
            "person": "person-1",
            "name": "the mayor",
            "kind": "person",
            "stake": "own interest",
        },
        {
            "id": "source-2",
            "article": "article-1",
            "person": "person-1",
            "name": "",
            "kind": "unnamed",
            "stake": None,
        },
    ],
    "claim": [
        {
            "id": f"claim-{number}",
            "article": "article-1",
            "person": f"person-{number}",
            "start": start,
            "end": start + 3,
            "attributed": 1,
            "contested": 0,
            "verified": number - 1,
            "note": "a note\n\nقال 😀",
            "quote": TEXT[start : start + 3],
            "created": _NOON,
            "modified": _NOON,
        }
        for number, start in ((1, 0), (2, 4))
    ],
    "former_id": [{"id": "claim-0", "claim": "claim-1"}],
    "attribution": [
        {
            "claim": "claim-1",
            "position": position,
            "source": f"source-{position + 1}",
            "role": role,
            "cue": "said",
            "via": "Cem",
        }
        for position, role in enumerate(("source", "counter-source"))
    ],
    "evidence": [
        {
            "claim": "claim-2",
            "position": 0,
            "place": "https://y.example",
            "is_address": 1,
            "outcome": "supports",
            "checked": "2024-09-01",
            "found": "the number",
        }
    ],
    "link": [{"claim": "claim-1", "position": 0, "target": "claim-2", "role": "disagrees"}],
}
"""By table, in the order in which they are written."""

KEYS = {"attribution": ("claim", "position"), "evidence": ("claim", "position")}
KEYS |= {"link": ("claim", "position")}


def change() -> _Row:
    """The step that wrote all of it."""
    written = [
        {
            "table": table,
            "key": [row[name] for name in KEYS.get(table, ("id",))],
            "before": None,
            "after": row,
        }
        for table, rows in ROWS.items()
        for row in rows
    ]
    return {
        "number": 1,
        "window": "window-1",
        "person": "person-1",
        "article": "article-1",
        "time": _NOON,
        "label": "tag",
        "undoes": None,
        "rows": json.dumps(written, ensure_ascii=False),
    }


def make(path: Path) -> None:
    """Write the library to a path where no file is."""
    sqlite.make_file(path, 1, lambda connection: migrating.apply(connection, after=0, up_to=1))
    with closing(sqlite3.connect(path)) as library:
        for table, rows in {**ROWS, "change": [change()]}.items():
            for row in rows:
                names = ", ".join(f'"{name}"' for name in row)
                marks = ", ".join("?" * len(row))
                library.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])
        library.commit()
        library.execute("PRAGMA journal_mode = DELETE")
        library.execute("PRAGMA page_size = 1024")
        library.execute("VACUUM")


if __name__ == "__main__":
    make(PATH)
