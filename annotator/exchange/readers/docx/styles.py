"""What a document's styles say of its text: which of it is hidden, and its language."""

from annotator.exchange.readers.docx.names import attribute, child, is_on, short
from annotator.exchange.readers.markup import Element
from annotator.exchange.readers.style_tree import StyleTree


class Styles:
    """The styles by their ids."""

    def __init__(self, trees: list[Element]) -> None:
        """Take the trees of the styles' parts; a document need not have one."""
        self.language = ""
        self._tree = StyleTree[str]()
        for root in trees:
            self._take(root)

    def hides(self, style: str | None) -> bool:
        """Whether text of a style is not shown."""
        return style is not None and self._tree.hides(style)

    def _take(self, root: Element) -> None:
        language = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
        if language is not None:
            self.language = attribute(language, "w:val") or ""
        for style in root:
            id_ = attribute(style, "w:styleId")
            if short(style.tag) != "w:style" or id_ is None:
                continue
            vanish = child(style, "w:rPr", "w:vanish")
            based = child(style, "w:basedOn")
            self._tree.add(
                id_,
                None if based is None else attribute(based, "w:val"),
                None if vanish is None else is_on(vanish),
            )
