"""Claims go on in a newer version with all that hangs on them; nothing of the old one changes."""

from datetime import date
from pathlib import Path

import pytest

from annotator.model.anchor import How
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    Stake,
)
from annotator.model.edit import ClaimEdit
from annotator.model.ids import ArticleId, ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, binning, checking, claiming, undoing
from annotator.services.failures import Cancelled, NoSuchArticle, OutsideText
from annotator.services.versioning_keeping import Version, add_version
from annotator.services.workspace import Workspace
from annotator.storage import dismissals
from tests.unit.services.desk import Desk, desk, state
from tests.unit.services.versions import FIRST, SECOND, proposed


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Desk:
    return desk(tmp_path / "library", [FIRST])


def tag(on: Desk, words: str, *tags: Tag, by_other: bool = False) -> ClaimId:
    start = FIRST.index(words)
    person = on.other if by_other else on.person
    return on.tag(start, start + len(words), *tags, person=person)


def keep(on: Desk, text: str = SECOND) -> Version:
    return add_version(on.workspace, proposed(on.workspace, on.article, text))


def words(on: Desk, kept: Version) -> dict[str, Claim]:
    """The claims on the newer version by their words in it."""
    return {SECOND[slice(*one.span)]: one for one in on.claims(kept.article.id).values()}


def test_claims_of_everybody_go_on_and_the_old_version_stays_as_it_was(desk: Desk) -> None:
    tag(desk, "closed at noon", Tag.ATTRIBUTED)
    tag(desk, "Bridge closed", by_other=True)
    lost = tag(desk, "It will open in May")
    before = desk.claims()
    kept = keep(desk)
    assert desk.claims() == before
    there = words(desk, kept)
    assert {said: (one.person, one.tags) for said, one in there.items()} == {
        "closed at noon": (desk.person, frozenset({Tag.ATTRIBUTED})),
        "Bridge closed": (desk.other, frozenset()),
    }
    assert {one.fate.how: one.carried for one in kept.kept if one.fate.claim.id == lost} == {
        How.LOST: None
    }
    assert (kept.new, kept.article.version_of) == (True, desk.article)
    assert not checking.check(desk.workspace).damage


def test_all_that_hangs_on_a_claim_goes_with_it(desk: Desk) -> None:
    first, second = tag(desk, "closed at noon"), tag(desk, "said the mayor")
    outside = tag(desk, "It will open in May")
    evidence = Evidence("https://a.example", True, Outcome.SUPPORTS, date(2026, 3, 2), "It is.")
    mayor = Source("the mayor", SourceKind.PERSON, Stake.OWN)
    unnamed = Source("", SourceKind.UNNAMED)
    edit = ClaimEdit(
        first,
        "",
        note="A note.",
        attributions=(Attribution(mayor, cue="said"), Attribution(unnamed)),
        evidence=(evidence,),
        links=(Link(second, LinkRole.DISAGREES), Link(outside, LinkRole.RELATED)),
    )
    claiming.edit(desk.workspace, edit)
    claiming.dismiss(desk.workspace, first, "vague")
    kept = keep(desk)
    there = words(desk, kept)
    now, before = there["closed at noon"], desk.claim(first)
    assert (now.note, now.attributions, now.evidence) == (
        before.note,
        before.attributions,
        before.evidence,
    )
    assert (now.created, now.modified) == (before.created, before.modified)
    assert now.links == (
        Link(there["said the mayor"].id, LinkRole.DISAGREES),
        Link(outside, LinkRole.RELATED),
    )
    assert {one.source.id for one in now.attributions}.isdisjoint(
        one.source.id for one in before.attributions
    )
    with desk.workspace.library.reading() as reading:
        hints = dismissals.of_article(reading, kept.article.id)
    assert hints == {now.id: frozenset({"vague"})}


