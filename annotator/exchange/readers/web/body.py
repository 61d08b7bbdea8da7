"""Which lines of a page are its article.

Three witnesses are heard. trafilatura, which knows more about sites than anybody, names the lines
it would take. The page's own data for search engines often holds the whole article. And the lines
themselves: where they stand, how they are marked up, what they say. trafilatura finds nearly all of
an article and a little too much; so what it found is cleaned line by line, and what stands among
the paragraphs that it found, like them, is taken as well.
"""

import logging
from collections import Counter

from annotator.exchange.readers.web.blocks import Block, Element, key_of
from annotator.exchange.readers.web.clutter import (
    begins_comments,
    is_clutter,
    is_marked,
    is_mostly_links,
    is_of_comments,
)
from annotator.exchange.readers.web.column import (
    around,
    home,
    in_column,
    is_paragraph,
    is_short,
    look,
)

_UNIQUE = 24
"""Letters in a row that do not come twice by chance."""
_MOST_MARKED = 0.4
"""An element with more of the article in it is the article, whatever its class is called."""
_MOST_COMMENTS = 0.85
"""The same of an element with comments: a paper calls its opinions so, and puts all in it."""
_MOST_BEFORE = 0.5
"""With more of what was found before the first sentence, the article is of lines without one."""
_FEWEST_SMALL = 2
"""Words in small letters, which a lead has and a kicker, a name or a time has not."""
_AGREED = 0.5
"""So much of what was found must be in the page's own data, else that is about something else."""


def body_of(
    root: Element, blocks: list[Block], own: str, title: str, summaries: frozenset[str]
) -> list[Block]:
    """The article in a page's lines, without its headline.

    `own` is what the page's data says that the article is, else "", and `summaries` are the keys of
    how it is described there. Without a recognisable article, everything that shows is kept, but
    for buttons.
    """
    found = _located(blocks, _found_by_trafilatura(root))
    if not any(found):
        return [block for block in blocks if block.element.tag != "button"]
    found = _agreed(blocks, found, key_of(own))
    headline = key_of(title)
    marked = _marked(blocks, found)
    keep = [
        taken and not aside and not is_clutter(block) and (block.key != headline or not headline)
        for block, taken, aside in zip(blocks, found, marked, strict=True)
    ]
    keep = in_column(blocks, _before_comments(blocks, keep), marked)
    keep = _with_lead(blocks, _begun(blocks, keep), marked, summaries - {headline})
    keep = _with_lists(blocks, keep, marked)
    if not any(keep):
        keep = found
    return [block for block, kept in zip(blocks, keep, strict=True) if kept]


def _found_by_trafilatura(root: Element) -> str:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction

    found = bare_extraction(root, include_comments=False, include_tables=True)
    return str(getattr(found, "text", None) or "")


def _located(blocks: list[Block], text: str) -> list[bool]:
    """Which lines are in a text: long ones anywhere, short ones as a line, between long ones."""
    whole = key_of(text)
    lines = {key_of(line) for line in text.split("\n")}
    keys = [block.key for block in blocks]
    times = Counter(keys)
    sure = [len(key) >= _UNIQUE and key in whole for key in keys]
    first = sure.index(True) if any(sure) else 0
    last = len(sure) - 1 - sure[::-1].index(True) if any(sure) else len(sure) - 1
    return [
        certain or (key in lines and bool(key) and (times[key] == 1 or first <= place <= last))
        for place, (key, certain) in enumerate(zip(keys, sure, strict=True))
    ]


def _agreed(blocks: list[Block], found: list[bool], own: str) -> list[bool]:
    """With what the page's own data has beside it, and without what comes after its end.

    `own` is the key of what the data says the article is: often a summary or cut short, so it is
    believed only where it is about what was found.
    """
    hits = [len(block.key) >= _UNIQUE and block.key in own for block in blocks]
    whole = _length(blocks, found)
    both = _length(blocks, [all(said) for said in zip(found, hits, strict=True)])
    if both < _AGREED * whole:
        return found
    last = max(number for number, hit in enumerate(hits) if hit)
    is_whole = blocks[last].key.endswith(own[-_UNIQUE:])
    return [
        hit or (taken and not (is_whole and number > last))
        for number, (taken, hit) in enumerate(zip(found, hits, strict=True))
    ]


