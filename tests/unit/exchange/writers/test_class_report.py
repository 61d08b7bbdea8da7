"""The class report as a web page, as a workbook and as a grade book."""

import csv
import io
import re
from dataclasses import replace

import openpyxl
import pytest

from annotator.exchange.writers import xlsx
from annotator.exchange.writers.classes import gradebook
from annotator.exchange.writers.classes.blocks import Figures, Grid, Says, Talk
from annotator.exchange.writers.classes.front import front, last_change, title_of
from annotator.exchange.writers.classes.heat import behind_signs, heat_text
from annotator.exchange.writers.classes.telling import blocks
from annotator.exchange.writers.html import class_page
from annotator.model.agreement import agreement
from annotator.model.class_anonymity import class_without_names
from annotator.model.class_reckoning import class_report_of
from annotator.model.class_report import ClassReport
from annotator.model.class_work import ClassWork
from tests.unit.exchange.writers.page import of_class, parsed, with_id, words
from tests.unit.model import made_class as made


def report(work: ClassWork | None = None, *, anonymous: bool = False) -> ClassReport:
    given = work or made.twelve()
    if anonymous:
        given = class_without_names(given).work
    value = agreement(given.text, given.annotators)
    return class_report_of(given, value, anonymous=anonymous, zone=made.MADE.tzinfo)


def ignore(_more: int) -> None:
    pass


def page(of: ClassReport) -> str:
    return class_page.write(of, ignore).decode("utf-8")


def test_the_first_page_says_what_came_and_three_passages_to_discuss() -> None:
    found = list(front(report()))
    (figures,) = (one for one in found if isinstance(one, Figures))
    assert [one.number for one in figures.figures] == ["13 of 15", "6 passages", "9 of 13"]
    assert figures.figures[0].words == "handed in, 1 late, 2 missing"
    assert figures.figures[2].words.endswith("name one with an interest of its own")
    assert [one.words for one in found if isinstance(one, Says)] == [
        "1 person handed in work that contradicts itself: the teacher has to choose which one "
        "counts, and until then none of it is in what follows.",
        "1 pair worked together and counts once in what follows.",
    ]
    talks = [one for one in found if isinstance(one, Talk)]
    assert [one.quote for one in talks] == [made.POWER, made.CLOSE, made.OPERATIONS, made.AID]
    assert talks[1].said == (
        "9 of 11 marked it. 1 of them gave it several tags.",
        "The class gives it different tags.",
    )
    assert [one.words for one in talks[1].badges] == [
        *("5 attributed", "3 contested", "1 verified", "1 open"),
    ]
    assert talks[-1].said == ("9 of 11 missed it.",)


def test_who_works_here_has_marked_and_handed_nothing_in() -> None:
    work = made.twelve()
    (figures, *_rest) = front(report(ClassWork(work.article, work.text, work.annotators)))
    assert isinstance(figures, Figures)
    assert figures.figures[0] == ("11 people", "marked the article here; nothing was handed in")


def test_who_reads_by_keyboard_can_skip_to_each_part() -> None:
    root = parsed(class_page.write(report(), ignore))
    (skip,) = of_class(root, "skip")
    places = [one.get("href", "").removeprefix("#") for one in skip.iter("a")]
    assert [words(with_id(root, place)) for place in places] == [
        *("The article", "Passages", "Students"),
    ]


def test_names_of_who_needs_help_stand_on_the_last_page_alone() -> None:
    said = page(report())
    apart = said.index("For the teacher alone")
    for name in ("Noah Empty", "Xenia Ölmez", "Wu Zetian"):
        assert said.count(name) == (1 if name != "Noah Empty" else 2)
        assert said.rindex(name) > apart
    assert "Xenia" not in said[:apart]
    assert said.rindex("<h2", 0, apart) == said.rindex("<h2")


def test_what_somebody_wrote_is_never_markup() -> None:
    said = page(report())
    assert "<script" not in said
    assert "&lt;script&gt;alert(1)" in said
    assert "Ivo &lt;b&gt;Nagy&lt;/b&gt;" in said


def test_all_answers_stand_side_by_side_under_real_heads() -> None:
    root = parsed(class_page.write(report(), ignore))
    tables = list(of_class(root, "answers"))
    assert len(tables) == 6
    for body in root.iter("tbody"):
        assert all(row[0].get("scope") == "row" for row in body)
    close = next(one for one in tables if one.get("aria-labelledby") == "passage2")
    assert "the groups remain close" in words(with_id(root, "passage2"))
    heads = [words(one) for one in close.iter("th") if one.get("scope") == "row"]
    assert len(heads) == 9
    assert "Zoë Zh’ang" in heads
    assert "say who says so" in words(close)


