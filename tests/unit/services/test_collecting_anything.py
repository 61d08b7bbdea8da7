"""Whatever the bytes are: a sentence for that file, the others are collected, and no traceback."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.handin import Collected
from annotator.model.ids import PersonId
from annotator.model.tags import Tag
from annotator.services import collecting
from annotator.services.comparing import classroom
from tests.unit.exchange.archived import archive
from tests.unit.services.class_desk import School, school

FEW = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ODD: list[Any] = [
    *(None, True, False, 0, -1, 2**64, 10**40, 1e308, -0.0, 1.5, "", "\0", "\u202e", "A" * 3_000),
    *([], {}, [[]], {"a": 1}, "urn:uuid:x", "2024-99-99", "0001-01-01T00:00:00Z", "verified", "🤔"),
]
Where = tuple[str | int, ...]


class Class:
    """A teacher, a good hand-in of Ben's, and one of Ana's to be spoilt."""

    def __init__(self, folder: Path) -> None:
        self.school: School = school(folder)
        _made, out = self.school.hand_out()
        ana, ben = (self.school.student(name, out) for name in ("Ana", "Ben"))
        ana.tag("The mayor", Tag.ATTRIBUTED, source="The mayor", note="Who? 🤔")
        ana.tag("bridges stand", Tag.VERIFIED)
        self.ben = folder / "ben.handin"
        ben.hand_in(self.ben)
        ana.hand_in(folder / "ana.handin")
        self.data = (folder / "ana.handin").read_bytes()
        self.document = json.loads(self.data.partition(b"\n")[2])
        self.spoilt = folder / "spoilt"

    def collect(self, data: bytes, name: str = "ana.handin") -> list[collecting.CollectedFile]:
        """What becomes of these bytes; Ben's file comes after them and is always collected."""
        self.spoilt.mkdir(exist_ok=True)
        (self.spoilt / name).write_bytes(data)
        workspace = self.school.teacher.workspace
        *found, ben = collecting.collect(workspace, [self.spoilt / name, self.ben])
        assert ben.result in (Collected.NEW, Collected.SAME)
        assert found
        assert all(one.reason for one in found if one.result is Collected.REFUSED)
        classroom(workspace, self.school.teacher.article)
        return found


@pytest.fixture(name="class_")
def _class(tmp_path: Path) -> Class:
    return Class(tmp_path)


def sealed(rest: bytes) -> bytes:
    line = {"format": "annotator-hand-in", "version": 1, "sha256": hashlib.sha256(rest).hexdigest()}
    return json.dumps(line).encode() + b"\n" + rest


def places(node: Any, at: Where = ()) -> Iterator[Where]:
    """Where the values of a document stand."""
    if at:
        yield at
    members: Any = node.items() if isinstance(node, dict) else ()
    for key, value in enumerate(node) if isinstance(node, list) else members:
        yield from places(value, (*at, key))


def with_odd(document: Any, where: Where, value: Any) -> Any:
    """The document with another value there; ... takes it out."""
    changed = json.loads(json.dumps(document))
    inside = changed
    for key in where[:-1]:
        inside = inside[key]
    if value is ...:
        del inside[where[-1]]
    else:
        inside[where[-1]] = value
    return changed


def bent(data: bytes, changes: list[tuple[int, bytes]]) -> bytes:
    """The bytes with others in some places."""
    for at, new in changes:
        start = at % len(data)
        data = data[:start] + new + data[start + max(len(new) - 1, 1) :]
    return data


CHANGES = st.lists(
    st.tuples(st.integers(0, 1_000_000), st.binary(max_size=4)), min_size=1, max_size=6
)


@given(st.data())
@FEW
def test_any_value_anywhere_in_its_document(class_: Class, data: st.DataObject) -> None:
    where = data.draw(st.sampled_from(list(places(class_.document))))
    value = data.draw(st.sampled_from([*ODD, ...]))
    document = with_odd(class_.document, where, value)
    class_.collect(sealed(json.dumps(document).encode()))


@given(CHANGES)
@FEW
def test_any_bytes_in_its_document(class_: Class, changes: list[tuple[int, bytes]]) -> None:
    rest = class_.data.partition(b"\n")[2]
    class_.collect(sealed(bent(rest, changes)))


@given(CHANGES)
@FEW
def test_a_file_that_was_changed_is_refused(
    class_: Class, changes: list[tuple[int, bytes]]
) -> None:
    data = bent(class_.data, changes)
    (one,) = class_.collect(data)
    if data.partition(b"\n")[2] != class_.data.partition(b"\n")[2]:
        assert one.result is Collected.REFUSED


@given(CHANGES)
@FEW
def test_any_bytes_in_an_archive(class_: Class, changes: list[tuple[int, bytes]]) -> None:
    inner = archive(("w.handin", class_.data))
    whole = archive(("Ana_1_assignsubmission_file_/w.handin", class_.data), ("x.zip", inner))
    class_.collect(bent(whole, changes), "class.zip")


@pytest.mark.parametrize(
    "rest",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"NaN",
        b'"\\ud800"',
        b'{"a":1,"a":2}',
        b"\xff",
    ],
)
def test_no_document_at_all(class_: Class, rest: bytes) -> None:
    (one,) = class_.collect(sealed(rest))
    assert one.result is Collected.REFUSED


def test_somebody_with_the_teachers_own_id(class_: Class) -> None:
    """The teacher's own claims stay as they are, and are not handed in."""
    desk = class_.school.teacher
    mine = desk.tag(0, 5, Tag.VERIFIED)
    ana = PersonId(class_.document["people"][0]["id"])
    rest = json.dumps(class_.document).replace(ana, desk.person).encode()
    (one,) = class_.collect(sealed(rest))
    assert (one.result, [member.id for member in one.people]) == (Collected.NEW, [desk.person])
    assert list(desk.claims()) == [mine]
