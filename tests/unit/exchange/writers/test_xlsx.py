"""The workbook opens with every word in it, dates are dates, and nothing in it runs."""

import io
import re
import zipfile
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl.utils.escape import unescape

from annotator.exchange.writers import xlsx
from annotator.exchange.writers.xlsx.cells import (
    CUT,
    LONGEST,
    fitting,
    lines_in,
    sheet_name,
    too_long,
)
from annotator.model.anonymity import without_names
from annotator.model.claim import Evidence
from annotator.model.person import Person
from annotator.model.report import Report, Work, report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.works import (
    NAMESAKE,
    SNARE,
    STUDENT,
    article,
    claim,
    sample,
    snares,
    work,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(report: Report) -> bytes:
    return xlsx.write(report, nothing)


def book(*works: Work) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(report_of(works))))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def one_row(**fields: Any) -> dict[str, Any]:
    """The row of a claim on all of a short text with these fields."""
    text = fields.pop("text", "Words")
    of = article(3, text)
    (row,) = rows(book(work(of, text, [claim(1, of, text, text, **fields)], STUDENT))["Claims"])
    return row


def test_there_are_three_sheets() -> None:
    assert book(sample()).sheetnames == ["Claims", "Sources", "Summary"]


def test_a_row_says_all_of_its_claim() -> None:
    noon = datetime(2024, 9, 2, 12)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert rows(book(sample())["Claims"])[4] == {
        "No.": 5,
        "Person": "Student 7",
        "Passage": "the Taliban has taken minimal action to curb al Qaeda activity",
        "Tags": "Attributed, Verified",
        "Still missing": None,
        "Paragraph": 5,
        "Says so": "UN Security Council report",
        "Says so: kind": "document",
        "Says so: stake": "independent",
        "Says so: in the words": "indicates",
        "Says so: told by": "member states",
        "Disagrees": None,
        "Disagrees: kind": None,
        "Disagrees: stake": None,
        "Disagrees: in the words": None,
        "Disagrees: told by": None,
        "What shows it": "https://example.org/encyclopedia?article=Kabul&year=2021\n"
        "The school library’s yearbook",
        "Outcome": "supports it\nfound nothing",
        "Checked": "2024-09-03\n2024-09-04",
        "Found": "Kabul fell on 15 August 2021.\nIt ends in 2019.",
        "Note": None,
        "Links": None,
        "Start": 1309,
        "End": 1371,
        "Created (UTC)": noon,
        "Changed (UTC)": noon,
        "Id": "00000000-0000-4000-8000-000000000005",
        "Best check": "yes",
    }


def test_every_claim_of_every_article_is_a_row() -> None:
    found = rows(book(sample(), snares())["Claims"])
    assert [row["No."] for row in found] == [*range(1, 10), *range(1, 15)]
    assert [row["Article"][:6] for row in found] == ["Afghan"] * 9 + ["العربي"] * 14
    quotes = [one.text[slice(*made.span)] for one in (sample(), snares()) for made in one.claims]
    assert [unescape(row["Passage"]) for row in found] == quotes
    assert found[9]["Links"] == "Disagrees with claim 2\nBelongs with claim 6 of article 1"
    assert found[6]["Links"].endswith("a claim that is not in this report")


def test_a_day_is_a_date_where_it_is_known() -> None:
    known = one_row(evidence=(Evidence("a", checked=date(2024, 9, 3)),))["Checked"]
    assert isinstance(known, datetime)
    assert known.date() == date(2024, 9, 3)
    assert one_row(evidence=(Evidence("a", checked=date(1812, 9, 3)),))["Checked"] == "1812-09-03"
    assert one_row(evidence=(Evidence("a"),))["Checked"] is None


