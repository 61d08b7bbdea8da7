"""A PDF as another program reads it: poppler's tools, which every Debian has."""

import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

_FURNITURE = re.compile(r"\d+ / \d+$")
_XHTML = "{http://www.w3.org/1999/xhtml}"
_PATIENCE = 60


class Word(NamedTuple):
    """A word, and the upper and lower edge of its box, in points from the top."""

    said: str
    top: float
    bottom: float


def _run(data: bytes, tool: str, *options: str, to: str = "-") -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "made.pdf")
        file.write_bytes(data)
        done = subprocess.run(
            [tool, *options, str(file), *([to] if to else [])],
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        )
        assert not done.stderr, done.stderr.decode()
    return done.stdout


def pages(data: bytes) -> list[str]:
    """What each page says, in the order in which it was set; blanks collapsed, no ligatures."""
    said = _run(data, "pdftotext", "-raw").decode()
    known = unicodedata.normalize("NFKC", said)
    return [" ".join(page.split()) for page in known.split("\f")[:-1]]


def whole(data: bytes, head: str, table_head: str) -> str:
    """All that is said, without what a page repeats: running head, number, the table's head."""
    found: list[str] = []
    for page in pages(data):
        page = _FURNITURE.sub("", page).rstrip().removesuffix(head)
        found.append(page.removeprefix(table_head) if found else page)
    return " ".join(found)


def reordered(data: bytes) -> str:
    """All words as they are read, those from right to left too; without signs of direction."""
    said = unicodedata.normalize("NFKC", _run(data, "pdftotext").decode())
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", said)


def fonts(data: bytes) -> list[tuple[str, bool]]:
    """Each font, and whether it is embedded."""
    lines = _run(data, "pdffonts", to="").decode().splitlines()[2:]
    return [(line.split()[0], line.split()[-5] == "yes") for line in lines]


def about(data: bytes) -> dict[str, str]:
    """What the file says of itself."""
    lines = _run(data, "pdfinfo", to="").decode().splitlines()
    return {
        name.strip(): value.strip() for name, _colon, value in (x.partition(":") for x in lines)
    }


def words(data: bytes) -> list[list[Word]]:
    """The words of each page with their places."""
    tree = fromstring(_run(data, "pdftotext", "-bbox"))
    return [
        [_word(one) for one in page.iter(f"{_XHTML}word")] for page in tree.iter(f"{_XHTML}page")
    ]


def ink(data: bytes) -> list[float]:
    """How much of each page is not paper, from 0 to 1."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "made.pdf")
        file.write_bytes(data)
        command = ["pdftoppm", "-r", "30", "-gray", str(file), f"{folder}/page"]
        subprocess.run(command, check=True, timeout=_PATIENCE)
        return [_dark(one.read_bytes()) for one in sorted(Path(folder).glob("*.pgm"))]


def _dark(picture: bytes) -> float:
    _kind, _size, _most, dots = picture.split(b"\n", 3)
    return sum(dot < 250 for dot in dots) / len(dots)


def _word(one: Element) -> Word:
    return Word(one.text or "", float(one.attrib["yMin"]), float(one.attrib["yMax"]))
