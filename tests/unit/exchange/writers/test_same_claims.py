"""Whatever the format, the same claims come out of the file: each is read as others read it."""

import csv
import io
import json
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable
from html import unescape
from typing import Any

import html5lib
import openpyxl
import pytest
from lxml import etree

from annotator.exchange.writers.registry import FORMATS, Format
from annotator.model.report import report_of
from tests.unit.exchange.writers import brat_reading, qdpx_reading
from tests.unit.exchange.writers.page import nothing, of_class
from tests.unit.exchange.writers.page import words as said
from tests.unit.exchange.writers.paged import poppler
from tests.unit.exchange.writers.unpacked import unpacked
from tests.unit.exchange.writers.word_reading import anchors
from tests.unit.exchange.writers.works import sample, snares

Claims = Counter[tuple[str, frozenset[str]]]
BOTH = report_of([sample(), snares()])
_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


def letters(words: str) -> str:
    """Nothing but letters and digits: blanks, signs and line ends are each format's own."""
    return "".join(one for one in words if one.isalnum())


def claims(found: Any) -> Claims:
    """Quotes and names of tags as they are compared; a claim without a letter is no format's."""
    counted: Claims = Counter()
    for quote, tags in found:
        if letters(quote):
            names = {one.strip().casefold() for one in tags}
            counted[letters(quote), frozenset(names - {"open"})] += 1
    return counted


def of_html(data: bytes) -> Any:
    root = html5lib.parse(data, namespaceHTMLElements=False)
    for table in of_class(root, "claims"):
        for row in table.iter("tr"):
            for quote in [one for one in row.iter("q") if one.get("dir") == "auto"][:1]:
                yield said(quote), [said(tag)[1:] for tag in of_class(row, "tag")]


def of_csv(data: bytes) -> Any:
    for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        yield row["quote"], row["tags"].split(";")


def of_jsonld(data: bytes) -> Any:
    for item in json.loads(data)["first"]["items"]:
        tags = [body["value"] for body in item["body"] if body["purpose"] == "tagging"]
        yield item["target"]["selector"][0]["exact"], tags


def of_docx(data: bytes) -> Any:
    for one in anchors(data).values():
        yield one.words, one.said.splitlines()[0].partition(":")[2].split(",")


def of_xlsx(data: bytes) -> Any:
    rows = openpyxl.load_workbook(io.BytesIO(data))["Claims"].iter_rows(values_only=True)
    head = next(rows)
    passage, tags = head.index("Passage"), head.index("Tags")
    for row in rows:
        yield re.sub("_x000B_", "", row[passage]), row[tags].split(",")


def of_odt(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    table, text = _ODF % "table", _ODF % "text"
    for row in root.iter(f"{table}table-row"):
        cells = [list(cell.iter(f"{text}p")) for cell in row.iter(f"{table}table-cell")]
        if len(cells) == 5 and cells[1][0].get(f"{text}style-name").startswith("CellQuote"):
            lines = ["".join(line.itertext()).split() for line in cells[2]]
            yield "".join(cells[1][0].itertext()), [one[-1] for one in lines if len(one[0]) == 1]


def of_brat(data: bytes) -> Any:
    for document in brat_reading.read(data).documents.values():
        found: defaultdict[tuple[tuple[int, int], ...], list[str]] = defaultdict(list)
        for mark in document.marks.values():
            found[tuple(mark.spans)].append(mark.type)
        for spans, tags in found.items():
            yield "".join(document.text[slice(*span)] for span in spans), tags


def of_qdpx(data: bytes) -> Any:
    for source in qdpx_reading.read(data).sources:
        for one in source.selections:
            yield one.words, one.codes


READERS: dict[str, Callable[[bytes], Any]] = {
    "html": of_html,
    "csv": of_csv,
    "jsonld": of_jsonld,
    "docx": of_docx,
    "xlsx": of_xlsx,
    "odt": of_odt,
    "brat": of_brat,
    "qdpx": of_qdpx,
}
REPORTS = [one for one in FORMATS if one.name != "worksheet"]


def test_every_report_is_read_back() -> None:
    assert {one.name for one in REPORTS} == {*READERS, "pdf"}


@pytest.mark.parametrize("name", READERS)
def test_the_same_claims_are_in_it(name: str) -> None:
    format_ = next(one for one in FORMATS if one.name == name)
    entries = [entry for one in BOTH.articles for entry in one.entries]
    wanted = claims((entry.quote, entry.claim.tags) for entry in entries)
    assert wanted.total() == 9 + 13
    assert claims(READERS[name](format_.write(BOTH, nothing))) == wanted


def test_a_pdf_has_them_in_their_order() -> None:
    format_ = next(one for one in FORMATS if one.name == "pdf")
    report = report_of([sample()])
    shown = letters(" ".join(poppler.pages(format_.write(report, nothing))))
    at = shown.rindex(letters("Each marked passage"))
    for entry in report.articles[0].entries:
        at = shown.index(letters(entry.quote), at)


def whole(format_: Format) -> str:
    """The letters of everything that a file of the sample's report says."""
    data = format_.write(report_of([sample()]), nothing)
    if format_.name == "pdf":
        return letters(" ".join(poppler.pages(data)))
    text = data.decode() if format_.suffix in {".html", ".csv", ".jsonld"} else unpacked(data)
    # A line end in JSON is two signs, and its letter is none of the text's.
    return letters(unescape(re.sub("<[^>]*>", "", text.replace("\\n", " "))))


@pytest.mark.parametrize("format_", REPORTS, ids=lambda one: one.name)
def test_everything_that_somebody_wrote_is_in_it(format_: Format) -> None:
    shown = whole(format_)
    for claim in sample().claims:
        written = [claim.note]
        for one in claim.attributions:
            written += [one.source.name, one.cue, one.via]
        for look in claim.evidence:
            written += [look.where, look.found]
            day = look.checked.isoformat() if look.checked else ""
            # A workbook counts days; what it shows is looked at in its own tests.
            written.append(day if format_.name != "xlsx" else "")
        for words in written:
            assert letters(words) in shown, words
