"""A format is chosen by name or suffix, and what is not known is said with what is."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.exchange.writers import failures
from annotator.exchange.writers.registry import FORMATS, Format, choose
from annotator.model.paper import Paper
from annotator.model.report import report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.works import sample

NAMES = ", ".join(one.name for one in FORMATS)


def test_each_format_has_a_name_and_a_suffix_of_its_own() -> None:
    assert [(one.name, one.suffix) for one in FORMATS] == [
        ("html", ".html"),
        ("pdf", ".pdf"),
        ("csv", ".csv"),
        ("xlsx", ".xlsx"),
        ("docx", ".docx"),
        ("odt", ".odt"),
        ("jsonld", ".jsonld"),
        ("brat", ".zip"),
        ("qdpx", ".qdpx"),
        ("worksheet", ".pdf"),
    ]


def test_each_format_says_in_a_line_what_it_keeps() -> None:
    lines = [one.keeps for one in FORMATS]
    assert all(line.endswith(".") and 20 < len(line) <= 80 for line in lines), lines
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("paged", FORMATS, ids=lambda one: one.name)
def test_a_format_on_paper_follows_the_papers_size(paged: Format) -> None:
    on_a4 = report_of([sample()])
    on_letter = replace(on_a4, paper=Paper.LETTER)
    differ = paged.write(on_a4, nothing) != paged.write(on_letter, nothing)
    assert differ == paged.on_paper


@pytest.mark.parametrize("format_", FORMATS[:-1], ids=lambda one: one.name)
def test_the_suffix_chooses(format_: object) -> None:
    suffix = getattr(format_, "suffix", "")
    assert choose("", Path(f"report{suffix}")) is format_
    assert choose("", Path(f"Report.v2{suffix.upper()}")) is format_


def test_a_worksheet_is_asked_for_by_name() -> None:
    assert choose("", Path("sheet.pdf")).name == "pdf"
    assert choose("worksheet", Path("sheet.pdf")).name == "worksheet"


def test_a_named_format_wins_over_the_suffix() -> None:
    assert choose("csv", Path("report.html")).name == "csv"
    assert choose(".CSV", None).name == "csv"


def test_each_format_writes_something_of_its_own() -> None:
    report = report_of([sample()])
    written = {one.name: one.write(report, nothing) for one in FORMATS}
    assert written["html"].startswith(b"<!DOCTYPE html>")
    assert written["csv"].startswith("\ufeffarticle,".encode())
    assert written["jsonld"].startswith(b"{")


def test_an_unknown_suffix_is_refused_with_the_known_ones() -> None:
    with pytest.raises(failures.UnknownSuffix) as refused:
        choose("", Path("folder/report.doc"))
    assert str(refused.value) == (
        "The name report.doc does not say in which format to write. Nothing was written. "
        f"Let it end in one of: {', '.join(dict.fromkeys(one.suffix for one in FORMATS))}."
    )


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(failures.UnknownFormat) as refused:
        choose("doc", Path("report.html"))
    assert str(refused.value) == (
        f"There is no format “doc”. Nothing was written. Choose one of: {NAMES}."
    )


def test_without_a_file_a_format_must_be_named() -> None:
    with pytest.raises(failures.NoFormat) as refused:
        choose("", None)
    assert str(refused.value) == (
        f"Nothing says which format to write. Name one with --format: {NAMES}."
    )
