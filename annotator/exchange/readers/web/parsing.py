"""A page's characters to one tree, which every other module here reads."""

from annotator.exchange.readers.web.blocks import Element
from annotator.exchange.readers.web.limits import refuse_too_complicated

_NOT_IN_MARKUP = dict.fromkeys((*range(9), 11, *range(14, 32)))
"""C0 controls, which end a page for libxml2."""


def tree_of(markup: str) -> Element | None:
    """The tree of a page or of a piece of one; None where there is nothing.

    Nothing is fetched and no entity is read from outside. Raises TooComplicated.
    """
    refuse_too_complicated(markup)
    from lxml import etree, html

    data = markup.translate(_NOT_IN_MARKUP).encode("utf-8", "replace")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        return html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # there is no element in it
        return None
