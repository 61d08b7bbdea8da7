"""Displays that are none: sockets that answer as an X server or a compositor would, or do not."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COOKIE = bytes(range(16))


@contextmanager
def listening(server: socket.socket, reply: bytes, wanted: bytes = b"") -> Iterator[None]:
    """Answers each greeting that holds `wanted` with `reply`, the others with a refusal."""

    def serve() -> None:
        while True:
            try:
                connection, _address = server.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                greeting = connection.recv(4096)
                connection.sendall(reply if wanted in greeting else b"\0")

    server.listen()
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join(5)


def local(path: str) -> socket.socket:
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(path)
    return server


def remote() -> tuple[socket.socket, int]:
    """A TCP server, and the number of the display that it would be."""
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    for number in range(2000, 2100):
        try:
            server.bind(("127.0.0.1", 6000 + number))
        except OSError:
            continue
        return server, number
    raise AssertionError("no port is free")


def authority(path: Path, number: str, scheme: bytes = b"MIT-MAGIC-COOKIE-1") -> None:
    """An authority file with one entry, as `xauth` writes it."""
    fields = (b"a-computer", number.encode(), scheme, COOKIE)
    entry = b"".join(struct.pack(">H", len(one)) + one for one in fields)
    path.write_bytes(struct.pack(">H", 256) + entry)
