"""What is no such document is refused whole, each kind of it by a sentence of its own."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.exchange.files import IsFolder, NotFound, TooLarge
from annotator.exchange.jsonld import failures, strictness
from annotator.exchange.jsonld.items import ReadItem, RefusedItem
from annotator.exchange.jsonld.reading import read, read_file
from tests.unit.exchange.jsonld.documents import ID, collection, document, item

GOOD = document(item())

NOT_UTF8 = (
    "The file is not UTF-8 text, so it is no JSON-LD. Nothing was imported from it. "
    "Save it as UTF-8, or export it again."
)
BROKEN = (
    "The file is broken or cut off at line {line}: it is no whole JSON document. "
    "Nothing was imported from it. Get it again from whoever sent it."
)
NO_NUMBER = (
    "The file holds {value}, which is no number in JSON. Nothing was imported from it. "
    "The program that wrote it has to be mended."
)
HALF = (
    "The file holds half a character (a lone surrogate). Nothing was imported from it. "
    "The program that wrote it has to be mended."
)
DOUBLED = (
    "An object in the file has the member “{name}” twice, and nobody can tell which one is "
    "meant. Nothing was imported from it. Remove one of the two."
)
DEEP = (
    "The file is nested too deeply to be a collection of annotations. "
    "Nothing was imported from it. Check where it comes from."
)
NO_COLLECTION = (
    "The file is no AnnotationCollection with its first page inside. "
    "Nothing was imported from it. Choose a file that was exported as JSON-LD."
)
DOUBLED_ID = (
    "Two different items in the file have the id “{name}”. Nothing was imported from it. "
    "Give one of them another id."
)


@pytest.mark.parametrize(
    ("data", "kind", "sentence"),
    [
        (b"", failures.BrokenJson, BROKEN.format(line=1)),
        (b"\0", failures.BrokenJson, BROKEN.format(line=1)),
        (b"{\n\n", failures.BrokenJson, BROKEN.format(line=3)),
        (GOOD[:-5], failures.BrokenJson, BROKEN.format(line=1)),
        (GOOD + b"{}", failures.BrokenJson, BROKEN.format(line=1)),
        (GOOD.replace(b"Ana", b"A\0a"), failures.BrokenJson, BROKEN.format(line=1)),
        (GOOD.replace(b"Ana", b"An\xe9"), failures.NotUtf8, NOT_UTF8),
        (GOOD.replace(b"Ana", b"\xed\xa0\x80"), failures.NotUtf8, NOT_UTF8),
        (GOOD.decode().encode("utf-16"), failures.NotUtf8, NOT_UTF8),
        (GOOD.replace(b"10", b"NaN"), failures.NoNumber, NO_NUMBER.format(value="NaN")),
        (GOOD.replace(b"10", b"-Infinity"), failures.NoNumber, NO_NUMBER.format(value="-Infinity")),
        (GOOD.replace(b"Ana", b"\\ud83d"), failures.HalfCharacter, HALF),
        (GOOD.replace(b"Ana", b"\\udE00\\ud83d"), failures.HalfCharacter, HALF),
        (b"[" * 100_000, failures.TooDeep, DEEP),
        (b'{"a":' * 100_000, failures.TooDeep, DEEP),
    ],
)
def test_what_is_no_json_is_refused_whole(
    data: bytes, kind: type[failures.FileRefusal], sentence: str
) -> None:
    with pytest.raises(kind) as refusal:
        read(data)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("levels", [*range(880, 1010, 10), 100_000])
def test_depth_is_refused_wherever_it_is_and_at_any_level(levels: int) -> None:
    for member in ('"ignored":', '"ignored": "\\ud83d\\ude00", "start":'):
        deep = "[" * levels + "]" * levels
        data = GOOD.replace(b'"start":', f'{member} {deep}, "x":'.encode(), 1)
        try:
            answers = read(data)
        except failures.TooDeep as refusal:
            assert str(refusal) == DEEP
        else:
            assert isinstance(answers[0], RefusedItem)
            assert levels < 100_000


@pytest.mark.parametrize(
    ("there", "doubled", "name"),
    [
        ('"motivation":', '"motivation": 1, "motivation":', "motivation"),
        ('"items":', '"items": [], "items":', "items"),
        ('"name":', '"\\u006eame": "B", "name":', "name"),
        ('"type": "Person"', '"unknown": {"a": 1, "a": 1}', "a"),
    ],
)
def test_a_member_that_stands_twice_is_refused_wherever_it_is(
    there: str, doubled: str, name: str
) -> None:
    data = GOOD.decode()
    assert there in data
    with pytest.raises(failures.DoubledMember) as refusal:
        read(data.replace(there, doubled, 1).encode())
    assert str(refusal.value) == DOUBLED.format(name=name)


def test_a_hostile_name_of_a_member_does_not_reach_the_terminal() -> None:
    with pytest.raises(failures.DoubledMember) as refusal:
        read(b'{"\\u001b[31m": 1, "\\u001b[31m": 1}')
    assert str(refusal.value) == DOUBLED.format(name="�[31m")


def test_half_characters_in_what_would_be_ignored_break_the_file_too() -> None:
    with pytest.raises(failures.HalfCharacter):
        read(document(item()).replace(b'"type": "Person"', b'"ignored": ["\\udfff"]'))


@pytest.mark.parametrize("escaped", ["\\ud83d\\ude00", "\\\\ud83d", "😀"])
def test_whole_characters_are_none(escaped: str) -> None:
    answers = read(GOOD.replace(b"Ana", escaped.encode()))
    assert isinstance(answers[0], ReadItem)
    assert answers[0].creator.name == json.loads(f'"{escaped}"')


@pytest.mark.parametrize(
    "tree",
    [
        [],
        {},
        None,
        7,
        "AnnotationCollection",
        item(),
        collection() | {"type": "AnnotationPage"},
        collection() | {"type": []},
        collection() | {"type": None},
        collection() | {"first": "https://example.org/page1"},
        collection() | {"first": None},
        collection() | {"first": {"type": "AnnotationPage"}},
        collection() | {"first": {"type": "Annotation", "items": []}},
        collection() | {"first": {"items": []}},
        collection() | {"first": {"type": "AnnotationPage", "items": {}}},
        {"first": {"type": "AnnotationPage", "items": []}},
    ],
)
def test_json_of_another_type_is_refused_whole(tree: Any) -> None:
    with pytest.raises(failures.NoCollection) as refusal:
        read(json.dumps(tree).encode())
    assert str(refusal.value) == NO_COLLECTION


def test_lists_of_types_and_a_byte_order_mark_do_no_harm() -> None:
    tree = collection(item()) | {"type": ["AnnotationCollection", "Other"]}
    assert len(read(b"\xef\xbb\xbf" + json.dumps(tree).encode())) == 1


@pytest.mark.parametrize(
    "spelled", [ID, ID.upper(), ID.replace("urn:uuid:", "URN:UUID:")], ids=["same", "upper", "urn"]
)
def test_one_id_for_two_different_items_is_refused_whole(spelled: str) -> None:
    with pytest.raises(failures.DoubledId) as refusal:
        read(document(item(), item(id=spelled, created="2023-01-01T00:00:00Z")))
    assert str(refusal.value) == DOUBLED_ID.format(name=spelled)


@pytest.mark.parametrize("name", ["", " ", "_:b0"])
def test_items_without_an_id_are_refused_one_by_one(name: str) -> None:
    answers = read(document(item(id=name), item(id=name, body=[])))
    assert [type(one) for one in answers] == [RefusedItem, RefusedItem]


def test_one_id_twice_with_the_same_content_is_none() -> None:
    answers = read(document(item(), item(ignored=1, id=ID.upper())))
    assert [isinstance(one, ReadItem) for one in answers] == [True, True]


def test_refused_items_of_one_id_are_compared_as_they_stand() -> None:
    assert len(read(document(item(creator=...), item(creator=...)))) == 2
    with pytest.raises(failures.DoubledId):
        read(document(item(creator=...), item(creator=..., motivation="tagging")))
    with pytest.raises(failures.DoubledId):
        read(document(item(), item(creator=...)))


def test_too_many_bytes_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strictness, "MOST_BYTES", len(GOOD) - 1)
    with pytest.raises(TooLarge):
        read(GOOD)
    monkeypatch.setattr(strictness, "MOST_BYTES", len(GOOD))
    assert len(read(GOOD)) == 1


def test_a_file_is_read_or_refused_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "good").write_bytes(GOOD)
    assert read_file(tmp_path / "good") == read(GOOD)
    with pytest.raises(NotFound):
        read_file(tmp_path / "none")
    with pytest.raises(IsFolder):
        read_file(tmp_path)
