"""The structure of a PDF tells where paragraphs end, unless it was made line by line."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from annotator.exchange.readers.article import ReadOptions
from annotator.exchange.readers.pdf import tags
from annotator.exchange.readers.pdf.paragraphs import paragraphs_of
from annotator.exchange.readers.pdf.reading import read
from annotator.exchange.readers.pdf.tags import Mark, Tag, Tags
from annotator.exchange.readers.pdf.word import Block, Line

SAMPLES = Path(__file__).parent / "samples"


def block(marks: list[Mark | None], texts: list[str], page: int = 0) -> Block:
    """Lines of one width below each other; the next word never fits into one."""
    return Block(
        [
            Line(text, 50, 130, 500 - 12 * at, 10, page, first_width=30, first=mark, last=mark)
            for at, (mark, text) in enumerate(zip(marks, texts, strict=True))
        ]
    )


def texts_of(*blocks: Block) -> list[str]:
    return [" ".join(line.text for line in lines) for lines in paragraphs_of(blocks)]


def own(*, goes_on: bool = False, page: int = 0, number: int = 0) -> Mark:
    return Mark(page, number, Tag(goes_on))


def test_lines_of_different_paragraphs_are_parted_and_those_of_one_are_not() -> None:
    same = own()
    lines = ["Roses are red", "Violets are blue", "And so on"]
    assert texts_of(block([own(), own(), own()], lines)) == lines
    assert texts_of(block([same, same, same], lines)) == [" ".join(lines)]
    assert texts_of(block([None, None, None], lines)) == [" ".join(lines)]


def test_pieces_of_one_paragraph_part_only_where_the_next_word_would_have_fitted() -> None:
    tag = Tag(goes_on=False)
    marks: list[Mark | None] = [Mark(0, number, tag) for number in range(3)]
    lines = ["Harbour Office", "Quay Street", "Aldbury"]
    assert texts_of(block(marks, lines)) == [" ".join(lines)]
    wide = block([own(number=9)] * 3, ["A wide line", "and another", "and one more."])
    for line in wide.lines:
        line.right, line.base = 400, line.base - 100
    assert texts_of(block(marks, lines), wide)[:3] == lines


def test_a_structure_that_was_made_line_by_line_is_not_believed() -> None:
    lines = ["The bridge is", "closed, and it", "stays closed", "for two years", "Nobody knows"]
    assert texts_of(block([own() for _line in lines], lines)) == [" ".join(lines)]


def test_the_next_page_begins_a_paragraph_unless_it_goes_on_there() -> None:
    above = block([own()] * 3, ["The bridge is", "closed as the", "Harbour Office"])
    for goes_on, number in ((False, 2), (True, 1)):
        mark = own(goes_on=goes_on, page=1)
        below = block([mark] * 3, ["Aldbury said on", "a day on which", "it did not rain"], 1)
        assert len(texts_of(above, below)) == number


@pytest.mark.parametrize("most", [5_000, 10])
def test_a_page_of_too_many_parts_has_no_structure(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(tags, "_MOST_STEPS", most)
    data = (SAMPLES / "chromium-lists.pdf").read_bytes()
    document = pdfium.PdfDocument(data)
    found = Tags(document[0], 0)._marks
    document.close()
    assert bool(found) == (most == 5_000)
    assert read(data, ReadOptions()).text.startswith("Harbour bridge")
