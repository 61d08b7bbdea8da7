"""An X display counts when it lets us in: local, abstract or over TCP, with its cookie."""

import socket
import sys
from pathlib import Path

import pytest

from annotator.app import x11
from tests.unit.app.displays import COOKIE, authority, listening, local, remote

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="X's sockets are none of Windows'")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's displays have their sockets."""
    monkeypatch.setattr(x11, "SOCKETS", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("display", [":7", ":7.0", "unix:7", "unix/:7", "unix/somewhere:7.1"])
def test_a_local_server_answers(folder: Path, display: str) -> None:
    with listening(local(str(folder / "X7")), b"\1"):
        assert x11.answers({"DISPLAY": display})


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has abstract sockets")
def test_a_server_on_an_abstract_socket_answers(folder: Path) -> None:
    with listening(local(f"\0{folder}/X7"), b"\1"):
        assert not (folder / "X7").exists()
        assert x11.answers({"DISPLAY": ":7"})


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("host", ["127.0.0.1", "tcp/127.0.0.1", ""])
def test_a_server_on_tcp_answers(host: str) -> None:
    server, number = remote()
    with listening(server, b"\1"):
        assert x11.answers({"DISPLAY": f"{host}:{number}.0"})


def test_a_whole_path_is_a_local_server(tmp_path: Path) -> None:
    path = f"{tmp_path}/launched:0"
    with listening(local(path), b"\1"):
        assert x11.answers({"DISPLAY": path})


def test_a_socket_that_nobody_listens_on_does_not_answer(folder: Path) -> None:
    local(str(folder / "X7")).close()
    assert (folder / "X7").exists()
    assert not x11.answers({"DISPLAY": ":7"})


def test_a_server_that_hangs_up_does_not_answer(folder: Path) -> None:
    with listening(local(str(folder / "X7")), b""):
        assert not x11.answers({"DISPLAY": ":7"})


def test_a_server_that_says_nothing_is_given_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(x11, "PATIENCE", 0.05)
    with local(str(folder / "X7")) as silent:
        silent.listen()
        assert not x11.answers({"DISPLAY": ":7"})


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("display", ["", "7", "junk", ":", ":x", ":123456", ":99999", "nowhere:7"])
def test_what_names_no_server_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    def unknown(_address: tuple[str, int], _timeout: float) -> socket.socket:
        raise socket.gaierror("not known")

    monkeypatch.setattr(socket, "create_connection", unknown)
    assert not x11.answers({"DISPLAY": display})


def test_a_cookie_of_this_display_opens_it(folder: Path) -> None:
    authority(folder / "mine", "7")
    with listening(local(str(folder / "X7")), b"\1", wanted=COOKIE):
        assert x11.answers({"DISPLAY": ":7", "XAUTHORITY": str(folder / "mine")})


def test_a_cookie_is_looked_for_at_home(folder: Path) -> None:
    authority(folder / ".Xauthority", "")
    with listening(local(str(folder / "X7")), b"\1", wanted=COOKIE):
        assert x11.answers({"DISPLAY": ":7", "HOME": str(folder)})


@pytest.mark.parametrize("number", ["8", "77"])
def test_a_cookie_of_another_display_does_not(folder: Path, number: str) -> None:
    authority(folder / "mine", number)
    with listening(local(str(folder / "X7")), b"\1", wanted=COOKIE):
        assert not x11.answers({"DISPLAY": ":7", "XAUTHORITY": str(folder / "mine")})


def test_a_server_that_lets_everybody_in_needs_no_authority_file(folder: Path) -> None:
    with listening(local(str(folder / "X7")), b"\1"):
        assert x11.answers({"DISPLAY": ":7", "XAUTHORITY": str(folder / "none")})


@pytest.mark.parametrize("damage", [b"\1", b"\1\0\0\xff", b"\1\0\0\1a\0\1", b"nonsense" * 9])
def test_a_damaged_authority_file_is_as_none(folder: Path, damage: bytes) -> None:
    (folder / "mine").write_bytes(damage)
    with listening(local(str(folder / "X7")), b"\1", wanted=COOKIE):
        assert not x11.answers({"DISPLAY": ":7", "XAUTHORITY": str(folder / "mine")})
