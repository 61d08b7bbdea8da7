"""What a report says of one claim, in lines: every format to read sets the same words.

The page has shapes of its own for them (html/rows.py), because it is filled ten thousand times.
"""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.exchange.writers import wording
from annotator.exchange.writers.directions import closed
from annotator.exchange.writers.looks import looks
from annotator.model.claim import Attribution, Claim, Evidence, Source
from annotator.model.completeness import WHAT_TO_DO, checked_still_open
from annotator.model.report import Entry, Reference, Reported, SourceLine
from annotator.words import _

_STAR = "★"
_LONGEST = 2000
"""A quote of more code points is shortened in a table; the article shows it whole."""


class Line(NamedTuple):
    """A line: a label that stands out, words after it, and a place that may be an address.

    Any of them may be empty. What somebody wrote is in it as it was written; only what turns the
    letters round is ended where it would turn the words after it.
    """

    label: str
    words: str = ""
    place: str = ""


class Lead(NamedTuple):
    """A best check as it leads what is said of its article: in short, but for the words marked."""

    entry: Entry
    title: str
    quote: str
    paragraphs: str
    lines: tuple[Line, ...]


def leads(reported: Reported) -> Iterator[Lead]:
    """What begins the report of an article: the best check of each person who starred one."""
    for entry in reported.best:
        title = _("My best check")
        if len(reported.work) > 1:
            title = _("Best check of {name}").format(name=closed(entry.person))
        yield Lead(
            entry,
            f"{_STAR} {title}",
            shortened(entry.quote),
            paragraphs_of(entry),
            tuple(_in_short(entry.claim)),
        )


def _in_short(claim: Claim) -> Iterator[Line]:
    for said in claim.attributions:
        yield Line(_(wording.ROLES[said.role]), named(said.source))
    for one in claim.evidence:
        yield Line(_(wording.OUTCOMES[one.outcome]), "", one.where)
        if one.found:
            yield Line("", shortened(one.found))


def shortened(quote: str) -> str:
    """A quote as a table holds it."""
    return quote if len(quote) <= _LONGEST else f"{quote[:1500]} […] {quote[-300:]}"


def paragraphs_of(entry: Entry) -> str:
    """The paragraphs that a claim touches: "3" or "3–4"."""
    return str(entry.first) if entry.first == entry.last else f"{entry.first}–{entry.last}"


def place_of(entry: Entry) -> str:
    """Where a claim stands and whose it is: "¶ 3 · Ana", and "★ best check" where it is."""
    place = f"¶ {paragraphs_of(entry)} · {closed(entry.person)}"
    return f"{place} · {starred(entry)}" if entry.best else place


def starred(entry: Entry) -> str:
    """The star of a best check with the words for it; else ""."""
    return f"{_STAR} {_('best check')}" if entry.best else ""


def tags_of(claim: Claim) -> str:
    """The names of its tags: "Attributed, Contested", or "Open"."""
    return ", ".join(look.name for look in looks(claim.tags))


def standing(claim: Claim) -> str:
    """Says that the claim was checked and is still open, where it is; else ""."""
    return _("checked, still open") if checked_still_open(claim) else ""


def sources_of(claim: Claim) -> Iterator[Line]:
    """Who says so and who disagrees."""
    for one in claim.attributions:
        yield Line(_(wording.ROLES[one.role]), attributed(one))


def attributed(one: Attribution) -> str:
    """A source: "the mayor (person, own interest), in the words “said”, told by the press"."""
    said = named(one.source)
    if one.cue:
        said = _("{source}, in the words “{cue}”").format(source=said, cue=closed(one.cue))
    if one.via:
        said = _("{source}, told by {via}").format(source=said, via=closed(one.via))
    return said


def named(source: Source) -> str:
    """A source with what is known of it: "the mayor (person, own interest)"."""
    known = [_(wording.KINDS[source.kind])] if source.kind else []
    known += [_(wording.STAKES_IN_A_LINE[source.stake])] if source.stake else []
    name = closed(source.name) or _("unnamed source")
    if not known:
        return name
    return _("{source} ({known})").format(source=name, known=", ".join(known))


def source_columns() -> tuple[str, ...]:
    """The heads of the table of sources: three words of each, then two numbers."""
    return _("Source"), _("Kind"), _("Stake"), _("Says so"), _("Disagrees")


def told_of(line: SourceLine) -> tuple[str, str, str]:
    """A source as its table says it: who, which kind, what they have to gain."""
    name = line.name or _("unnamed source")
    return name, _(wording.KINDS[line.kind]), _(wording.STAKES[line.stake])


def claim_columns() -> tuple[str, ...]:
    """The heads of the table of claims."""
    who, shows = _("Who says so, who disagrees"), _("What shows it")
    return _("No."), _("Passage, notes"), _("Tags"), who, shows


def how_to_read() -> str:
    """What the signs in an article mean where words can have one look only."""
    return _(
        "Where claims overlap, words look as the claim that began last. A thin line shows where a "
        "claim begins inside another; a raised number with the letters of its tags shows where a "
        "claim ends."
    )


def evidence_of(claim: Claim) -> Iterator[Line]:
    """Where somebody looked, what came of it, and what was found there."""
    for one in claim.evidence:
        if one.where:
            yield Line("", "", one.where)
        yield Line(_(wording.OUTCOMES[one.outcome]), _checked(one))
        if one.found:
            yield Line("", one.found)


def remarks_of(entry: Entry, place: int) -> Iterator[Line]:
    """The note, links to other claims, and what is missing.

    `place` is the article's place in the report, from 1.
    """
    if entry.claim.note:
        yield Line(_("Note:"), entry.claim.note)
    for link in entry.links:
        yield Line(_(wording.LINKS[link.role]), linked(link, place))
    for what in entry.missing:
        yield Line(_("Still missing:"), _(WHAT_TO_DO[what]))


def linked(link: Reference, place: int) -> str:
    """The other claim: "claim 3", with its article where that is another one."""
    if not link.number:
        return _("a claim that is not in this report")
    if link.article == place:
        return _("claim {number}").format(number=link.number)
    return _("claim {number} of article {article}").format(number=link.number, article=link.article)


def _checked(one: Evidence) -> str:
    return f"{_('checked')} {one.checked.isoformat()}" if one.checked else ""
