"""Hints: questions that a teacher would ask of a claim. They never block and can be dismissed.

Each hint is one small function from a claim and what surrounds it to the words of its question,
or None where there is nothing to ask; HINTS lists them in the order in which they are shown.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from annotator.model.addresses import (
    is_chatbot,
    is_search_page,
    looks_like_address,
    owner,
    same_page,
)
from annotator.model.article import Metadata
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    LinkRole,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.completeness import is_given
from annotator.model.ids import ClaimId
from annotator.model.span import Span
from annotator.words import _

Words = tuple[str, str]
"""What is seen (shown bold), and the question."""


@dataclass(frozen=True, slots=True)
class HintContext:
    """What surrounds a claim: its article, the spans of the paragraphs, the person's claims.

    `paragraphs` are code points, in order, without outer white space (a claim has none either);
    those that the claim touches are enough, and of `claims` those that it links to.
    """

    article: Metadata = field(default_factory=Metadata)
    paragraphs: Sequence[Span] = ()
    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hint:
    """A question, ready to be shown: `bold` says what is seen, `text` asks."""

    id: str
    bold: str
    text: str


def hints_for(
    claim: Claim, context: HintContext, dismissed: frozenset[str] = frozenset()
) -> tuple[Hint, ...]:
    """The questions that this claim raises, without those that the person has put away."""
    asked = ((name, HINTS[name](claim, context)) for name in HINTS if name not in dismissed)
    return tuple(Hint(name, *words) for name, words in asked if words)


def own_article(claim: Claim, context: HintContext) -> Words | None:
    """Evidence that is the article's own address."""
    address = context.article.address
    if any(one.is_address and same_page(one.where, address) for one in claim.evidence):
        return (
            _("This is the address of the article itself."),
            _("Who else, outside it, shows the same?"),
        )
    return None


def own_source(claim: Claim, _context: HintContext) -> Words | None:
    """Evidence from the one who makes the claim."""
    for source in _named(claim.sources(SourceRole.SOURCE)):
        if any(_comes_from(one, source) for one in claim.evidence):
            return (
                _("This evidence seems to come from {source} too.").format(source=source.name),
                _("Does anybody who has nothing to do with them say the same?"),
            )
    return None


def nothing_said(claim: Claim, _context: HintContext) -> Words | None:
    """An address without what was found there."""
    if any(one.where.strip() and not one.found.strip() for one in claim.evidence):
        return (
            _("You say where you looked."),
            _("What did you find there? One sentence is enough."),
        )
    return None


def search_page(claim: Claim, _context: HintContext) -> Words | None:
    """A page of search results as evidence."""
    if any(is_search_page(one.where) for one in claim.evidence):
        return (_("This is a search page."), _("Which page did it lead you to?"))
    return None


def chatbot(claim: Claim, _context: HintContext) -> Words | None:
    """A chatbot's answer as evidence."""
    if any(is_chatbot(one.where) for one in claim.evidence):
        return (
            _("A chatbot puts words together from elsewhere."),
            _("Which page did it lead you to, and does it say so there?"),
        )
    return None


def same_counter_source(claim: Claim, context: HintContext) -> Words | None:
    """A counter-source that is the source, named or by way of a linked claim."""
    sources = {_folded(one) for one in _named(claim.sources(SourceRole.SOURCE))}
    for one in _against(claim, context):
        if _folded(one) in sources:
            return (
                _("{source} says so and also disagrees.").format(source=one.name),
                _("Is it really the same one? If so: when did they say which?"),
            )
    return None


def whole_paragraph(claim: Claim, context: HintContext) -> Words | None:
    """A claim over a whole paragraph, or more."""
    start, end = claim.span
    first = bisect_left(context.paragraphs, start, key=attrgetter("start"))
    if first < len(context.paragraphs) and context.paragraphs[first].end <= end:
        return (
            _("This marks a whole paragraph."),
            _("Which words in it are the claim? Perhaps there are several."),
        )
    return None


def unnamed_source(claim: Claim, _context: HintContext) -> Words | None:
    """A source that the article does not name."""
    if any(one.source.kind is SourceKind.UNNAMED for one in claim.attributions):
        return (
            _("The article does not name this source."),
            _("What does it tell you about them, and why might that be?"),
        )
    return None


def own_interest(claim: Claim, _context: HintContext) -> Words | None:
    """A source that gains by being believed, and nobody else yet."""
    if claim.evidence:
        return None
    for one in claim.sources(SourceRole.SOURCE):
        if one.source.stake is Stake.OWN and is_given(one.source):
            return (_stake_seen(one.source), _("Who outside could confirm it?"))
    return None


HINTS: dict[str, Callable[[Claim, HintContext], Words | None]] = {
    "own-article": own_article,
    "own-source": own_source,
    "search-page": search_page,
    "chatbot": chatbot,
    "nothing-said": nothing_said,
    "same-counter-source": same_counter_source,
    "unnamed-source": unnamed_source,
    "own-interest": own_interest,
    "whole-paragraph": whole_paragraph,
}
"""Every hint by its id. The ids are kept in libraries (what was dismissed): never rename one."""


def _named(attributions: Sequence[Attribution]) -> Iterator[Source]:
    return (one.source for one in attributions if one.source.name.strip())


def _against(claim: Claim, context: HintContext) -> Iterator[Source]:
    yield from _named(claim.sources(SourceRole.COUNTER))
    for link in claim.links:
        other = context.claims.get(link.claim)
        if link.role is LinkRole.DISAGREES and other is not None:
            yield from _named(other.sources(SourceRole.SOURCE))


def _stake_seen(source: Source) -> str:
    if not source.name.strip():
        return _("This source has a stake in it.")
    return _("{source} has a stake in it.").format(source=source.name)


def _comes_from(evidence: Evidence, source: Source) -> bool:
    if evidence.is_address or looks_like_address(evidence.where):
        return owner(evidence.where) in _owners(source.name)
    place = f" {_folded_text(evidence.where)} "
    return bool(place.strip()) and f" {_folded(source)} " in place


def _owners(name: str) -> set[str]:
    """Labels that a site of somebody called so may be registered by: un, nrf, hrw, the whole."""
    dotless = re.sub(r"\b(\w)\.(?=\w\b|\s|$)", r"\1", name)
    words = re.findall(r"\w+", dotless)
    capitals = {word.casefold() for word in words if len(word) > 1 and word.isupper()}
    initials = "".join(word[0] for word in words if word[0].isupper()).casefold()
    whole = "".join(words).casefold()
    return capitals | {one for one in (initials, whole) if len(one) > 2}


def _folded(source: Source) -> str:
    return _folded_text(source.name)


def _folded_text(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
