"""Everything that a written file says, its inside and its properties, as one text to search."""

import io
import re
import zipfile
from collections.abc import Iterator

import pypdfium2 as pdfium

_STREAM = re.compile(b"stream\r?\n.*?endstream", re.DOTALL)


def unpacked(data: bytes) -> str:
    """The text of a file, of each member of an archive with its name, and of a PDF's pages."""
    return "\n".join(_texts(data))


def _texts(data: bytes) -> Iterator[str]:
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment.decode("utf-8", "replace")
            for member in archive.infolist():
                yield member.filename
                yield from _texts(archive.read(member))
    elif data.startswith(b"%PDF"):
        # Compressed streams are noise, in which any short name may stand by chance.
        yield _STREAM.sub(b"", data).decode("latin-1")
        document = pdfium.PdfDocument(data)
        yield from document.get_metadata_dict().values()
        yield from (page.get_textpage().get_text_range() for page in document)
        document.close()
    else:
        yield data.decode("utf-8", "replace")
