"""Read a web page: decode it, parse it once, find its article, and say what was left out."""

from dataclasses import replace

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.refusing import NothingVisible
from annotator.exchange.readers.saying import footnotes_below
from annotator.exchange.readers.web.archived import is_archived, unpacked
from annotator.exchange.readers.web.blocks import Block, Element, blocks_of, key_of
from annotator.exchange.readers.web.body import body_of
from annotator.exchange.readers.web.decoding import decoded_page
from annotator.exchange.readers.web.footnotes import Footnote, footnotes
from annotator.exchange.readers.web.metadata import clean, metadata_of, summaries
from annotator.exchange.readers.web.parsing import tree_of
from annotator.exchange.readers.web.structured import article_data, text_in
from annotator.model.text import canonical, is_empty
from annotator.words import _

_SCARCE = 200
"""Characters of an article in a page that is filled by a script; its data may hold the rest."""


def read(data: bytes, options: ReadOptions) -> ReadArticle:
    """The article in a web page.

    Raises the refusals of encodings.decode, TooComplicated or NothingVisible.
    """
    if is_archived(data):
        data, options = unpacked(data, options)
    decoded = decoded_page(data, options.encoding, options.declared)
    notes: tuple[str, ...] = ()
    if not decoded.sure:
        note = _(
            "The page is not written in the encoding that it names; it was read as {encoding}."
        )
        notes = (note.format(encoding=decoded.encoding),)
    return of_markup(decoded.text, options.address, notes)


def of_markup(markup: str, fetched_from: str = "", notes: tuple[str, ...] = ()) -> ReadArticle:
    """The article in a page's characters; raises TooComplicated or NothingVisible."""
    root = tree_of(markup)
    if root is None:
        raise NothingVisible
    data = article_data(root)
    found = footnotes(root)
    blocks = blocks_of(root)
    metadata = metadata_of(root, data, {block.key for block in blocks}, fetched_from)
    own = own_text(text_in(data.get("articleBody")))
    body = body_of(root, blocks, "\n".join(own), metadata.title, summaries(root, data))
    lines = [block.text for block in body]
    is_from_data = sum(map(len, lines)) < _SCARCE < len("".join(own))
    if is_from_data:
        lines = own
        notes += (
            _("The page shows no article; it was taken from the page’s data for search engines."),
        )
    if str(data.get("isAccessibleForFree")).rpartition("/")[2].casefold() == "false":
        notes += (
            _("The page says that it is for subscribers: part of the article may be missing."),
        )
    text = canonical("\n".join(_with_headline(metadata.title, lines)))
    if not lines or is_empty(text):
        raise NothingVisible
    dropped = _left_out(blocks, body, text)
    places = () if is_from_data else tuple(dropped.values())
    article = ReadArticle(text, metadata, notes, tuple(dropped), places)
    return _with_footnotes(article, found)


def _with_footnotes(article: ReadArticle, found: list[Footnote]) -> ReadArticle:
    """With the notes below the text whose marks are in it; the others were left out with them."""
    below = [line for note in found if note.mark in article.text for line in note.lines]
    others = ["\n".join(note.lines) for note in found if note.mark not in article.text]
    end = article.text.count("\n") + 1
    return replace(
        article,
        text="\n".join([article.text, *map(canonical, below)]),
        notes=(*article.notes, footnotes_below()) if below else article.notes,
        dropped=(*article.dropped, *others),
        places=(*article.places, *(end for _one in others)) if article.places else (),
    )


def own_text(article_body: str) -> list[str]:
    """The paragraphs of what a page's data says its article is; some hold markup, some entities."""
    if "<" in article_body and ">" in article_body:
        root: Element = tree_of(f"<div>{article_body}</div>")
        return [block.text for block in blocks_of(root)] if root is not None else []
    return [line for line in map(clean, article_body.splitlines()) if line]


def _with_headline(title: str, lines: list[str]) -> list[str]:
    """The headline is the first line, once."""
    if not title or not lines or key_of(lines[0]) == key_of(title):
        return lines
    return [title, *lines]


def _left_out(blocks: list[Block], body: list[Block], text: str) -> dict[str, int]:
    """Every line that shows and is not in the text, each once: nothing goes without a word.

    With each goes how many lines of the text come before it.
    """
    keys = [key_of(line) for line in text.split("\n")]
    there, kept = set(keys), {id(block) for block in body}
    found, before = dict[str, int](), 0
    # The headline above the lines may stand in the page, or only in what the page says of itself.
    above = len(keys) - len(body)
    for block in blocks:
        if id(block) in kept:
            before += 1 + above
            above = 0
        elif above and block.key == keys[0]:
            before, above = above, 0
        elif not block.key or block.key not in there:
            found.setdefault(block.text, before)
    return found