def test_a_changed_claim_goes_on_only_when_somebody_says_so(desk: Desk) -> None:
    changed = tag(desk, "30 people were hurt")
    claiming.dismiss(desk.workspace, changed, "vague")
    versions = proposed(desk.workspace, desk.article)
    (fate,) = versions.fates
    assert (fate.how, fate.span is not None) == (How.CHANGED, True)
    left = add_version(desk.workspace, versions)
    assert (left.kept[0].carried, left.kept[0].fate) == (None, fate)
    assert not desk.claims(left.article.id)
    undoing.undo(desk.workspace)
    taken = add_version(desk.workspace, versions, {changed: fate.span})
    (now,) = desk.claims(taken.article.id).values()
    assert now.id == taken.kept[0].carried
    assert SECOND[slice(*now.span)] == "35 people were hurt"
    assert now.modified > desk.claim(changed).modified
    with desk.workspace.library.reading() as reading:
        assert not dismissals.of_article(reading, taken.article.id)


def test_a_lost_claim_goes_where_somebody_marks_it_anew(desk: Desk) -> None:
    lost = tag(desk, "It will open in May", Tag.VERIFIED)
    start = SECOND.index("nobody was killed")
    kept = add_version(
        desk.workspace,
        proposed(desk.workspace, desk.article),
        {lost: Span(start, start + len("nobody was killed"))},
    )
    assert (kept.kept[0].fate.how, kept.kept[0].fate.span) == (How.CHANGED, Span(start, start + 17))
    assert words(desk, kept)["nobody was killed"].tags == {Tag.VERIFIED}


def test_whoever_marks_the_same_words_elsewhere_moves_them(desk: Desk) -> None:
    claim = tag(desk, "closed")
    other = SECOND.index("closed at")
    versions = proposed(desk.workspace, desk.article)
    kept = add_version(desk.workspace, versions, {claim: Span(other, other + 6)})
    assert (kept.kept[0].fate.how, kept.kept[0].carried is not None) == (How.MOVED, True)
    undoing.undo(desk.workspace)
    here = SECOND.index("closed")
    again = add_version(desk.workspace, versions, {claim: Span(here, here + 6)})
    assert again.kept[0].fate.how is How.SAME


def test_a_claim_can_be_left_behind(desk: Desk) -> None:
    claim = tag(desk, "closed at noon")
    kept = add_version(desk.workspace, proposed(desk.workspace, desk.article), {claim: None})
    assert (kept.kept[0].fate.how, kept.kept[0].carried) == (How.MOVED, None)
    assert not desk.claims(kept.article.id)


def test_nothing_is_stored_for_a_place_outside_the_text(desk: Desk) -> None:
    claim = tag(desk, "closed at noon")
    before = state(desk.workspace)
    with pytest.raises(OutsideText):
        add_version(
            desk.workspace, proposed(desk.workspace, desk.article), {claim: Span(5, 100_000)}
        )
    assert state(desk.workspace) == before


def test_two_claims_of_one_person_on_one_span_become_the_older_one(desk: Desk) -> None:
    older = tag(desk, "closed at noon", Tag.ATTRIBUTED)
    younger = tag(desk, "It will open in May", Tag.CONTESTED)
    edit = ClaimEdit(younger, "", links=(Link(older, LinkRole.RELATED),))
    claiming.edit(desk.workspace, edit)
    third = tag(desk, "said the mayor")
    claiming.edit(desk.workspace, ClaimEdit(third, "", links=(Link(younger, LinkRole.DISAGREES),)))
    versions = proposed(desk.workspace, desk.article)
    span = next(one.span for one in versions.fates if one.claim.id == older)
    kept = add_version(desk.workspace, versions, {younger: span})
    there = words(desk, kept)
    carried = {one.fate.claim.id: one.carried for one in kept.kept}
    assert carried[older] == carried[younger] == there["closed at noon"].id
    assert there["closed at noon"].tags == {Tag.ATTRIBUTED, Tag.CONTESTED}
    assert there["said the mayor"].links == (Link(there["closed at noon"].id, LinkRole.DISAGREES),)
    assert not checking.check(desk.workspace).damage


def test_one_step_takes_all_of_it_back_and_does_it_again(desk: Desk) -> None:
    tag(desk, "closed at noon", Tag.ATTRIBUTED)
    before = state(desk.workspace)
    keep(desk)
    after = state(desk.workspace)
    assert undoing.undo(desk.workspace)
    assert state(desk.workspace) == before
    assert undoing.redo(desk.workspace)
    assert state(desk.workspace) == after


