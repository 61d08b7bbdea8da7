"""The log tells what went wrong in the program, and nothing of anybody's work."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app import logs

SECRET = "Anna says the mayor lied"


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Leaves no handler behind."""
    yield
    logs.end()


def fail() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as cause:
        raise ValueError(f"{SECRET}!") from cause


def caught() -> Exception:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_an_error_is_told_by_kind_and_place_without_its_words(tmp_path: Path) -> None:
    file = logs.begin(tmp_path / "log")
    assert logs.record(caught(), "tag")
    written = file.read_text(encoding="utf-8")
    assert "internal error in tag (" in written
    assert "builtins.KeyError\n  tests.unit.app.test_logs:" in written
    assert written.index("builtins.KeyError") < written.index("builtins.ValueError")
    assert " fail\n" in written
    assert SECRET not in written
    assert str(Path.home()) not in written


def test_no_file_is_made_before_there_is_something_to_tell(tmp_path: Path) -> None:
    logs.begin(tmp_path / "log")
    assert list(tmp_path.iterdir()) == []


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_bytes(b"a file where the folder should be")
    logs.begin(tmp_path / "log")
    assert not logs.record(caught(), "tag")
    assert capsys.readouterr() == ("", "")


def test_what_any_part_of_the_program_logs_goes_there(tmp_path: Path) -> None:
    file = logs.begin(tmp_path)
    logging.getLogger("annotator.ui.desk").error("internal error", exc_info=caught())
    written = file.read_text(encoding="utf-8")
    assert "ERROR annotator.ui.desk: internal error\nbuiltins.KeyError" in written
    assert SECRET not in written


def test_beginning_again_takes_the_place_of_the_first(tmp_path: Path) -> None:
    first, second = logs.begin(tmp_path / "a"), logs.begin(tmp_path / "b")
    assert logs.record(caught(), "tag")
    assert (first.exists(), second.exists()) == (False, True)


def test_the_log_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST", 2_000)
    file = logs.begin(tmp_path)
    for _again in range(60):
        assert logs.record(caught(), "tag")
    kept = sorted(one.name for one in tmp_path.iterdir())
    assert kept == [file.name, *(f"{file.name}.{number}" for number in (1, 2, 3))]
    assert all(one.stat().st_size <= 2_000 for one in tmp_path.iterdir())
