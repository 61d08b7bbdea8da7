"""In another language the page speaks it, safely; what scripts read does not change."""

import gettext
import io

import openpyxl
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from annotator import words
from annotator.exchange.writers.registry import choose
from annotator.model.report import report_of
from tests.unit.exchange.writers.page import nothing, of_class, page, with_id
from tests.unit.exchange.writers.page import words as said
from tests.unit.exchange.writers.word_reading import opened
from tests.unit.exchange.writers.works import sample, snares

MARK = " 100 % %s <b>&"


class Loud(gettext.NullTranslations):
    """A language in which every message ends in what could break a page."""

    def __init__(self) -> None:
        super().__init__()
        self._info = {"language": "pt_BR"}

    def gettext(self, message: str) -> str:
        return message + MARK

    def ngettext(self, one: str, many: str, number: int) -> str:
        return (one if number == 1 else many) + MARK


@pytest.fixture
def _loud(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_catalogue", Loud())


@pytest.mark.usefixtures("_loud")
def test_the_page_is_in_the_language_of_the_program() -> None:
    root = page(report_of([sample()]))
    assert root.get("lang") == "pt-BR"
    assert said(with_id(root, "claims")) == f"The claims{MARK}"
    assert said(next(of_class(root, "known"))) == f"checked, still open{MARK}"


@pytest.mark.usefixtures("_loud")
def test_words_of_a_translation_break_nothing() -> None:
    root = page(report_of([snares(), sample()]))
    assert with_id(root, "a1-m1").get("aria-label") == f"Claim 1: Attributed{MARK}{MARK}"
    assert "Says so:" in said(with_id(root, "a1-c1"))
    assert [one for one in root.iter("b") if one.get("class")] == []


@pytest.mark.usefixtures("_loud")
@pytest.mark.parametrize("name", ["csv", "jsonld"])
def test_data_is_the_same_in_every_language(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    works = [sample(), snares()]
    loud = choose(name, None).write(report_of(works), nothing)
    monkeypatch.setattr(words, "_catalogue", gettext.NullTranslations())
    assert loud == choose(name, None).write(report_of(works), nothing)


@pytest.mark.usefixtures("_loud")
def test_the_word_document_and_the_workbook_speak_it() -> None:
    report = report_of([snares(), sample()])
    document = opened(choose("docx", None).write(report, nothing))
    said_there = [line.text for line in document.paragraphs]
    assert f"The claims{MARK}" in said_there
    assert document.styles.default(WD_STYLE_TYPE.PARAGRAPH).name == "Normal"
    assert document.core_properties.language == "pt-BR"
    assert len(list(document.comments)) == report.size
    book = openpyxl.load_workbook(io.BytesIO(choose("xlsx", None).write(report, nothing)))
    assert book.sheetnames == [f"{name}{MARK}" for name in ("Claims", "Sources", "Summary")]
    assert book.worksheets[0]["A1"].value == f"No.{MARK}"


@pytest.mark.usefixtures("_loud")
def test_where_everything_runs_from_right_to_left_so_do_tables_and_sheets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(words, "language", lambda: "ar")
    report = report_of([sample()])
    tables = opened(choose("docx", None).write(report, nothing)).tables
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in tables)
    book = openpyxl.load_workbook(io.BytesIO(choose("xlsx", None).write(report, nothing)))
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)
