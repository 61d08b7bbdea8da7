"""What a document's styles say of its text: what is hidden, what is a title, its language."""

from annotator.exchange.readers.markup import Element
from annotator.exchange.readers.odt.names import attribute, child, short
from annotator.exchange.readers.style_tree import StyleTree


class Styles:
    """The styles by family and name."""

    def __init__(self, trees: list[Element]) -> None:
        self.language = ""
        self._tree = StyleTree[tuple[str, str]]()
        for root in trees:
            for name in ("office:styles", "office:automatic-styles"):
                for style in () if (group := child(root, name)) is None else group:
                    self._take(style)

    def hides(self, family: str, name: str | None) -> bool:
        """Whether text of a style is not shown."""
        return self._tree.hides((family, name or ""))

    def is_title(self, name: str | None) -> bool:
        """Whether a paragraph of that style is the title of the document."""
        return ("paragraph", "Title") in self._tree.line(("paragraph", name or ""))

    def _take(self, style: Element) -> None:
        family, name = attribute(style, "style:family") or "", attribute(style, "style:name") or ""
        properties = child(style, "style:text-properties")
        if short(style.tag) == "style:default-style":
            if family == "paragraph" and properties is not None:
                self.language = _language(properties)
            return
        based = attribute(style, "style:parent-style-name")
        display = None if properties is None else attribute(properties, "text:display")
        self._tree.add(
            (family, name),
            (family, based) if based else None,
            None if display is None else display == "none",
        )


def _language(properties: Element) -> str:
    parts = (attribute(properties, "fo:language"), attribute(properties, "fo:country"))
    return "-".join(one for one in parts if one and one != "none")
