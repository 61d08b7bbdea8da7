"""What may stand before a document's first element: white space, declarations, comments.

Every file is looked at so before any process is begun that could be killed at it. So it goes
forward only: a pattern over several comments would try each way to part them.
"""

import re

_BLANKS = re.compile(r"\s*")
_MAY_STAND = (("<?xml", ">"), ("<!--", "-->"))


def after_prologue(text: str) -> str:
    """The text from its first element on, or from whatever else is there."""
    at = 0
    while True:
        blanks = _BLANKS.match(text, at)
        at = blanks.end() if blanks else at
        end = next((ends for begins, ends in _MAY_STAND if text.startswith(begins, at)), "")
        found = text.find(end, at) if end else -1
        if found < 0:
            return text[at:]
        at = found + len(end)
