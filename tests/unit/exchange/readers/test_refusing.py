"""What is no article: known kinds of files, and too many control characters."""

import io
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest

from annotator.exchange.readers.refusing import (
    Binary,
    NotReadYet,
    has_too_many_controls,
    refuse_known_kinds,
)


def zipped(*names: str, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<a/>")
    return buffer.getvalue()


def database() -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE claim (id)")
        data = connection.serialize()
    connection.close()
    return data


NO_TEXTS = [
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
    (b"GIF89a\x01\0", "a GIF picture"),
    (b"RIFF\x1a\0\0\0WEBPVP8 ", "a WebP picture"),
    (b"II*\0\x08\0\0\0", "a TIFF picture"),
    (b"BM\x46\0\0\0\0\0\0\0\x36", "a BMP picture"),
    (b"RIFF\x0a\0\0\0WAVEfmt ", "a sound or film file"),
    (b"ID3\x03\0\0\0\0\x0f\x76", "a sound or film file"),
    (b"\xff\xfb\x90\x64", "a sound or film file"),
    (b"\0\0\0\x20ftypisom", "a sound or film file"),
    (b"OggS\0\x02", "a sound or film file"),
    (b"\x7fELF\x02\x01\x01", "a program"),
    (b"MZ\x90\0\x03\0\0\0\x04", "a program"),
    (b"\x1f\x8b\x08\0", "a packed file"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file"),
    (zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"),
    (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "a spreadsheet"),
    (zipped("[Content_Types].xml", "ppt/presentation.xml"), "a presentation"),
    (zipped(mimetype="application/vnd.oasis.opendocument.presentation"), "a presentation"),
    (zipped(mimetype="application/vnd.oasis.opendocument.graphics"), "a drawing"),
    (zipped("a.txt"), "a ZIP archive"),
    (zipped(), "a ZIP archive"),
    (database(), "a database"),
]

DOCUMENTS = [
    (zipped("Index/Document.iwa", "preview.jpg"), "A Pages document"),
    (b"{\\rtf1\\ansi", "An RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "An old Word or Office file"),
]


@pytest.mark.parametrize(("data", "kind"), NO_TEXTS)
def test_a_known_kind_of_file_is_refused_whatever_its_name(data: bytes, kind: str) -> None:
    with pytest.raises(Binary) as refused:
        refuse_known_kinds(data, "article.txt")
    assert refused.value.sentence == (
        f"It is {kind} and not a text, so it was not added: "
        "choose a file that holds the article’s text."
    )


@pytest.mark.parametrize(("data", "kind"), DOCUMENTS)
def test_a_document_is_refused_with_another_way(data: bytes, kind: str) -> None:
    with pytest.raises(NotReadYet) as refused:
        refuse_known_kinds(data, "article")
    assert refused.value.sentence == (
        f"{kind} cannot be read yet, so it was not added: "
        "copy the article’s text and paste it, or save it as plain text."
    )


@pytest.mark.parametrize(
    ("name", "kind"), [("a.RTF", "An RTF document"), ("b.rtf", "An RTF document")]
)
def test_a_suffix_shows_a_document_too(name: str, kind: str) -> None:
    with pytest.raises(NotReadYet, match=f"^{kind} cannot be read yet"):
        refuse_known_kinds(b"<p>text", name)


def test_the_program_that_runs_this_is_a_program() -> None:
    with pytest.raises(Binary, match="a program"):
        refuse_known_kinds(Path(sys.executable).read_bytes()[:1000], "python")


@pytest.mark.parametrize(
    "data", [b"", b"BMW says", b"MZ is a code", b"PK is short", b"ID3 tags", b"II. MM", b"PDF-"]
)
def test_a_text_that_only_begins_like_one_is_let_through(data: bytes) -> None:
    refuse_known_kinds(data, "article.txt")
    assert not has_too_many_controls(data.decode())


@pytest.mark.parametrize(
    ("text", "too_many"),
    [
        ("", False),
        ("x" * 99 + "\0", False),
        ("x" * 98 + "\0", True),
        ("x" * 98 + "\x1f\x1b", True),
        ("\t\n\r\f" * 50, False),
        ("\x7f\x80\x9f\u200b" * 50, False),
    ],
)
def test_one_control_character_in_a_hundred_is_let_through(text: str, too_many: bool) -> None:
    assert has_too_many_controls(text) is too_many
