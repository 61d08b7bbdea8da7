"""Which addresses become links on a page that strangers' words are in."""

import re
from urllib.parse import urlsplit

_SHOWN = re.compile(r"https?://[!-~]+", re.IGNORECASE)
"""Nothing but visible ASCII: no blank, nothing invisible, nothing that turns letters round."""

_NEVER = re.compile(r'["<>\\^`{|}]')
"""What an address must not hold unencoded; a page with it is not valid."""


def is_link(where: str) -> bool:
    """Whether it is an http or https address with a host and nothing to deceive with."""
    if not _SHOWN.fullmatch(where) or _NEVER.search(where):
        return False
    try:
        return bool(urlsplit(where).hostname)
    except ValueError:
        return False
