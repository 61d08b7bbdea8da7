"""A page that a browser saved whole in one file (MHTML): a mail with the page as its first part."""

import re
from dataclasses import replace

from annotator.exchange.readers.article import ReadOptions
from annotator.exchange.readers.refusing import NothingVisible
from annotator.exchange.readers.web.metadata import is_web_address

_HEADER = re.compile(rb"[\w-]+:|[ \t]")
"""How each line begins, up to the first that is empty; one that goes on begins with a blank."""
_PAGE = re.compile(
    rb"^Content-Type:\s*(?:multipart/related|text/html)[ \t]*(?:;|$)", re.IGNORECASE | re.MULTILINE
)
_LOOKED_AT = 8_192


def is_archived(data: bytes) -> bool:
    """Whether some bytes begin as a saved page does."""
    start = data[:_LOOKED_AT].lstrip().replace(b"\r\n", b"\n")
    head, ends, _page = start.partition(b"\n\n")
    return bool(ends and _PAGE.search(head)) and all(map(_HEADER.match, head.split(b"\n")))


def unpacked(data: bytes, options: ReadOptions) -> tuple[bytes, ReadOptions]:
    """The page in a saved page, and what the file says about it; raises NothingVisible."""
    from email import policy
    from email.parser import BytesParser

    mail = BytesParser(policy=policy.compat32).parsebytes(data)
    for part in mail.walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes):
            said = part.get("Content-Location") or mail.get("Snapshot-Content-Location") or ""
            address = str(said).strip()
            return page, replace(
                options,
                declared=options.declared or part.get_content_charset(),
                address=options.address or (address if is_web_address(address) else ""),
            )
    raise NothingVisible
