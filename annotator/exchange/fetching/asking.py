"""One question to one server, by urllib3, and every way in which it can fail as a refusal."""

import socket
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from annotator import __version__
from annotator.exchange.fetching.addresses import is_near_number
from annotator.exchange.fetching.failures import (
    BrokenOff,
    Closed,
    LeadsHome,
    NoAnswer,
    NoSuchHost,
    NotAnAddress,
    NotConnected,
    NotSecure,
    NotThere,
    SiteFails,
    TooMuch,
    TooSlow,
)
from annotator.exchange.files import MEGABYTE
from annotator.model.failure import Refusal

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

_HEADERS = {
    "User-Agent": f"Annotator/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_CLOSED = frozenset((401, 402, 403, 407, 451))
_GONE = frozenset((404, 410))
_OK = 200
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers: a page, or in `location` where else to ask."""

    data: bytes
    content_type: str
    location: str | None = None


class Line:
    """The connection of one fetch. `received` and `expected` are bytes, 0 while not known.

    `may_be_near` is whether it may reach this computer's own network: it may until it has reached
    the web, for a person may name a page of their own network, but no page of the web may.
    `close` may be called from another thread, and ends a question that waits for its answer.
    """

    def __init__(self, most: int, seconds: int) -> None:
        self._most = most
        self._seconds = seconds
        self._closed = False
        self._plug: socket.socket | None = None
        self.may_be_near = True
        self.received = 0
        self.expected = 0

    def ask(self, address: str) -> Answer:
        """The answer of the server at an address. Raises a refusal."""
        from urllib3.exceptions import HTTPError

        try:
            with _pool(address) as pool:
                response = self._begun(pool, address)
                try:
                    return self._read(response)
                finally:
                    response.close()
        except HTTPError as error:
            raise _refusal(error, address, self._seconds, self.received) from error
        except OSError as error:
            raise BrokenOff from error
        finally:
            self._unplug()

    def close(self) -> None:
        """Hang up: whoever waits on this line gets an error at once, and nothing more is asked."""
        self._closed = True
        plug = self._plug
        if plug is not None:
            with suppress(OSError):
                plug.shutdown(socket.SHUT_RDWR)

    def _reached(self, made: socket.socket, is_proxy: bool) -> None:
        """Look at whom a new connection has reached. Raises LeadsHome, BrokenOff."""
        # A second handle, which stays when the connection is wrapped for TLS.
        self._plug = made.dup()
        refusal: Refusal | None = BrokenOff() if self._closed else None
        if not is_proxy and refusal is None:  # a proxy alone knows whom it reaches
            is_near = is_near_number(str(made.getpeername()[0]))
            refusal = LeadsHome() if is_near and not self.may_be_near else None
            self.may_be_near = self.may_be_near and is_near
        if refusal:
            made.close()
            raise refusal

    def _unplug(self) -> None:
        plug, self._plug = self._plug, None
        if plug is not None:
            plug.close()

    def _begun(self, pool: "PoolManager", address: str) -> "BaseHTTPResponse":
        from urllib3 import Timeout

        from annotator.exchange.fetching.dialling import tell

        if self._closed:
            raise BrokenOff
        tell(pool.connection_from_url(address), self._reached)
        return pool.request(
            "GET",
            address,
            headers=_HEADERS,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=Timeout(connect=self._seconds, read=self._seconds),
        )

    def _read(self, response: "BaseHTTPResponse") -> Answer:
        location = response.headers.get("Location")
        if response.status in _REDIRECTS and location:
            return Answer(b"", "", location)
        _refuse_status(response.status)
        length = response.headers.get("Content-Length", "")
        self.expected = int(length) if length.isdecimal() else 0
        if self.expected > self._most:
            raise TooMuch(self._most // MEGABYTE)
        return Answer(self._all_of(response), response.headers.get("Content-Type", ""))

    def _all_of(self, response: "BaseHTTPResponse") -> bytes:
        """Unpacked piece by piece: neither a length that lies nor a bomb fills the memory."""
        data = bytearray()
        while piece := response.read1(_CHUNK, decode_content=True):
            data += piece
            self.received = len(data)
            if len(data) > self._most:
                raise TooMuch(self._most // MEGABYTE)
            if self._closed:
                raise BrokenOff
        return bytes(data)


def _pool(address: str) -> "PoolManager":
    """A pool for one question, through the proxy that the environment names for it."""
    from urllib3 import PoolManager, ProxyManager
    from urllib3.exceptions import HTTPError

    parts = urlsplit(address)
    proxy = getproxies().get(parts.scheme)
    if not proxy or proxy_bypass(parts.hostname or ""):
        return PoolManager(num_pools=1)
    try:
        return ProxyManager(proxy if "://" in proxy else f"http://{proxy}", num_pools=1)
    except (HTTPError, ValueError) as error:
        raise NotConnected from error


def _refuse_status(status: int) -> None:
    if status in _CLOSED:
        raise Closed(status)
    if status in _GONE:
        raise NotThere(status)
    if status != _OK:
        raise SiteFails(status)


def _refusal(error: Exception, address: str, seconds: int, received: int) -> Refusal:
    """Why a question failed, by the first cause that says it."""
    from urllib3 import exceptions

    cause: BaseException = error
    while isinstance(cause, exceptions.ProxyError | exceptions.MaxRetryError):
        inner = getattr(cause, "original_error", None) or getattr(cause, "reason", None)
        if not isinstance(inner, BaseException):
            break
        cause = inner
    match cause:
        case exceptions.NameResolutionError():
            return NoSuchHost(urlsplit(address).hostname or "")
        case exceptions.NewConnectionError() | exceptions.ProxyError():  # a TimeoutError too
            return NotConnected()
        case exceptions.TimeoutError():
            return TooSlow(seconds) if received else NoAnswer(seconds)
        case exceptions.SSLError():
            return NotSecure()
        case exceptions.LocationParseError() | exceptions.LocationValueError():
            return NotAnAddress()
    return BrokenOff()
