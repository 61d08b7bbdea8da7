"""Footnotes of a page: a mark that leads to a note, and the note that leads back.

Word processors and pandoc save them so, and papers that have any. The marks are put into brackets
and the notes taken out, to stand below the text as those of a document do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from annotator.exchange.readers.web.blocks import Element, blocks_of, is_inline, names

_NAMED = re.compile(r"foot-?note|end-?note|fn|ftn|note-?ref", re.IGNORECASE)
_LONGEST = 5
"""Characters of a mark: "12", "[a]", "***"."""
_MOST = 500
"""Marks; with more it is a book, or made to keep us."""
_ITEMS = names("li div dd aside")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note, by the mark that stands in the text, in brackets; its lines begin with the mark."""

    mark: str
    lines: list[str]


def footnotes(root: Element) -> list[Footnote]:
    """The notes of a page, in the order of their marks; the tree is without them afterwards."""
    places = {name: one for one in root.iter() for name in (one.get("id"), one.get("name")) if name}
    marks = [(mark, places[target]) for mark, target in _marks(root) if target in places]
    if len(marks) > _MOST:
        return []
    targets = {target for _mark, target in marks}
    found: dict[Element, Footnote] = {}
    for mark, target in marks:
        note = _around(target, targets)
        if note not in found:
            back = _way_back(note, mark, places)
            if back is None:
                continue
            back.set("hidden", "")
            sign = f"[{_text(mark)}]"
            found[note] = Footnote(sign, _lines(note, sign))
        mark[:], mark.text, mark.tag = [], found[note].mark, "span"
    for note in found:
        note.set("hidden", "")
    return list(found.values())


def _marks(root: Element) -> Iterator[tuple[Element, str]]:
    """The links that may be marks, with the name that they lead to."""
    for link in root.iter("a"):
        target = (link.get("href") or "").strip()
        said = " ".join(filter(None, map(link.get, ("href", "class", "role", "id", "name"))))
        if target.startswith("#") and _NAMED.search(said) and 0 < len(_text(link)) <= _LONGEST:
            yield link, target[1:]


def _text(link: Element) -> str:
    return "".join(link.itertext()).strip().strip("[]()")


def _around(target: Element, targets: set[Element]) -> Element:
    """The whole note around the place that a mark leads to, and no other note."""
    note = target
    while is_inline(note.tag) and note.getparent() is not None:
        note = note.getparent()
    while (parent := note.getparent()) is not None and parent.tag in _ITEMS:
        named = _NAMED.search(parent.get("id") or parent.get("class") or "")
        if (len(parent) > 1 and not named) or sum(one in targets for one in parent.iter()) > 1:
            break
        note = parent
    return note


def _way_back(note: Element, mark: Element, places: dict[str, Element]) -> Element | None:
    """The link in a note to where its mark is."""
    around = takewhile(lambda one: is_inline(one.tag), mark.iterancestors())
    here = [mark, *mark.iterdescendants(), *around]
    links = (link for link in note.iter("a") if (link.get("href") or "").startswith("#"))
    return next((link for link in links if places.get(link.get("href")[1:]) in here), None)


def _lines(note: Element, sign: str) -> list[str]:
    first, *rest = [block.text for block in blocks_of(note)] or [""]
    return [f"{sign} {first}".rstrip(), *rest]
