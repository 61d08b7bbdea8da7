"""What a page says of itself for search engines: the article among its JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any

from annotator.exchange.readers.web.blocks import Element

Data = dict[str, Any]

_ARTICLE = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|Report|Review|.*:Article)\Z")
_WRAPPED = re.compile(
    r"\A\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)?\s*(.*?)\s*(?:-->|//\]\]>|\]\]>)?;?\s*\Z", re.DOTALL
)
_MOST = 2_000_000
"""Characters of one script; more is the whole site's data."""


def article_data(root: Element) -> Data:
    """The first object of an article's type, else {}."""
    objects = [one for script in _scripts(root) for one in _objects(script)]
    return next((one for one in objects if _is_article(one)), {})


def text_in(value: object) -> str:
    """The words of a value that may be a text, an object with a name, or a list of them."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return text_in(value.get("name") or value.get("@value") or value.get("@id") or "")
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(text_in, value))))
    return ""


def _scripts(root: Element) -> Iterator[str]:
    for script in root.iter("script"):
        kind = (script.get("type") or "").casefold()
        if "ld+json" in kind and script.text and len(script.text) <= _MOST:
            yield script.text


def _objects(script: str) -> Iterator[Data]:
    """Each object in a script, the outer before the inner, without what it merely mentions."""
    wrapped = _WRAPPED.match(script)
    try:
        found = json.loads(wrapped[1] if wrapped else script, strict=False)
    except (ValueError, RecursionError):
        return
    waiting = [found]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one
        elif isinstance(one, dict):
            yield one
            waiting += [
                one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one
            ]


def _is_article(one: Data) -> bool:
    kinds = one.get("@type")
    several = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.match(kind) for kind in several)
