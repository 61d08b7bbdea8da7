"""A booklet as a PDF whose bytes depend on nothing but what is in it.

Qt writes the time, a random id, and the fonts in an order that changes from run to run. It also
says nothing when a disk is full, so the file is made in memory and put in its place by others.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from uuid import UUID, uuid5
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.exchange.writers.allowed import signed
from annotator.exchange.writers.paged.booklet import Booklet
from annotator.exchange.writers.paged.sheet import PER_INCH

_PROGRAM = "Annotator"
_ID = UUID("5a3f2c1e-8f0b-4d39-9a67-0d2b6d1c7e44")
"""Stands in the file until its own id is known, and is the space in which that is made."""

_TIMES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)\n")
_PLACES = re.compile(rb"\d{10}(?= \d{5} n)|(?<=startxref\n)\d+")
"""Where the file's own table tells that something lies, in bytes from its start."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:format>application/pdf</dc:format>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
"""What Qt would write into the file besides, without the time."""


def write(booklet: Booklet, tick: Callable[[int], None]) -> bytes:
    """The PDF. `tick` is called before each page, and may raise to stop."""
    # An order from hashes is the same each time when their seed is.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        return settled(_painted(booklet, tick))
    finally:
        QHashSeed.resetRandomGlobalSeed()


def settled(data: bytes) -> bytes:
    """The file without times, and with an id that follows from its content."""
    data = _timeless(data)
    id_ = uuid5(_ID, sha256(data).hexdigest())
    return data.replace(str(_ID).encode(), str(id_).encode()).replace(
        _ID.hex.encode(), id_.hex.encode()
    )


def _timeless(data: bytes) -> bytes:
    """Times are cut out, for they are longer in some time zones; what lies behind them moves up."""
    start = next((found.start() for found in _TIMES.finditer(data)), len(data))
    shorter = _TIMES.sub(b"", data)
    moved = len(data) - len(shorter)

    def place(found: re.Match[bytes]) -> bytes:
        at = int(found[0])
        return b"%0*d" % (len(found[0]), at - moved if at > start else at)

    objects, mark, table = shorter.rpartition(b"\nxref\n")
    return objects + mark + _PLACES.sub(place, table)


def _painted(booklet: Booklet, tick: Callable[[int], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, booklet)
    painter = QPainter(writer)
    try:
        for number in range(1, booklet.count + 1):
            tick(0)
            if number > 1:
                writer.newPage()
            booklet.paint(painter, number)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, booklet: Booklet) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(PER_INCH)
    writer.setPageLayout(page_layout(booklet))
    title = signed(booklet.title)
    writer.setTitle(title)
    writer.setCreator(_PROGRAM)
    writer.setDocumentId(QUuid(str(_ID)))
    data = _XMP.format(title=escape(title), program=_PROGRAM, id=_ID)
    writer.setDocumentXmpMetadata(QByteArray(data.encode()))
    return writer


def page_layout(booklet: Booklet) -> QPageLayout:
    """The booklet's paper without margins: it has its own."""
    size = QPageSize(
        QSizeF(*booklet.sheet.paper.size),
        QPageSize.Unit.Point,
        booklet.sheet.paper.value,
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
