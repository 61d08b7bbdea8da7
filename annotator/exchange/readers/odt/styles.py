"""What a document's styles say of its text: what is hidden, what is a title, its language."""

from annotator.exchange.readers.markup import Element
from annotator.exchange.readers.odt.names import attribute, child, short

_DEEPEST = 20
"""Styles that build on each other; in a circle, where somebody made the file by hand."""


class Styles:
    """The styles by family and name."""

    def __init__(self, trees: list[Element]) -> None:
        self.language = ""
        self._hides: dict[tuple[str, str], bool] = {}
        self._based: dict[tuple[str, str], str] = {}
        for root in trees:
            for name in ("office:styles", "office:automatic-styles"):
                for style in () if (group := child(root, name)) is None else group:
                    self._take(style)

    def hides(self, family: str, name: str | None) -> bool:
        """Whether text of a style is not shown."""
        return any(self._hides.get((family, one), False) for one in self._line(family, name))

    def is_title(self, name: str | None) -> bool:
        """Whether a paragraph of that style is the title of the document."""
        return "Title" in self._line("paragraph", name)

    def _line(self, family: str, name: str | None) -> list[str]:
        """A style and those that it builds on."""
        line: list[str] = []
        while name and len(line) < _DEEPEST:
            line.append(name)
            name = self._based.get((family, name))
        return line

    def _take(self, style: Element) -> None:
        family, name = attribute(style, "style:family") or "", attribute(style, "style:name") or ""
        properties = child(style, "style:text-properties")
        if short(style.tag) == "style:default-style":
            if family == "paragraph" and properties is not None:
                self.language = _language(properties)
            return
        based = attribute(style, "style:parent-style-name")
        if based:
            self._based[family, name] = based
        if properties is not None and attribute(properties, "text:display") == "none":
            self._hides[family, name] = True


def _language(properties: Element) -> str:
    parts = (attribute(properties, "fo:language"), attribute(properties, "fo:country"))
    return "-".join(one for one in parts if one and one != "none")
