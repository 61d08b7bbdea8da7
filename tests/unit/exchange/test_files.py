"""Files from outside: whole, bounded, or refused."""

import io
import os
import socket
import stat
from pathlib import Path

import pytest

from annotator.exchange import files
from annotator.exchange.files import (
    IsFolder,
    NotAllowed,
    NotFound,
    NotRegular,
    TooLarge,
    Unreadable,
    read_bounded,
    read_stream,
)

NO_SUCH_FILE = "There is no such file: check its name and its folder."
TOO_LARGE = "It is larger than 2 MB and was not read: split it into smaller files."


def test_a_file_is_read_whole_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"\r\n\x1a" + b"x" * 7)
    assert read_bounded(path, 10) == b"\r\n\x1a" + b"x" * 7


def test_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"x" * (2 * files.MEGABYTE + 1))
    with pytest.raises(TooLarge) as refused:
        read_bounded(path, 2 * files.MEGABYTE)
    assert refused.value.sentence == TOO_LARGE


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(10_000 * files.MEGABYTE)
    with pytest.raises(TooLarge):
        read_bounded(path, 2 * files.MEGABYTE)


@pytest.mark.parametrize("name", ["none.txt", "none/none.txt", "file.txt/none.txt", "a\0b"])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").touch()
    with pytest.raises(NotFound) as refused:
        read_bounded(tmp_path / name, 10)
    assert refused.value.sentence == NO_SUCH_FILE


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsFolder) as refused:
        read_bounded(tmp_path, 10)
    assert refused.value.sentence == "It is a folder and was not read: choose the files in it."


@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_a_pipe_a_socket_or_a_device_is_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "article.txt"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(path))
    else:
        path = Path(os.devnull)
    with pytest.raises(NotRegular) as refused:
        read_bounded(path, 10)
    assert refused.value.sentence == (
        "It is a device or a pipe and was not read: save its content as a file first."
    )


def test_a_file_that_becomes_a_pipe_before_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, pipe = tmp_path / "article.txt", tmp_path / "pipe"
    path.touch()
    os.mkfifo(pipe)
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _path, flags: opened(pipe, flags))
    with pytest.raises(NotRegular):
        read_bounded(path, 10)


def raising(fault: OSError) -> "type[object]":
    def fail(*_: object) -> int:
        raise fault

    return fail  # type: ignore[return-value]


def test_without_permission_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "article.txt"
    path.touch()
    monkeypatch.setattr(os, "open", raising(PermissionError(13, "Permission denied")))
    with pytest.raises(NotAllowed) as refused:
        read_bounded(path, 10)
    assert refused.value.sentence == (
        "You have no permission to read it: ask its owner, or copy it to a folder of yours."
    )


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(OSError(5, "Input/output error"), "Input/output error"), (OSError(), "OSError")],
)
def test_a_fault_of_the_computer_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, reason: str
) -> None:
    path = tmp_path / "article.txt"
    path.touch()
    monkeypatch.setattr(os, "open", raising(fault))
    with pytest.raises(Unreadable) as refused:
        read_bounded(path, 10)
    assert refused.value.sentence == (
        f"It cannot be read ({reason}): copy it to this computer and try again."
    )


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read_bounded(tmp_path / ("x" * 5000), 10)


def test_a_stream_is_read_up_to_the_limit() -> None:
    assert read_stream(io.BytesIO(b"x" * 10), 10) == b"x" * 10
    with pytest.raises(TooLarge):
        read_stream(io.BytesIO(b"x" * 11), 10)


def test_a_file_that_grows_or_shrinks_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    real = os.fstat

    def says(size: int) -> None:
        def fstat(file: int) -> os.stat_result:
            found = list(real(file))
            found[stat.ST_SIZE] = size
            return os.stat_result(found)

        monkeypatch.setattr(os, "fstat", fstat)

    for size in (0, 3, 10, 500):
        says(size)
        assert read_bounded(path, 10) == b"0123456789"
        with pytest.raises(TooLarge):
            read_bounded(path, 9)
