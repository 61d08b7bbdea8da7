"""What a document's styles say of its text: which of it is hidden, and its language."""

from annotator.exchange.readers.docx.names import attribute, child, is_on, short
from annotator.exchange.readers.markup import Element

_DEEPEST = 20
"""Styles that build on each other; in a circle, where somebody made the file by hand."""


class Styles:
    """The styles by their ids."""

    def __init__(self, trees: list[Element]) -> None:
        """Take the trees of the styles' parts; a document need not have one."""
        self.language = ""
        self._hides: dict[str, bool] = {}
        self._based: dict[str, str] = {}
        for root in trees:
            self._take(root)

    def hides(self, style: str | None) -> bool:
        """Whether text of a style is not shown."""
        for _deep in range(_DEEPEST):
            if style is None:
                break
            if style in self._hides:
                return self._hides[style]
            style = self._based.get(style)
        return False

    def _take(self, root: Element) -> None:
        language = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
        if language is not None:
            self.language = attribute(language, "w:val") or ""
        for style in root:
            id_ = attribute(style, "w:styleId")
            if short(style.tag) != "w:style" or id_ is None:
                continue
            vanish = child(style, "w:rPr", "w:vanish")
            if vanish is not None:
                self._hides[id_] = is_on(vanish)
            based = child(style, "w:basedOn")
            if based is not None:
                self._based[id_] = attribute(based, "w:val") or ""
