"""The Word file says what the report says, needs no repair, and comments are on their words."""

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as some

from annotator.exchange.writers import docx
from annotator.exchange.writers.allowed import signed
from annotator.model.anonymity import without_names
from annotator.model.claim import Attribution, Source, SourceKind
from annotator.model.paper import Paper
from annotator.model.report import Report, report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.word_reading import (
    anchors,
    misplaced,
    opened,
    parts,
    words_of,
)
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

BOTH = report_of([sample(), snares()])


def written(report: Report = BOTH) -> bytes:
    return docx.write(report, nothing)


def shown(quote: str) -> str:
    """A quote as it can be seen: without empty lines, and with signs for what XML forbids."""
    lines = [line for line in quote.split("\n") if line.strip()]
    return "\n".join(lines).replace("\x0b", "␋")


def test_each_claim_is_a_comment_on_its_very_words() -> None:
    found = anchors(written())
    entries = [entry for one in BOTH.articles for entry in one.entries]
    assert [found[place].words for place in range(len(entries))] == [
        shown(entry.quote) for entry in entries
    ]
    assert {one.references for one in found.values()} == {1}
    assert found[9 + 5].paragraphs == 2, "the claim over an empty line spans two paragraphs"


def test_a_comment_says_who_when_and_everything_else() -> None:
    found = anchors(written(report_of([sample()])))
    assert (found[5].author, found[5].initials) == ("Student 7", "S7")
    assert found[5].when == "2024-09-02T12:00:00+00:00"
    assert found[5].said.splitlines() == [
        "Claim 6: Attributed, Contested",
        "Says so: U.N. report of 2022 (document), in the words “stated”",
        "Disagrees: the Taliban (organisation, stake unknown), in the words “downplay”",
    ]
    assert found[7].said.splitlines() == [
        "Claim 8: Attributed, Contested",
        "Still missing: say who says so",
        "Still missing: name who disagrees, or link their words",
    ]
    assert found[8].said.splitlines() == [
        "Claim 9: Open",
        "checked, still open",
        "Says so: unnamed source (unnamed)",
        "The school library’s yearbook",
        "found nothing checked 2024-09-04",
        "It ends in 2019.",
    ]
    assert found[2].said.splitlines()[-2:] == [
        "Note: He speaks for the NRF itself.",
        "Nobody outside it is asked.",
    ]


def test_the_article_stands_there_word_by_word() -> None:
    for work_ in (sample(), snares()):
        root = parts(written(report_of([work_])))["word/document.xml"]
        lines = [
            words_of(line)
            for line in root.iter(qn("w:p"))
            if (style := line.find(f".//{qn('w:pStyle')}")) is not None
            and style.get(qn("w:val")).startswith("Article")
        ]
        assert "\n".join(lines) == shown(work_.text)


def test_words_look_as_the_tags_of_the_innermost_claim() -> None:
    document = opened(written(report_of([sample()])))
    looks = {
        run.text: run.style.name
        for line in document.paragraphs
        for run in line.runs
        if run.style is not None and run.style.name != "Default Paragraph Font"
    }
    assert looks["The Taliban has held power for three years"] == "Verified"
    assert looks["the groups remain close"] == "Attributed + Contested"
    assert looks["The Taliban has been quick to downplay their "] == "Contested"
    assert looks["close relationship"] == "Attributed + Contested"
    assert looks["was assassinated by al Qaeda operatives"] == "Open"


def test_headings_are_headings_and_quotes_are_quotes() -> None:
    document = opened(written(report_of([sample()])))
    by_style: dict[str, list[str]] = {}
    for line in document.paragraphs:
        assert line.style is not None
        by_style.setdefault(str(line.style.name), []).append(line.text)
    assert by_style["Title"] == [sample().article.metadata.title]
    assert by_style["Heading 1"] == ["Sources", "The article", "The claims"]
    assert len(by_style["Article Headline"]) == 1
    several = opened(written())
    levels = [line.style.name for line in several.paragraphs if line.style and line.text]
    assert levels.count("Heading 1") == 2
    assert levels.count("Heading 2") == 6


