"""The words of a claim's card: what is seen, and what a screen reader says instead.

Painted cards are invisible to assistive technology, so every entry has a name that begins with
the quote and says all that the card shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from annotator.model.addresses import host, looks_like_address
from annotator.model.claim import Claim, Evidence, LinkRole, Outcome, Source, SourceKind, SourceRole
from annotator.model.completeness import WHAT_TO_DO, Missing, checked_still_open, missing
from annotator.model.ids import PersonId
from annotator.model.person import Person
from annotator.model.tags import MEANINGS, Tag, in_order
from annotator.ui.claims.entries import Entry
from annotator.words import N_, _, ngettext

SPOKEN = 10_000
"""So many code points of a quote are part of an entry's name at most."""


class Mark(Enum):
    """What the label on a card means: something to do, or only something to know."""

    TO_DO = "to do"
    TO_KNOW = "to know"


@dataclass(frozen=True, slots=True)
class Label:
    """The small label on a card."""

    mark: Mark
    text: str


OUTCOMES: dict[Outcome, str] = {
    Outcome.SUPPORTS: N_("supports it"),
    Outcome.AGAINST: N_("speaks against it"),
    Outcome.NOTHING: N_("found nothing"),
}


def entry_tags(entry: Entry) -> tuple[Tag | None, ...]:
    """The tags of all claims of an entry, in order; (None,) for an open one."""
    return in_order(frozenset().union(*(claim.tags for claim in entry))) or (None,)


def title(tags: tuple[Tag | None, ...]) -> str:
    """The title "Verified: What shows it?", or for several "Attributed, contested"."""
    names = [_(MEANINGS[tag].name) for tag in tags]
    if len(tags) > 1:
        return ", ".join([names[0], *(name.lower() for name in names[1:])])
    if tags == (None,):
        return names[0]
    question = _(MEANINGS[tags[0]].question)
    return _("{tag}: {question}").format(tag=names[0], question=question)


def starred(place: str, entry: Entry) -> str:
    """Where an entry stands, behind a star when one of its claims is somebody's best."""
    return f"★ {place}" if any(claim.best for claim in entry) else place


def source_name(source: Source) -> str:
    """What a source is called; one without a name by what is known of it."""
    if source.name.strip():
        return source.name
    if source.kind is SourceKind.UNNAMED:
        return _("unnamed source")
    return ""


def facts(claim: Claim) -> list[str]:
    """Who says so, who is against it, what was found: short, for one line."""
    said = _names(claim, SourceRole.SOURCE)
    against = _names(claim, SourceRole.COUNTER)
    found = [_("against: {names}").format(names=against)] if against else []
    linked = sum(link.role is LinkRole.DISAGREES for link in claim.links)
    if linked and not against:
        sentence = ngettext(
            "against: {number} linked claim", "against: {number} linked claims", linked
        )
        found.append(sentence.format(number=linked))
    found += [_evidence(one) for one in claim.evidence if one.where.strip() or one.found.strip()]
    return [said, *found] if said else found


def label(claim: Claim) -> Label | None:
    """What the card's label says: what to do next, else that a check found nothing."""
    asked = missing(claim)
    if asked:
        return Label(Mark.TO_DO, _(WHAT_TO_DO[asked[0]]))
    if checked_still_open(claim):
        return Label(Mark.TO_KNOW, _("checked, still open"))
    return None


def to_do(asked: Missing) -> str:
    """What a person can do about something missing."""
    return _(WHAT_TO_DO[asked])


def card_facts(entry: Entry, people: Mapping[PersonId, Person]) -> str:
    """The line of facts on a card; with claims of several persons it names these instead."""
    if len(entry) > 1:
        return ", ".join(people[one.person].name for one in entry if one.person in people)
    text = " · ".join(facts(entry[0]))
    if text or entry[0].tags:
        return text
    return _(MEANINGS[None].question)


def spoken(entry: Entry, quote: str, paragraph: int, people: Mapping[PersonId, Person]) -> str:
    """An entry's accessible name: the quote, the tags, who, what is missing, where it stands."""
    parts = [", ".join(_(MEANINGS[tag].name) for tag in entry_tags(entry))]
    parts.append(card_facts(entry, people))
    for claim in entry:
        parts += [to_do(one) for one in missing(claim)]
        if checked_still_open(claim):
            parts.append(_("checked, still open"))
        if claim.best:
            parts.append(_("best check"))
    parts.append(_("paragraph {number}").format(number=paragraph))
    return "; ".join([quote[:SPOKEN], *(part for part in parts if part)])


def _names(claim: Claim, role: SourceRole) -> str:
    return ", ".join(filter(None, (source_name(one.source) for one in claim.sources(role))))


def _evidence(one: Evidence) -> str:
    where = host(one.where) or one.where if looks_like_address(one.where) else one.where
    where = where.strip() or one.found.strip()
    if one.outcome is None:
        return where
    return _("{where}: {outcome}").format(where=where, outcome=_(OUTCOMES[one.outcome]))
