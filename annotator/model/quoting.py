"""A passage as it is quoted elsewhere: its words, and where they stand.

Words without their source are what this program teaches people to distrust; so what is copied
brings its source along, as far as it is known.
"""

from annotator.model.article import Article
from annotator.model.span import Span
from annotator.model.text import paragraph_of, paragraphs
from annotator.words import _


def attribution(article: Article, span: Span, text: str) -> str:
    """“Words” — Author, title, outlet, date, ¶ 3, address; what is not known is left out.

    `span` counts code points of `text`, the article's canonical text. The words stand without the
    white space around them. Raises IndexError for a text without a paragraph.
    """
    known = article.metadata
    parts = [known.author, known.title, known.outlet, known.date]
    details = [one.strip() for one in (*parts, _place(span, text), known.address)]
    return _("“{words}” — {details}").format(
        words=text[span.start : span.end].strip(), details=", ".join(filter(None, details))
    )


def _place(span: Span, text: str) -> str:
    numbered = paragraphs(text)
    first = paragraph_of(numbered, span.start).number
    last = paragraph_of(numbered, max(span.end - 1, span.start)).number
    if first == last:
        return _("¶ {number}").format(number=first)
    return _("¶ {first}–{last}").format(first=first, last=last)