def _marked(blocks: list[Block], found: list[bool]) -> list[bool]:
    """Which lines stand in an element that says it is something else than the article.

    Elements are taken together by tag and class: a paper may mark each paragraph "subscribers".
    """
    inside: Counter[str] = Counter()
    for block, taken in zip(blocks, found, strict=True):
        if taken:
            for kind in {look(element) for element in around(block)}:
                inside[kind] += len(block.text)
    whole = _length(blocks, found)
    known: dict[Element, bool] = {}

    def is_aside(element: Element) -> bool:
        if element not in known:
            most = _MOST_COMMENTS if is_of_comments(element) else _MOST_MARKED
            known[element] = inside[look(element)] < most * whole and is_marked(element)
        return known[element]

    return [any(is_aside(element) for element in around(block)) for block in blocks]


def _before_comments(blocks: list[Block], keep: list[bool]) -> list[bool]:
    """Without what comes after the line that begins the readers' comments.

    In a bar amid the article the same words are a link; then the article's paragraphs go on in
    the elements that they stood in.
    """
    kept = [n for n, taken in enumerate(keep) if taken and is_paragraph(blocks[n])]
    for number, block in enumerate(blocks):
        if number <= sum(kept[1:2]) or not begins_comments(block):
            continue
        before = {home(blocks[n]) for n in kept if n < number}
        if len(kept) > 1 and not any(home(blocks[n]) in before for n in kept if n > number):
            return keep[:number] + [False] * (len(keep) - number)
    return keep


def _begun(blocks: list[Block], keep: list[bool]) -> list[bool]:
    """Without the short lines before the first sentence: a kicker, names, a time.

    A heading that stands where the sentence stands is the article's own, and so is a lead and a
    quotation.
    """
    sentences = (n for n, kept in enumerate(keep) if kept and not is_short(blocks[n]))
    first = next(sentences, 0)
    there = home(blocks[first]) if blocks else None

    def is_before(number: int, block: Block) -> bool:
        own = home(block) is there and (block.kind in ("heading", "quote") or _is_lead(block))
        return number < first and is_short(block) and not own

    begun = [kept and not is_before(n, blocks[n]) for n, kept in enumerate(keep)]
    return begun if _length(blocks, begun) > _MOST_BEFORE * _length(blocks, keep) else keep


def _is_lead(block: Block) -> bool:
    small = sum(word[:1].islower() for word in block.text.split())
    return block.kind == "paragraph" and small >= _FEWEST_SMALL and not is_mostly_links(block)


def _with_lead(
    blocks: list[Block], keep: list[bool], marked: list[bool], summaries: frozenset[str]
) -> list[bool]:
    """With the line above the article that its page gives as its summary."""
    first = keep.index(True) if any(keep) else 0
    leads = [
        number
        for number, block in enumerate(blocks[:first])
        if block.key in summaries
        and len(block.key) >= _UNIQUE
        and not (marked[number] or is_clutter(block))
    ]
    return [kept or number in leads[-1:] for number, kept in enumerate(keep)]


def _length(blocks: list[Block], keep: list[bool]) -> int:
    return sum(len(block.text) for block, kept in zip(blocks, keep, strict=True) if kept)


def _with_lists(blocks: list[Block], keep: list[bool], marked: list[bool]) -> list[bool]:
    """With all items of a list that a kept line leads up to with a colon, be they links."""
    keep = list(keep)
    for number in range(1, len(blocks)):
        before, block = blocks[number - 1], blocks[number]
        if block.kind == "item" and keep[number - 1] and not marked[number]:
            leads = before.text.endswith((":", "："))
            keep[number] |= leads or (before.kind == "item" and home(before) is home(block))
    return keep
