"""What a page says about itself: its title, author, outlet, date, address and language.

Each is looked for where papers put it, the most deliberate place first: the data for search
engines (JSON-LD), the data for social networks (OpenGraph), the other `meta` elements, the page.
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from annotator.exchange.readers.web.blocks import Element, key_of
from annotator.exchange.readers.web.dates import iso_date
from annotator.exchange.readers.web.structured import Data, text_in
from annotator.model.article import Metadata

_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_AUTHORS = (
    "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "cxenseparse:author",
)  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "cre", "twitter:app:name:iphone")
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publication_date",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "ptime",
    "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_ADDRESSES = ("og:url", "twitter:url", "parsely-link")
_SUMMARIES = ("description", "og:description", "twitter:description", "dc.description")
_LANGUAGES = ("content-language", "og:locale", "dc.language", "language")

_SPACE = re.compile(r"\s+")
_BY = re.compile(r"(?:by|von|por|par|di|door|av|af)\s+", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])", re.IGNORECASE
)
_PARTS = re.compile(r"\s+[|–—\-·•»:]+\s+|\s*\|\s*")
_BYLINES = "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]"
_LONGEST_NAME = 80
_TWO = 2
_LONGEST = {"title": 500, "author": 300, "outlet": 200}
"""Characters; more is a text that stands in the wrong place."""


def metadata_of(root: Element, data: Data, shown: set[str], fetched_from: str = "") -> Metadata:
    """What the page says about itself.

    `data` is its JSON-LD, `shown` the keys of its lines, `fetched_from` where it came from.
    """
    meta = _meta(root)
    outlets = (*meta.each(_OUTLETS), text_in(data.get("publisher")))
    outlet = _first("outlet", tuple(_PARTS.split(one)[0] for one in outlets))
    title = _title(root, data, meta, shown, outlet)
    return Metadata(
        title=title,
        outlet=outlet or _beside(title, clean(root.findtext(".//title"))),
        author=_author(root, data, meta, outlet),
        date=_date(root, data, meta),
        address=_address(root, data, meta, fetched_from),
        language=_language(root, data, meta),
    )


def summaries(root: Element, data: Data) -> frozenset[str]:
    """The keys of how the page describes its article: often what stands below the headline."""
    said = (*_meta(root).each(_SUMMARIES), text_in(data.get("description")))
    return frozenset(map(key_of, said)) - {""}


class _Meta:
    """The `meta` elements of a page by their folded names."""

    def __init__(self) -> None:
        self._values: dict[str, list[str]] = {}

    def add(self, name: str, value: str) -> None:
        self._values.setdefault(name.casefold().strip(), []).append(value)

    def each(self, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield from self._values.get(name, ())


def _meta(root: Element) -> _Meta:
    found = _Meta()
    for element in root.iter("meta"):
        content = clean(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(attribute):
                found.add(element.get(attribute), content)
    return found


def clean(text: str | None) -> str:
    """A line of text; entities that were written twice are read twice."""
    return _SPACE.sub(" ", html.unescape(text or "")).strip()


def _first(field: str, candidates: tuple[str, ...]) -> str:
    for candidate in candidates:
        text = clean(candidate)
        if text and len(text) <= _LONGEST[field]:
            return text
    return ""


def _title(root: Element, data: Data, meta: _Meta, shown: set[str], outlet: str) -> str:
    """What is declared, where it shows on the page; else the page's only heading; else its title.

    What is declared may be shorter than the headline, or a tease; what shows is the article's.
    """
    every = (clean(one.text_content()) for one in root.iter("h1"))
    headings = [heading for heading in every if key_of(heading) not in ("", key_of(outlet))]
    keys = {key_of(heading): heading for heading in headings}
    declared = [clean(one) for one in (text_in(data.get("headline")), *meta.each(_TITLES))]
    page = clean(root.findtext(".//title"))
    every_part = [*declared, page, *sorted(_PARTS.split(page), key=len, reverse=True)]
    candidates = [one for one in every_part if key_of(one) not in ("", key_of(outlet))]
    on_top = (keys[key] for one in candidates if (key := key_of(one)) in keys)
    on_page = (one for one in candidates if key_of(one) in shown)
    alone = headings[:1] if len(headings) == 1 else []
    rest = (_without(outlet, one) for one in (*declared, *alone, page))
    return _first("title", (*on_top, *on_page, *rest))


def _beside(title: str, page: str) -> str:
    """The outlet, where a page's title is the headline and one more name."""
    parts = _PARTS.split(page)
    others = [part for part in parts if key_of(part) != key_of(title)]
    is_name = len(parts) == _TWO and len(others) == 1 and len(others[0]) <= _LONGEST_NAME // 2
    return others[0] if is_name else ""


