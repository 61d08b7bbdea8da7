"""Copy words together with where they stand, for a paper, a slide or a message."""

from html import escape

from PySide6.QtCore import QMimeData

from annotator.model.article import Article
from annotator.model.quoting import attribution
from annotator.model.span import Span

_WEB = ("http://", "https://")


def attributed(article: Article, span: Span, text: str) -> QMimeData:
    """The words at a span with their source: as plain words, and with a link for rich text."""
    words = attribution(article, span, text)
    data = QMimeData()
    data.setText(words)
    data.setHtml(_rich(words, article.metadata.address.strip()))
    return data


def _rich(words: str, address: str) -> str:
    """The same as markup; the address at its end leads to the page where it is one of the web."""
    said = escape(words).replace("\n", "<br>")
    shown = escape(address)
    if address.lower().startswith(_WEB) and said.endswith(shown):
        said = f'{said.removesuffix(shown)}<a href="{shown}">{shown}</a>'
    return f"<p>{said}</p>"
