"""What is an address of the web, and where one address may send us on to."""

import re
from ipaddress import ip_address
from socket import inet_aton, inet_ntoa
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from annotator.exchange.fetching.failures import LeadsAway, LeadsHome, NotAnAddress, OnThisComputer

_SCHEMES = ("http", "https")
_BEGINS = re.compile(r"https?://", re.IGNORECASE)
_UNSEEN = re.compile(r"[\0-\x20\x7f]")


def is_address(word: str) -> bool:
    """Whether somebody who writes this means an address and not a file."""
    return _BEGINS.match(word) is not None


def whole_address(word: str) -> str:
    """An address as it is asked for: the host in ASCII, no place within the page.

    A name and a password in it are refused: they would be kept with the article. Raises
    NotAnAddress, OnThisComputer.
    """
    if word.strip().lower().startswith("file:"):
        raise OnThisComputer
    try:
        parts = urlsplit(word.strip())
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else _in_ascii(host)
    except ValueError as error:  # UnicodeError is one
        raise NotAnAddress from error
    if (
        parts.scheme not in _SCHEMES
        or not host
        or "@" in parts.netloc
        or _UNSEEN.search(word.strip())
    ):
        raise NotAnAddress
    netloc = (f"[{ascii_host}]" if ":" in host else ascii_host) + (f":{port}" if port else "")
    return urlunsplit(SplitResult(parts.scheme, netloc, parts.path, parts.query, ""))


def next_address(address: str, location: str) -> str:
    """Where a redirect leads to.

    Raises LeadsAway for what is no page of the web (file:, data:, ftp:, ...), LeadsHome when a page
    of the web leads into this computer or its own network, which nobody has asked for.
    """
    target = urljoin(address, location.strip())
    scheme = target.partition(":")[0].lower()
    if scheme not in _SCHEMES:
        raise LeadsAway(scheme)
    try:
        target = whole_address(target)
    except NotAnAddress as error:
        raise LeadsAway(scheme) from error
    if _is_near(target) and not _is_near(address):
        raise LeadsHome
    return target


def _is_near(address: str) -> bool:
    """Whether an address is by its words this computer's or its own network's."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    return is_near_number(_in_full(host))


def is_near_number(host: str) -> bool:
    """Whether this is an IP address, and not one of the internet's."""
    try:
        number = ip_address(host)
    except ValueError:
        return False
    # Python before 3.13 does not look into an IPv4 address in the clothes of an IPv6 one.
    return not (getattr(number, "ipv4_mapped", None) or number).is_global


def _in_ascii(host: str) -> str:
    """The host as the network knows it. Raises UnicodeError.

    Python's own codec is of 2003: it takes faß.de for fass.de, which is somebody else's.
    """
    if host.isascii():
        return host.encode("idna").decode("ascii")  # sees that no part of it is too long
    import idna  # few addresses need it

    return idna.encode(host, uts46=True).decode("ascii")


def _in_full(host: str) -> str:
    """An IPv4 address as it is usually written: systems take "127.1" and "0x7f000001" as well."""
    try:
        return inet_ntoa(inet_aton(host))
    except (OSError, UnicodeError):
        return host