def _without(outlet: str, title: str) -> str:
    """A title without the outlet's name at its end or its beginning."""
    parts = _PARTS.split(title)
    names = {key_of(outlet), *([key_of(outlet.removeprefix("The "))] if outlet else [])} - {""}
    if len(parts) > 1 and key_of(parts[-1]).split(".")[0] in names:
        return title[: title.rindex(parts[-1])].rstrip(" |–—-·•»:")
    if len(parts) > 1 and key_of(parts[0]) in names:
        return title[len(parts[0]) :].lstrip(" |–—-·•»:")
    return title


def _author(root: Element, data: Data, meta: _Meta, outlet: str) -> str:
    shown = ", ".join(list(dict.fromkeys(_bylines(root)))[:4])
    for one in (text_in(data.get("author")), *meta.each(_AUTHORS), shown):
        name = _BY.sub("", clean(one), count=1).strip(" ,;")
        is_address = name.startswith(("http", "/", "@", "www."))
        if (
            name
            and not is_address
            and key_of(name) != key_of(outlet)
            and len(name) <= _LONGEST["author"]
        ):
            return name
    return ""


def _bylines(root: Element) -> Iterator[str]:
    """Names that show: without a number, so without the time that often stands beside them."""
    for one in root.xpath(_BYLINES):
        text = clean(one.text_content())
        named = one.get("rel") == "author" or one.get("itemprop") == "author" or _BY.match(text)
        if named and 3 < len(text) <= _LONGEST_NAME and not re.search(r"\d", text):
            yield _BY.sub("", text, count=1)


def _date(root: Element, data: Data, meta: _Meta) -> str:
    marked = root.xpath("//*[@itemprop='datePublished']") + list(root.iter("time"))
    shown = [
        value for one in marked for value in (one.get("datetime"), one.get("content"), one.text)
    ]
    candidates = (
        text_in(data.get("datePublished")),
        *meta.each(_DATES),
        text_in(data.get("dateCreated")),
        *shown[:20],
        text_in(data.get("dateModified")),
    )
    return next(filter(None, map(iso_date, filter(None, candidates))), "")


def _address(root: Element, data: Data, meta: _Meta, fetched_from: str) -> str:
    links = [
        one.get("href")
        for one in root.iter("link")
        if (one.get("rel") or "").casefold() == "canonical"
    ]
    for one in (*links, *meta.each(_ADDRESSES), text_in(data.get("url"))):
        address = urljoin(fetched_from, clean(one)) if one else ""
        if is_web_address(address) and not (fetched_from and _is_front_page(address)):
            return address
    return fetched_from


def is_web_address(text: str) -> bool:
    """Whether it is the whole address of a page on the web."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _language(root: Element, data: Data, meta: _Meta) -> str:
    of_root = (
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or root.get("xml:lang")
        or next((body.get("lang") for body in root.iter("body")), None)
    )
    for one in (of_root, text_in(data.get("inLanguage")), *meta.each(_LANGUAGES)):
        found = _LANGUAGE.match((one or "").strip())
        if found:
            language, script, region = found.groups()
            parts = (language.lower(), script and script.title(), region and region.upper())
            return "-".join(filter(None, parts))
    return ""
