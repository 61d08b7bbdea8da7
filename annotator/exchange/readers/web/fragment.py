"""Rich text from the clipboard: what a person selected in a browser or in Word, as lines.

The person chose it, so nothing is cleaned away: only what never shows, and the wrapping that each
program puts around a selection.
"""

import re

from annotator.exchange.readers.article import ReadArticle
from annotator.exchange.readers.plain_text import of_text
from annotator.exchange.readers.web.blocks import Element, blocks_of
from annotator.exchange.readers.web.metadata import clean, is_web_address
from annotator.exchange.readers.web.parsing import tree_of
from annotator.model.article import Metadata

_BEGINS = re.compile(r"<!--\s*StartFragment\s*-->")
_ENDS = re.compile(r"<!--\s*EndFragment\s*-->")
_SOURCE = re.compile(r"\A.{0,1000}?^SourceURL:(\S+)", re.DOTALL | re.MULTILINE)
_HEADER = re.compile(r"\AVersion:\d.*?(?=<)", re.DOTALL)
"""What Windows puts before the markup: the places of its parts, and the page's address."""
_WORD = re.compile(
    r"<!\[if[^<>]*>|<!\[endif\]>|<\?xml[^<>]*>|</?[a-z]+:[^<>]*>",
    re.IGNORECASE,
)
"""What Word puts around words that are not for itself alone, and its own elements (`<o:p>`)."""
_BULLET = re.compile(r"[·•§o◦▪‣-]\s{2,}|[·•◦▪‣§]\s*")


def read(data: bytes) -> ReadArticle:
    """The article in rich text, in UTF-8. Raises NothingVisible or TooComplicated."""
    markup = data.decode("utf-8", "replace")
    source = _SOURCE.match(markup)
    lines = _lines(_WORD.sub("", _selected(markup)))
    address = clean(source[1]) if source else ""
    article = of_text("\n".join(lines))
    metadata = Metadata(address=address if is_web_address(address) else "")
    return ReadArticle(article.text, metadata, article.notes)


def _selected(markup: str) -> str:
    begins = _BEGINS.search(markup)
    ends = _ENDS.search(markup, begins.end()) if begins else None
    return markup[begins.end() : ends.start()] if begins and ends else _HEADER.sub("", markup)


def _lines(markup: str) -> list[str]:
    root = tree_of(f"<div>{markup}</div>")
    blocks = blocks_of(root) if root is not None else []
    return [
        _BULLET.sub("", one.text, count=1) if _is_words_list(one.element) else one.text
        for one in blocks
    ]


def _is_words_list(element: Element) -> bool:
    """Whether Word wrote an item of a list as a paragraph with a bullet of its own."""
    return "mso-list" in (element.get("style") or "")
