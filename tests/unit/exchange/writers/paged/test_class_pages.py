"""The class report on paper as another program reads it."""

import os
import re
import textwrap
from dataclasses import replace

import pytest

from annotator.exchange.writers import paged
from annotator.exchange.writers.failures import Stopped
from annotator.model.agreement import agreement
from annotator.model.class_anonymity import class_without_names
from annotator.model.class_reckoning import class_report_of
from annotator.model.class_report import ClassReport
from annotator.model.paper import Paper
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.paged import poppler
from tests.unit.exchange.writers.references import FOLDER, SWITCH
from tests.unit.model.made_class import twelve

REFERENCE = FOLDER / "class.pdf.txt"
HEAD = "Who says so? Digital · 2024-09-02"
TABLE_HEADS = (
    "Student Tags Who says so, who disagrees What shows it Notes",
    "Source People Says so Disagrees Kind Stake",
)


def report() -> ClassReport:
    work = twelve()
    return class_report_of(work, agreement(work.text, work.annotators))


def whole(pdf: bytes) -> str:
    """All that is said, without what pages repeat: where they end depends on the fonts."""
    found = []
    for page in poppler.pages(pdf):
        said = re.sub(r"\d+ / \d+$", "", page).strip().removesuffix(HEAD).strip()
        for head in TABLE_HEADS:
            said = said.removeprefix(head).strip()
        found.append(said)
    return " ".join(found)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return paged.write_class(report(), nothing)


def test_it_says_what_the_reference_says(pdf: bytes) -> None:
    said = whole(pdf)
    if os.environ.get(SWITCH):
        REFERENCE.write_text(textwrap.fill(said, 99) + "\n", encoding="utf-8")
        pytest.skip(f"{REFERENCE} was written: look at it")
    # Where lines break depends on the fonts that a computer has.
    assert "".join(said.split()) == "".join(REFERENCE.read_text(encoding="utf-8").split())


def test_the_same_report_gives_the_same_bytes(pdf: bytes) -> None:
    assert paged.write_class(report(), nothing) == pdf


def test_the_first_page_names_nobody_who_needs_help(pdf: bytes) -> None:
    first, *_others, last = poppler.pages(pdf)
    assert "13 of 15" in first
    assert "To discuss" in first
    assert "Noah Empty" not in first
    assert "For the teacher alone" in last
    assert "Noah Empty" in last


def test_without_names_there_is_no_page_for_the_teacher() -> None:
    work = class_without_names(twelve()).work
    made = class_report_of(work, agreement(work.text, work.annotators), anonymous=True)
    words = "\n".join(poppler.pages(paged.write_class(made, nothing)))
    assert "Student 1" in words
    assert "For the teacher alone" not in words
    assert "Noah Empty" not in words


def test_it_is_set_on_the_reports_paper(pdf: bytes) -> None:
    letter = paged.write_class(replace(report(), paper=Paper.LETTER), nothing)
    assert poppler.about(letter)["Page size"].startswith("612 x 792")
    assert poppler.about(pdf)["Page size"].startswith("595")


def test_progress_counts_answers_and_may_stop() -> None:
    told: list[int] = []
    paged.write_class(report(), told.append)
    assert sum(told) == report().size

    def stop(_more: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        paged.write_class(report(), stop)
