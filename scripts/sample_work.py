"""What a student might have marked in the sample article: for pictures and for the sample report.

It goes through the services like anybody's work, so it can be nothing that the program refuses.
"""

from dataclasses import dataclass
from datetime import date

from annotator.bundled import sample_article
from annotator.model.article import Article
from annotator.model.claim import (
    Attribution,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.edit import ClaimEdit
from annotator.model.ids import ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, claiming, listing, naming
from annotator.services.workspace import Workspace

PERSON = "Student 7"

NAZARY = Source("Ali Nazary, head of foreign relations for the NRF", SourceKind.PERSON, Stake.OWN)
COUNCIL = Source("UN Security Council report", SourceKind.DOCUMENT, Stake.INDEPENDENT)
REPORT_2022 = Source("U.N. report of 2022", SourceKind.DOCUMENT, Stake.INDEPENDENT)
TALIBAN = Source("the Taliban", SourceKind.ORGANISATION, Stake.OWN)
AMAN = Source("Fatemeh Aman, Middle East Institute", SourceKind.PERSON, Stake.INDEPENDENT)
UNITED_NATIONS = Source("the U.N.", SourceKind.ORGANISATION, Stake.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Marked:
    """One claim: its words, and what the student says of it."""

    words: str
    tags: frozenset[Tag] = frozenset()
    attributions: tuple[Attribution, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    disputed_by: str = ""
    """The words of the claim that disagrees."""


ATTRIBUTED = frozenset({Tag.ATTRIBUTED})
CONTESTED = frozenset({Tag.CONTESTED})
VERIFIED = frozenset({Tag.VERIFIED})

DOWNPLAYED = "The Taliban has been quick to downplay their close relationship with al Qaeda"

WORK = (
    Marked("Despite the lack of external aid, the NRF has enhanced its capabilities"),
    Marked(
        "the resistance group has successfully conducted over 200 operations against the Taliban "
        "since January",
        ATTRIBUTED,
        (Attribution(NAZARY, cue="told"),),
        note="He speaks for one side. Nobody else gives a number.",
    ),
    Marked(
        "the NRF has extended its focus to Afghanistan’s urban centers",
        ATTRIBUTED,
        (Attribution(NAZARY, cue="stated"),),
    ),
    Marked(
        "the Taliban has taken minimal action to curb al Qaeda activity in Afghanistan",
        ATTRIBUTED,
        (Attribution(COUNCIL, cue="indicates"),),
    ),
    Marked(DOWNPLAYED, CONTESTED),
    Marked(
        "the groups remain close",
        ATTRIBUTED | CONTESTED,
        (
            Attribution(REPORT_2022, cue="stated"),
            Attribution(TALIBAN, SourceRole.COUNTER, cue="downplay"),
        ),
        disputed_by=DOWNPLAYED,
    ),
    Marked(
        "was assassinated by al Qaeda operatives two days before the 9/11 attacks",
        VERIFIED,
        evidence=(
            Evidence(
                "https://en.wikipedia.org/wiki/Ahmad_Shah_Massoud",
                is_address=True,
                outcome=Outcome.SUPPORTS,
                checked=date(2026, 3, 2),
                found="Killed on 9 September 2001 by two men who posed as journalists.",
            ),
        ),
    ),
    Marked(
        "no group appears to be capable of replacing the Taliban regime",
        ATTRIBUTED,
        (Attribution(AMAN, cue="said"),),
    ),
    Marked(
        "More than 23 million people needed humanitarian assistance in 2023",
        ATTRIBUTED | VERIFIED,
        (Attribution(UNITED_NATIONS, cue="according to"),),
        (Evidence("The U.N.’s overview for that year", outcome=Outcome.SUPPORTS),),
    ),
)


def mark_sample(workspace: Workspace) -> Article:
    """Add the sample with all of WORK on it, by PERSON. Returns the article."""
    (added,) = adding.add_files(workspace, [sample_article()])
    assert added.article is not None, added.refusal
    article = added.article
    person = naming.find_or_make(workspace, PERSON)
    text = listing.text_of(workspace, article.id)
    ids: dict[str, ClaimId] = {}
    for marked in WORK:
        ids[marked.words] = _mark(workspace, article, person.id, text, marked)
        claiming.edit(workspace, _fields(marked, ids))
    return article


def _mark(
    workspace: Workspace, article: Article, person: PersonId, text: str, marked: Marked
) -> ClaimId:
    start = text.index(marked.words)
    target = claiming.Target(article.id, person, Span(start, start + len(marked.words)))
    return claiming.tag_exactly(workspace, target, claiming.Fields(marked.tags)).id


def _fields(marked: Marked, ids: dict[str, ClaimId]) -> ClaimEdit:
    disputed = ids.get(marked.disputed_by)
    return ClaimEdit(
        ids[marked.words],
        visit="",
        note=marked.note,
        attributions=marked.attributions,
        evidence=marked.evidence,
        links=(Link(disputed, LinkRole.DISAGREES),) if disputed else (),
    )
