"""Rich text from the clipboard: what a person selected in a browser or in Word, as lines.

The person chose it, so nothing is cleaned away: only what never shows, and the wrapping that each
program puts around a selection.
"""

import re

from annotator.exchange.readers.article import ReadArticle
from annotator.exchange.readers.plain_text import of_text
from annotator.exchange.readers.web.blocks import Element, blocks_of
from annotator.exchange.readers.web.limits import TooComplicated
from annotator.exchange.readers.web.metadata import clean, is_web_address
from annotator.exchange.readers.web.parsing import tree_of
from annotator.model.article import Metadata
from annotator.model.text import is_empty

_SELECTED = re.compile(r"<!--\s*StartFragment\s*-->(.*?)<!--\s*EndFragment\s*-->", re.DOTALL)
_SOURCE = re.compile(r"\A.{0,1000}?^SourceURL:(\S+)", re.DOTALL | re.MULTILINE)
_HEADER = re.compile(r"\AVersion:\d.*?(?=<)", re.DOTALL)
"""What Windows puts before the markup: the places of its parts, and the page's address."""
_WORD = re.compile(
    r"<!--\[if.*?<!\[endif\]-->|<!\[if[^>]*>|<!\[endif\]>|<\?xml[^>]*>|</?[a-z]+:[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""What Word hides in comments, and elements of its own around words (`<o:p>`)."""
_BULLET = re.compile(r"[·•§o◦▪‣-]\s{2,}|[·•◦▪‣§]\s*")


def of_html_fragment(markup: str, plain: str = "") -> ReadArticle:
    """The article in rich text; `plain` is the same as plain text, if the program gave that too.

    What the markup cannot give is taken from `plain`. Raises NothingVisible or the refusals of
    tree_of.
    """
    source = _SOURCE.match(markup)
    selected = _SELECTED.search(markup)
    lines = _lines(_WORD.sub("", selected[1] if selected else _HEADER.sub("", markup)), plain)
    address = clean(source[1]) if source else ""
    article = of_text("\n".join(lines) if not is_empty("".join(lines)) else plain)
    metadata = Metadata(address=address if is_web_address(address) else "")
    return ReadArticle(article.text, metadata, article.notes)


def _lines(markup: str, plain: str) -> list[str]:
    try:
        root = tree_of(f"<div>{markup}</div>")
    except TooComplicated:
        if is_empty(plain):
            raise
        return []
    blocks = blocks_of(root) if root is not None else []
    return [
        _BULLET.sub("", one.text, count=1) if _is_words_list(one.element) else one.text
        for one in blocks
    ]


def _is_words_list(element: Element) -> bool:
    """Whether Word wrote an item of a list as a paragraph with a bullet of its own."""
    return "mso-list" in (element.get("style") or "")
