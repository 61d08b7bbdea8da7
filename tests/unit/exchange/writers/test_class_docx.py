"""The class report as a Word document: what it says, where it leads, and that it is well made."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from annotator.exchange.writers import docx
from annotator.exchange.writers.docx.markup import Element
from annotator.exchange.writers.failures import Stopped
from annotator.model.agreement import agreement
from annotator.model.class_anonymity import class_without_names
from annotator.model.class_reckoning import class_report_of
from annotator.model.class_report import ClassReport
from annotator.model.class_work import ClassWork
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.word_reading import misplaced, opened, parts
from tests.unit.model.made_class import CLOSE, twelve


def report(work: ClassWork | None = None) -> ClassReport:
    of = work or twelve()
    return class_report_of(of, agreement(of.text, of.annotators))


@pytest.fixture(scope="module")
def made() -> bytes:
    return docx.write_class(report(), nothing)


def body(data: bytes) -> Element:
    return opened(data).element.body


def said(data: bytes) -> str:
    return "".join(one.text or "" for one in body(data).iter(qn("w:t")))


def test_the_same_report_gives_the_same_bytes(made: bytes) -> None:
    assert docx.write_class(report(), nothing) == made


def test_word_need_not_mend_it(made: bytes) -> None:
    for name in ("word/document.xml", "word/styles.xml"):
        assert misplaced(parts(made)[name]) == []


def test_every_cell_ends_with_a_paragraph(made: bytes) -> None:
    cells = list(body(made).iter(qn("w:tc")))
    assert len(cells) > 100
    assert {cell[-1].tag for cell in cells} == {qn("w:p")}


def test_the_words_of_the_article_stand_in_it_with_how_many_marked_them(made: bytes) -> None:
    styles = {
        (run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}").get(qn("w:val")), run.find(qn("w:t")).text)
        for run in body(made).iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is not None
        and run.find(qn("w:t")) is not None
    }
    assert ("HeatA5", CLOSE) in styles
    assert ("ClaimBegin", "\u00a0[2:\u00a0A5\u00a0C3\u00a0V1\u00a0?1]") in styles


def test_every_style_that_is_used_is_there(made: bytes) -> None:
    names = {one.get(qn("w:styleId")) for one in parts(made)["word/styles.xml"].iter(qn("w:style"))}
    used = {
        one.get(qn("w:val"))
        for tag in ("w:rStyle", "w:pStyle", "w:tblStyle")
        for one in body(made).iter(qn(tag))
    }
    assert used <= names, used - names


def test_no_page_ends_between_a_passage_and_its_answers(made: bytes) -> None:
    whole = body(made)
    tables = [one for one in whole if one.tag == qn("w:tbl")]
    for table in tables[:6]:
        place = list(whole).index(table)
        heading, sentence, caption = whole[place - 3 : place]
        for line in (sentence, caption):
            assert line.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        assert heading.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) == "Heading2"


def test_what_to_discuss_leads_to_the_answers(made: bytes) -> None:
    places = {one.get(qn("w:name")) for one in body(made).iter(qn("w:bookmarkStart"))}
    links = [one.get(qn("w:anchor")) for one in body(made).iter(qn("w:hyperlink"))]
    inside = [one for one in links if one]
    assert inside == ["passage1", "passage2", "passage3"]
    assert set(inside) <= places


def test_without_names_nobody_is_named() -> None:
    work = class_without_names(twelve()).work
    data = docx.write_class(
        class_report_of(work, agreement(work.text, work.annotators), anonymous=True), nothing
    )
    words = said(data)
    assert "Student 1" in words
    for one in twelve().annotators:
        assert not any(member.name in words for member in one.people)
    assert "For the teacher alone" not in words


def test_a_class_of_nobody_is_a_report_too() -> None:
    empty = replace(
        twelve(), annotators=(), hand_ins={}, conflicts=(), missing=(), key=(), optional=frozenset()
    )
    assert "0 passages" in said(docx.write_class(report(empty), nothing))


def test_progress_counts_answers_and_may_stop() -> None:
    told: list[int] = []
    docx.write_class(report(), told.append)
    assert sum(told) == report().size

    def stop(_more: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        docx.write_class(report(), stop)
