"""The workbook: which sheets it has, and what stands in each."""

import io
from collections.abc import Callable, Mapping
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format

from annotator.exchange.writers.titles import last_change, title_of_report
from annotator.exchange.writers.xlsx.cells import sheet_name
from annotator.exchange.writers.xlsx.looks import looks_of
from annotator.exchange.writers.xlsx.rows import (
    claim_rows,
    columns,
    place_of_evidence,
    place_of_tags,
)
from annotator.exchange.writers.xlsx.sheet import Sheet
from annotator.exchange.writers.xlsx.summary import add_sources, summarise
from annotator.model.report import Report
from annotator.model.tags import Tag, in_order
from annotator.words import _

Tick = Callable[[int], None]

_PROGRAM = "Annotator"
_LONGEST_PROPERTY = 255
OPTIONS = {
    "in_memory": True,  # what people wrote lies in no other file on the disk, not for a moment
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(report: Report, tick: Tick) -> bytes:
    """The workbook. The same report gives the same bytes."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, OPTIONS)
    describe(book, title_of_report(report), last_change(report))
    looks = looks_of(book)
    names: list[str] = []
    sheets = []
    for words in (_("Claims"), _("Sources"), _("Summary")):
        names.append(sheet_name(words, names))
        sheets.append(Sheet(book.add_worksheet(names[-1]), looks, report.paper))
    claims, sources, summary = sheets
    _add_claims(claims, report, looks, tick)
    add_sources(sources, report, looks)
    summarise(summary, report, looks, claims.cut + sources.cut)
    book.close()
    return data.getvalue()


def describe(book: xlsxwriter.Workbook, title: str, made: datetime) -> None:
    """Say in the file's properties what it is; nobody is named there."""
    about = {"title": title[:_LONGEST_PROPERTY], "author": _PROGRAM}
    book.set_properties({**about, "created": made.replace(tzinfo=None)})


def _add_claims(sheet: Sheet, report: Report, looks: Mapping[str, Format], tick: Tick) -> None:
    several = len(report.articles) > 1
    shown = columns(several)
    sheet.head(shown)
    usual = [looks["prose" if column.is_prose else "plain"] for column in shown]
    by_tag = {}
    for name in (*Tag, "open"):
        by_tag[name] = usual.copy()
        by_tag[name][place_of_tags(several)] = looks[name]
    link = place_of_evidence(several)
    entries = (entry for one in report.articles for entry in one.entries)
    for entry, cells in zip(entries, claim_rows(report, tick), strict=True):
        first = next(iter(in_order(entry.claim.tags)), "open")
        sheet.row(cells, by_tag[first], link)
    sheet.filters(len(shown))
