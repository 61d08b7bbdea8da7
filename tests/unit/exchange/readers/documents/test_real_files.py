"""What LibreOffice and pandoc have written is read as a person reads it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from annotator.exchange.readers.reading import read_file
from annotator.model.article import Metadata

HERE = Path(__file__).parent
TRACKED = (
    "It holds tracked changes; it was read as if all of them were accepted: what was deleted is "
    "not in the text."
)
BELOW = "Its footnotes stand below the text, with their numbers in brackets."
BRIDGE = Metadata(
    title="Harbour bridge to close for two years",
    author="Ida Fennick",
    date="2026-03-01",
    language="en-GB",
)
BY_PANDOC = """\
Harbour bridge to close for two years
Ida Fennick
2026-03-01
By Ida Fennick
The Merle Bridge will close on the first of March.[1] “We cannot wait,” she said.
What the inspectors found
Cracks in eleven hangers
Rust:
on the north side
on the south side
Bank\tDetour
North\t26 km
South\t4 km
A line that breaks
and goes on, with Dr.\xa0X and 5\xa0km.
“It is dangerous,” the report says.
The load is a^2+b tonnes.
[1] According to the council.
Its report has 214 pages."""
BY_WRITER = """\
Harbour bridge to close
The council did publish  the report.[1]
First half and second half of one sentence.
Softhyphens go, no-break spaces stay: 5\xa0km.
A new line\twith a tab.
You see every word.
Witnesses
Ida Fennick, head of works
since 1998
Orrin Tasker
A box hangs here.
In the box: 75 million.
Second line of the box.
Bank\tDetour
North\t26 km
One paragraph.
Another.
In two columns.
{section}The last line, on page {page}.[2]
[1] On page 214.
[2] An endnote."""


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_pandoc(kind: str) -> None:
    read = read_file(HERE / f"pandoc.{kind}")
    assert read.text == BY_PANDOC
    assert (read.metadata, read.notes, read.dropped) == (BRIDGE, (BELOW,), ())


def test_an_e_book_of_pandoc_without_its_contents() -> None:
    read = read_file(HERE / "pandoc.epub")
    lines = BY_PANDOC.splitlines()
    assert read.text.splitlines() == [
        *lines[:5],
        "[1] According to the council.",
        "Its report has 214 pages.",
        *lines[5:-2],
    ]
    assert (read.metadata, read.notes, read.dropped) == (BRIDGE, (), ())


def test_changes_and_comments_of_pandoc() -> None:
    read = read_file(HERE / "pandoc_changes.docx")
    assert read.text == "The council did publish the report.\nIt said so."
    assert read.notes == (TRACKED, "1 comment was left out.")
    assert read.dropped == ("is late",)


def test_an_opendocument_text_of_writer() -> None:
    read = read_file(HERE / "writer.odt")
    assert read.text == BY_WRITER.format(section="", page=0)  # Writer had not laid out the page
    assert read.metadata == Metadata(title="Harbour bridge to close", language="nb-NO")
    assert read.notes == (
        TRACKED,
        "3 hidden passages were left out.",
        "1 comment was left out.",
        BELOW,
    )
    assert read.dropped == (
        *("Contents", "Witnesses\t1"),
        *("do not", "A paragraph that nobody sees.", "A section that nobody sees."),
        *("The Harbour Courier", "Check this."),
    )


def test_the_same_lying_flat_in_one_file() -> None:
    flat, packed = read_file(HERE / "making" / "writer.fodt"), read_file(HERE / "writer.odt")
    assert flat.text == BY_WRITER.format(section="", page=1)
    assert (flat.metadata, flat.notes, flat.dropped) == (
        packed.metadata,
        packed.notes,
        packed.dropped,
    )


def test_a_word_document_of_writer() -> None:
    read = read_file(HERE / "writer.docx")
    # Word knows no hidden sections, so Writer wrote this one as text.
    section = "A section that nobody sees.\n"
    assert read.text == BY_WRITER.format(section=section, page=1)
    assert read.metadata == Metadata(title="Harbour bridge to close", language="nb-NO")
    assert read.notes == (
        TRACKED,
        "2 hidden passages were left out.",
        "1 comment was left out.",
        BELOW,
    )
    assert read.dropped == (
        *("Contents", "Witnesses\t1", "do not", "A paragraph that nobody sees."),
        *("The Harbour Courier", "Check this."),
    )


def test_an_e_book_of_writer() -> None:
    read = read_file(HERE / "writer.epub")
    assert read.metadata == Metadata(author="Pupil Seven", language="nb-NO")
    lines = read.text.splitlines()
    assert lines[0] == "Harbour bridge to close"
    assert {"North\t26 km", "Second line of the box."} <= set(lines)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_document_is_known_by_its_bytes_whatever_its_name(kind: str, tmp_path: Path) -> None:
    for name in ("a.txt", "a", "a.pdf", "a.zip"):
        copy = tmp_path / name
        shutil.copy(HERE / f"pandoc.{kind}", copy)
        assert read_file(copy).text == BY_PANDOC


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_pandoc_writes_today(kind: str, tmp_path: Path) -> None:
    source, made = HERE / "making" / "pandoc.md", tmp_path / f"made.{kind}"
    subprocess.run(["pandoc", str(source), "-o", str(made)], check=True, timeout=60)
    assert read_file(made).text == BY_PANDOC