def test_the_table_of_claims_has_a_head_on_each_page_and_whole_rows() -> None:
    table = opened(written(report_of([sample()]))).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == [
        "No.",
        "Passage, notes",
        "Tags",
        "Who says so, who disagrees",
        "What shows it",
    ]
    assert len(table.rows) == 1 + 9
    kept = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows]
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert all(kept)
    assert heads == [True] + [False] * 9
    number, passage, tags, said, shows = (cell.text for cell in table.rows[5].cells)
    assert number == "5"
    assert passage.splitlines() == [
        "the Taliban has taken minimal action to curb al Qaeda activity",
        "¶ 5 · Student 7 · ★ best check",
    ]
    assert tags.replace("\xa0", " ").split() == ["A", "Attributed", "V", "Verified"]
    assert said == (
        "Says so: UN Security Council report (document, independent), in the words “indicates”, "
        "told by member states"
    )
    assert "Kabul fell on 15 August 2021." in shows.splitlines()


def test_people_are_counted_in_a_table_and_together() -> None:
    table = opened(written(report_of([snares()]))).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][0] == "Person"
    assert [row[1] for row in rows[1:]] == ["5", "7", "2", "14"]
    assert rows[-1][0] == "All together"


def test_only_plain_web_addresses_are_links() -> None:
    root = parts(written(report_of([snares()])))["word/_rels/document.xml.rels"]
    outside = [one.get("Target") for one in root if one.get("TargetMode") == "External"]
    assert outside == [
        "https://example.org/a?b=1&c=2",
        "http://example.org/" + "path/" * 40,
    ]


def test_every_link_within_leads_to_a_place_that_is_there() -> None:
    root = parts(written())["word/document.xml"]
    places = [one.get(qn("w:name")) for one in root.iter(qn("w:bookmarkStart"))]
    numbers = [one.get(qn("w:id")) for one in root.iter(qn("w:bookmarkStart"))]
    wanted = {one.get(qn("w:anchor")) for one in root.iter(qn("w:hyperlink"))} - {None}
    assert wanted == set(places)
    assert len(set(places)) == len(places) == len(set(numbers)) == 2 + 2 * BOTH.size


def test_right_to_left_is_said_of_lines_and_of_runs() -> None:
    document = opened(written(report_of([snares()])))
    lines = [
        line for line in document.paragraphs if line.style and line.style.name == "Article Text"
    ]
    turned = [line._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for line in lines]
    assert turned == [True, False, True, False, False]
    runs = [run for run in lines[2].runs if run.text.strip()]
    assert [(run.text, bool(run.font.rtl)) for run in runs] == [
        ("שלום", True),
        (" עולם 12 ", True),
        ("said the mayor (not true", False),
        (").", True),
    ]


def test_a_language_is_said_where_it_differs() -> None:
    text = "Der Bürgermeister sagt, die Brücke sei sicher."
    of = article(3, text, language="de")
    root = parts(written(report_of([work(of, text, [claim(1, of, text, "sicher")], STUDENT)])))
    runs = [
        (run.findtext(qn("w:t")), lang.get(qn("w:val")))
        for run in root["word/document.xml"].iter(qn("w:r"))
        if (lang := run.find(f"{qn('w:rPr')}/{qn('w:lang')}")) is not None
    ]
    assert runs == [
        ("Der Bürgermeister sagt, die Brücke sei ", "de"),
        ("sicher", "de"),
        (".", "de"),
    ]
    default = root["word/styles.xml"].find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == "en"


def test_what_xml_cannot_hold_is_a_sign_and_is_said() -> None:
    document = opened(written(report_of([snares()])))
    said = "\n".join(line.text for line in document.paragraphs)
    assert "␋" in said
    assert "6 characters that the file cannot hold are shown as signs, such as � or ␋." in said
    clean = opened(written(report_of([sample()])))
    assert not [line.text for line in clean.paragraphs if "cannot hold" in line.text]


def test_tabs_and_line_breaks_are_kept() -> None:
    text = "A\tB  C "
    of = article(3, text)
    one = claim(1, of, text, "A\tB  C ", note="one\r\ntwo\rthree\tfour")
    data = written(report_of([work(of, text, [one], STUDENT)]))
    assert anchors(data)[0].words == text
    assert anchors(data)[0].said.splitlines()[-3:] == ["Note: one", "two", "three\tfour"]


@pytest.mark.parametrize("name", ["document", "styles", "numbering", "settings", "comments"])
def test_elements_stand_where_the_standard_wants_them(name: str) -> None:
    assert misplaced(parts(written())[f"word/{name}.xml"]) == []


