"""The report as a Word document: the order of its parts; what each holds stands beside it."""

from collections.abc import Callable

from annotator.exchange.writers.directions import closed
from annotator.exchange.writers.docx.article import ArticleText, legend
from annotator.exchange.writers.docx.claims import claims_table
from annotator.exchange.writers.docx.file import WordFile
from annotator.exchange.writers.docx.front import best_checks, details, people, sources, tally
from annotator.exchange.writers.docx.markup import bookmark, link_in, paragraph, say
from annotator.exchange.writers.losses import signs
from annotator.exchange.writers.titles import (
    begins_with_title,
    last_change,
    passages,
    title_of_report,
)
from annotator.model.report import Report, Reported
from annotator.words import _

Tick = Callable[[int], None]


def write(report: Report, tick: Tick) -> bytes:
    """The document. The same report gives the same bytes."""
    file = WordFile(report.paper)
    title = title_of_report(report)
    several = len(report.articles) > 1
    file.call(title, _("Report") if several else _("Annotated article"), last_change(report))
    if several:
        _contents(file, report, title)
    for place, reported in enumerate(report.articles, 1):
        _article(file, reported, place, several, tick)
    return file.data()


def _contents(file: WordFile, report: Report, title: str) -> None:
    kind = _("Report")
    say(paragraph(file.body, "Subtitle", kind), kind)
    say(paragraph(file.body, "Title", title), title)
    for place, reported in enumerate(report.articles, 1):
        name = closed(reported.article.metadata.title)
        line = paragraph(file.body, "Normal", name)
        say(link_in(line, f"a{place}top"), name, "Hyperlink")
        say(line, f" {passages(reported)}", "Soft")


def _article(file: WordFile, reported: Reported, place: int, several: bool, tick: Tick) -> None:
    name = reported.article.metadata.title or _("Annotated article")
    if several:
        line = paragraph(file.body, "Heading1", name, new_page=True)
        bookmark(line, file.next_bookmark(), f"a{place}top")
    else:
        kind = _("Annotated article")
        say(paragraph(file.body, "Subtitle", kind), kind)
        line = paragraph(file.body, "Title", name)
    say(line, name)
    heading = "Heading2" if several else "Heading1"
    details(file, reported)
    people(file, reported)
    best_checks(file, reported, place)
    tally(file, reported)
    if reported.sources:
        _heading(file, heading, _("Sources"))
        sources(file, reported.sources)
    _heading(file, heading, _("The article"), new_page=True)
    legend(file, signs(Report((reported,), ())))
    ArticleText(file, reported, place).add(begins_with_title(reported))
    _heading(file, heading, _("The claims"))
    claims_table(file, reported.entries, place, tick)


def _heading(file: WordFile, style: str, words: str, *, new_page: bool = False) -> None:
    say(paragraph(file.body, style, words, new_page=new_page), words)