@pytest.mark.parametrize(
    "said",
    [
        "=1+1",
        '=HYPERLINK("https://example.org","x")',
        "＝1+1",
        "@SUM(A1)",
        "{=1}",
        "+1",
        "-1",
        "12",
        "1e5",
        "TRUE",
        "#REF!",
        "mailto:a@example.org",
        "internal:Claims!A1",
        "file:///etc/hosts",
        "<r>not markup</r>",
        "<r>&</r>",
        "_x0041_",
        " blank before and after ",
        "'",
    ],
)
def test_text_stays_the_text_it_is(said: str) -> None:
    of = article(3, said, title=said, outlet=said)
    one = claim(1, of, said, said, note=said, evidence=(Evidence(said, True, found=said),))
    made = book(work(of, said, [one], Person(STUDENT.id, said)))
    row = rows(made["Claims"])[0]
    assert [row[name] for name in ("Person", "Passage", "Note", "What shows it", "Found")] == [
        said
    ] * 5
    for sheet in made:
        for cells in sheet.iter_rows():
            for cell in cells:
                assert cell.data_type in "snd"
                assert cell.value != said or cell.data_type == "s"
                assert cell.hyperlink is None


def test_only_plain_web_addresses_are_links() -> None:
    addresses = [*snares().claims[3].evidence, Evidence("https://example.org/a#b", True)]
    for one in addresses:
        text = "Words"
        of = article(3, text)
        made = book(work(of, text, [claim(1, of, text, text, evidence=(one,))], STUDENT))
        (cell,) = (cell for cell in made["Claims"][2] if cell.value == one.where)
        linked = cell.hyperlink.target if cell.hyperlink else ""
        if cell.hyperlink and cell.hyperlink.location:
            linked += f"#{cell.hyperlink.location}"
        assert linked == (one.where if one.where.startswith("http") and one in GOOD else "")


GOOD = (snares().claims[3].evidence[-1], Evidence("https://example.org/a#b", True))


def test_an_address_longer_than_excel_allows_is_text() -> None:
    where = "https://example.org/" + "a" * 2100
    assert one_row(evidence=(Evidence(where, True),))["What shows it"] == where


def as_excel_reads(note: str) -> str:
    """A note of a report's only claim, with the escapes of control characters undone."""
    text = "Words"
    of = article(3, text)
    data = written(report_of([work(of, text, [claim(1, of, text, text, note=note)], STUDENT)]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    (place,) = (cell[0].text for cell in sheet.iter(f"{MAIN}c") if cell.get("r") == "U2")
    said = "".join(one.text or "" for one in strings[int(place or "")].iter(f"{MAIN}t"))
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), said)


