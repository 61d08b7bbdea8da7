"""The parts of an OpenDocument text, whether they are packed together or lie flat in one file."""

from posixpath import normpath

from annotator.exchange.readers.document_failures import DamagedDocument, LockedDocument
from annotator.exchange.readers.markup import Element, tree
from annotator.exchange.readers.odt.names import child
from annotator.exchange.readers.package import Package

_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_LOCK = b"encryption-data"
_WHOLE = "encrypted-package"
"""The one part of a document that is encrypted as a whole."""


class Parts:
    """The trees of a document; in a flat one all of them are the same."""

    def __init__(self, data: bytes) -> None:
        """Look for them. Raises the refusals of document_failures, or NothingVisible."""
        flat = data.lstrip()[:1] == b"<"
        self._flat: Element | None = tree(data) if flat else None
        self._package = None if flat else _unlocked(Package(data))
        self._read: dict[str, Element | None] = {}

    def text(self) -> Element:
        """The element that holds the text. Raises DamagedDocument."""
        found = child(self.content(), "office:body", "office:text")
        if found is None:
            raise DamagedDocument
        return found

    def content(self) -> Element:
        """The tree with the text."""
        root = self._part(_CONTENT)
        if root is None:
            raise DamagedDocument
        return root

    def styles(self) -> list[Element]:
        """The trees with styles."""
        return [root for root in (self._part(_STYLES), self.content()) if root is not None]

    def properties(self) -> Element | None:
        """What the document says of itself."""
        root = self._part(_META)
        return None if root is None else child(root, "office:meta")

    def embedded(self, place: str) -> Element | None:
        """The tree of a document within this one, such as a formula."""
        return None if self._flat is not None else self._part(normpath(f"{place}/{_CONTENT}"))

    def _part(self, name: str) -> Element | None:
        if self._package is None:
            return self._flat
        if name not in self._read:
            data = self._package.part_if_there(name)
            self._read[name] = None if data is None else tree(data)
        return self._read[name]


def _unlocked(package: Package) -> Package:
    manifest = package.part_if_there("META-INF/manifest.xml") or b""
    if _LOCK in manifest or _WHOLE in package:
        raise LockedDocument
    return package