def test_the_article_has_its_heat_and_its_numbers() -> None:
    of = report()
    assert "".join(piece.words for _paragraph, some in heat_text(of) for piece in some) == "".join(
        of.text[slice(*one.span)] for one in of.paragraphs
    )
    marked = {
        piece.words: (piece.level, [one.number for one in piece.ends])
        for _paragraph, some in heat_text(of)
        for piece in some
        if piece.level
    }
    # The count stands behind the full stop.
    assert marked[made.CLOSE] == (5, [])
    pieces = [piece for _paragraph, some in heat_text(of) for piece in some]
    (ends,) = (one.words for one in pieces if [passage.number for passage in one.ends] == [2])
    assert ends == ".”"
    assert marked[made.POWER] == (3, [1])
    assert 'class="a a1 h5">the groups remain close</mark>' in page(of)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("said.” Then", "said.”"), ("said", "said"), ("said’s", "said"), ("said – he", "said")],
)
def test_a_count_stands_behind_the_signs_that_end_a_word(text: str, shown: str) -> None:
    assert text[: behind_signs(text, 4)] == shown


def test_without_names_no_name_is_left_in_any_format() -> None:
    of = report(anonymous=True)
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write_class(of, ignore)))
    cells = repr([[cell.value for cell in row] for sheet in book for row in sheet])
    written = (page(of), gradebook.write(of, ignore).decode(), cells)
    for said in written:
        for name in ("Ana Li", "O'Hara", "Dora", "Lena", "Mia Roth", "Xenia", "Wu Zetian"):
            assert name not in said
        assert "Student 1" in said
        assert "-3333-4333-8333-" not in said


def test_the_same_report_gives_the_same_bytes_and_tells_how_far_it_is() -> None:
    of = report()
    for write in (class_page.write, xlsx.write_class, gradebook.write):
        told: list[int] = []
        first = write(of, told.append)
        assert sum(told) == of.size
        assert write(of, ignore) == first


def test_a_sheet_for_each_part_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write_class(report(), ignore)))
    assert book.sheetnames == [
        *("Students", "Passages", "Answers", "Sources", "Key", "For the teacher alone"),
    ]
    assert [cell.value for cell in book["Students"]["A"]][:3] == [
        "Student",
        '=HYPERLINK("http://x.example","y")',
        "Ana Li (00000001)",
    ]
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    assert book["Answers"].max_row == 1 + report().size
    assert book["Passages"]["D2"].value == 4
    assert "https://example.org/report?a=1&b=2\nsupports it checked 2024-09-05" in (
        book["Answers"]["F2"].value
    )


def test_a_workbook_without_key_and_need_and_with_a_cell_too_long() -> None:
    work = made.twelve()
    ana = next(one for one in work.annotators if one.id == made.person(1))
    long = replace(ana, claims=tuple(replace(one, note="x" * 40_000) for one in ana.claims))
    of = report(ClassWork(work.article, work.text, (long,)))
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write_class(of, ignore)))
    assert book.sheetnames == ["Students", "Passages", "Answers", "Sources", "Summary"]
    assert "3 cells are longer" in str(book["Summary"]["A1"].value)


def grades(of: ClassReport) -> list[dict[str, str]]:
    text = gradebook.write(of, ignore).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_grade_book_has_a_row_for_each_of_a_pair_and_for_who_is_missing() -> None:
    rows = {row["student"]: row for row in grades(report())}
    assert rows["Lena Vogt"]["passages"] == rows["Mia Roth"]["passages"] == "2"
    assert rows["Xenia Ölmez"]["handed_in"] == "no"
    assert rows["Xenia Ölmez"]["id"] == made.person(40)
    assert rows["Wu Zetian"]["handed_in"] == "conflict"
    assert rows["Dora 🦊 Klee"]["late"] == "yes"
    assert rows['\'=HYPERLINK("http://x.example","y")']["minimums_met"] == "yes"
    assert rows["Ana Li (00000001)"]["found"] == "2"
    assert rows["Ana Li (00000001)"]["made"] == "2024-09-05T12:00:00Z"


def test_the_grade_book_of_who_handed_nothing_in_and_without_a_key() -> None:
    work = made.twelve()
    bare = grades(report(ClassWork(work.article, work.text, work.annotators)))
    assert {row["handed_in"] for row in bare} == {"no"}
    assert {(row["asked"], row["minimums_met"], row["anyway"]) for row in bare} == {("", "", "")}


def test_a_class_of_nobody_and_of_one_who_is_hidden() -> None:
    work = made.twelve()
    nobody = report(ClassWork(work.article, work.text, ()))
    said = page(nobody)
    assert "There is nothing yet that the class sees differently." in said
    assert "Nobody needs help by what can be counted." in said
    assert title_of(nobody) == made.ARTICLE.metadata.title
    assert last_change(nobody) == made.MADE
    hidden = report(replace(work, hidden_people=frozenset({made.person(1)})))
    assert Says("1 is hidden and not in what follows.", soft=True) in list(front(hidden))


def test_agreement_and_sources_are_said() -> None:
    grids = {one.caption: one for one in blocks(report()) if isinstance(one, Grid)}
    agreed = grids["1 is full agreement, 0 what chance would give"]
    assert [row[0] for row in agreed.rows] == ["All tags", "Attributed", "Contested", "Verified"]
    assert re.fullmatch(r"-?0\.\d\d\d", str(agreed.rows[0][1]))
    sources = next(one for caption, one in grids.items() if caption.startswith("Whom the class"))
    assert sources.rows[0] == ("Ali Nazary", 8, 8, 0, "person 8", "own interest 8")
    joined = replace(made.twelve(), spellings={"The Taliban": "the Taliban"})
    assert "also: The Taliban" in page(report(joined))
