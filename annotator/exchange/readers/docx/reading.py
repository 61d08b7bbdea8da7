"""A Word document to an article: its text, the notes below it, and what was left out."""

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.document_failures import DamagedDocument
from annotator.exchange.readers.docx.body import Body
from annotator.exchange.readers.docx.names import attribute, child, short
from annotator.exchange.readers.docx.parts import Parts
from annotator.exchange.readers.docx.styles import Styles
from annotator.exchange.readers.found import Found
from annotator.exchange.readers.lines import with_mark
from annotator.exchange.readers.markup import Element
from annotator.exchange.readers.package import Package
from annotator.exchange.readers.properties import metadata, of_properties
from annotator.exchange.readers.saying import dropped_of, notes_of


def read(data: bytes, _options: ReadOptions) -> ReadArticle:
    """The article in the bytes of a Word document.

    Raises the refusals of document_failures, or NothingVisible.
    """
    with Package(data) as package:
        return _read(Parts(package))


def _read(parts: Parts) -> ReadArticle:
    styles, found = Styles(parts.of_kind("styles")), Found()
    root = child(parts.main(), "w:body")
    if root is None:
        raise DamagedDocument
    body = Body(styles, found)
    lines = body.lines(root)
    lines += _below(parts, body, found)
    aside = [line for kind in ("header", "footer") for line in _aside(parts, styles, kind)]
    comments = _comments(parts, styles, found)
    said = of_properties(parts.core_properties())
    return ReadArticle(
        "\n".join(lines),
        metadata(said, lines, body.titles, found.language(styles.language)),
        notes_of(found, len(comments)),
        dropped_of(found.contents, found.hidden, aside, comments),
    )


def _below(parts: Parts, body: Body, found: Found) -> list[str]:
    """The footnotes and endnotes that the text refers to, in the order in which it does."""
    if not found.notes:
        return []
    there = {
        kind: _by_id(parts.of_kind(f"{kind}s"), f"w:{kind}") for kind in ("footnote", "endnote")
    }
    lines: list[str] = []
    for number, (kind, id_) in enumerate(tuple(found.notes), 1):
        if id_ in there[kind]:
            lines += with_mark(f"[{number}]", body.lines(there[kind][id_]))
    return lines


def _aside(parts: Parts, styles: Styles, kind: str) -> list[str]:
    return [line for root in parts.of_kind(kind) for line in Body(styles, Found()).lines(root)]


def _comments(parts: Parts, styles: Styles, found: Found) -> list[str]:
    """The comments on what is in the text, each as one paragraph."""
    there = _by_id(parts.of_kind("comments"), "w:comment")
    wanted = [there[id_] for id_ in dict.fromkeys(found.comments) if id_ in there]
    return [" ".join(Body(styles, Found()).lines(one)) for one in wanted]


def _by_id(roots: list[Element], name: str) -> dict[str, Element]:
    return {
        attribute(one, "w:id") or "": one
        for root in roots
        for one in root
        if short(one.tag) == name
    }
