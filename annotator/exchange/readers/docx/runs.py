"""Runs: the pieces of a paragraph that look alike, and everything that stands between them."""

from annotator.exchange.readers.docx import symbols
from annotator.exchange.readers.docx.fields import Fields
from annotator.exchange.readers.docx.names import attribute, child, is_on, short
from annotator.exchange.readers.docx.styles import Styles
from annotator.exchange.readers.formulas import plain
from annotator.exchange.readers.found import Found
from annotator.exchange.readers.lines import BREAK
from annotator.exchange.readers.markup import Element
from annotator.exchange.readers.passage import Passage

_AROUND = frozenset(
    (
        "w:hyperlink",
        "w:ins",
        "w:moveTo",
        "w:smartTag",
        "w:customXml",
        "w:fldSimple",
        "w:dir",
        "w:bdo",
    )
)
"""What only stands around runs."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": BREAK,
    "w:cr": BREAK,
    "w:noBreakHyphen": "\u2011",
}
_REFERENCES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_SHAPES = frozenset(("w:drawing", "w:pict", "w:object"))


def chosen(element: Element) -> Element | None:
    """The one branch to read of what is written twice, for newer programs and for older ones."""
    newer = child(element, "mc:Choice")
    return child(element, "mc:Fallback") if newer is None else newer


def content(control: Element) -> Element | None:
    """What a content control holds; a prompt that nobody has filled in is nothing."""
    prompt = child(control, "w:sdtPr", "w:showingPlcHdr")
    return None if prompt is not None and is_on(prompt) else child(control, "w:sdtContent")


class Runs(Passage):
    """The text of one paragraph, and the boxes that hang on it."""

    def __init__(self, styles: Styles, found: Found, fields: Fields, hidden: bool) -> None:
        super().__init__()
        self._styles, self._found, self._fields = styles, found, fields
        self._is_hidden = hidden

    def read(self, element: Element) -> None:
        """Take in everything within an element."""
        for one in element:
            self._one(one, short(one.tag))

    def _one(self, one: Element, name: str) -> None:
        if name == "w:r":
            self._run(one)
        elif name in _AROUND:
            self._found.tracked += name in ("w:ins", "w:moveTo")
            self.read(one)
        elif name in ("w:del", "w:moveFrom"):
            self._found.tracked += 1
        elif name in ("w:sdt", "mc:AlternateContent"):
            inside = (content if name == "w:sdt" else chosen)(one)
            if inside is not None:
                self.read(inside)
        elif name in ("m:oMath", "m:oMathPara"):
            self.add(plain(one))

    def _run(self, run: Element) -> None:
        hidden = self._hides(run)
        self._found.languages[_language(run)] += sum(len(one.text or "") for one in run)
        for one in run:
            self._part(one, short(one.tag), hidden)

    def _part(self, one: Element, name: str, hidden: bool) -> None:
        if name in _SHAPES:
            self._look_for_boxes(one, hidden)
        elif name == "mc:AlternateContent":
            inside = chosen(one)
            for part in () if inside is None else inside:
                self._part(part, short(part.tag), hidden)
        elif name == "w:ruby":  # the word itself, without how it is read
            base = child(one, "w:rubyBase")
            if base is not None:
                self.read(base)
        elif name == "w:fldChar":
            self._fields.mark(attribute(one, "w:fldCharType"))
        elif not self._fields.hide:
            self.add(self._text(one, name), hidden)

    def _text(self, one: Element, name: str) -> str:
        if name == "w:t":
            text = one.text or ""
            return text if one.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
        if name == "w:sym":
            return symbols.character(attribute(one, "w:font"), attribute(one, "w:char"))
        if name in _REFERENCES and attribute(one, "w:customMarkFollows") is None:
            return self._found.note(_REFERENCES[name], attribute(one, "w:id") or "")
        if name == "w:commentReference":
            self._found.comments.append(attribute(one, "w:id") or "")
        return _CHARACTERS.get(name, "")

    def _hides(self, run: Element) -> bool:
        properties = child(run, "w:rPr")
        if properties is None:
            return self._is_hidden
        vanish = child(properties, "w:vanish")
        if vanish is not None:
            return is_on(vanish)
        style = child(properties, "w:rStyle")
        named = None if style is None else attribute(style, "w:val")
        return self._is_hidden or self._styles.hides(named)

    def _look_for_boxes(self, shape: Element, hidden: bool) -> None:
        waiting = [shape]
        while waiting:
            one = waiting.pop()
            name = short(one.tag)
            if name == "w:txbxContent":
                self.add_box(one, hidden)
            elif name == "mc:AlternateContent":
                inside = chosen(one)
                waiting += [] if inside is None else [inside]
            else:
                waiting += reversed(one)


def _language(run: Element) -> str:
    """The language that a run is marked as being of; Word marks what it has recognised."""
    marked = child(run, "w:rPr", "w:lang")
    return "" if marked is None else attribute(marked, "w:val") or ""
