"""Bytes to text: which encoding they are in, or the admission that nobody can tell.

A text is frozen when it comes in, so a wrong guess would stay for ever. In this order:

1. A byte order mark says it (UTF-8, UTF-16, UTF-32).
2. Without a named encoding: UTF-16 without a mark, by its pattern of NULs.
3. Strict UTF-8. Bytes that are UTF-8 and more than ASCII are UTF-8, whatever was named.
4. The encoding that was named, by the caller or by the document.
5. Windows-1252, when the result looks Western throughout (western.py).
6. Else somebody has to say it; charset-normalizer, which is often wrong on short texts, helps with
   a guess.

Lone surrogates are let through here, as UTF-8 and UTF-16 files hold them; canonical text drops
them.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from annotator.exchange.likely import likeliest_first
from annotator.exchange.western import looks_western
from annotator.model.failure import Refusal
from annotator.words import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_ENCODINGS = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
"""Python decodes with these too, but nobody writes an article in them."""

_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|[\xe0-\xef][\x80-\xbf]\Z|[\xf0-\xf4][\x80-\xbf]{1,2}\Z"  # a file that was cut short
)
_ESCAPE_TO_JAPANESE = b"\x1b$"
"""Begins the two-byte part of ISO-2022 text, which is ASCII by its bytes."""

_GUESSED_FROM = 65_536
"""Bytes that charset-normalizer looks at."""
_LONG_ENOUGH = 2_000
"""A short text is repeated to so many bytes: of nine Russian letters it makes Korean otherwise."""
_MOST_GUESSES = 8


class UnknownEncoding(Refusal):
    """A name that no encoding has."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            _(
                "There is no encoding named “{name}”, so nothing was added: "
                "use a name such as utf-8, cp1251 or shift_jis."
            ).format(name=name)
        )


class WrongEncoding(Refusal):
    """The named encoding cannot have been used."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            _(
                "It is not written in {name}, so it was not added: name another encoding, or none."
            ).format(name=name)
        )


class DamagedUnicode(Refusal):
    """It is mostly UTF-8, or what its byte order mark says, and some of it cannot be."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            _(
                "It looks like {name} with damaged characters, so it was not added: save it as "
                "UTF-8 in a program that shows it right, or name its encoding."
            ).format(name=name)
        )


class UnsureEncoding(Refusal):
    """Nobody can tell the encoding. `guesses` decode it, the likeliest first; `guess` is that."""

    def __init__(self, guesses: tuple[str, ...]) -> None:
        self.guesses = guesses
        self.guess = guesses[0]
        super().__init__(
            _(
                "It does not show in which encoding it is written, so it was not added: "
                "name the encoding (it may be {guess})."
            ).format(guess=self.guess)
        )


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as it was decoded, not yet canonical; `sure` unless the bytes did not say it."""

    text: str
    encoding: str
    sure: bool = True


def decode(data: bytes, named: str | None = None) -> Decoded:
    """The text of some bytes by the rule above.

    Raises UnknownEncoding, WrongEncoding, DamagedUnicode or UnsureEncoding.
    """
    encoding = None if named is None else known_encoding(named)
    reading = _by_mark(data, encoding) or _by_pattern(data, encoding) or _as_utf8(data, encoding)
    if reading is not None:
        return reading
    if named is None or encoding is None:
        return _as_western(data)
    text = decoded_as(data, encoding)
    if text is None:
        raise WrongEncoding(named)
    return Decoded(text, encoding)


def known_encoding(name: str) -> str:
    """Python's name of an encoding; raises UnknownEncoding for what is none of text."""
    try:
        known = codecs.lookup(name).name
        known = known if _decodes_to_text(known) else "undefined"
    except (LookupError, ValueError):  # a NUL in the name is a ValueError
        known = "undefined"
    if known in _NO_ENCODINGS:
        raise UnknownEncoding(name)
    return known


def _decodes_to_text(known: str) -> bool:
    """False for base64, rot13 and their like, which Python keeps among the encodings."""
    try:
        b"a".decode(known)
    except LookupError:
        return False
    except UnicodeError:  # half a character of UTF-16
        return True
    return True


def decoded_as(data: bytes, encoding: str) -> str | None:
    """The text in a known encoding, or None where the bytes cannot be in it."""
    try:
        return data.decode(encoding, "surrogatepass")
    except UnicodeError:
        return None


def _by_mark(data: bytes, named: str | None) -> Decoded | None:
    encodings = [encoding for mark, encoding in _BOMS if data.startswith(mark)]
    for encoding in encodings:
        text = decoded_as(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    if encodings and named is None:
        raise DamagedUnicode(encodings[-1].upper())
    return None


def _by_pattern(data: bytes, named: str | None) -> Decoded | None:
    if named is not None or len(data) % 2 or b"\0" not in data:
        return None
    for encoding, high, low in (
        ("utf-16-le", data[1::2], data[::2]),
        ("utf-16-be", data[::2], data[1::2]),
    ):
        text = decoded_as(data, encoding) if _are_high_bytes(high, low) else None
        if text is not None:
            return Decoded(text, encoding, sure=False)
    return None


def _are_high_bytes(high: bytes, low: bytes) -> bool:
    """Whether every second byte is the high byte of UTF-16 in a script with an alphabet.

    Spaces, digits and Latin letters have 0 there, the letters of another script one value more:
    a tenth at least is 0, three quarters are one of these two, and hardly a low byte is 0.
    """
    zeros = high.count(0)
    (_value, others), *_rest = Counter(high.replace(b"\0", b"")).most_common(1) or [(0, 0)]
    return (
        zeros * 10 >= len(high)
        and (zeros + others) * 4 >= len(high) * 3
        and low.count(0) * 100 <= len(low)
    )


def _as_utf8(data: bytes, named: str | None) -> Decoded | None:
    if data.isascii() and (named is not None or _ESCAPE_TO_JAPANESE in data):
        return None
    text = decoded_as(data, "utf-8")
    return None if text is None else Decoded(text, "utf-8")


def _as_western(data: bytes) -> Decoded:
    if _is_mostly_utf8(data):
        raise DamagedUnicode("UTF-8")
    text = decoded_as(data, "cp1252")
    if text is None or data.isascii() or not looks_western(text):
        raise UnsureEncoding(guesses(data))
    return Decoded(text, "cp1252", sure=False)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether at most a quarter of the bytes above ASCII stand outside of UTF-8 sequences."""
    special = len(data) - len(data.translate(None, bytes(range(128, 256))))
    sequences = sum(len(match[0]) for match in _UTF8_SEQUENCE.finditer(data))
    return special > 0 and sequences * 4 >= special * 3


def guesses(data: bytes) -> tuple[str, ...]:
    """Encodings in which the bytes can be decoded, the likeliest first; never empty."""
    from charset_normalizer import from_bytes

    sample = data[:_GUESSED_FROM] + b"\n\n"  # two, so that UTF-16 stays in step
    found = [match.encoding for match in from_bytes(sample * max(_LONG_ENOUGH // len(sample), 1))]
    others = [name for name in likeliest_first(found) if name != "cp1252"]
    likely = [name for name in others if decoded_as(data, name) is not None]
    # Windows-1252 has been looked at and did not convince: it is offered, but last.
    last = [name for name in ("cp1252", "latin-1") if decoded_as(data, name) is not None]
    return (*likely[: _MOST_GUESSES - 1], last[0])
