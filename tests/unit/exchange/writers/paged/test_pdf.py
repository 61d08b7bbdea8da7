"""The report on paper as another program reads it: its words, its fonts, its pages."""

import os
import re
import textwrap
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from annotator.exchange.writers import paged
from annotator.exchange.writers.failures import Stopped
from annotator.exchange.writers.paged.letters import Letters, Look
from annotator.exchange.writers.paged.pdf import settled
from annotator.model.claim import Evidence
from annotator.model.paper import Paper
from annotator.model.report import Report, report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.paged import poppler
from tests.unit.exchange.writers.references import FOLDER, SWITCH
from tests.unit.exchange.writers.works import claim, sample, snares, work

TITLE = "Afghan Resistance Continues Without US Support, Three Years After Withdrawal"
TABLE_HEAD = "No. Passage, notes Tags Who says so, who disagrees What shows it"
REFERENCE = FOLDER / "sample.pdf.txt"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return paged.write(report_of([sample()]), nothing)


@pytest.fixture(scope="module")
def two() -> bytes:
    return paged.write(report_of([sample(), snares()]), nothing)


def long_report(number: int = 60) -> Report:
    """A report of many pages: each of some sentences is a claim that says much."""
    text = "\n".join(
        f"Paragraph {one}. " + "The council said so. " * (one % 9) for one in range(150)
    )
    of = replace(sample().article, characters=len(text))
    found = Evidence("https://example.org/" + "long/" * 30, True, found="Much was found. " * 12)
    claims = [
        claim(one + 1, of, text, f"Paragraph {one}.", "ACV"[one % 3], evidence=(found,) * (one % 4))
        for one in range(number)
    ]
    return report_of([work(of, text, claims, *sample().people)])


def test_it_says_what_the_reference_says(pdf: bytes) -> None:
    said = poppler.whole(pdf, TITLE, TABLE_HEAD)
    if os.environ.get(SWITCH):
        REFERENCE.write_text(textwrap.fill(said, 99) + "\n", encoding="utf-8")
        pytest.skip(f"{REFERENCE} was written: look at it")
    # Where lines break depends on the fonts that a computer has.
    assert "".join(said.split()) == "".join(REFERENCE.read_text(encoding="utf-8").split())


def test_the_same_report_gives_the_same_bytes(pdf: bytes) -> None:
    assert paged.write(report_of([sample()]), nothing) == pdf


def test_it_holds_no_time_and_no_random_id(pdf: bytes, two: bytes) -> None:
    assert b"Date (D:" not in pdf
    assert b"CreateDate" not in pdf
    ids = [re.search(rb"uuid:([0-9a-f-]{36})", one) for one in (pdf, two)]
    assert ids[0]
    assert ids[1]
    assert ids[0][1] != ids[1][1]


def test_times_of_any_length_leave_the_same_file(pdf: bytes) -> None:
    """Qt writes the zone as "Z" or as "+05'30'", and the file's table counts its bytes."""
    head = b"%PDF-1.4\n1 0 obj\n<<\n"
    files = []
    for zone in (b"Z", b"+05'30'"):
        time = b"/CreationDate (D:20260101000000" + zone + b")\n"
        body = head + time + time.replace(b"Creation", b"Mod") + b">>\nendobj\n"
        body += b"2 0 obj\nendobj"
        table = b"\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n%010d 00000 n \n"
        table %= body.index(b"2 0 obj")
        files.append(settled(body + table + b"startxref\n%d \n%%%%EOF\n" % (len(body) + 1)))
    assert files[0] == files[1]
    assert b"\n%010d 00000 n" % files[0].index(b"2 0 obj") in files[0]
    for one in (files[0], pdf):
        place = re.search(rb"startxref\n(\d+)", one)
        assert place
        assert one[int(place[1]) :].startswith(b"xref\n")
    places = re.findall(rb"\n(\d{10}) \d{5} n", pdf)
    for number, at in enumerate(places, 1):
        assert pdf[int(at) :].startswith(b"%d 0 obj" % number)


def test_a_tab_is_as_wide_as_in_the_article() -> None:
    """Five letters' sizes from one stop to the next; it was two, no wider than a word."""
    letters = Letters()
    (line,) = letters.lines([("a\tb", Look(11, serif=True))], 5000.0, 100.0)
    (large,) = letters.lines([("a\tb", Look(22, serif=True))], 5000.0, 100.0)
    places = [one.line.cursorToX(2) for one in (line, large)]
    assert [round(one[0]) for one in places if isinstance(one, tuple)] == [533, 1067]


