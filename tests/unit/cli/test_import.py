"""`annotator import`: what is good is kept, each refused item has its line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.terminal import STORY, Terminal


@pytest.fixture
def exported(terminal: Terminal) -> Path:
    """A file with two claims of Ann's, from a library that is gone."""
    article = terminal.article()
    terminal.run(
        *("--as", "Ann", "tag", article, "4", "12", "attributed", "verified", "--note", "a note"),
        *("--source", "The mayor", "--evidence", "https://x.org", "--outcome", "supports"),
    )
    terminal.run("tag", article, "0", "3")
    target = terminal.folder / "work.jsonld"
    assert terminal.run("export", article, "--to", target).status == 0
    terminal.data_dir.rename(terminal.folder / "before")
    return target


def changed(file: Path, **members: Any) -> Path:
    """A copy of a file whose first item has other members."""
    document = json.loads(file.read_bytes())
    document["first"]["items"][0].update(members)
    copy = file.with_name("changed.jsonld")
    copy.write_text(json.dumps(document), encoding="utf-8")
    return copy


def test_into_an_empty_library_and_again(exported: Path, terminal: Terminal) -> None:
    article = terminal.article()
    first = terminal.run("import", exported, "--json")
    assert (first.status, first.errors) == (0, [])
    counts = {"new": 2, "updated": 0, "unchanged": 0, "moved": 0, "refused": []}
    assert first.json == [{"file": str(exported)} | counts]
    [again] = terminal.run("import", exported, "--json").json
    assert (again["new"], again["unchanged"]) == (0, 2)
    [listed] = terminal.run("articles", "--json").json
    assert listed["tags"] == {"attributed": 1, "contested": 0, "verified": 1, "open": 1}
    assert terminal.run("export", article, "--to", "-", "--format", "jsonld").out == (
        exported.read_bytes()
    )


def test_imported_people_have_not_annotated(exported: Path, terminal: Terminal) -> None:
    article = terminal.article()
    terminal.run("import", exported)
    result = terminal.run("tag", article, "0", "3")
    assert result.errors == [
        "annotator: Nobody has annotated in this library yet. Say who you are with --as NAME."
    ]


def test_plain(exported: Path, terminal: Terminal) -> None:
    terminal.article()
    result = terminal.run("import", exported)
    assert result.text == f"{exported}\t2 new, 0 updated, 0 unchanged, 0 moved\n"


def test_a_refused_item_has_its_line_and_the_rest_is_kept(
    exported: Path, terminal: Terminal
) -> None:
    terminal.article()
    file = changed(exported, motivation="tagging", body={"purpose": "tagging", "value": "proven"})
    result = terminal.run("import", file, "--json")
    [report] = result.json
    [refused] = report["refused"]
    assert (result.status, report["new"]) == (1, 1)
    assert refused["id"].startswith("urn:uuid:")
    assert result.errors == [f"annotator: {file}: {refused['id']}: {refused['reason']}"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (-1, 12),
        (12, 4),
        (4, 4),
        (4, 10_000),
        (4.0, 12.5),
        ("4", "12"),
        (True, 12),
        (10**30, 10**31),
    ],
)
def test_offsets_that_are_none(start: Any, end: Any, exported: Path, terminal: Terminal) -> None:
    terminal.article()
    document = json.loads(exported.read_bytes())
    target = document["first"]["items"][0]["target"]
    target["selector"] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    result = terminal.run("import", changed(exported, target=target), "--json")
    [report] = result.json
    assert (result.status, report["new"], len(report["refused"])) == (1, 1, 1)
    assert len(result.errors) == 1
    assert report["refused"][0]["reason"].endswith(".")


def test_the_hash_of_another_text(exported: Path, terminal: Terminal) -> None:
    terminal.article()
    document = json.loads(exported.read_bytes())
    target = document["first"]["items"][0]["target"] | {"source": "urn:sha256:" + "0" * 64}
    result = terminal.run("import", changed(exported, target=target))
    [line] = result.errors
    assert result.status == 1
    assert line.endswith(
        ": The text that this item is about is not in the library. It was left out. Add the "
        "article first, or say where it belongs. Where it belongs is said with --article."
    )


def test_a_text_that_is_not_here(exported: Path, terminal: Terminal) -> None:
    other = terminal.article(f"Dateline\n{STORY}")
    lost = terminal.run("import", exported, "--json")
    assert (lost.status, len(lost.errors), len(lost.json[0]["refused"])) == (1, 2, 2)
    found = terminal.run("import", exported, "--article", other, "--json")
    assert (found.status, found.json[0]["new"], found.json[0]["moved"]) == (0, 2, 2)


def test_an_article_that_is_not_there(exported: Path, terminal: Terminal) -> None:
    result = terminal.run("import", exported, "--article", "nonsense")
    assert (result.status, result.out) == (1, b"")
    assert result.errors == [
        "annotator: No article “nonsense” is in the library. The command “articles” lists what is "
        "there."
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1, 2]",
        b'"text"',
        b"\xff\xfe{}",
        b'{"type": "AnnotationCollection"}',
        b'{"type": "AnnotationCollection", "first": NaN}',
        b'{"type": "AnnotationCollection", "type": "AnnotationCollection"}',
        b'{"a": "\\ud800"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"9" * 5_000,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_no_such_document(data: bytes, terminal: Terminal) -> None:
    terminal.article()
    before = terminal.library.read_bytes()
    file = terminal.file("bad.jsonld", data)
    result = terminal.run("import", file, "--json")
    [report] = result.json
    [refused] = report["refused"]
    assert (result.status, refused["id"]) == (1, None)
    assert result.errors == [f"annotator: {file}: {refused['reason']}"]
    assert refused["reason"][-1] == "."
    assert terminal.library.read_bytes() == before


def test_the_good_files_of_a_batch_are_kept(exported: Path, terminal: Terminal) -> None:
    terminal.article()
    missing = terminal.folder / "missing.jsonld"
    result = terminal.run("import", missing, exported, terminal.folder, "--json")
    assert result.status == 1
    assert [one["new"] for one in result.json] == [0, 2, 0]
    assert [line.split(": ")[1] for line in result.errors] == [str(missing), str(terminal.folder)]
