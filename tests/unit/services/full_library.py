"""A library in which every table has rows, and every kind of step was done."""

from dataclasses import replace
from datetime import date

from annotator.model.article import Article, Metadata
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.claim import Claim, Evidence, Link, LinkRole, Outcome
from annotator.model.edit import ClaimEdit
from annotator.model.handin import HandIn, Member
from annotator.model.ids import AssignmentId, HandInId, PersonId
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, binning, claiming, describing, filing, naming, undoing
from annotator.services.workspace import Workspace
from annotator.storage import assignments, choices, handed_in, handins

STORY = "The minister said the bridge is safe. The mayor says 🌉 it is not."
TITLE = "Bridge news"


def fill(workspace: Workspace) -> None:
    """Do a little of everything. Two articles and four claims of two people stay."""
    article = _add(workspace, STORY)
    other = _add(workspace, "Ünïcödé: the river is three kilometres long.")
    describing.describe(workspace, article.id, Metadata(TITLE, "The Paper", "A. Writer"))
    ann, ben = naming.make(workspace, "Ann Löve"), naming.make(workspace, "Ben")
    naming.rename(workspace, ben, "Benedict")
    said = _tag(workspace, article, ann, Span(4, 12), source="The minister", against="The mayor")
    shown = _tag(
        workspace,
        article,
        ann,
        Span(18, 36),
        note="checked in town",
        evidence=(Evidence("https://x.org", True, Outcome.SUPPORTS, date(2026, 1, 2), "it holds"),),
    )
    moved = _tag(workspace, article, ann, Span(40, 45), source="The minister")
    _tag(workspace, article, ben, Span(4, 12), source="Somebody else")
    _tag(workspace, other, ben, Span(0, 7), note="öäü")
    link = Link(said.id, LinkRole.RELATED)
    claiming.edit(workspace, ClaimEdit(shown.id, "visit", links=(link,)))
    claiming.move(workspace, moved.id, Span(4, 12))
    claiming.dismiss(workspace, shown.id, "a-hint")
    claiming.remove(workspace, [_tag(workspace, other, ben, Span(10, 12)).id])
    binning.remove(workspace, _add(workspace, "Nobody wants this story.").id)
    binning.empty(workspace)
    shelf = filing.make(workspace, "Bridges", [article.id, other.id])
    filing.take_out(workspace, shelf.id, [other.id])
    _tag(workspace, other, ben, Span(20, 24))
    undoing.undo(workspace)
    undoing.redo(workspace)
    undoing.undo(workspace)
    _hand_out_and_in(workspace, article, said)


def _hand_out_and_in(workspace: Workspace, article: Article, work: Claim) -> None:
    now = workspace.now()
    cem = Member(PersonId("cem"), "Cem")
    out = Assignment(
        AssignmentId("out"), article.id, "Bridges", roster=(RosterRow(cem.id, cem.name),)
    )
    came = HandIn(HandInId("came"), article.id, out.id, 1, (cem,), 1, now, "sha", now)
    with workspace.step("class") as step:
        assignments.put(step, out, now)
        handins.insert_bare(step, came)
        handins.insert_work(step, {came.id: handins.packed((work,))})
        handed_in.remember(step, (article.id, out.id, [work.person]), 1, now)
        handed_in.pair(step, article.id, work.person, cem)
        choices.pick(step, article.id, [Span(4, 12)])
        choices.mark(step, article.id, choices.Mark.OPTIONAL, work.id, on=True)
        choices.spell(step, article.id, "A mayor", "The mayor")
        choices.join(step, PersonId("dee"), cem.id)


def _add(workspace: Workspace, text: str) -> Article:
    article = adding.add_text(workspace, text, "test").article
    assert article is not None
    return article


def _tag(
    workspace: Workspace, article: Article, person: Person, span: Span, **fields: object
) -> Claim:
    given = replace(claiming.Fields(frozenset(Tag)), **fields)  # type: ignore[arg-type]
    return claiming.tag_exactly(workspace, claiming.Target(article.id, person.id, span), given)
