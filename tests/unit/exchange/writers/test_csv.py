"""The table opens in a spreadsheet with every word in it, and nothing in it runs."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotator.exchange.writers import csv as writer
from annotator.exchange.writers.csv import COLUMNS, guarded
from annotator.model.report import Work, report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.works import STUDENT, article, claim, sample, snares, work

DANGEROUS = "=+-@\t\r\n＝＋－＠"


def rows(*works: Work) -> list[dict[str, str]]:
    data = writer.write(report_of(works), nothing).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data, newline="")))


def test_excel_knows_the_letters_and_the_line_ends() -> None:
    data = writer.write(report_of([sample()]), nothing)
    assert data.startswith(b"\xef\xbb\xbfarticle,number,person,quote,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 1 + 9


def test_each_claim_is_a_row_with_its_words() -> None:
    found = rows(sample())
    assert [row["quote"] for row in found] == [
        sample().text[slice(*one.span)] for one in sample().claims
    ]
    assert [row["number"] for row in found] == [str(number) for number in range(1, 10)]


def test_a_row_says_all_of_its_claim() -> None:
    assert rows(sample())[4] == {
        "article": "Afghan Resistance Continues Without US Support, Three Years After Withdrawal",
        "number": "5",
        "person": "Student 7",
        "quote": "the Taliban has taken minimal action to curb al Qaeda activity",
        "tags": "attributed; verified",
        "missing": "",
        "paragraph": "5",
        "start": "1309",
        "end": "1371",
        "source": "UN Security Council report",
        "source_kind": "document",
        "source_stake": "independent",
        "source_cue": "indicates",
        "source_via": "member states",
        **dict.fromkeys(
            ("counter_source", "counter_kind", "counter_stake", "counter_cue", "counter_via"), ""
        ),
        "evidence": "https://example.org/encyclopedia?article=Kabul&year=2021; "
        "The school library’s yearbook",
        "outcome": "supports; nothing",
        "checked": "2024-09-03; 2024-09-04",
        "found": "Kabul fell on 15 August 2021.; It ends in 2019.",
        "note": "",
        "links": "",
        "created": "2024-09-02T12:00:00.000000Z",
        "modified": "2024-09-02T12:00:00.000000Z",
        "id": "00000000-0000-4000-8000-000000000005",
        "best": "yes",
    }


def test_who_disagrees_has_columns_of_their_own() -> None:
    row = rows(sample())[5]
    assert (row["source"], row["counter_source"], row["counter_stake"], row["counter_cue"]) == (
        "U.N. report of 2022",
        "the Taliban",
        "unknown",
        "downplay",
    )


def test_what_is_open_missing_or_unnamed_is_said() -> None:
    found = rows(sample())
    assert [row["tags"] for row in found][1] == "open"
    assert found[7]["missing"] == "source; counter-source"
    assert found[8]["source"] == "unnamed"


def test_links_are_numbers_here_and_ids_elsewhere() -> None:
    found = rows(snares(), sample())
    assert found[0]["links"] == "disagrees 2; related 00000000-0000-4000-8000-000000000006"
    assert found[-3]["links"] == "disagrees 6; related 99999999-0000-4000-8000-000000000001"


def test_several_articles_are_told_apart() -> None:
    found = rows(sample(), snares())
    assert [row["article"][:6] for row in found] == ["Afghan"] * 9 + ["العربي"] * 14
    assert found[9]["number"] == "1"


@pytest.mark.parametrize("first", DANGEROUS)
def test_a_formula_is_made_words(first: str) -> None:
    assert guarded(f"{first}1+1") == f"'{first}1+1"


@pytest.mark.parametrize("cell", ["", "1+1", "'=1", " =1", "a=1", "“-", "−1"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@given(some.text(some.sampled_from(f'{DANGEROUS}a1",;\0 '), min_size=1, max_size=6))
def test_no_cell_that_somebody_wrote_begins_like_a_formula(said: str) -> None:
    text = f"{said}x"
    of = article(3, text, title=said)
    person = STUDENT.__class__(STUDENT.id, said)
    one = claim(1, of, text, text, note=said)
    (row,) = rows(work(of, text, [one], person))
    for column, expected in (("article", said), ("person", said), ("note", said), ("quote", text)):
        assert row[column][:1] not in DANGEROUS
        assert row[column] == (f"'{expected}" if expected[0] in DANGEROUS else expected)


def test_a_formula_in_any_field_is_made_words() -> None:
    row = rows(snares())[0]
    assert row["source"] == "'＝cmd|' /C calc'!A0"
    row = rows(snares())[3]
    assert row["note"].startswith("'=cmd|' /C calc'!A0\r\nsecond line")


def test_headers_are_fixed_english_and_harmless() -> None:
    assert [name for name in COLUMNS if guarded(name) != name or not name.isascii()] == []
    assert len(set(COLUMNS)) == len(COLUMNS) == 29


def test_without_claims_there_is_only_the_header() -> None:
    of = article(3, "One")
    assert rows(work(of, "One", [], STUDENT)) == []


def test_progress_is_told_to_the_last_claim() -> None:
    text = "word " * 600
    of = article(3, text)
    claims = [claim(n, of, text, "word " * n) for n in range(1, 600)]
    told: list[int] = []
    writer.write(report_of([work(of, text, claims, STUDENT)]), told.append)
    assert sum(told) == 599
    assert len(told) > 2


def test_the_manual_explains_every_column_in_order() -> None:
    manual = Path(__file__).parents[4] / "docs" / "manual" / "report.md"
    table = re.findall(r"^\| (`[^|]+`) \|", manual.read_text(encoding="utf-8"), re.MULTILINE)
    assert tuple(re.findall(r"`([^`]+)`", " ".join(table))) == COLUMNS
