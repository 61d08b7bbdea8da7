"""A web site on this computer that behaves as badly as it is told to."""

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

PAGE = (
    b"<html><head><meta charset=utf-8><title>Note</title></head>"
    b"<body><p>The shop is closed.</p></body></html>"
)


class Site(BaseHTTPRequestHandler):
    """Each path is a way to behave."""

    asked: ClassVar[list[tuple[str, str]]]
    ended: ClassVar[threading.Event]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        name = self.path.partition("?")[0].strip("/").replace("-", "_").replace(".", "_")
        with suppress(ConnectionError):
            if name.isdecimal():
                self.answer(int(name), b"sorry")
            else:
                getattr(self, name, self.page)()

    def answer(self, status: int, data: bytes, **headers: str) -> None:
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def page(self) -> None:
        self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")

    def moved(self) -> None:
        self.answer(301, b"", Location="/found?here=1")

    def found(self) -> None:
        self.answer(302, b"", Location="page")

    def circle(self) -> None:
        self.answer(302, b"", Location="/circle")

    def to_file(self) -> None:
        self.answer(302, b"", Location="file:///etc/hostname")

    def to_data(self) -> None:
        self.answer(302, b"", Location="data:text/html,hello")

    def to_ftp(self) -> None:
        self.answer(302, b"", Location="FTP://127.0.0.1/x")

    def silent(self) -> None:
        self.ended.wait(30)

    def waits(self) -> None:
        """Says nothing until whoever asks hangs up."""
        self.connection.settimeout(10)
        if not self.connection.recv(1):
            self.asked.append(("hung up", ""))
        self.close_connection = True

    def long_way(self) -> None:
        self.ended.wait(0.2)
        self.answer(302, b"", Location="/long-way")

    def drips(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.ended.wait(0.05):
            self.wfile.write(b"<p>")
            self.wfile.flush()

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.ended.is_set():
            self.wfile.write(b"<p>word" * 10_000)

    def large(self) -> None:
        self.answer(200, b"<p>", Content_Type="text/html", Content_Length="500000000")

    def short(self) -> None:
        self.answer(200, PAGE, Content_Type="text/html", Content_Length=str(len(PAGE) + 9))
        self.close_connection = True

    def bomb(self) -> None:
        data = gzip.compress(b"a" * 50_000_000)
        self.answer(200, data, Content_Type="text/html", Content_Encoding="gzip")

    def packed(self) -> None:
        data = gzip.compress(PAGE)
        self.answer(200, data, Content_Type="text/html", Content_Encoding="gzip")

    def in_pieces(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        data = gzip.compress(PAGE)
        for piece in (data[:1], data[1:15], data[15:]):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    def badly_packed(self) -> None:
        self.answer(200, b"no gzip at all", Content_Type="text/html", Content_Encoding="gzip")

    def hangs_up(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)

    def json(self) -> None:
        self.answer(200, b"{}", Content_Type="application/json")

    def picture_png(self) -> None:
        self.answer(200, b"\x89PNG\r\n\x1a\n...", Content_Type="image/png")

    def note_txt(self) -> None:
        data = "Кафе закрыто.".encode("koi8-r")
        self.answer(200, data, Content_Type="text/plain; charset=koi8-r")

    def script_only(self) -> None:
        self.answer(200, b"<html><script>write()</script></html>", Content_Type="text/html")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[tuple[str, type[Site]]]:
    """The address of a site of one's own, and what it remembers."""

    class ThisSite(Site):
        asked: ClassVar[list[tuple[str, str]]] = []
        ended = threading.Event()

    behaviour = ThisSite
    server = ThreadingHTTPServer(("127.0.0.1", 0), behaviour)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", behaviour
    finally:
        behaviour.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()
