"""What no parser can be given: counted in the page's characters before it is parsed.

20,000 elements in each other or 50,000 attributes in one cost every parser seconds or its stack.
One pass of a regular expression that never goes back finds them in any page.
"""

import re
from collections import Counter

from annotator.exchange.readers.web.blocks import names
from annotator.model.failure import Refusal
from annotator.words import _

DEEPEST = 400
"""Elements within each other; a page of a newspaper has 50."""
MOST_ATTRIBUTES = 1_000
"""On one element."""
MOST_ELEMENTS = 250_000
"""In a page; the longest pages of newspapers have 20,000."""

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title)\b[^>]*(?:>.*?(?:</(?P=raw)|\Z)|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?P<rest>[^>]*)",
    re.DOTALL | re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"?|\'[^\']*\'?')
_ENDS_ITSELF = names(
    "area base br col embed hr img input link meta param source track wbr "  # void
    "p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt html head body"
)
"""Elements that need no end tag: a page may leave them open a thousand times."""


class TooComplicated(Refusal):
    """Markup that no article needs, made to stop whoever reads it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Its markup is too deeply nested or too large for an article, so it was not added: "
                "copy the article’s text in the browser and paste it."
            )
        )


def refuse_too_complicated(markup: str) -> None:
    """Raises TooComplicated; the time is in proportion to the length."""
    open_: list[str] = []
    count: Counter[str] = Counter()
    elements = 0
    for tag in _MARKUP.finditer(markup):
        name = tag["name"]
        if name is None:
            continue
        elements += 1
        if elements > MOST_ELEMENTS or _has_too_many_attributes(tag["rest"]):
            raise TooComplicated
        name = name.lower()
        if name not in _ENDS_ITSELF and not tag["rest"].endswith("/"):
            _open_or_close(name, bool(tag["end"]), open_, count)
        if len(open_) > DEEPEST:
            raise TooComplicated


def _open_or_close(name: str, ends: bool, open_: list[str], count: Counter[str]) -> None:
    if not ends:
        open_.append(name)
        count[name] += 1
        return
    while count[name]:  # an end tag also ends what was left open inside
        last = open_.pop()
        count[last] -= 1
        if last == name:
            break


def _has_too_many_attributes(rest: str) -> bool:
    if len(rest) < MOST_ATTRIBUTES:
        return False
    return len(_QUOTED.sub('""', rest).replace("=", " ").split()) > 2 * MOST_ATTRIBUTES
