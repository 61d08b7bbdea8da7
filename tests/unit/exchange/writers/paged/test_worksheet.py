"""Sheets to work on by hand: the article, room to write, and nothing of anybody's."""

from dataclasses import replace

import pytest

from annotator.exchange.writers import paged
from annotator.exchange.writers.registry import FORMATS
from annotator.model.paper import Paper
from annotator.model.personal import personal_data
from annotator.model.report import report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.paged import poppler
from tests.unit.exchange.writers.works import sample

QUESTIONS = ("Who says so?", "Who disagrees?", "What shows it?")


@pytest.fixture(scope="module")
def sheet() -> list[str]:
    return poppler.pages(paged.write_worksheet(report_of([sample()]), nothing))


def test_it_holds_the_article_and_the_three_questions(sheet: list[str]) -> None:
    said = " ".join(sheet)
    assert sheet[0].startswith("WORKSHEET")
    assert "2 The Taliban has held power for three years following the U.S." in said
    assert [question for question in QUESTIONS if question in sheet[-1]] == list(QUESTIONS)


def test_nothing_of_anybody_is_on_it(sheet: list[str]) -> None:
    said = " ".join(sheet)
    for theirs in ("Student 7", "Nazary, head of foreign relations for the NRF (", "speaks for"):
        assert theirs not in said
    assert "three years1" not in said


def test_the_table_fills_the_page_on_either_paper() -> None:
    for paper, least in ((Paper.A4, 7), (Paper.LETTER, 6)):
        report = replace(report_of([sample()]), paper=paper)
        page = poppler.pages(paged.write_worksheet(report, nothing))[-1]
        boxes = page.count("Attributed Contested Verified Open")
        assert boxes >= least
        assert "Your claims" in page


def test_it_is_the_same_whoever_has_worked() -> None:
    mine = sample()
    nobody = replace(mine, claims=(), people=())
    made = [paged.write_worksheet(report_of([one]), nothing) for one in (mine, nobody)]
    assert made[0] == made[1]


def test_it_says_that_it_holds_nothing_about_people() -> None:
    worksheet = FORMATS[-1]
    assert personal_data(report_of([sample()]), worksheet.holds) == [
        "Nothing about the people who use this program."
    ]


def test_it_warns_of_signs_in_the_article_alone() -> None:
    (chosen,) = (one for one in FORMATS if one.name == "worksheet")
    made = sample()
    noted = replace(made, claims=[replace(one, note="\ufffe") for one in made.claims])
    assert chosen.warnings(report_of([noted])) == ()
    said = replace(made, text=made.text.replace("three", "th\x0bee", 1))
    assert chosen.warnings(report_of([said])) == (
        "1 character that the file cannot hold is shown as a sign, such as � or ␋.",
    )
