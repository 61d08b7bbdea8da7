"""What stands before an article's text: what it is, who marked it, and whom it names."""

from annotator.exchange.writers import titles
from annotator.exchange.writers.docx.article import row_name
from annotator.exchange.writers.docx.claims import badge, line_of
from annotator.exchange.writers.docx.file import WordFile
from annotator.exchange.writers.docx.markup import link_in, link_out, paragraph, say
from annotator.exchange.writers.docx.tables import Table
from annotator.exchange.writers.links import is_link
from annotator.exchange.writers.tallied import columns, tallied
from annotator.exchange.writers.telling import leads, source_columns, told_of
from annotator.model.report import Reported, SourceLine
from annotator.model.tags import in_order
from annotator.words import _

_TALLY = (5, 2, 2, 2, 2, 2, 2)
_SOURCES = (41, 16, 17, 11, 11)


def details(file: WordFile, reported: Reported) -> None:
    """Outlet, author, date and address."""
    for name, value in titles.details(reported):
        line = paragraph(file.body, "Normal", name)
        say(line, f"{name} ", "Soft")
        reference = file.reference(value) if is_link(value) else ""
        parent = link_out(line, reference) if reference else line
        said = value or _("Unknown")
        say(parent, said, "Hyperlink" if reference else "" if value else "Soft")


def people(file: WordFile, reported: Reported) -> None:
    """Who marked it: a sentence each."""
    if not reported.work:
        said = _("Nobody has marked anything in this article yet.")
        say(paragraph(file.body, "Normal", said), said)
        return
    for one in reported.work:
        line = paragraph(file.body, "Normal", _("Marked by"), kept=True)
        say(line, f"{_('Marked by')} ", "Soft")
        say(line, one.label, "Strong")
        say(line, f" · {one.tally.summary()}")


def best_checks(file: WordFile, reported: Reported, place: int) -> None:
    """The best check of each person who starred one; `place` is the article's in the report."""
    for lead in leads(reported):
        entry = lead.entry
        say(paragraph(file.body, "BestCheck", lead.title, kept=True), lead.title, "Strong")
        quote = f"“{lead.quote}”"
        say(paragraph(file.body, "BestQuote", quote, kept=True), quote)
        tags = paragraph(file.body, "BestLine", kept=True)
        for tag in in_order(entry.claim.tags) or (None,):
            badge(tags, tag)
            say(tags, " ")
        link = link_in(tags, row_name(place, entry.number))
        say(link, _("claim {number}").format(number=entry.number), "Hyperlink")
        say(tags, f" · ¶ {lead.paragraphs}", "Soft")
        for one in lead.lines:
            line_of(file, file.body, one, "BestLine")


def tally(file: WordFile, reported: Reported) -> None:
    """What each person did, in numbers."""
    if not reported.work:
        return
    caption = _("How many passages carry each tag")
    say(paragraph(file.body, "Caption", caption), caption)
    table = Table(file.body, _TALLY, file.width)
    table.head(columns(), right=len(_TALLY) - 1)
    for label, numbers in tallied(reported.work):
        name, *cells = table.row()
        say(paragraph(name, "TableText", label), label)
        table.numbers(cells, numbers)


def sources(file: WordFile, lines: tuple[SourceLine, ...]) -> None:
    """The table of those who are named."""
    caption = _("Who is named, and what they have to gain by being believed")
    say(paragraph(file.body, "Caption", caption), caption)
    table = Table(file.body, _SOURCES, file.width)
    table.head(source_columns(), right=2)
    for one in lines:
        cells = table.row()
        for cell, words in zip(cells, told_of(one), strict=False):
            say(paragraph(cell, "TableText", words), words)
        table.numbers(cells[3:], (one.says, one.disagrees))
