"""What people send that is no article, and what is one although it looks odd.

Each refusal is compared word for word; the good file beside it is always kept.
"""

import hashlib
import os
import struct
import sys

import pytest

from annotator.exchange.readers.reading import LARGEST
from tests.unit.cli.terminal import Terminal

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(range(256))
NO_TEXT = "and not a text, so it was not added: choose a file that holds the article’s text."

REFUSED: dict[str, tuple[bytes, str]] = {
    "a picture": (PNG, f"It is a PNG picture {NO_TEXT}"),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(200), f"It is a program {NO_TEXT}"),
    "a database": (b"SQLite format 3\0" + bytes(200), f"It is a database {NO_TEXT}"),
    "a packed file": (b"\x1f\x8b\x08\0" + bytes(range(200)), f"It is a packed file {NO_TEXT}"),
    "a PDF": (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "This PDF is damaged or was not saved to its end, so it was not added: get the file again, "
        "or copy the article’s text and paste it.",
    ),
    "many NULs": (
        b"\0".join([b"text"] * 50),
        "It holds too many control characters to be a text, so it was not added: choose a text "
        "file, or name its encoding. An encoding is named with --encoding.",
    ),
    "control characters": (
        b"text \x01\x02\x03\x1b" * 10,
        "It holds too many control characters to be a text, so it was not added: choose a text "
        "file, or name its encoding. An encoding is named with --encoding.",
    ),
    "nothing": (
        b"",
        "There is no visible character in it, so it was not added: check that it is the right "
        "file and that it was saved.",
    ),
    "nothing visible": (
        " \u00a0\u200b\u2060\n\t\ufeff".encode(),
        "There is no visible character in it, so it was not added: check that it is the right "
        "file and that it was saved.",
    ),
    "damaged UTF-8": (
        "Žižek schrieb: „Öl“ – größer. ".encode() * 20 + b"\xc3 \xff",
        "It looks like UTF-8 with damaged characters, so it was not added: save it as UTF-8 in a "
        "program that shows it right, or name its encoding. An encoding is named with "
        "--encoding.",
    ),
    "too large": (
        b"text " * (LARGEST // 5) + b"!",
        "It is larger than 20 MB and was not read: split it into smaller files.",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_is_no_article(kind: str, terminal: Terminal) -> None:
    data, sentence = REFUSED[kind]
    bad, good = terminal.file("bad.txt", data), terminal.file("good.txt")
    result = terminal.run("add", bad, good)
    assert (result.status, result.errors) == (1, [f"annotator: {bad}: {sentence}"])
    assert len(result.text.splitlines()) == 1


@pytest.mark.parametrize("kind", REFUSED)
def test_the_same_from_standard_input(kind: str, terminal: Terminal) -> None:
    data, sentence = REFUSED[kind]
    result = terminal.run("add", "-", stdin=data)
    assert (result.status, result.out) == (1, b"")
    assert result.errors == [f"annotator: standard input: {sentence}"]
    assert terminal.run("articles", "--json").json == []


def test_an_encoding_that_nobody_can_tell(terminal: Terminal) -> None:
    data = "Дорога закрыта с понедельника до пятницы, сообщил министр.".encode("cp1251")
    result = terminal.run("add", terminal.file("a.txt", data))
    assert result.status == 1
    start = (
        f"annotator: {terminal.folder / 'a.txt'}: It does not show in which encoding it is "
        "written, so it was not added: name the encoding (it may be "
    )
    assert result.errors[0].startswith(start)
    guess = result.errors[0].removeprefix(start).partition(")")[0]
    again = terminal.run("add", "--encoding", guess, terminal.file("a.txt", data))
    assert (again.status, again.text.split("\t")[1].rstrip()) == (
        0,
        "Дорога закрыта с понедельника до пятницы, сообщил министр.",
    )


def test_an_encoding_that_is_none_or_the_wrong_one(terminal: Terminal) -> None:
    file = terminal.file("a.txt", "Größe".encode("cp1252"))
    unknown = terminal.run("add", file, "--encoding", "klingon")
    wrong = terminal.run("add", file, "--encoding", "utf-8")
    assert (unknown.status, wrong.status) == (1, 1)
    assert unknown.errors == [
        f"annotator: {file}: There is no encoding named “klingon”, so nothing was added: use a "
        "name such as utf-8, cp1251 or shift_jis."
    ]
    assert wrong.errors == [
        f"annotator: {file}: It is not written in utf-8, so it was not added: name another "
        "encoding, or none. An encoding is named with --encoding."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="devices and pipes of Unix")
def test_what_is_no_regular_file(terminal: Terminal) -> None:
    pipe = terminal.folder / "pipe"
    os.mkfifo(pipe)
    sentence = "It is a device or a pipe and was not read: save its content as a file first."
    result = terminal.run("add", pipe, "/dev/zero", terminal.file("good.txt"))
    assert (result.status, len(result.text.splitlines())) == (1, 1)
    assert result.errors == [f"annotator: {pipe}: {sentence}", f"annotator: /dev/zero: {sentence}"]


ODD: dict[str, tuple[bytes, str]] = {
    "line ends of Windows": (b"One.\r\nTwo.\r\n", "One.\nTwo.\n"),
    "line ends of old Macs": (b"One.\rTwo.\r", "One.\nTwo.\n"),
    "a byte order mark": (b"\xef\xbb\xbfOne.", "One."),
    "UTF-16": ("One 🌉.\n".encode("utf-16"), "One 🌉.\n"),
    "a single NUL": (b"One\0 story." + b" and more" * 30, "One story." + " and more" * 30),
    "a lone surrogate": (
        b"\xff\xfe" + "One ".encode("utf-16-le") + b"\x00\xd8" + "story.".encode("utf-16-le"),
        "One story.",
    ),
    "a megabyte on one line": (b"word " * 200_000, "word " * 200_000),
    "quotes of Windows": ("“Größe” – so.".encode("cp1252"), "“Größe” – so."),
}


@pytest.mark.parametrize("kind", ODD)
def test_what_looks_odd_and_is_an_article(kind: str, terminal: Terminal) -> None:
    data, text = ODD[kind]
    result = terminal.run("add", terminal.file("a.txt", data), "--json")
    assert result.status == 0
    [given] = result.json
    assert given["characters"] == len(text)
    assert given["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert terminal.run("text", given["id"]).out == text.encode()


def test_what_was_assumed_or_left_out_is_said(terminal: Terminal) -> None:
    assumed = terminal.run("add", terminal.file("a.txt", "“Größe” – so.".encode("cp1252")))
    assert (assumed.status, assumed.errors) == (
        0,
        [
            f"annotator: {terminal.folder / 'a.txt'}: The file does not name its encoding; it was "
            "read as cp1252."
        ],
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tag", "x", "1"], "the following arguments are required: END"),
        (["export", "--all", "--to", ""], "argument --to: the name of a file is missing"),
        (["import", ""], "argument FILE: the name of a file is missing"),
        (["add", ""], "argument FILE: the name of a file is missing"),
    ],
)
def test_a_word_that_is_missing(words: list[str], sentence: str, terminal: Terminal) -> None:
    result = terminal.run(*words)
    assert (result.status, result.out) == (2, b"")
    assert result.errors[-1] == f"annotator: {sentence}"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "file:///etc/hosts",
            "It is the address of a file on this computer, so nothing was fetched: give the "
            "file’s name and folder, without “file://”.",
        ),
        (
            "ftp://courier.example/a",
            "It is no address of a web page, so nothing was fetched: copy the whole address from "
            "the browser; it begins with https:// or http://.",
        ),
    ],
)
def test_an_address_of_something_else(address: str, sentence: str, terminal: Terminal) -> None:
    result = terminal.run("add", address)
    assert (result.status, result.out) == (1, b"")
    assert result.errors == [f"annotator: {address}: {sentence}"]
