"""Whatever a file holds, it is read or refused by a sentence; nothing else ever happens."""

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.jsonld.items import ReadItem, RefusedItem
from annotator.exchange.jsonld.reading import read
from annotator.model.failure import Refusal
from tests.unit.exchange.jsonld.documents import (
    OTHER_ID,
    document,
    item,
    position,
    quote,
    resource,
    textual,
)

KNOWN = st.sampled_from(
    [
        "tagging", "commenting", "identifying", "linking", "verified", "source", "disagrees",
        "person", "supports", "2024-02-30", "2024-02-29T10:00:00", "TextQuoteSelector",
        "TextPositionSelector", "Annotation", "https://example.org", OTHER_ID, "_:b", "\0", "",
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    [
        "id", "type", "purpose", "value", "source", "selector", "name", "exact", "prefix", "start",
        "end", "an:role", "an:kind", "an:stake", "an:outcome", "an:checked", "an:found", "other",
    ]
)  # fmt: skip
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), KNOWN, st.text()
    ),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(NAMES, some, max_size=4),
    max_leaves=12,
)
MEMBERS = st.sampled_from(
    ["id", "type", "motivation", "creator", "created", "modified", "body", "target", "an:formerly"]
)
WHOLE = document(
    item(
        body=[textual("tagging", "verified"), textual("linking", "x", **{"an:found": "é"})],
        target={"source": "x", "selector": [quote(), position()]},
    ),
    item(id=OTHER_ID, body=resource("https://example.org")),
)


@given(st.dictionaries(MEMBERS, VALUES, max_size=3), VALUES)
def test_any_members_make_an_item_or_a_refused_one(members: dict[str, Any], other: Any) -> None:
    data = json.dumps(
        {
            "type": "AnnotationCollection",
            "first": {"type": "AnnotationPage", "items": [item(**members), other]},
        }
    ).encode()
    with suppress(Refusal):  # half characters, one id twice
        for answer in read(data):
            assert isinstance(answer, ReadItem) or (
                isinstance(answer, RefusedItem) and answer.reason.endswith(".")
            )


@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, min(start + 20, len(WHOLE))))
    damaged = WHOLE[:start] + data.draw(st.binary(max_size=6)) + WHOLE[end:]
    with suppress(Refusal):
        assert all(isinstance(one, ReadItem | RefusedItem) for one in read(damaged))


@given(st.binary())
def test_any_bytes_are_refused(data: bytes) -> None:
    with suppress(Refusal):
        raise AssertionError(read(data))