def test_control_characters_are_escaped_as_excel_does() -> None:
    said = "a\x00b\x01\x0b\x1b\x1f c\ufffe _x0001_ \x7f\x85\U0001ffff\td"
    assert as_excel_reads(said) == said
    assert as_excel_reads("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_lone_surrogate_is_a_sign() -> None:
    assert as_excel_reads("a\ud800b") == "a\ufffdb"


@settings(deadline=None, max_examples=60)
@given(some.text(some.characters(exclude_characters="\r"), min_size=1, max_size=20))
def test_any_note_comes_back(note: str) -> None:
    shown = "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in note)
    assert as_excel_reads(note) == shown


@pytest.mark.parametrize("letter", ["a", "𠮷", "a𠮷"])
def test_what_is_too_long_is_cut_with_a_mark_and_said(letter: str) -> None:
    note = letter * 40_000
    text = "Words"
    of = article(3, text)
    whole = work(of, text, [claim(1, of, text, text, note=note)], STUDENT)
    made = book(whole)
    found = rows(made["Claims"])[0]["Note"]
    assert found.endswith(CUT)
    assert note.startswith(found.removesuffix(CUT))
    assert LONGEST - 2 <= len(found.encode("utf-16-le")) // 2 <= LONGEST
    sentence = "1 cell is longer than a spreadsheet can hold. It is cut where […] stands."
    assert sentence in [row[0] for row in made["Summary"].iter_rows(values_only=True)]
    assert xlsx.cut(report_of([whole])) == (sentence,)
    assert xlsx.cut(report_of([sample(), snares()])) == ()


def test_what_just_fits_is_whole() -> None:
    assert fitting("a" * LONGEST) == "a" * LONGEST
    assert not too_long("𠮷" * (LONGEST // 2))
    assert too_long("𠮷" * (LONGEST // 2 + 1))


@pytest.mark.parametrize(
    ("words", "taken", "name"),
    [
        ("Claims", [], "Claims"),
        ("a/b\\c[d]:e*f?", [], "a b c d  e f"),
        ("'quoted'", [], "quoted"),
        (
            "A very long name that no sheet of Excel can ever have",
            [],
            "A very long name that no sheet",
        ),
        ("claims", ["Claims"], "claims 2"),
        ("History", [], "History 2"),
        ("", [], "Sheet"),
    ],
)
def test_a_sheet_has_a_name_that_excel_allows(words: str, taken: list[str], name: str) -> None:
    assert sheet_name(words, taken) == name


@pytest.mark.parametrize(
    ("words", "lines"),
    [("", 1), ("ten letter", 1), ("more than ten", 2), ("a\n\nb", 3), ("吉野家吉野家", 2)],
)
def test_a_row_is_as_high_as_its_lines(words: str, lines: int) -> None:
    assert lines_in(words, 10) == lines


def test_a_long_note_makes_a_row_high_but_no_higher_than_excel_allows() -> None:
    text = "Words and words"
    of = article(3, text)
    claims = [
        claim(1, of, text, "Words", note="short"),
        claim(2, of, text, "and", note="line\n" * 4),
        claim(3, of, text, "words", note="line\n" * 400),
    ]
    sheet = book(work(of, text, claims, STUDENT))["Claims"]
    heights = [sheet.row_dimensions[row].height for row in (2, 3, 4)]
    assert heights == [None, 75, 408.75]  # a whole number of pixels


def test_the_head_stays_and_every_column_has_a_filter() -> None:
    made = book(sample(), snares())
    claims, sources = made["Claims"], made["Sources"]
    assert claims.freeze_panes == sources.freeze_panes == "A2"
    assert claims.auto_filter.ref == f"A1:AC{1 + 9 + 14}"
    assert sources.auto_filter.ref == "A1:F7"
    passage = claims["D2"]
    assert passage.alignment.wrap_text
    assert claims.column_dimensions["D"].width > 55


def test_sources_and_people_are_counted() -> None:
    made = book(snares())
    assert rows(made["Sources"]) == [
        {
            "Source": "＝cmd|' /C calc'!A0",
            "Kind": "person",
            "Stake": "own interest",
            "Says so": 1,
            "Disagrees": 0,
        }
    ]
    summary = list(made["Summary"].iter_rows(values_only=True))
    assert summary[-1] == ("All together", 14, 6, 4, 5, 3, 10)
    assert ("Date", "=1+1", *(None,) * 5) in summary


def test_the_same_report_gives_the_same_bytes() -> None:
    data = written(report_of([sample(), snares()]))
    assert data == written(report_of([sample(), snares()]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = ElementTree.fromstring(archive.read("docProps/core.xml"))
    assert [one.text for one in about] == [
        "2 annotated articles",
        "Annotator",
        "Annotator",
        "2024-09-02T12:00:00Z",
        "2024-09-02T12:00:00Z",
    ]


def test_without_names_no_part_holds_one() -> None:
    hidden = without_names([sample(), snares()]).works
    with zipfile.ZipFile(io.BytesIO(written(report_of(hidden, anonymous=True)))) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    for person in (STUDENT, SNARE, NAMESAKE):
        assert person.id not in everything
        assert person.id[:8] not in everything
    assert "alert(2)" not in everything
    assert "Student 1" in everything


def test_without_claims_there_are_only_heads() -> None:
    of = article(3, "One")
    made = book(work(of, "One", []))
    assert rows(made["Claims"]) == []
    said = [row[0] for row in made["Summary"].iter_rows(values_only=True)]
    assert "Nobody has marked anything in this article yet." in said


def test_progress_is_told_to_the_last_claim() -> None:
    told: list[int] = []
    both = report_of([sample(), snares()])
    xlsx.write(both, told.append)
    assert sum(told) == both.size
