"""Characters that HTML forbids, escaped or not: an article may hold some, a page may not."""

import re

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")
_SUSPECTS = tuple(
    re.compile(beginning)
    for beginning in (rb"\xc2[\x80-\x9f]", rb"\xef\xb7[\x90-\xaf]", rb"\xbf[\xbe\xbf]")
)
"""How the others begin in UTF-8; the last also fits a few harmless characters."""


def allowed(page: str) -> bytes:
    """The page in UTF-8, with a visible sign for each forbidden character.

    Nearly no page holds one, and looking at 10 MB of characters takes longer than making them. So
    the bytes are searched first, which is forty times as quick.
    """
    coded = page.encode("utf-8", "surrogatepass")
    clean = len(coded.translate(None, _CONTROLS)) == len(coded) and b"\xed\xa0" not in coded
    if clean and not any(suspect.search(coded) for suspect in _SUSPECTS):
        return coded
    return _FORBIDDEN.sub(_sign, page).encode("utf-8")


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
