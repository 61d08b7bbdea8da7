"""What a kind of file cannot hold of a report, counted and said before anybody misses it."""

from collections.abc import Iterator

from annotator.exchange.writers.allowed import count_forbidden
from annotator.model.report import Report, Reported
from annotator.words import ngettext


def signs(report: Report) -> tuple[str, ...]:
    """A sentence where characters stand as a sign, such as � for those that XML forbids."""
    number = sum(count_forbidden(said) for one in report.articles for said in _said(one))
    if not number:
        return ()
    sentence = ngettext(
        "{number} character that the file cannot hold is shown as a sign, such as � or ␋.",
        "{number} characters that the file cannot hold are shown as signs, such as � or ␋.",
        number,
    )
    return (sentence.format(number=number),)


def _said(reported: Reported) -> Iterator[str]:
    """The text and everything that people wrote about it; quotes are part of the text."""
    known = reported.article.metadata
    yield from (reported.text, known.title, known.outlet, known.author, known.date, known.address)
    yield from (one.label for one in reported.work)
    for entry in reported.entries:
        yield entry.claim.note
        for said in entry.claim.attributions:
            yield from (said.source.name, said.cue, said.via)
        for one in entry.claim.evidence:
            yield from (one.where, one.found)
