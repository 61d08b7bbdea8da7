"""PDFs written by hand: what no program makes on purpose, and what damaged files hold."""

import zlib
from collections.abc import Sequence

FONTS = b"<</F1 1 0 R/F2 2 0 R>>"
HEAD = (
    b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    b"<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>",
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    b"/Length 1>>stream\n\x80\nendstream",
)


def stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def bomb(megabytes: int) -> bytes:
    """A stream of a few kilobytes that unfolds to so many megabytes of spaces."""
    packing = zlib.compressobj(9)
    first, more = (
        packing.compress(b" " * 2**20) + packing.flush(zlib.Z_FULL_FLUSH) for _part in range(2)
    )
    small = first + more * (megabytes - 1) + packing.flush()
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(small), small)


def pdf(
    contents: Sequence[bytes], *, page: bytes = b"", info: bytes = b"", box: bytes = b""
) -> bytes:
    """A PDF of these content streams, a page each, on A5; `page` goes into each page."""
    first = len(HEAD) + 1
    tree = first + 2 * len(contents)
    box = box or b"0 0 420 595"
    objects = list(HEAD)
    for number, content in enumerate(contents):
        objects.append(content if content.startswith(b"<<") else stream(content))
        objects.append(
            b"<</Type/Page/Parent %d 0 R/MediaBox[%s]/Contents %d 0 R/Resources<</Font%s"
            b"/XObject<</P 3 0 R>>>>%s>>" % (tree, box, first + 2 * number, FONTS, page)
        )
    kids = b" ".join(b"%d 0 R" % (first + 2 * at + 1) for at in range(len(contents)))
    objects.append(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids))
    objects.append(b"<</Type/Catalog/Pages %d 0 R>>" % tree)
    return _file(objects, tree + 1, info)


def _file(objects: list[bytes], catalog: int, info: bytes) -> bytes:
    written = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate([*objects, b"<<%s>>" % info], 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root %d 0 R/Info %d 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, catalog, size - 1, len(written))
    )


def shown(
    text: str, x: float, y: float, size: float = 10, font: str = "F1", more: str = ""
) -> bytes:
    """The operators that show a line of text at a place."""
    safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {more} 1 0 0 1 {x} {y} Tm ({safe}) Tj ET\n".encode("cp1252")


def lines(texts: Sequence[str], x: float = 50, y: float = 500, size: float = 10) -> bytes:
    """Lines below each other."""
    return b"".join(
        shown(text, x, y - 1.2 * size * number, size) for number, text in enumerate(texts)
    )


DRAWN = b"".join(b"%d %d m %d %d l S " % (50, 100 + at, 300, 130 + at) for at in range(60))
"""Lines, as of a chart or of letters that a program has made shapes of."""
PICTURE = b"q 420 0 0 595 0 0 cm /P Do Q\n"
