"""Fetch what an address holds: bounded in time and size, and broken off when the person cancels.

The network is asked on a thread of its own, because a name that is looked up or a connection that
is made cannot be broken off; whoever waits for it can stop waiting at any time. Redirects are
followed one by one, so that each is looked at and shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from annotator.exchange.fetching.addresses import next_address, whole_address
from annotator.exchange.fetching.asking import Answer, Line
from annotator.exchange.fetching.failures import LeadsInCircles, NoAnswer, TooSlow
from annotator.exchange.fetching.kinds import charset_in, name_for
from annotator.exchange.readers.apart import Stopped
from annotator.words import _

Watch = Callable[[int, int], bool]
"""Told how many bytes have come and how many shall come (0: not known); False means: stop."""

SECONDS = 10
"""So long a site may be silent."""
LONGEST = 60
"""Seconds for all of it."""
_SLOWEST = 1_000
"""Bytes a second on average, once the site has had its ten seconds."""
MOST_REDIRECTS = 10
_LOOK_EVERY = 0.1


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address held.

    `address` is where it came from in the end, `name` tells a reader what it is, `charset` is the
    server's word; `notes` name each redirect.
    """

    data: bytes
    address: str
    name: str
    charset: str | None
    notes: tuple[str, ...]


def fetch(address: str, most: int, watch: Watch | None = None) -> Fetched:
    """What an address holds, at most `most` bytes, unpacked.

    Raises the refusals of `failures`; Stopped when `watch` says so, and closes the connection.
    """
    line = Line(most, SECONDS)
    results: SimpleQueue[Fetched | BaseException] = SimpleQueue()
    first = whole_address(address)
    Thread(target=_run, args=(line, first, results), name="fetch", daemon=True).start()
    try:
        result = _awaited(line, results, watch)
    finally:
        line.close()
    if isinstance(result, BaseException):
        raise result
    return result


def _awaited(
    line: Line, results: "SimpleQueue[Fetched | BaseException]", watch: Watch | None
) -> Fetched | BaseException:
    began = monotonic()
    while True:
        try:
            return results.get(timeout=_LOOK_EVERY)
        except Empty:
            passed = monotonic() - began
        if watch is not None and not watch(line.received, line.expected):
            raise Stopped
        longest = SECONDS if line.received < _SLOWEST * passed else LONGEST
        if passed > longest:
            raise TooSlow(longest) if line.received else NoAnswer(longest)


def _run(line: Line, address: str, results: "SimpleQueue[Fetched | BaseException]") -> None:
    try:
        results.put(_followed(line, address))
    except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
        results.put(error)


def _followed(line: Line, address: str) -> Fetched:
    notes: list[str] = []
    for _turn in range(MOST_REDIRECTS + 1):
        answer = line.ask(address)
        if answer.location is None:
            return _fetched(answer, address, tuple(notes))
        address = next_address(address, answer.location)
        notes.append(_("The address leads on to {address}.").format(address=address))
    raise LeadsInCircles(MOST_REDIRECTS)


def _fetched(answer: Answer, address: str, notes: tuple[str, ...]) -> Fetched:
    kind = answer.content_type
    return Fetched(answer.data, address, name_for(address, kind), charset_in(kind), notes)
