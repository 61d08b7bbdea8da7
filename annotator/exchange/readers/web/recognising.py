"""Whether some bytes are a web page, whatever the file is called."""

import re

from annotator.exchange.readers.prologue import after_prologue
from annotator.exchange.readers.web.archived import is_archived

_STARTS = re.compile(r"<(?:!doctype\s+html|html|head|body)\b[^>]*(>\s*)?", re.IGNORECASE)
_ENDS = re.compile(r"</(?:p|div|h[1-6]|li|td|a|span|title|style|script)\s*>", re.IGNORECASE)
_LAST = (b"</html>", b"</body>")
_LOOKED_AT = 8_192
_ENCODINGS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}


def is_web_page(data: bytes) -> bool:
    """Whether they begin as a page does, or as a page that a browser saved whole."""
    start = data[:_LOOKED_AT]
    encoding = next(
        (name for mark, name in _ENCODINGS.items() if start.startswith(mark)), "latin-1"
    )
    text = after_prologue(start.decode(encoding, "replace").lstrip("\ufeffï»¿"))
    begins = _STARTS.match(text)
    return (begins is not None and _goes_on(data, text, begins)) or is_archived(data)


def _goes_on(data: bytes, text: str, begins: "re.Match[str]") -> bool:
    """Whether what begins like a page is one: a sentence may speak of `<html>`, and goes on."""
    if begins.end() == len(text) or text.startswith("<", begins.end()):
        return True
    return _ENDS.search(text) is not None or data[-99:].rstrip().lower().endswith(_LAST)
