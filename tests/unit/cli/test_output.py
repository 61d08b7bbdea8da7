"""What leaves a command: UTF-8, one line a line, and nothing that a terminal obeys."""

import errno
import io
import json
import os
from functools import partial
from pathlib import Path

import pytest

from annotator.cli.output import CannotPrint, Output, one_line, shown
from annotator.cli.refusing import complain
from annotator.model.failure import Refusal
from annotator.storage.failures import DamagedLibrary


class Failing(io.BytesIO):
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _data: object) -> int:
        raise self.error

    def flush(self) -> None:
        raise self.error


def test_text_is_utf_8_and_cells_stand_between_tabs() -> None:
    out = io.BytesIO()
    Output(out, None).line("é", "🌉\n\ta", "\x1b[31m")
    assert out.getvalue() == "é\t🌉\\n\\ta\t\\x1b[31m\n".encode()


def test_a_complaint_is_one_line() -> None:
    err = io.BytesIO()
    output = Output(None, err)
    output.complain("It is\nbad.", "a\nb.txt")
    output.complain("No.")
    assert err.getvalue() == b"annotator: a\\nb.txt: It is\\nbad.\nannotator: No.\n"


def test_letters_of_every_script_stay() -> None:
    text = "שלום नमस्ते 👩‍👩‍👧 e\u0301 \u202b"
    assert one_line(text) == text


def test_controls_and_separators_of_lines_are_escaped() -> None:
    assert one_line("a\x00\x85\u2028\ud800\x7f") == "a\\x00\\x85\\u2028\\ud800\\x7f"


def test_a_file_name_that_is_no_text_shows_its_bytes() -> None:
    assert shown(os.fsdecode(b"caf\xe9.txt")) == "caf\\xe9.txt"
    assert shown("café") == "café"


def test_a_document_is_json_in_utf_8() -> None:
    out = io.BytesIO()
    Output(out, None).document([{"title": "é🌉\u2028", "broken": "\udce9"}])
    assert "é🌉".encode() in out.getvalue()
    assert json.loads(out.getvalue()) == [{"title": "é🌉\u2028", "broken": "\udce9"}]


def test_a_reader_that_has_gone_is_for_the_caller() -> None:
    output = Output(Failing(BrokenPipeError()), None)
    with pytest.raises(BrokenPipeError):
        output.raw(b"x")
    with pytest.raises(BrokenPipeError):
        output.flush()


def test_a_full_disk_is_a_sentence() -> None:
    output = Output(Failing(OSError(errno.ENOSPC, "No space left on device")), None)
    for write in (partial(output.raw, b"x"), output.flush):
        with pytest.raises(CannotPrint) as refused:
            write()
        assert str(refused.value) == (
            "what was asked for could not be written there (No space left on device). What the "
            "command did in the library is safe. Lead the output somewhere else and try again."
        )


def test_nowhere_takes_everything(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    output = Output(None, None)
    output.line("x")
    output.complain("x")
    output.flush()
    output.abandon()
    assert capsysbinary.readouterr() == (b"", b"")


def test_nobody_can_be_told_that_nobody_can_be_told() -> None:
    out = io.BytesIO()
    output = Output(out, Failing(OSError()))
    output.complain("It is bad.")
    output.line("x")
    assert out.getvalue() == b"x\n"


class Odd(Refusal):
    """A refusal of these tests."""


def test_a_refusal_about_the_library_names_its_file_once() -> None:
    err = io.BytesIO()
    path = Path("/home/x/library.db")
    complain(Output(None, err), DamagedLibrary(path))
    complain(Output(None, err), DamagedLibrary(path), "a.txt")
    complain(Output(None, err), Odd("It is odd."), "a.txt")
    assert err.getvalue().decode().splitlines() == [
        "annotator: /home/x/library.db: " + DamagedLibrary.says.format(path="library.db"),
        "annotator: a.txt: " + DamagedLibrary.says.format(path="/home/x/library.db"),
        "annotator: a.txt: It is odd.",
    ]
