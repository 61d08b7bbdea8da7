"""Words that are quoted: as they are shown, and as they are copied with where they stand."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from annotator.model.article import Article
from annotator.model.quoting import attribution
from annotator.model.span import Span
from annotator.words import _

if TYPE_CHECKING:
    from annotator.ui.desk import Desk
    from annotator.ui.reader.view import ReaderView

_WEB = ("http://", "https://")
_MARKS = '“”„‟«»"'


def in_quotes(words: str) -> str:
    """Words between quotation marks: their own at an end give way, so that none stands twice."""
    return _("“{words}”").format(words=words.strip(_MARKS) or words)


def copy(desk: "Desk", reader: "ReaderView") -> None:
    """Copy what is selected, or the claim at the caret, with where it stands."""
    article, claims = desk.article, reader.claims_at(reader.caret())
    span = reader.selected_span() or (claims[0].span if claims else None)
    if article is None or span is None:
        desk.told.emit(_("Select the words to copy first, or go to a claim."))
        return
    QGuiApplication.clipboard().setMimeData(attributed(article, span, reader.text()))
    desk.told.emit(_("Copied with its source."))


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
