"""The document is the text: as long, and the same character for character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextDocument

from annotator.model.text import canonical
from annotator.model.utf16 import Utf16Map
from annotator.ui.reader.document import build
from annotator.ui.reader.measures import Measures
from annotator.ui.reader.qt_text import for_qt

pytestmark = pytest.mark.usefixtures("qapp")

ODD = (
    "a \n\u00a0\u2007\u202f\u200b\ufeff\u00ad\ufffc\u0301\t\x0b\x0c\x01"
    "\U0001f600\U00020bb7\u05d0\u0628"
)


def built(text: str, heading: bool = False) -> QTextDocument:
    return build(text, heading, Measures(), Utf16Map(text))


def lines(document: QTextDocument) -> list[str]:
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return [block.text() for block in blocks]


@settings(max_examples=200)
@given(text=st.text(alphabet=ODD, max_size=30).map(canonical))
def test_each_line_is_a_block_with_the_same_characters(text: str) -> None:
    document = built(text)
    assert document.characterCount() == Utf16Map(text).units + 1
    assert lines(document) == text.split("\n")


@given(text=st.text(max_size=40))
def test_on_the_way_into_qt_no_text_changes_its_length(text: str) -> None:
    safe = for_qt(text)
    assert len(safe.encode("utf-16-le")) == 2 * Utf16Map(text).units
    assert not set(safe) & set("\ufffe\ufdd0\ufdd1\r\u2028\u2029")
    assert not safe.startswith("\ufeff")


def test_what_is_harmless_goes_into_qt_as_it_is() -> None:
    assert for_qt("a\u00a0b\ufeffc\n") == "a\u00a0b\ufeffc\n"


@pytest.mark.parametrize("text", ["\ufeffab", "\ud83dab", "a\u2028b", "\ufffeab"])
def test_what_qt_would_lose_keeps_its_place(text: str) -> None:
    assert built(text).characterCount() == len(text) + 1


def test_a_document_that_is_not_as_long_as_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="3, 4"):
        build("ab", False, Measures(), Utf16Map("abc"))


def test_only_a_first_line_that_is_the_title_is_a_heading() -> None:

    def size(document: QTextDocument, number: int) -> float:
        block: QTextBlock = document.findBlockByNumber(number)
        return block.charFormat().font().pointSizeF() if block.text() else 0

    with_title, without = built("Title\nbody", True), built("Title\nbody", False)
    assert with_title.begin().layout().formats() == without.begin().layout().formats()
    assert with_title.begin().begin().fragment().charFormat().font().pointSizeF() > 18
    assert size(without, 0) == size(with_title, 1)
    assert lines(with_title) == ["Title", "body"]


def test_empty_lines_are_narrow_gaps() -> None:
    document = built("one\n\n \u00a0\ntwo\n")
    heights = [
        document.findBlockByNumber(number).blockFormat().lineHeight()
        for number in range(document.blockCount())
    ]
    full, narrow = heights[0], heights[1]
    assert narrow < full / 3
    assert heights == [full, narrow, narrow, full, narrow]
