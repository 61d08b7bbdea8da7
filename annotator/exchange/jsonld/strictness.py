"""JSON from outside, read so that it means one thing only.

Python's own reader takes NaN, members of one name and half characters; each would be a way to say
one thing to this program and another to the next.
"""

import json
import re
from collections import Counter
from typing import Any, NoReturn

from annotator.exchange.files import MEGABYTE, TooLarge
from annotator.exchange.jsonld import failures

MOST_BYTES = 100 * MEGABYTE
"""About 50,000 claims with all their fields; reading them takes several times as much memory."""

_BOM = b"\xef\xbb\xbf"
_MOST_DIGITS = 40
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def tree_of(data: bytes) -> object:
    """The document as dicts, lists and plain values.

    Raises TooLarge, RecursionError where they are nested too deeply, or a FileRefusal when the
    bytes are no UTF-8, no whole JSON, or hold a doubled member, NaN, Infinity or a lone surrogate.
    """
    if len(data) > MOST_BYTES:
        raise TooLarge(MOST_BYTES)
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise failures.NotUtf8 from error
    tree = _parsed(text)
    if _HALF.search(text):
        _refuse_halves(tree)
    return tree


def _parsed(text: str) -> object:
    try:
        return json.loads(
            text, object_pairs_hook=_each_once, parse_constant=_no_number, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise failures.BrokenJson(error.lineno) from error


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        often = Counter(name for name, _value in pairs)
        raise failures.DoubledMember(next(name for name, number in often.items() if number > 1))
    return found


def _no_number(value: str) -> NoReturn:
    raise failures.NoNumber(value)


def _whole(digits: str) -> int:
    # Python refuses thousands of digits with an error of its own. So long a number is outside of
    # every text anyway, so it may as well be a shorter one that is.
    return int(digits[:_MOST_DIGITS])


def _refuse_halves(tree: object) -> None:
    """Reading has made pairs into what they mean; what is left of halves no text can hold."""
    try:
        json.dumps(tree, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise failures.HalfCharacter from error
