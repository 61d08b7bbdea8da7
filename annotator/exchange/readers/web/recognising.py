"""Whether some bytes are a web page, whatever the file is called."""

import re

from annotator.exchange.readers.prologue import after_prologue
from annotator.exchange.readers.web.archived import is_archived

_STARTS = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_LOOKED_AT = 8_192
_ENCODINGS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}


def is_web_page(data: bytes) -> bool:
    """Whether they begin as a page does, or as a page that a browser saved whole."""
    start = data[:_LOOKED_AT]
    encoding = next(
        (name for mark, name in _ENCODINGS.items() if start.startswith(mark)), "latin-1"
    )
    text = start.decode(encoding, "replace").lstrip("\ufeffï»¿")
    return _STARTS.match(after_prologue(text)) is not None or is_archived(data)