def test_it_names_the_title_and_nobody(pdf: bytes) -> None:
    about = poppler.about(pdf)
    assert about["Title"] == TITLE
    assert about["Author"] == ""
    assert about["Creator"] == "Annotator"
    assert about["Page size"].startswith("595 x 842 pts")


def test_every_font_is_in_the_file(two: bytes) -> None:
    found = poppler.fonts(two)
    assert found
    assert [name for name, embedded in found if not embedded] == []


def test_letter_is_another_sheet(pdf: bytes) -> None:
    letter = paged.write(replace(report_of([sample()]), paper=Paper.LETTER), nothing)
    assert poppler.about(letter)["Page size"] == "612 x 792 pts (letter)"
    said = [poppler.whole(one, TITLE, TABLE_HEAD) for one in (letter, pdf)]
    assert "".join(said[0].split()) == "".join(said[1].split())


def test_each_page_has_its_number_and_the_running_head(pdf: bytes) -> None:
    pages = poppler.pages(pdf)
    count = len(pages)
    assert count == int(poppler.about(pdf)["Pages"])
    for number, page in enumerate(pages, 1):
        head = "" if number == 1 else f"{TITLE} "
        assert page.endswith(f"{head}{number} / {count}")


def test_no_page_is_blank(two: bytes) -> None:
    ink = poppler.ink(two)
    assert min(ink) > 0.002
    assert max(ink) < 0.5


def test_a_heading_is_never_the_last_on_its_page() -> None:
    data = paged.write(long_report(), nothing)
    for page, said in zip(poppler.words(data), poppler.pages(data), strict=True):
        # The lowest words but the page's number are lines of text, not a heading's large letters.
        lowest = sorted(page, key=lambda one: one.bottom)[-4]
        assert lowest.bottom - lowest.top < 24, said
        assert " ".join(one.said for one in page).count("The claims") <= 1
    assert len(poppler.pages(data)) > 8


def test_no_row_is_broken_that_fits_on_a_page() -> None:
    data = paged.write(long_report(), nothing)
    pages = [page for page in poppler.pages(data) if TABLE_HEAD in page]
    assert len(pages) > 3
    for page in pages[1:]:
        # What follows the repeated head is the number of a row.
        assert re.match(rf"{re.escape(TABLE_HEAD)} \d+ “Paragraph", page)


def test_a_row_that_is_taller_than_a_page_goes_on_over_several() -> None:
    found = Evidence("Somewhere", found="\n".join(f"line {one}" for one in range(300)))
    one = sample()
    of = claim(1, one.article, one.text, "three years", "V", evidence=(found,))
    said = poppler.whole(
        paged.write(report_of([work(one.article, one.text, [of], *one.people)]), nothing),
        TITLE,
        TABLE_HEAD,
    )
    numbers = [int(number) for number in re.findall(r"line (\d+)", said)]
    assert numbers == list(range(300))


def test_lines_of_one_column_do_not_touch(pdf: bytes) -> None:
    for page in poppler.words(pdf):
        tops = sorted({round(one.bottom, 1) for one in page if one.bottom - one.top > 13})
        assert all(lower - upper > 1 or lower == upper for upper, lower in pairwise(tops))


def test_letters_of_every_script_are_there(two: bytes) -> None:
    said = poppler.reordered(two)
    for words in ("野家", "الجسر", "שלום", "claim 6 of article 1"):
        assert words in said, words


def test_what_a_class_wrote_is_shown_as_it_was_written(two: bytes) -> None:
    said = " ".join(poppler.pages(two))
    assert "<script>alert(3)</script>" in said
    assert "<img src=x" in said


def test_several_articles_have_a_list_with_their_pages(two: bytes) -> None:
    pages = poppler.pages(two)
    assert pages[0].startswith("REPORT 2 annotated articles")
    found = re.findall(r"passages (\d+)", pages[0])
    assert len(found) == 2
    for number in map(int, found):
        assert pages[number - 1].startswith("ANNOTATED ARTICLE")


def test_it_can_be_stopped_between_two_pages() -> None:
    calls = 0

    def stop(_more: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise Stopped

    with pytest.raises(Stopped):
        paged.write(report_of([sample()]), stop)
    assert calls == 4


def test_it_is_written_on_another_thread_just_the_same(pdf: bytes, tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as other:
        made = other.submit(paged.write, report_of([sample()]), nothing).result()
    (tmp_path / "made.pdf").write_bytes(made)
    assert made == pdf
