"""An OpenDocument text to an article: its text, the notes below it, and what was left out."""

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.found import Found
from annotator.exchange.readers.odt.body import Body
from annotator.exchange.readers.odt.names import short
from annotator.exchange.readers.odt.parts import Parts
from annotator.exchange.readers.odt.styles import Styles
from annotator.exchange.readers.properties import metadata, of_properties
from annotator.exchange.readers.saying import dropped_of, notes_of

_ASIDE = frozenset(("style:header", "style:footer", "style:header-left", "style:footer-left"))


def read(data: bytes, _options: ReadOptions) -> ReadArticle:
    """The article in the bytes of an OpenDocument text.

    Raises the refusals of document_failures, or NothingVisible.
    """
    parts, found = Parts(data), Found()
    styles = Styles(parts.styles())
    body = Body(parts, styles, found)
    lines = body.lines(parts.text())
    lines += body.below()
    comments = body.comments()
    said = of_properties(parts.properties())
    said["creator"] = said.get("initial-creator", "")
    return ReadArticle(
        "\n".join(lines),
        metadata(said, lines, body.titles, styles.language),
        notes_of(found, len(comments)),
        dropped_of(found.contents, found.hidden, _aside(parts, styles), comments),
    )


def _aside(parts: Parts, styles: Styles) -> list[str]:
    """The lines of headers and footers."""
    aside = Body(parts, styles, Found())
    return [
        line
        for root in parts.styles()
        for one in root.iter()
        if short(one.tag) in _ASIDE
        for line in aside.lines(one)
    ]
