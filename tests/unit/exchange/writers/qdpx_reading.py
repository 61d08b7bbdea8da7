"""A REFI-QDA project, validated against the schema and read as another program reads it."""

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

_SCHEMA = Path(__file__).parents[3] / "references" / "refi-qda-project-1.0.xsd"
_NAMESPACE = {"q": "urn:QDA-XML:project:1.0"}


@dataclass
class Selection:
    """A passage: its words by its positions, what it is coded with, by whom, and its notes."""

    guid: str
    words: str
    codes: list[str]
    user: str
    notes: list[tuple[str, str]]


@dataclass
class Source:
    """A text with its selections and what is known of it."""

    name: str
    text: str
    selections: list[Selection]
    known: dict[str, str]


@dataclass
class Project:
    """What a project holds; links are name, direction, from and to."""

    root: Any
    users: list[str]
    sources: list[Source]
    links: list[tuple[str, str, str, str]]


@cache
def _schema() -> Any:
    return etree.XMLSchema(etree.parse(_SCHEMA))


def read(data: bytes) -> Project:
    """All of it. Raises where it is not valid, or names what is not there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(files.pop("project.qde"))
    _schema().assertValid(root)
    guids = root.xpath("//@guid")
    assert len(guids) == len({one.lower() for one in guids})
    named = root.xpath("//@targetGUID|//@originGUID|//@creatingUser|//@modifyingUser")
    assert set(named) <= set(guids)
    sources = [_source(root, one, files) for one in _all(root, "//q:TextSource")]
    assert files == {}
    return Project(
        root,
        [one.get("name") for one in _all(root, "//q:User")],
        sources,
        [
            (one.get("name"), one.get("direction"), one.get("originGUID"), one.get("targetGUID"))
            for one in _all(root, "//q:Link")
        ],
    )


def _all(node: Any, path: str) -> list[Any]:
    found: list[Any] = node.xpath(path, namespaces=_NAMESPACE)
    return found


def _source(root: Any, source: Any, files: dict[str, bytes]) -> Source:
    path = source.get("plainTextPath")
    assert path.startswith("internal://")
    data = files.pop(f"sources/{path.removeprefix('internal://')}")
    assert b"\r" not in data and not data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8")
    known = {
        _name(root, one[0].get("targetGUID")): one[1].text
        for one in _all(source, "q:VariableValue")
    }
    selections = [_selection(root, one, text) for one in _all(source, "q:PlainTextSelection")]
    return Source(source.get("name"), text, selections, known)


def _selection(root: Any, one: Any, text: str) -> Selection:
    start, end = int(one.get("startPosition")), int(one.get("endPosition"))
    assert 0 <= start < end <= len(text)
    codes = [_name(root, ref) for ref in one.xpath("q:Coding/q:CodeRef/@targetGUID", **_NS)]
    notes = [_note(root, ref) for ref in one.xpath("q:NoteRef/@targetGUID", **_NS)]
    user = _name(root, one.get("creatingUser"))
    return Selection(one.get("guid"), text[start:end], codes, user, notes)


_NS: dict[str, Any] = {"namespaces": _NAMESPACE}


def _note(root: Any, guid: str) -> tuple[str, str]:
    (note,) = root.xpath("//q:Note[@guid=$guid]", guid=guid, **_NS)
    (content,) = _all(note, "q:PlainTextContent")
    return note.get("name"), content.text


def _name(root: Any, guid: str) -> str:
    (found,) = root.xpath("//*[@guid=$guid]/@name", guid=guid)
    return str(found)
