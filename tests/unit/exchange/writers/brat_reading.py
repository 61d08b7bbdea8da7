"""brat's files, read by the rules of its manual and more strictly: whatever is odd is an error."""

import io
import re
import zipfile
from dataclasses import dataclass, field

_TYPE = r"[A-Za-z0-9_-]+"
_MARK = re.compile(rf"(T\d+)\t({_TYPE}) (\d+ \d+(?:;\d+ \d+)*)\t(.+)", re.DOTALL)
_TIE = re.compile(rf"(R\d+)\t({_TYPE}) Arg1:(T\d+) Arg2:(T\d+)")
_FLAG = re.compile(rf"(A\d+)\t({_TYPE}) ([TR]\d+)")
_NOTE = re.compile(rf"(#\d+)\t({_TYPE}) ([TR]\d+)\t(.*)", re.DOTALL)


@dataclass
class Mark:
    """A passage with one type."""

    type: str
    spans: list[tuple[int, int]]
    flags: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Document:
    """A text and what is marked in it; ties are type, from and to."""

    text: str
    marks: dict[str, Mark] = field(default_factory=dict)
    ties: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Archive:
    """What is in a file for brat: documents by name, what is configured by section."""

    documents: dict[str, Document]
    configuration: dict[str, list[list[str]]]
    looks: dict[str, list[list[str]]]
    readme: str


def read(data: bytes) -> Archive:
    """All of it. Raises AssertionError or KeyError where something is not as it should be."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert len({name.casefold() for name in files}) == len(files)
    assert all(re.fullmatch(r"[A-Za-z0-9._/-]+", name) for name in files)
    texts = {name[:-4] for name in files if name.endswith(".txt")}
    assert texts == {name[:-4] for name in files if name.endswith(".ann")}
    configuration = _sections(files["annotation.conf"])
    return Archive(
        {name: _document(files[f"{name}.txt"], files[f"{name}.ann"]) for name in sorted(texts)},
        configuration,
        _sections(files["visual.conf"]),
        files["README.md"],
    )


def _sections(text: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for line in text.split("\n"):
        if head := re.fullmatch(r"\[(\w+)\]", line):
            section = found.setdefault(head[1], [])
        elif line:
            section.append(re.split(r"\t| \| ", line))
    return found


def _document(text: str, annotations: str) -> Document:
    assert "\r" not in text
    assert annotations == "" or annotations.endswith("\n")
    document = Document(text)
    ids: set[str] = set()
    # As brat does: at every line end that Python knows, not only at line feeds.
    for line in annotations.splitlines():
        _read_line(document, line)
        ids.add(line.split("\t")[0])
    assert len(ids) == len(annotations.splitlines())
    for _type, one, other in document.ties:
        assert document.marks[one] and document.marks[other]
    return document


def _read_line(document: Document, line: str) -> None:
    if mark := _MARK.fullmatch(line):
        spans = [(int(a), int(b)) for a, b in (one.split(" ") for one in mark[3].split(";"))]
        ends = [end for span in spans for end in span]
        assert ends == sorted(set(ends)) and ends[-1] <= len(document.text), line
        assert " ".join(document.text[start:end] for start, end in spans) == mark[4], line
        document.marks[mark[1]] = Mark(mark[2], spans)
    elif tie := _TIE.fullmatch(line):
        document.ties.append((tie[2], tie[3], tie[4]))
    elif flag := _FLAG.fullmatch(line):
        document.marks[flag[3]].flags.append(flag[2])
    else:
        note = _NOTE.fullmatch(line)
        assert note, line
        document.marks[note[3]].notes.append((note[2], note[4]))