def test_every_style_that_is_used_is_there() -> None:
    found = parts(written())
    defined = {one.get(qn("w:styleId")) for one in found["word/styles.xml"].iter(qn("w:style"))}
    used = {
        one.get(qn("w:val"))
        for root in found.values()
        for kind in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next")
        for one in root.iter(qn(kind))
    }
    assert used <= defined


def test_every_part_that_is_named_is_there() -> None:
    found = parts(written())
    named = {one.get("PartName") for one in found["[Content_Types].xml"]} - {None}
    assert {name.removeprefix("/") for name in named} <= set(found)
    assert not [name for name in found if "thumbnail" in name or "customXml" in name]


def test_the_file_says_what_it_is_and_names_nobody() -> None:
    about = opened(written()).core_properties
    assert (about.title, about.author) == ("2 annotated articles", "Annotator")
    assert about.created == about.modified == datetime.fromisoformat("2024-09-02T12:00:00+00:00")
    assert (about.comments, about.keywords, about.last_modified_by) == ("", "", "Annotator")


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 9638), (Paper.LETTER, 12240 - 2 * 1134)])
def test_tables_are_as_wide_as_the_paper_allows(paper: Paper, width: int) -> None:
    root = parts(written(replace(BOTH, paper=paper)))
    for table in root["word/document.xml"].iter(qn("w:tbl")):
        columns = [int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))]
        assert sum(columns) == width
    stops = [one.get(qn("w:pos")) for one in root["word/styles.xml"].iter(qn("w:tab"))]
    assert stops == [str(width)]


def test_pages_are_numbered() -> None:
    footer = opened(written()).sections[0].footer.paragraphs[0]._p
    assert [one.get(qn("w:instr")) for one in footer.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]


def test_each_article_numbers_its_paragraphs_from_one() -> None:
    root = parts(written())["word/document.xml"]
    lists = [one.get(qn("w:val")) for one in root.iter(qn("w:numId"))]
    numbers = [len(one.paragraphs) for one in BOTH.articles]
    assert lists == ["1"] * numbers[0] + ["2"] * numbers[1]


def test_the_same_report_gives_the_same_bytes_and_keeps_no_time() -> None:
    assert written() == written(report_of([sample(), snares()]))
    with zipfile.ZipFile(BytesIO(written())) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if b"rsid" in archive.read(name)]


def test_without_names_no_part_holds_one() -> None:
    hidden = without_names([sample(), snares()]).works
    data = written(report_of(hidden, anonymous=True))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    for person in (STUDENT, SNARE, NAMESAKE):
        assert person.id not in everything
        assert person.id[:8] not in everything
    assert "alert(2)" not in everything
    assert re.search('w:author="Student 1" w:date', everything)


def test_without_claims_it_says_so() -> None:
    of = article(3, "One")
    document = opened(written(report_of([work(of, "One", [])])))
    said = [line.text for line in document.paragraphs]
    assert "No claims yet" in said
    assert "Nobody has marked anything in this article yet." in said
    assert len(list(document.comments)) == 0


def test_a_long_title_and_a_long_address_do_no_harm() -> None:
    title = "Very long " * 40
    of = article(3, "One", title=title, address="https://example.org/" + "a" * 3000)
    data = written(report_of([work(of, "One", [], STUDENT)]))
    assert len(opened(data).core_properties.title) == 255
    root = parts(data)["word/_rels/document.xml.rels"]
    assert not [one for one in root if one.get("TargetMode") == "External"]


def test_progress_is_told_to_the_last_claim() -> None:
    told: list[int] = []
    docx.write(BOTH, told.append)
    assert sum(told) == BOTH.size


@settings(deadline=None, max_examples=25)
@given(
    some.text(
        some.characters(exclude_categories=["Cs"], exclude_characters="\r\n\t"),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_somebody_writes_the_document_opens(said: str) -> None:
    text = f"x{said}"
    of = article(3, text, title=said, outlet=said, language=said)
    source = Source(said, SourceKind.PERSON)
    one = claim(1, of, text, text, "A", note=said, attributions=(Attribution(source, cue=said),))
    data = written(report_of([work(of, text, [one], replace(STUDENT, name=said))]))
    (comment,) = anchors(data).values()
    assert comment.words == signed(text)
    assert f"Note: {signed(said)}" in comment.said.split("\n")
    assert comment.author == signed(said)
    assert misplaced(parts(data)["word/document.xml"]) == []
