"""What an e-book's package document says: its chapters in order, and its title and author."""

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag

from annotator.exchange.readers.document_failures import DamagedDocument, ProtectedBook
from annotator.exchange.readers.markup import Element, Names, tree
from annotator.exchange.readers.package import Package
from annotator.exchange.readers.properties import believed_title
from annotator.model.article import Metadata

_NAMES = Names(
    {
        "urn:oasis:names:tc:opendocument:xmlns:container": "ocf",
        "http://www.idpf.org/2007/opf": "opf",
        "http://openebook.org/namespaces/oeb-package/1.0/": "opf",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://www.w3.org/2001/04/xmlenc#": "enc",
    }
)
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""How fonts are scrambled in books that anybody may read."""
_TEXT = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=\Z|T)")
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the book; an `aside`, such as the table of contents, is no part of its text."""

    name: str
    aside: bool


class Book:
    """An opened package document."""

    def __init__(self, package: Package) -> None:
        """Find it. Raises DamagedDocument, ProtectedBook, and what Package.part raises."""
        container = tree(package.part("META-INF/container.xml"))
        places = [one.get("full-path") for one in container.iter() if _local(one) == "rootfile"]
        if not places or not places[0]:
            raise DamagedDocument
        self._folder = dirname(places[0])
        self._root = tree(package.part(normpath(places[0])))
        self._locked = _locked(package)

    def chapters(self) -> list[Chapter]:
        """The chapters with text, in order. Raises ProtectedBook when one is encrypted."""
        items = {item.get("id"): item for item in self._within("manifest")}
        contents = {
            self._place(one.get("href", ""))
            for one in self._within("guide")
            if one.get("type") == "toc"
        }
        found: list[Chapter] = []
        for reference in self._within("spine"):
            item = items.get(reference.get("idref"))
            if item is None or item.get("media-type") not in _TEXT:
                continue
            name = self._place(item.get("href", ""))
            if name in self._locked:
                raise ProtectedBook
            is_nav = "nav" in item.get("properties", "").split()
            aside = is_nav or name in contents or reference.get("linear") == "no"
            found.append(Chapter(name, aside))
        return found

    def metadata(self) -> Metadata:
        """What the book says of itself."""
        date = next(filter(None, map(_DATE.match, self._said("date"))), None)
        addresses = [*self._said("source"), *self._said("identifier")]
        return Metadata(
            title=believed_title(next(iter(self._said("title")), "")),
            author=", ".join(dict.fromkeys(self._said("creator")[:_MOST_NAMES])),
            date=date[0] if date else "",
            address=next((one for one in addresses if one.startswith(("http://", "https://"))), ""),
            language=next(iter(self._said("language")), ""),
        )

    def _said(self, name: str) -> list[str]:
        texts = (
            " ".join("".join(one.itertext()).split())
            for one in self._root.iter()
            if _NAMES.short(one.tag) == f"dc:{name}"
        )
        return [text for text in texts if text]

    def _within(self, name: str) -> list[Element]:
        return [one for group in self._root if _local(group) == name for one in group]

    def _place(self, href: str) -> str:
        return normpath(join(self._folder, unquote(urldefrag(href).url)))


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _locked(package: Package) -> set[str]:
    """The parts that cannot be read without a key."""
    data = package.part_if_there(_ENCRYPTION)
    if data is None:
        return set()
    found = set()
    for one in tree(data).iter():
        if _NAMES.short(one.tag) != "enc:EncryptedData":
            continue
        method = _NAMES.child(one, "enc:EncryptionMethod")
        if method is None or method.get("Algorithm") not in _FONTS:
            places = [
                part.get("URI", "") for part in one.iter() if _local(part) == "CipherReference"
            ]
            found |= {normpath(unquote(place)) for place in places}
    return found
