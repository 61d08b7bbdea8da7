"""Whether an X server answers and lets us in, asked as Qt's own library will ask.

Qt aborts the process when its display does not answer, and nothing can be caught, so the question
is put before. Connecting is not enough: a server that wants a cookie accepts the connection first
and refuses afterwards.
"""

import contextlib
import re
import socket
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

PATIENCE = 2.0
"""Seconds to wait for a server; a living one takes a thousandth of that."""

SOCKETS = "/tmp/.X11-unix"  # noqa: S108 - the place is the protocol's
COOKIE = b"MIT-MAGIC-COOKIE-1"

_DISPLAY = re.compile(r"(?:(?P<protocol>\w+)/)?(?P<host>.*):(?P<number>\d{1,5})(?:\.\d+)?")
_ACCEPTED = 1

Address = str | tuple[str, int]
"""The name of a local socket (abstract when it begins with NUL), or host and port."""


def answers(environment: Mapping[str, str]) -> bool:
    """Whether the server that DISPLAY names lets this process in."""
    display = environment.get("DISPLAY", "")
    cookies = [*_cookies(environment, _number(display)), b""]
    return any(_lets_in(address, cookies) for address in _addresses(display))


def _number(display: str) -> str:
    found = _DISPLAY.fullmatch(display)
    return found["number"] if found else ""


def _addresses(display: str) -> Iterator[Address]:
    """Where such a server may listen, in the order in which X's library looks."""
    found = _DISPLAY.fullmatch(display)
    if found is None:
        return
    host, port = found["host"], 6000 + int(found["number"])
    if host.startswith("/"):  # a socket's whole path, as macOS writes it
        yield display
        return
    if host in ("", "unix") or found["protocol"] == "unix":
        path = f"{SOCKETS}/X{int(found['number'])}"
        yield "\0" + path
        yield path
    if host != "unix" and found["protocol"] != "unix" and port < 2**16:
        yield (host.strip("[]") or "127.0.0.1", port)


def _lets_in(address: Address, cookies: list[bytes]) -> bool:
    with contextlib.suppress(OSError):
        return any(_greet(address, cookie) == _ACCEPTED for cookie in cookies)
    return False


def _greet(address: Address, cookie: bytes) -> int:
    """The first byte of the server's answer; raises OSError when there is none."""
    name = COOKIE if cookie else b""
    hello = struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie))
    with _connected(address) as connection:
        connection.sendall(hello + _padded(name) + _padded(cookie))
        return (connection.recv(1) or b"\0")[0]


def _connected(address: Address) -> socket.socket:
    if isinstance(address, tuple):
        return socket.create_connection(address, PATIENCE)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(PATIENCE)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def _padded(value: bytes) -> bytes:
    return value + bytes(-len(value) % 4)


def _cookies(environment: Mapping[str, str], number: str) -> list[bytes]:
    """The cookies of this person's authority file that may open that display."""
    home = Path(environment.get("HOME", "/"))
    named = environment.get("XAUTHORITY")
    try:
        data = (Path(named) if named else home / ".Xauthority").read_bytes()
        entries = list(_entries(data))
    except (OSError, struct.error):
        return []
    fitting = (b"", number.encode())
    return list(dict.fromkeys(one[3] for one in entries if one[2] == COOKIE and one[1] in fitting))


def _entries(data: bytes) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    """Address, number, name of the scheme and cookie of each entry; struct.error if cut off."""
    at = 0
    while at < len(data):
        at += 2  # the address's family; a wrong cookie does no harm, so all are tried
        fields = []
        for _field in range(4):
            (length,) = struct.unpack_from(">H", data, at)
            (value,) = struct.unpack_from(f"{length}s", data, at + 2)
            fields.append(value)
            at += 2 + length
        yield fields[0], fields[1], fields[2], fields[3]
