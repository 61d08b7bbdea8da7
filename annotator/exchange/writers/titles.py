"""What a report is called, and what it says of each article before anything else."""

from datetime import UTC, datetime

from annotator.model.report import Report, Reported
from annotator.model.text import TITLE_LENGTH
from annotator.words import _, ngettext


def title_of_report(report: Report) -> str:
    """The title of its one article, or how many articles it is about."""
    number = len(report.articles)
    if number == 1:
        return report.articles[0].article.metadata.title or _("Annotated article")
    return ngettext("{number} annotated article", "{number} annotated articles", number).format(
        number=number
    )


def details(reported: Reported) -> tuple[tuple[str, str], ...]:
    """What is known of an article, each with its name; what nobody found out is ""."""
    known = reported.article.metadata
    return (
        (_("Outlet"), known.outlet),
        (_("Author"), known.author),
        (_("Date"), known.date),
        (_("Address"), known.address),
    )


def passages(reported: Reported) -> str:
    """How many claims there are, in words."""
    number = len(reported.entries)
    return ngettext("{number} passage", "{number} passages", number).format(number=number)


def begins_with_title(reported: Reported) -> bool:
    """Whether the first paragraph is the title, and so a headline."""
    line = reported.paragraphs[0].span
    first = reported.text[line.start : line.end].strip()
    return reported.article.metadata.title.strip() in (first, first[:TITLE_LENGTH].strip())


def last_change(report: Report) -> datetime:
    """When the newest of what the report says was written; it stands for when it was made."""
    claims = (entry.claim for reported in report.articles for entry in reported.entries)
    changed = [claim.modified for claim in claims]
    added = [reported.article.added for reported in report.articles]
    return max(changed or added).astimezone(UTC).replace(microsecond=0)
