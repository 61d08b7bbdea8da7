"""The text of one paragraph: its pieces, the boxes that hang on it, and what it hides."""

import re

from annotator.exchange.readers.formulas import plain
from annotator.exchange.readers.found import Found
from annotator.exchange.readers.lines import BREAK
from annotator.exchange.readers.markup import Element
from annotator.exchange.readers.odt.names import attribute, child, short
from annotator.exchange.readers.odt.parts import Parts
from annotator.exchange.readers.odt.styles import Styles
from annotator.exchange.readers.passage import Passage

_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
"""One element says how many spaces it stands for."""
_CHARACTERS = {"text:tab": "\t", "text:line-break": BREAK}
_UNREAD = frozenset(
    {
        *("text:ruby-text", "text:script", "text:placeholder"),
        *("svg:title", "svg:desc", "office:binary-data"),
    }
)
"""Prompts that nobody has filled in, programs, and words for those who do not see a picture."""
_SHAPES = frozenset(
    ("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:path")
)


class Pieces(Passage):
    """Reads one paragraph; notes and comments on the way are put into `notes` and `comments`."""

    def __init__(self, parts: Parts, styles: Styles, found: Found) -> None:
        super().__init__()
        self._parts, self._styles, self._found = parts, styles, found
        self._hiding = 0
        self.notes: list[Element] = []
        self.comments: list[Element] = []
        self.is_hidden = False

    def read(self, element: Element) -> None:
        """Take in the text of an element and of everything within it."""
        self._take(element.text)
        for one in element:
            self._one(one, short(one.tag))
            self._take(one.tail)

    def _one(self, one: Element, name: str) -> None:
        if name == "text:s":
            number = attribute(one, "text:c") or "1"
            self._add(" " * min(int(number) if number.isdecimal() else 1, _MOST_SPACES))
        elif name in _CHARACTERS:
            self._add(_CHARACTERS[name])
        elif name == "text:note":
            self._note(one)
        elif name == "office:annotation":
            self.comments.append(one)
        elif name in _SHAPES:
            self.add_box(one, self._hiding > 0)
        elif name == "draw:object":
            self._add(self._formula(one))
        elif name in ("text:hidden-text", "text:hidden-paragraph"):
            self._hide(one, name)
        elif name not in _UNREAD:
            self._within(one, name)

    def _within(self, one: Element, name: str) -> None:
        hides = name == "text:span" and self._styles.hides(
            "text", attribute(one, "text:style-name")
        )
        self._hiding += hides
        self.read(one)
        self._hiding -= hides

    def _take(self, text: str | None) -> None:
        """Text as markup: any white space is one space, and none where one was before."""
        if not text:
            return
        plain = _SPACE.sub(" ", text)
        after_space = self.last(self._hiding > 0) in ("", " ", "\t", BREAK)
        self._add(plain.removeprefix(" ") if after_space else plain)

    def _add(self, text: str) -> None:
        self.add(text, self._hiding > 0)

    def _note(self, note: Element) -> None:
        body = child(note, "text:note-body")
        if body is not None:
            self._add(self._found.note("note", str(len(self._found.notes))))
            self.notes.append(body)

    def _hide(self, one: Element, name: str) -> None:
        hidden = attribute(one, "text:is-hidden") == "true"
        if name == "text:hidden-paragraph":
            self.is_hidden |= hidden
        elif not hidden:
            self._take("".join(one.itertext()))

    def _formula(self, one: Element) -> str:
        """A formula as people type it."""
        place = attribute(one, "xlink:href")
        root = self._parts.embedded(place) if place else child(one, "math:math")
        return "" if root is None or short(root.tag) != "math:math" else plain(root)
