"""Markdown: a text whose first lines may say what it is, between "---" and "---" (YAML).

Only lines of a key and a value, and lists of them, are understood; a block of anything else is
text that somebody has put between two rules.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotator.exchange.readers import plain_text
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.refusing import NothingVisible
from annotator.exchange.readers.web.blocks import key_of
from annotator.exchange.readers.web.dates import iso_date
from annotator.exchange.readers.web.metadata import is_web_address
from annotator.model.article import Metadata
from annotator.model.text import is_empty

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST = 20_000
"""Code points of a block; longer ones are a text between two rules."""
_KEY = re.compile(r"([A-Za-z][\w.-]*)[ \t]*:(?:[ \t]+(.*))?\Z")
_MORE = re.compile(r"[ \t]+|-[ \t]|#|\Z")
"""How a line begins that is no key: it goes on with the one above, or is a remark."""
_REMARK = re.compile(r"(?:\A|[ \t])#[^\"']*\Z")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'")
_FOLDED = re.compile(r"[>|][+-]?\Z")
_NAME = re.compile(r"(?:name|given|literal)[ \t]*:[ \t]*(.*)\Z")

_TITLE = ("title", "headline")
_AUTHOR = ("author", "authors", "byline")
_DATE = ("date", "published", "pubdate")
_OUTLET = ("outlet", "publisher", "publication", "source")
_ADDRESS = ("url", "link", "source", "canonical", "canonical_url")
_LANGUAGE = ("lang", "language", "locale")
_KNOWN = frozenset((*_TITLE, *_AUTHOR, *_DATE, *_OUTLET, *_ADDRESS, *_LANGUAGE))


def read(data: bytes, options: ReadOptions) -> ReadArticle:
    """The article in the bytes of a Markdown file; its headline is the first line.

    What else is said of it is `dropped`. Raises what plain_text.read raises.
    """
    article = plain_text.read(data, options)
    block = _BLOCK.match(article.text[:_LONGEST])
    said = _said(block[1]) if block else {}
    if block is None or not said:
        return article
    body = article.text[block.end() :].strip("\n")
    if is_empty(body):
        raise NothingVisible
    metadata = _metadata(said)
    headline, first = metadata.title, body.split("\n", 1)[0]
    if headline and key_of(first) != key_of(headline):
        body = f"{headline}\n\n{body}"
    others = (f"{key}: {', '.join(values)}" for key, values in said.items() if key not in _KNOWN)
    return replace(article, text=body, metadata=metadata, dropped=tuple(others))


def _said(block: str) -> dict[str, list[str]]:
    """The values of each key; {} where a line is none of YAML's simple ones."""
    said: dict[str, list[str]] = {}
    key = ""
    for line in block.split("\n"):
        found = _KEY.match(line)
        if found:
            key = found[1].casefold()
            said[key] = list(_values(found[2] or ""))
        elif not _MORE.match(line) or (line.strip() and not key and not line.startswith("#")):
            return {}
        elif key and not line.startswith("#"):
            said[key] += _values(line.strip().removeprefix("-").strip())
    return said


def _values(written: str) -> Iterator[str]:
    """The values in what stands behind a key or in a line below it."""
    written = _REMARK.sub("", written).strip()
    quoted = _QUOTED.fullmatch(written)
    if quoted:
        double, single = quoted.groups()
        yield single.replace("''", "'") if double is None else double.replace('\\"', '"')
    elif written[:1] == "[" and written[-1:] == "]":
        for one in written[1:-1].split(","):
            yield from _values(one)
    elif written and not _FOLDED.match(written):
        name = _NAME.match(written)
        yield from _values(name[1]) if name else (written,)


def _metadata(said: dict[str, list[str]]) -> Metadata:
    def joined(keys: tuple[str, ...], by: str) -> str:
        return next((by.join(said[key]) for key in keys if said.get(key)), "")

    addresses = (one for key in _ADDRESS for one in said.get(key, ()))
    outlet = joined(_OUTLET, " ")
    return Metadata(
        title=joined(_TITLE, " "),
        outlet="" if is_web_address(outlet) else outlet,
        author=joined(_AUTHOR, ", "),
        date=iso_date(joined(_DATE, " ")),
        address=next(filter(is_web_address, addresses), ""),
        language=joined(_LANGUAGE, " "),
    )
