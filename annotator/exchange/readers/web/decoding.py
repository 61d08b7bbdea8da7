"""A page's bytes to characters: what it says about its encoding, unless that cannot be true.

Browsers believe a page; so a page that says one encoding and holds another shows wrong letters, and
here a wrong letter would stay for ever. What is declared is tried strictly, and looked at: is there
a control character, or would no language spell it so? Then the rule for plain text decides.
"""

import re
from collections.abc import Iterator

from annotator.exchange import encodings
from annotator.exchange.encodings import (
    DamagedUnicode,
    Decoded,
    UnknownEncoding,
    UnsureEncoding,
    decode,
)
from annotator.exchange.western import looks_western

_LOOKED_AT = 8_192
"""Bytes in which a page declares its encoding; browsers look at 1,024, some pages need more."""
_DECLARED = (
    re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"\A\s*<\?xml\b[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE),
)
_MEANT = {
    **dict.fromkeys(("ascii", "iso8859-1", "latin_1"), "cp1252"),
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "utf-8"),  # else it could not be read
}
"""What every browser takes a name for: the larger set that pages of that name are written in."""
_OTHER_NAMES = {
    **dict.fromkeys(("x-sjis", "windows-31j", "ms_kanji"), "cp932"),
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "windows-949": "cp949",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
    **dict.fromkeys(("utf8mb4", "unicode", "utf-8-sig"), "utf-8"),
}
"""Names that browsers know and Python does not."""
_TAG = re.compile(r"<(script|style)\b.*?</\1|<[^>]*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_CONTROL = re.compile("[\x80-\x9f]")
_FEW = 200
"""One damaged character in so many is an advertisement cut in half, not another encoding."""


def decoded_page(data: bytes, named: str | None, declared: str | None) -> Decoded:
    """The characters of a page.

    `named` is what a person says, `declared` what the server said; the page's own word comes after
    both. Not `sure` when another encoding was used than the one that is declared. Raises the
    refusals of encodings.decode.
    """
    if named is not None or _has_mark(data):
        return decode(data, named)
    words = list(_declared_in(data, declared))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_declaration(data, words)
    if data.isascii() and any(word.startswith("iso2022") for word in words):
        return _by_declaration(data, words)
    return Decoded(data.decode("utf-8"), "utf-8")


def _has_mark(data: bytes) -> bool:
    return data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))


def _declared_in(data: bytes, declared: str | None) -> Iterator[str]:
    """The known encodings that are declared, the server's first."""
    found = [pattern.search(data[:_LOOKED_AT]) for pattern in _DECLARED]
    words = [declared, *(match[1].decode("ascii", "replace") for match in found if match)]
    for word in filter(None, words):
        try:
            known = encodings.known_encoding(_OTHER_NAMES.get(word.casefold(), word))
        except UnknownEncoding:
            continue
        yield _MEANT.get(known, known)


def _by_declaration(data: bytes, words: list[str]) -> Decoded:
    for word in words:
        text = encodings.decoded_as(data, word)
        if text is not None and not _is_garbled(text, word):
            return Decoded(text, word)
    # The markup is ASCII and hides what the words look like.
    words_alone = _words(data.decode("latin-1")).encode("latin-1")
    try:
        found = decode(words_alone).encoding
    except DamagedUnicode:
        return Decoded(data.decode("utf-8", "replace"), "utf-8", sure=False)
    except UnsureEncoding as unsure:
        return _damaged(data, words) or _likeliest(data, unsure)
    return Decoded(data.decode(found, "replace"), found, sure=not words)


def _damaged(data: bytes, words: list[str]) -> Decoded | None:
    """A page in the encoding that it names, but for a few bytes."""
    special = len(data) - len(data.translate(None, bytes(range(128, 256))))
    for word in words:
        text = data.decode(word, "replace")
        if text.count("\ufffd") * _FEW <= special and not _is_garbled(text, word):
            return Decoded(text, word, sure=False)
    return None


def _likeliest(data: bytes, unsure: UnsureEncoding) -> Decoded:
    """A page in the encoding that its words look like."""
    text = encodings.decoded_as(data, unsure.guess)
    if text is None or unsure.guess in ("latin-1", "cp1252"):
        raise unsure
    return Decoded(text, unsure.guess, sure=False)


def _words(markup: str) -> str:
    """What stands between the tags."""
    return _TAG.sub(" ", markup)


def _is_garbled(text: str, encoding: str) -> bool:
    """Whether the words could not have been written so."""
    words = _words(text)
    if _CONTROL.search(words):
        return True
    return encoding == "cp1252" and not words.isascii() and not looks_western(words)
