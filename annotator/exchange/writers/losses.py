"""What a kind of file cannot hold of a report, counted and said before anybody misses it."""

from collections.abc import Iterable, Iterator

from annotator.exchange.writers.allowed import count_forbidden
from annotator.model.report import Report, Reported
from annotator.words import ngettext


def signs(report: Report) -> tuple[str, ...]:
    """A sentence where characters stand as a sign, such as � for those that XML forbids."""
    return _signed(said for one in report.articles for said in (*_known(one), *_written(one)))


def signs_of_articles(report: Report) -> tuple[str, ...]:
    """The same for a file that holds nobody's claims."""
    return _signed(said for one in report.articles for said in _known(one))


def _signed(all_that_is_said: Iterable[str]) -> tuple[str, ...]:
    number = sum(map(count_forbidden, all_that_is_said))
    if not number:
        return ()
    sentence = ngettext(
        "{number} character that the file cannot hold is shown as a sign, such as � or ␋.",
        "{number} characters that the file cannot hold are shown as signs, such as � or ␋.",
        number,
    )
    return (sentence.format(number=number),)


def _known(reported: Reported) -> Iterator[str]:
    known = reported.article.metadata
    yield from (reported.text, known.title, known.outlet, known.author, known.date, known.address)


def _written(reported: Reported) -> Iterator[str]:
    """Everything that people wrote about it; quotes are part of the text."""
    yield from (one.label for one in reported.work)
    for entry in reported.entries:
        yield entry.claim.note
        for said in entry.claim.attributions:
            yield from (said.source.name, said.cue, said.via)
        for one in entry.claim.evidence:
            yield from (one.where, one.found)
