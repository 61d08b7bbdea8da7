"""The start of the program: what is not foreseen, interrupted or unread ends it in good order."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app import logs, main, screen
from annotator.app.options import WindowOptions
from annotator.app.strays import Strays
from annotator.cli import check, parsing, running

INSIDE = "Anna's own words"


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keeps the tests away from the person's own library and log."""
    monkeypatch.setenv("ANNOTATOR_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    yield
    logs.end()


def raising(error: BaseException) -> object:
    def run(*_given: object) -> int:
        raise error

    return run


def test_an_internal_error_names_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "run", raising(ZeroDivisionError(INSIDE)))
    assert main.main(["articles"]) == 1
    out, err = capsys.readouterr()
    log = tmp_path / "data" / "log" / logs.FILE_NAME
    assert out == ""
    assert err == (
        "annotator: internal error (ZeroDivisionError). What was saved before is safe. What "
        f"happened is in {log}: please send that file to whoever looks after this program.\n"
    )
    written = log.read_text(encoding="utf-8")
    assert "internal error in articles" in written
    assert INSIDE not in written


def test_an_internal_error_without_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_bytes(b"a file where the folder should be")
    monkeypatch.setattr(running, "run", raising(ZeroDivisionError()))
    assert main.main(["articles"]) == 1
    assert capsys.readouterr().err == (
        "annotator: internal error (ZeroDivisionError). What was saved before is safe. The log "
        f"{tmp_path / 'data' / 'log' / logs.FILE_NAME} could not be written.\n"
    )


def test_an_error_before_the_command_is_known(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(parsing, "read", raising(RecursionError()))
    assert main.main([]) == 1
    assert "internal error (RecursionError)" in capsys.readouterr().err


def test_ctrl_c_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "run", raising(KeyboardInterrupt()))
    assert main.main(["articles"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_has_gone_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "run", raising(BrokenPipeError()))
    assert main.main(["articles"]) == 141
    assert capsys.readouterr() == ("", "")


def test_the_words_of_the_process_are_taken_when_none_are_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", "articles", "--json"])
    assert main.main() == 0
    assert capsys.readouterr() == ("[]\n", "")


def test_the_library_lies_where_the_environment_says(tmp_path: Path) -> None:
    assert main.main(["articles"]) == 0
    assert (tmp_path / "data" / "library.db").is_file()


def test_the_option_goes_before_the_environment(tmp_path: Path) -> None:
    assert main.main(["articles", "--data-dir", str(tmp_path / "other")]) == 0
    assert (tmp_path / "other" / "library.db").is_file()
    assert not (tmp_path / "data").exists()


def test_the_window_is_refused_where_there_is_no_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(screen, "why_no_window", lambda: "There is no screen.")
    assert main.main(["seed.txt"]) == 1
    assert capsys.readouterr() == ("", "annotator: There is no screen.\n")
    assert not (tmp_path / "data").exists()


def test_a_command_asks_for_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "why_no_window", raising(AssertionError()))
    assert main.main(["articles"]) == 0
    assert check.COMMAND.name == "check"


def test_the_window_gets_folder_person_and_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[WindowOptions] = []

    def run(options: WindowOptions, _strays: Strays) -> int:
        given.append(options)
        return 7

    monkeypatch.setattr(screen, "why_no_window", lambda: None)
    monkeypatch.setattr(main, "_window_program", lambda: run)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    before = signal.getsignal(signal.SIGINT)
    try:
        assert main.main(["--as", "Ann", "seed.txt"]) == 7
    finally:
        during = signal.signal(signal.SIGINT, before)
    assert during is signal.SIG_DFL
    folder = tmp_path / "data"
    assert given == [WindowOptions(folder, "Ann", Path("seed.txt"), folder)]


def test_what_a_handler_of_the_window_raises_is_logged_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[bool] = []

    def run(_options: WindowOptions, strays: Strays) -> int:
        strays.tell = lambda: told.append(sys.excepthook is strays)
        sys.excepthook(ZeroDivisionError, ZeroDivisionError(INSIDE), None)
        return 0

    monkeypatch.setattr(screen, "why_no_window", lambda: None)
    monkeypatch.setattr(main, "_window_program", lambda: run)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(signal, "signal", lambda *_given: None)
    assert main.main([]) == 0
    assert told == [True]
    log = tmp_path / "data" / "log" / logs.FILE_NAME
    assert capsys.readouterr().err == (
        "annotator: internal error (ZeroDivisionError). What was saved before is safe. What "
        f"happened is in {log}: please send that file to whoever looks after this program.\n"
    )
    written = log.read_text(encoding="utf-8")
    assert "internal error in window" in written
    assert INSIDE not in written
