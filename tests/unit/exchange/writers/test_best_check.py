"""My best check leads every report to read, and every table says which claim it is."""

import csv
import io
import re
from dataclasses import replace
from html import unescape

import openpyxl
import pytest

from annotator.exchange.writers.registry import choose
from annotator.model.report import Report, report_of
from tests.unit.exchange.writers import brat_reading, qdpx_reading
from tests.unit.exchange.writers.page import nothing, of_class, page, with_id
from tests.unit.exchange.writers.page import words as said
from tests.unit.exchange.writers.paged import poppler
from tests.unit.exchange.writers.unpacked import unpacked
from tests.unit.exchange.writers.works import sample, snares

QUOTE = "the Taliban has taken minimal action to curb al Qaeda activity"
TO_READ = ["html", "pdf", "docx", "odt"]


def written(name: str, report: Report) -> bytes:
    return choose(name, None).write(report, nothing)


def shown(name: str, report: Report) -> str:
    """What a report to read says, without markup and blanks."""
    data = written(name, report)
    if name == "pdf":
        text = " ".join(poppler.pages(data))
    else:
        text = unescape(re.sub("<[^>]*>", "", data.decode() if name == "html" else unpacked(data)))
    return re.sub(r"\s", "", text)


def starless() -> Report:
    work = sample()
    return report_of([replace(work, claims=[replace(one, best=False) for one in work.claims])])


@pytest.mark.parametrize("name", TO_READ)
def test_it_stands_before_the_sources_and_the_article(name: str) -> None:
    text = shown(name, report_of([sample()]))
    leads = text.index("★Mybestcheck")
    part = text[leads : text.index("Whoisnamed,and")]
    assert "".join(QUOTE.split()) in part
    assert part.index("Attributed") < part.rindex("Verified")
    for words in (
        "Saysso:UNSecurityCouncilreport(document,independent)",
        "supportsithttps://example.org/encyclopedia?article=Kabul&year=2021Kabulfellon15August2021.",
        "foundnothingTheschoollibrary’syearbookItendsin2019.",
    ):
        assert words in part
    assert "claim5" in part
    assert text.count("★bestcheck") == (2 if name == "docx" else 1)  # the comment says it, too


@pytest.mark.parametrize("name", TO_READ)
def test_without_a_star_nothing_is_said_of_it(name: str) -> None:
    assert "★" not in shown(name, starless())


@pytest.mark.parametrize("name", TO_READ)
def test_of_several_people_each_is_named(name: str) -> None:
    text = shown(name, report_of([snares()]))
    first = text.index("★Bestcheckof</style><script>alert(2)</script>")
    second = text.index("★BestcheckofStudent7(55555555)")
    assert first < second < text.index("Whoisnamed,and")
    assert "Mybestcheck" not in text


def test_the_page_leads_from_it_to_its_row() -> None:
    root = page(report_of([sample()]))
    (section,) = of_class(root, "best")
    assert said(with_id(root, section.get("aria-labelledby", ""))) == "★ My best check"
    links = [one.get("href") for one in section.iter("a")]
    assert links == ["#c5", "https://example.org/encyclopedia?article=Kabul&year=2021"]
    assert QUOTE in said(with_id(root, "c5"))


def test_a_deceiving_address_in_it_is_no_link() -> None:
    root = page(report_of([snares()]))
    links = [
        one.get("href") or "" for section in of_class(root, "best") for one in section.iter("a")
    ]
    assert [one for one in links if not one.startswith("#")] == [
        "http://example.org/" + "path/" * 40
    ]


def test_tables_have_a_column_for_it_at_the_end() -> None:
    report = report_of([sample(), snares()])
    data = written("csv", report).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    starred = [place for place, row in enumerate(rows) if row[-1] == "yes"]
    assert rows[0][-1] == "best"
    assert starred == [5, 9 + 3, 9 + 4]
    assert {row[-1] for row in rows[1:]} == {"yes", ""}
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", report)))["Claims"]
    column = [row[-1] for row in sheet.iter_rows(values_only=True)]
    assert column[0] == "Best check"
    assert [place for place, cell in enumerate(column) if cell == "yes"] == starred


def test_brat_and_research_programs_are_told() -> None:
    report = report_of([sample()])
    (document,) = brat_reading.read(written("brat", report)).documents.values()
    flagged = [mark for mark in document.marks.values() if "Best_check" in mark.flags]
    assert [document.text[slice(*mark.spans[0])] for mark in flagged] == [QUOTE]
    (source,) = qdpx_reading.read(written("qdpx", report)).sources
    told = [one.words for one in source.selections if "★ best check" in str(one.notes)]
    assert told == [QUOTE]