def test_two_libraries_that_carry_the_same_claims_agree_on_them(desk: Desk, tmp_path: Path) -> None:
    claim = tag(desk, "closed at noon")
    first = keep(desk)
    undoing.undo(desk.workspace)
    second = keep(desk)
    assert first.article.id != second.article.id
    assert [one.carried for one in first.kept] == [one.carried for one in second.kept]
    assert second.kept[0].carried not in (None, claim)
    assert tmp_path.exists()


def test_claims_made_or_moved_since_the_proposal_are_looked_at_anew(desk: Desk) -> None:
    moved = tag(desk, "30 people were hurt")
    gone = tag(desk, "Bridge closed")
    versions = proposed(desk.workspace, desk.article)
    start = FIRST.index("the police said")
    claiming.move(desk.workspace, moved, Span(start, start + len("the police said")))
    claiming.remove(desk.workspace, [gone])
    tag(desk, "closed at noon", by_other=True)
    lost = tag(desk, "It will open in May", by_other=True)
    kept = add_version(desk.workspace, versions, {moved: Span(0, 5), gone: Span(0, 5)})
    assert set(words(desk, kept)) == {"the police said", "closed at noon"}
    assert [one.carried for one in kept.kept if one.fate.claim.id == lost] == [None]


def test_a_text_that_was_there_by_itself_becomes_the_version_with_its_own_claims(
    desk: Desk,
) -> None:
    tag(desk, "closed at noon", Tag.ATTRIBUTED)
    there = adding.add_text(desk.workspace, SECOND, "clipboard").article
    assert there
    own, both = _tag_on(desk, there.id, "nobody was killed"), _tag_on(desk, there.id, "at noon")
    same = _tag_on(desk, there.id, "closed at noon", Tag.VERIFIED)
    binning.remove(desk.workspace, there.id)
    before = state(desk.workspace)
    kept = keep(desk)
    assert (kept.new, kept.article.id, kept.article.binned) == (False, there.id, None)
    now = words(desk, kept)
    assert {now["nobody was killed"].id, now["at noon"].id} == {own, both}
    assert now["closed at noon"].tags == {Tag.ATTRIBUTED, Tag.VERIFIED}
    assert kept.kept[0].carried == now["closed at noon"].id != same
    assert not checking.check(desk.workspace).damage
    undoing.undo(desk.workspace)
    assert state(desk.workspace) == before


def _tag_on(on: Desk, article: ArticleId, said: str, *tags: Tag) -> ClaimId:
    start = SECOND.index(said)
    target = claiming.Target(article, on.person, Span(start, start + len(said)))
    return claiming.tag_exactly(on.workspace, target, claiming.Fields(frozenset(tags))).id


def test_a_version_of_an_article_that_is_gone_is_refused(desk: Desk) -> None:
    versions = proposed(desk.workspace, desk.article)
    binning.remove(desk.workspace, desk.article)
    binning.empty(desk.workspace)
    with pytest.raises(NoSuchArticle):
        add_version(desk.workspace, versions)


@pytest.mark.parametrize("goes_on", [0, 1])
def test_a_cancelled_version_leaves_nothing_behind(desk: Desk, goes_on: int) -> None:
    tag(desk, "closed at noon")
    versions = proposed(desk.workspace, desk.article)
    before = state(desk.workspace)
    told: list[int] = []

    def progress(done: int, _whole: int) -> bool:
        told.append(done)
        return len(told) <= goes_on

    with pytest.raises(Cancelled):
        add_version(desk.workspace, versions, progress=progress)
    assert state(desk.workspace) == before
    assert desk.workspace.history.undo_label() != "newer version"


def test_other_windows_notice_it(desk: Desk) -> None:
    from annotator.services import noticing

    tag(desk, "closed at noon")
    other: Workspace = desk.second_window()
    seen = noticing.newest(other)
    keep(desk)
    news = noticing.news(other, seen, desk.article, desk.person)
    other.close()
    assert (news.elsewhere, news.changed) == (True, ())
