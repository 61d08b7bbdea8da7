"""ZIP archives for the tests, good ones and such as nobody packs by accident."""

import struct
import zipfile
from io import BytesIO

Entry = tuple[str, bytes]


def archive(*entries: Entry, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive with those entries in that order, several of one name too."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", packed) as file:
        for name, content in entries:
            info = zipfile.ZipInfo(name, (2024, 9, 2, 12, 0, 0))
            info.compress_type = packed
            file.writestr(info, content)
    return data.getvalue()


def encrypted(*entries: Entry) -> bytes:
    """The same, and each entry says that it wants a password."""
    data = bytearray(archive(*entries))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def renamed(data: bytes, old: bytes, new: bytes, utf8: bool = False) -> bytes:
    """The archive with other bytes in the names, and whether they say that they are UTF-8."""
    assert len(old) == len(new)
    changed = bytearray(data.replace(old, new))
    for mark, offset in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] = (changed[at + offset] & ~8) | (8 if utf8 else 0)
            at = changed.find(mark, at + 4)
    return bytes(changed)


def many(number: int) -> bytes:
    """An archive of so many empty files."""
    return archive(*((f"{one}.txt", b"") for one in range(number)), packed=zipfile.ZIP_STORED)


def overlapping(name: str, content: bytes, times: int) -> bytes:
    """One packed entry that stands in the table of contents many times."""
    data = archive((name, content))
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    table = data[start:end] * times
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, times, times, len(table), start, 0)
    return data[:start] + table + last


def large_numbers(data: bytes) -> bytes:
    """The same archive with its numbers in the larger form, as some programs always write them."""
    end = data.index(b"PK\x05\x06")
    numbers = struct.unpack_from("<4s4H2LH", data, end)
    entries, table, start = numbers[4], numbers[5], numbers[6]
    large = struct.pack(
        "<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, entries, entries, table, start
    )
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:end] + large + locator + last
