"""The files of an OpenDocument as one: its kind first and not compressed, and no times."""

from annotator import words
from annotator.exchange.writers import packing
from annotator.exchange.writers.allowed import signed
from annotator.exchange.writers.odt.markup import VERSION, Element, add, data, root

_KIND = "application/vnd.oasis.opendocument.text"


def packed(title: str, content: bytes, styles: bytes) -> bytes:
    """The package of these two files and what belongs to them."""
    files = {
        "mimetype": _KIND.encode(),
        "content.xml": content,
        "styles.xml": styles,
        "meta.xml": data(_meta(title)),
        "META-INF/manifest.xml": data(_manifest()),
    }
    return packing.packed(files.items(), as_it_is="mimetype")


def _meta(title: str) -> Element:
    made = root("office:document-meta", office_version=VERSION)
    about = add(made, "office:meta")
    add(about, "meta:generator").text = "Annotator"
    add(about, "dc:title").text = signed(title)
    add(about, "dc:language").text = words.language()
    return made


def _manifest() -> Element:
    made = root("manifest:manifest", manifest_version=VERSION)
    for path, kind in (
        ("/", _KIND),
        *((name, "text/xml") for name in ("content.xml", "styles.xml", "meta.xml")),
    ):
        about = {"manifest_full_path": path, "manifest_media_type": kind}
        add(made, "manifest:file-entry", **about)
    return made
