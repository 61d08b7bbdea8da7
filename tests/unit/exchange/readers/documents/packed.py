"""Documents made by hand, part by part: what no program writes, or only one that is not here."""

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts, packed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_parts(
    body: str, others: dict[str, str] | None = None, space: str = WORD
) -> dict[str, str | bytes]:
    """The parts of a Word document: `others` by their kind, such as "styles"."""
    others = others or {}
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in others
    )
    relations = f'<Relationships xmlns="{PACKAGE}">{{}}</Relationships>'
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations.format(main),
        "word/document.xml": (
            f'<w:document xmlns:w="{space}" {SPACES}><w:body>{body}</w:body></w:document>'
        ),
        "word/_rels/document.xml.rels": relations.format(links),
        **{f"word/{kind}.xml": content for kind, content in others.items()},
    }


def word(body: str, others: dict[str, str] | None = None, space: str = WORD) -> bytes:
    """A Word document with that body."""
    return zipped(word_parts(body, others, space))


def odt(body: str, **parts: str) -> bytes:
    """An OpenDocument text with that body."""
    spaces = " ".join(
        f'xmlns:{name}="{ODF}{name if name != "draw" else "drawing"}:1.0"'
        for name in ("office", "text", "table", "draw", "style")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            **{name.replace("_", "/", 1): text for name, text in parts.items()},
        }
    )


def epub(chapters: dict[str, str], spine: str = "", more: str = "", **parts: str) -> bytes:
    """An e-book of these chapters, in the order given unless a `spine` is."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    order = spine or "".join(f'<itemref idref="{name}"/>' for name in chapters)
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": (
                '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
                '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
            ),
            "OEBPS/book.opf": (
                '<package xmlns="http://www.idpf.org/2007/opf" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<manifest>{items}</manifest><spine>{order}</spine>{more}</package>"
            ),
            **{f"OEBPS/{name}.xhtml": text for name, text in chapters.items()},
            **{name.replace("_", "/", 1): text for name, text in parts.items()},
        }
    )
