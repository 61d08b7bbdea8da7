"""`annotator add`: good files are kept, each refused one has its line."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from annotator.bundled import sample_article
from tests.unit.cli.terminal import STORY, Terminal
from tests.unit.exchange.fetching.site import running
from tests.unit.exchange.readers.documents.packed import word


def test_the_sample(terminal: Terminal) -> None:
    result = terminal.run("add", sample_article())
    assert (result.status, result.errors) == (0, [])
    identity, title = result.text.rstrip("\n").split("\t")
    assert len(identity) == 36
    assert title == "Afghan Resistance Continues Without US Support, Three Years After Withdrawal"


def test_json(terminal: Terminal) -> None:
    [given] = terminal.run("add", terminal.file("a.txt"), "--json").json
    identity = given.pop("id")
    assert given == {
        "title": "The minister said the bridge is safe.",
        "characters": len(STORY),
        "sha256": hashlib.sha256(STORY.encode()).hexdigest(),
        "new": True,
        "tags": {"attributed": 0, "contested": 0, "verified": 0, "open": 0},
    }
    assert terminal.article() == identity


def test_the_same_text_twice_is_one_article(terminal: Terminal) -> None:
    one = terminal.file("a.txt", "One story.\r\nIts end.\r")
    other = terminal.file("b.txt", "\ufeffOne story.\nIts end.\n")
    [first, second] = terminal.run("add", one, other, "--json").json
    assert (first["id"], first["new"]) == (second["id"], True)
    assert second["new"] is False
    [again] = terminal.run("add", one, "--json").json
    assert (again["id"], again["new"]) == (first["id"], False)
    assert len(terminal.run("articles", "--json").json) == 1


def test_what_is_marked_already_is_counted(terminal: Terminal) -> None:
    article = terminal.article()
    terminal.run("--as", "Ann", "tag", article, "0", "3", "attributed", "verified")
    terminal.run("--as", "Ben", "tag", article, "0", "3")
    [given] = terminal.run("add", terminal.file("a.txt"), "--json").json
    assert given["tags"] == {"attributed": 1, "contested": 0, "verified": 1, "open": 1}


def test_standard_input(terminal: Terminal) -> None:
    result = terminal.run("add", terminal.file("a.txt"), "-", stdin=b"Zweite Meldung\n")
    assert result.status == 0
    assert [line.split("\t")[1] for line in result.text.splitlines()] == [
        "The minister said the bridge is safe.",
        "Zweite Meldung",
    ]


def test_a_closed_standard_input_has_nothing_visible(terminal: Terminal) -> None:
    result = terminal.run("add", "-")
    assert (result.status, result.text) == (1, "")
    assert result.errors == [
        "annotator: standard input: There is no visible character in it, so it was not added: "
        "check that it is the right file and that it was saved."
    ]


def test_standard_input_that_cannot_be_read(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.cli.add.standard_input", lambda: _Folder())
    result = terminal.run("add", "-", terminal.file("a.txt"))
    assert result.status == 1
    assert len(result.text.splitlines()) == 1
    assert result.errors == [
        "annotator: standard input: It cannot be read (Is a directory): copy it to this computer "
        "and try again."
    ]


class _Folder:
    """A folder that a shell has led into a command."""

    def read(self, _most: int) -> bytes:
        raise IsADirectoryError(21, "Is a directory")


def test_the_good_ones_of_a_batch_are_kept(terminal: Terminal) -> None:
    good, other = terminal.file("a.txt"), terminal.file("b.txt", "Another story.")
    empty, missing = terminal.file("empty.txt", b""), terminal.folder / "missing.txt"
    result = terminal.run("add", good, missing, empty, other, "--json")
    assert result.status == 1
    assert [one["title"] for one in result.json] == [
        "The minister said the bridge is safe.",
        "Another story.",
    ]
    assert result.errors == [
        f"annotator: {missing}: There is no such file: check its name and its folder.",
        f"annotator: {empty}: There is no visible character in it, so it was not added: check "
        "that it is the right file and that it was saved.",
    ]
    assert len(terminal.run("articles", "--json").json) == 2


def test_when_nothing_is_good_the_document_is_empty(terminal: Terminal) -> None:
    result = terminal.run("add", terminal.folder, "--json")
    assert (result.status, result.json) == (1, [])
    assert result.errors == [
        f"annotator: {terminal.folder}: It is a folder and was not read: choose the files in it."
    ]


def test_an_encoding_is_believed(terminal: Terminal) -> None:
    file = terminal.file("a.txt", "Дорога закрыта с понедельника".encode("cp1251"))
    refused = terminal.run("add", file)
    assert (refused.status, refused.text) == (1, "")
    assert "--encoding" in refused.errors[0]
    result = terminal.run("add", "--encoding", "cp1251", file)
    assert (result.status, result.text.split("\t")[1]) == (0, "Дорога закрыта с понедельника\n")


def test_an_encoding_that_nobody_knows(terminal: Terminal) -> None:
    result = terminal.run("add", terminal.file("a.txt"), "--encoding", "klingon")
    assert (result.status, result.text, len(result.errors)) == (1, "", 1)
    assert "klingon" in result.errors[0]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_name_that_is_no_text(terminal: Terminal) -> None:
    good = Path(os.fsdecode(os.fsencode(terminal.folder) + b"/caf\xe9.txt"))
    good.write_text(STORY, encoding="utf-8")
    missing = Path(os.fsdecode(os.fsencode(terminal.folder) + b"/th\xe9.txt"))
    result = terminal.run("add", good, missing)
    assert (result.status, len(result.text.splitlines())) == (1, 1)
    assert result.errors == [
        f"annotator: {terminal.folder}/th\\xe9.txt: There is no such file: check its name and its "
        "folder."
    ]


def test_a_title_never_reaches_the_terminal_as_commands(terminal: Terminal) -> None:
    raw = b"Big\x1b[2J\tnews\x07 today\n" + b"more of it " * 40
    result = terminal.run("add", "-", stdin=raw)
    assert result.text.split("\t")[1] == "Big\\x1b[2J news\\x07 today\n"


def test_a_library_that_refuses_refuses_each_file(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.storage import articles
    from annotator.storage.failures import DiskFull

    def full(*_given: object) -> None:
        raise DiskFull(terminal.library)

    monkeypatch.setattr(articles, "insert", full)
    files = [terminal.file("a.txt"), terminal.folder / "missing.txt", terminal.file("b.txt", "B.")]
    result = terminal.run("add", *files)
    assert (result.status, result.text) == (1, "")
    sentence = (
        f"The disk with the library {terminal.library} is full. This step was not saved; all "
        "earlier ones are. Free some space and try again."
    )
    assert result.errors == [
        f"annotator: {files[0]}: {sentence}",
        f"annotator: {files[1]}: There is no such file: check its name and its folder.",
        f"annotator: {files[2]}: {sentence}",
    ]
    assert terminal.run("articles", "--json").json == []


def test_an_address_is_fetched_and_what_led_there_is_said(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with running() as (site, _server):
        result = terminal.run("add", f"{site}/found", f"{site}/404")
    assert result.text.endswith("\tNote\n")
    assert result.errors == [
        f"annotator: {site}/found: The address leads on to {site}/page.",
        f"annotator: {site}/404: There is no page at this address (status 404), so nothing was "
        "added: check the address.",
    ]
    assert result.status == 1


def test_what_was_left_out_is_printed_beside_the_article(terminal: Terminal) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"
    body = "".join(
        f"<w:p><w:r><w:t>{seen}</w:t></w:r>{hidden.format(unseen)}</w:p>"
        for seen, unseen in (("The story", "An advertisement"), ("Its end", "Subscribe"))
    )
    file = terminal.file("a.docx", word(body))
    result = terminal.run("add", file)
    assert (result.status, result.text.split("\t")[1]) == (0, "The story\n")
    assert result.errors == [
        f"annotator: {file}: 2 hidden passages were left out.",
        f"annotator: {file}: 2 paragraphs were left out:",
        "  An advertisement",
        "  Subscribe",
    ]
    [given] = terminal.run("add", file, "--json").json
    assert (given["title"], given["new"], given["characters"]) == ("The story", False, 17)


def test_a_document_that_cannot_be_read_has_one_line(terminal: Terminal) -> None:
    bad, good = terminal.file("bad.docx", b"PK\x03\x04"), terminal.file("a.txt")
    result = terminal.run("add", bad, good)
    assert (result.status, len(result.text.splitlines())) == (1, 1)
    assert result.errors == [
        f"annotator: {bad}: It is damaged, so it was not added: open it in the program that made "
        "it, save it again, and add that file."
    ]
