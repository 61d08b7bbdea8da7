"""The two smaller sheets: whom the articles name, and what each person did on them."""

from collections.abc import Mapping

from xlsxwriter.format import Format

from annotator.exchange.writers.tallied import columns as tally_columns
from annotator.exchange.writers.tallied import tallied
from annotator.exchange.writers.telling import source_columns, told_of
from annotator.exchange.writers.titles import details, title_of_report
from annotator.exchange.writers.xlsx import say_cut
from annotator.exchange.writers.xlsx.rows import Column
from annotator.exchange.writers.xlsx.sheet import Sheet
from annotator.model.report import Report, Reported
from annotator.words import _


def add_sources(sheet: Sheet, report: Report, looks: Mapping[str, Format]) -> None:
    """A row for each source of each article."""
    several = len(report.articles) > 1
    shown = [
        *([Column(_("Article"), 28)] if several else []),
        *map(Column, source_columns(), (44, 16, 18, 12, 12), (True, True, True, False, False)),
    ]
    sheet.head(shown)
    usual = [looks["prose" if column.is_prose else "plain"] for column in shown]
    for reported in report.articles:
        title = [reported.article.metadata.title] if several else []
        for one in reported.sources:
            sheet.row([*title, *told_of(one), one.says, one.disagrees], usual)
    sheet.filters(len(shown))


def summarise(sheet: Sheet, report: Report, looks: Mapping[str, Format], cut: int) -> None:
    """What the report is about, who did how much, and what is not as it was written."""
    sheet.widths(30, *(12,) * (len(tally_columns()) - 1))
    sheet.row([title_of_report(report)], [looks["title"]])
    for reported in report.articles:
        sheet.skip()
        _article(sheet, reported, len(report.articles) > 1, looks)
    if cut:
        sheet.skip()
        sheet.row([say_cut(cut)], [looks["soft"]])


def _article(sheet: Sheet, reported: Reported, several: bool, looks: Mapping[str, Format]) -> None:
    if several:
        sheet.row([reported.article.metadata.title], [looks["strong"]])
    for name, value in details(reported):
        sheet.row([name, value or _("Unknown")], [looks["soft"], looks["plain"]], link=1)
    if not reported.work:
        sheet.row([_("Nobody has marked anything in this article yet.")], [looks["plain"]])
        return
    sheet.skip()
    names = tally_columns()
    sheet.row(names, [looks["head"]] * len(names))
    for label, numbers in tallied(reported.work):
        sheet.row([label, *numbers], [looks["prose"], *[looks["plain"]] * len(numbers)])
