"""Marking passages: each rule of a claim as the interface says it."""

from datetime import date, timedelta

import pytest

from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
)
from annotator.model.edit import ClaimEdit
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import claiming, failures, listing, undoing
from annotator.services.claiming import Fields, Target
from tests.unit.services.desk import STORY, Desk, state

A, C, V = Tag.ATTRIBUTED, Tag.CONTESTED, Tag.VERIFIED


def target(desk: Desk, start: int, end: int) -> Target:
    return Target(desk.article, desk.person, Span(start, end))


def at_caret(desk: Desk, claim: str) -> Target:
    return Target(desk.article, desk.person, at_caret=ClaimId(claim))


def labels(desk: Desk) -> list[str]:
    return [entry.label for entry in desk.workspace.history.past]


def refused(desk: Desk, kind: type[Refusal], work: object) -> str:
    """The sentence of a refusal, after which nothing has changed."""
    assert callable(work)
    before = state(desk.workspace)
    with pytest.raises(kind) as caught:
        work()
    assert state(desk.workspace) == before
    return caught.value.sentence


# A tag's key


def test_a_tags_key_makes_a_claim_of_the_selection(desk: Desk) -> None:
    made = claiming.toggle(desk.workspace, target(desk, 6, 7), A)
    assert made
    claim = desk.claim(made)
    assert (claim.span, claim.tags, claim.person) == (
        Span(6, 7),
        frozenset({A}),
        desk.person,
    )
    assert claim.created == claim.modified
    (row,) = state(desk.workspace)["claim"]
    assert row[9] == STORY[6:7] == "😀"


def test_a_tags_key_toggles_the_tag_of_the_selections_claim(desk: Desk) -> None:
    made = claiming.toggle(desk.workspace, target(desk, 0, 5), A)
    assert made
    for tag, tags in ((C, {A, C}), (A, {C}), (C, set())):
        assert claiming.toggle(desk.workspace, target(desk, 0, 5), tag) == made
        assert desk.claim(made).tags == tags
    assert labels(desk) == ["tag", "tag", "remove tag", "remove tag"]


def test_the_key_of_the_open_claim_takes_tags_off_and_keeps_fields(desk: Desk) -> None:
    made = desk.tag(0, 5, A, V)
    claiming.edit(desk.workspace, ClaimEdit(made, "", note="stays"))
    claiming.toggle(desk.workspace, target(desk, 0, 5), None)
    assert (desk.claim(made).tags, desk.claim(made).note) == (frozenset(), "stays")
    steps = len(desk.workspace.history.past)
    claiming.toggle(desk.workspace, target(desk, 0, 5), None)  # nothing left to take off
    assert len(desk.workspace.history.past) == steps
    assert claiming.toggle(desk.workspace, target(desk, 7, 9), None)
    assert labels(desk)[-2:] == ["open claim", "open claim"]


def test_without_a_selection_the_claim_at_the_caret_is_meant(desk: Desk) -> None:
    made = desk.tag(0, 5)
    assert claiming.toggle(desk.workspace, at_caret(desk, made), V) == made
    assert desk.claim(made).tags == {V}
    nothing = Target(desk.article, desk.person)
    assert claiming.toggle(desk.workspace, nothing, V) is None
    other = Target(desk.article, desk.person, Span(2, 3), made)
    assert claiming.toggle(desk.workspace, other, V) != made


def test_claims_of_two_people_on_one_span_are_two(desk: Desk) -> None:
    mine = desk.tag(0, 5, A)
    theirs = desk.tag(0, 5, C, person=desk.other)
    assert mine != theirs
    assert desk.claim(mine).tags == {A}


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 3), (3, 3), (5, 3), (0, len(STORY) + 1), (2**70, 2**71)]
)
def test_a_span_that_the_text_does_not_have(desk: Desk, start: int, end: int) -> None:
    sentence = refused(
        desk,
        failures.OutsideText,
        lambda: claiming.toggle(desk.workspace, target(desk, start, end), A),
    )
    assert sentence == (
        f"{start} to {end} is no passage of this text of {len(STORY)} characters. The start must "
        "be less than the end; both count characters from 0."
    )


def test_what_is_named_must_be_there(desk: Desk) -> None:
    gone = Target(ArticleId("gone"), desk.person, Span(0, 3))
    refused(desk, failures.NoSuchArticle, lambda: claiming.toggle(desk.workspace, gone, A))
    nobody = Target(desk.article, PersonId("nobody"), Span(0, 3))
    sentence = refused(
        desk, failures.ChangedMeanwhile, lambda: claiming.toggle(desk.workspace, nobody, A)
    )
    assert sentence == (
        "What this step builds on was removed meanwhile, in another window or by a command. "
        "Nothing was changed now."
    )
    edit = ClaimEdit(ClaimId("gone"), "", note="x")
    for work in (
        lambda: claiming.toggle(desk.workspace, at_caret(desk, "gone"), A),
        lambda: claiming.edit(desk.workspace, edit),
        lambda: claiming.move(desk.workspace, ClaimId("gone"), Span(0, 1)),
        lambda: claiming.remove(desk.workspace, [ClaimId("gone")]),
        lambda: claiming.dismiss(desk.workspace, ClaimId("gone"), "hint"),
    ):
        assert refused(desk, failures.NoSuchClaim, work) == (
            "This claim was removed meanwhile, in another window or by a command."
        )
    assert desk.workspace.history.past == []


# The command


def test_the_command_adds_tags_and_evidence_and_replaces_the_rest(desk: Desk) -> None:
    found = Evidence("https://x.example", True, Outcome.SUPPORTS, date(2024, 9, 2), "it")
    first = claiming.tag_exactly(
        desk.workspace,
        target(desk, 0, 5),
        Fields(frozenset({A}), "one", "Ben", "Cem", (Evidence("a book"), Evidence("a book"))),
    )
    again = claiming.tag_exactly(
        desk.workspace,
        target(desk, 0, 5),
        Fields(frozenset({V}), "two", "Dan", None, (Evidence("a book"), found)),
    )
    assert again.id == first.id
    assert again.tags == {A, V}
    assert again.note == "two"
    assert again.attributions == (
        Attribution(Source("Dan")),
        Attribution(Source("Cem"), SourceRole.COUNTER),
    )
    assert again.evidence == (Evidence("a book"), found)
    assert desk.claim(first.id) == again
    assert {row[3] for row in state(desk.workspace)["source"]} == {"Dan", "Cem"}


def test_what_the_command_does_not_name_stays(desk: Desk) -> None:
    given = Fields(frozenset({A}), "note", "Ben", "Cem", (Evidence("a book"),))
    first = claiming.tag_exactly(desk.workspace, target(desk, 0, 5), given)
    steps = len(desk.workspace.history.past)
    assert claiming.tag_exactly(desk.workspace, target(desk, 0, 5), Fields()) == first
    assert len(desk.workspace.history.past) == steps
    blank = claiming.tag_exactly(desk.workspace, target(desk, 0, 5), Fields(note="", source=" "))
    assert blank.note == ""
    assert blank.attributions == (Attribution(Source("Cem"), SourceRole.COUNTER),)


def test_a_source_that_the_claim_names_already_keeps_its_words(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    said = Attribution(Source("Ben", SourceKind.PERSON), cue="said", via="a friend")
    also = Attribution(Source("Cem"))
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=(also, said)))
    again = claiming.tag_exactly(desk.workspace, target(desk, 0, 5), Fields(source=" Ben "))
    assert again.attributions == (said,)


def test_the_command_takes_the_source_of_that_name_that_is_known(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    known = Source("Ben", SourceKind.PERSON)
    claiming.edit(desk.workspace, ClaimEdit(made, "", attributions=(Attribution(known),)))
    other = claiming.tag_exactly(desk.workspace, target(desk, 7, 9), Fields(source="Ben"))
    assert other.attributions == (Attribution(known),)
    assert len(state(desk.workspace)["source"]) == 1


# Fields


def test_only_the_fields_that_are_given_are_written(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    claiming.edit(desk.workspace, ClaimEdit(made, "", note="a note"))
    claiming.edit(desk.workspace, ClaimEdit(made, "", evidence=(Evidence("a book"),)))
    claiming.edit(desk.workspace, ClaimEdit(made, ""))
    claim = desk.claim(made)
    assert (claim.note, claim.evidence) == ("a note", (Evidence("a book"),))


def test_each_edit_is_a_later_moment_whatever_the_clock_says(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    before = desk.claim(made).modified
    desk.clock.time -= timedelta(days=400)
    for number in range(3):
        claiming.edit(desk.workspace, ClaimEdit(made, "", note=str(number)))
        now = desk.claim(made).modified
        assert now == before + timedelta(microseconds=1)
        before = now


def test_edits_of_one_visit_are_one_step(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    for note, visit in (("a", "1"), ("ab", "1"), ("abc", "2"), ("abcd", ""), ("abcde", "")):
        claiming.edit(desk.workspace, ClaimEdit(made, visit, note=note))
    assert labels(desk) == ["tag", "note", "note", "note", "note"]


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (ClaimEdit(ClaimId("-"), "", note="x"), "note"),
        (ClaimEdit(ClaimId("-"), "", evidence=(Evidence("x"),)), "evidence"),
        (ClaimEdit(ClaimId("-"), "", attributions=(Attribution(Source("x")),)), "source"),
        (ClaimEdit(ClaimId("-"), "", links=(Link(ClaimId("x"), LinkRole.RELATED),)), "link"),
        (
            ClaimEdit(ClaimId("-"), "", links=(Link(ClaimId("x"), LinkRole.DISAGREES),)),
            "link words that disagree",
        ),
    ],
)
def test_the_step_is_named_after_the_field(desk: Desk, edit: ClaimEdit, label: str) -> None:
    made = desk.tag(0, 5, A)
    given = {
        name: getattr(edit, name) for name in ("visit", "note", "attributions", "evidence", "links")
    }
    claiming.edit(desk.workspace, ClaimEdit(made, **given))
    assert labels(desk)[-1] == label


def test_what_no_file_can_keep_is_left_out(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    claiming.edit(
        desk.workspace,
        ClaimEdit(
            made,
            "",
            note="a\0b\ud800c",
            attributions=(Attribution(Source(" B\0en\n"), cue="s\0aid", via="\udfffC"),),
            evidence=(Evidence("a\0 book", found="\ud800it"),),
        ),
    )
    claim = desk.claim(made)
    assert claim.note == "abc"
    assert claim.attributions == (Attribution(Source("Ben"), cue="said", via="C"),)
    assert claim.evidence == (Evidence("a book", found="it"),)
    again = claiming.tag_exactly(
        desk.workspace,
        target(desk, 0, 5),
        Fields(note="\0n", source="B\ud800en", evidence=(Evidence("\0x"),)),
    )
    assert (again.note, again.evidence[-1].where) == ("n", "x")
    assert again.attributions == claim.attributions


def test_a_claim_never_links_to_itself_nor_twice_to_another(desk: Desk) -> None:
    one, other = desk.tag(0, 5), desk.tag(7, 9)
    link = Link(other, LinkRole.DISAGREES)
    links = (Link(one, LinkRole.RELATED), link, link, Link(other, LinkRole.RELATED))
    claiming.edit(desk.workspace, ClaimEdit(one, "", links=links))
    assert desk.claim(one).links == (link, Link(other, LinkRole.RELATED))


# Moving


def test_ends_are_moved(desk: Desk) -> None:
    made = desk.tag(0, 5, A)
    before = desk.claim(made)
    assert claiming.move(desk.workspace, made, Span(6, 9)) == made
    after = desk.claim(made)
    assert (after.span, after.created) == (Span(6, 9), before.created)
    assert after.tags == {A}
    assert after.modified > before.modified
    assert state(desk.workspace)["claim"][0][9] == STORY[6:9]
    steps = len(desk.workspace.history.past)
    assert claiming.move(desk.workspace, made, Span(6, 9)) == made
    assert len(desk.workspace.history.past) == steps
    refused(
        desk,
        failures.OutsideText,
        lambda: claiming.move(desk.workspace, made, Span(0, len(STORY) + 1)),
    )


def full(desk: Desk, start: int, end: int, name: str, *tags: Tag) -> Claim:
    made = desk.tag(start, end, *tags)
    claiming.edit(
        desk.workspace,
        ClaimEdit(
            made,
            "",
            note=name,
            attributions=(Attribution(Source(name)), Attribution(Source("both"))),
            evidence=(Evidence(name), Evidence("both")),
        ),
    )
    return desk.claim(made)


@pytest.mark.parametrize("onto_the_older", [True, False])
def test_claims_that_come_to_stand_on_one_span_become_one(desk: Desk, onto_the_older: bool) -> None:
    older, newer = full(desk, 0, 5, "old", A), full(desk, 7, 9, "new", C)
    moved, onto = (newer, older) if onto_the_older else (older, newer)
    assert claiming.move(desk.workspace, moved.id, onto.span) == older.id
    (claim,) = desk.claims().values()
    assert claim.id == older.id
    assert (claim.span, claim.created) == (onto.span, older.created)
    assert claim.tags == {A, C}
    assert claim.note == "old\n\nnew"
    names = [one.source.name for one in claim.attributions]
    assert sorted(names) == ["both", "new", "old"]
    assert sorted(one.where for one in claim.evidence) == ["both", "new", "old"]
    assert claim.modified > max(older.modified, newer.modified)
    start, end = onto.span
    assert state(desk.workspace)["claim"][0][9] == STORY[start:end]


def test_a_claim_moved_onto_another_persons_does_not_join_it(desk: Desk) -> None:
    mine, theirs = desk.tag(0, 5, A), desk.tag(7, 9, C, person=desk.other)
    assert claiming.move(desk.workspace, mine, Span(7, 9)) == mine
    assert desk.claims().keys() == {mine, theirs}


def test_the_other_id_is_remembered_through_one_join_after_another(desk: Desk) -> None:
    one, two, three = desk.tag(0, 5), desk.tag(7, 9), desk.tag(11, 13)
    claiming.move(desk.workspace, three, Span(7, 9))
    claiming.move(desk.workspace, one, Span(7, 9))
    assert desk.claims().keys() == {one}
    assert state(desk.workspace)["former_id"] == sorted([(two, one), (three, one)], key=repr)
    for former in (two, three):
        claiming.edit(desk.workspace, ClaimEdit(former, "", note=former))
        assert desk.claim(one).note == former
        assert claiming.toggle(desk.workspace, at_caret(desk, former), A) == one
        claiming.dismiss(desk.workspace, former, "hint")
    assert state(desk.workspace)["dismissal"] == [(one, "hint")]


def test_links_follow_the_id_that_stays(desk: Desk) -> None:
    one, two, linking = desk.tag(0, 5), desk.tag(7, 9), desk.tag(11, 13)
    links = (
        Link(one, LinkRole.RELATED),
        Link(two, LinkRole.DISAGREES),
        Link(two, LinkRole.RELATED),
    )
    claiming.edit(desk.workspace, ClaimEdit(linking, "", links=links))
    mutual = (Link(one, LinkRole.RELATED), Link(linking, LinkRole.RELATED))
    claiming.edit(desk.workspace, ClaimEdit(two, "", links=mutual))
    before = desk.claim(linking)
    claiming.move(desk.workspace, two, Span(0, 5))
    after = desk.claim(linking)
    assert after.links == (Link(one, LinkRole.RELATED), Link(one, LinkRole.DISAGREES))
    assert after.modified > before.modified
    assert desk.claim(one).links == (Link(linking, LinkRole.RELATED),)


def test_hints_stay_put_away_when_claims_join(desk: Desk) -> None:
    one, two = desk.tag(0, 5), desk.tag(7, 9)
    claiming.dismiss(desk.workspace, one, "a")
    for hint in ("a", "b"):
        claiming.dismiss(desk.workspace, two, hint)
    claiming.move(desk.workspace, two, Span(0, 5))
    opened = listing.open_article(desk.workspace, desk.article)
    assert opened.dismissed == {one: {"a", "b"}}


# Removing


def test_claims_are_removed_with_the_links_to_them_and_sources_left_over(desk: Desk) -> None:
    one, two = full(desk, 0, 5, "Ben").id, full(desk, 7, 9, "Cem").id
    linking = desk.tag(11, 13)
    links = (Link(one, LinkRole.RELATED), Link(ClaimId("elsewhere"), LinkRole.RELATED))
    claiming.edit(desk.workspace, ClaimEdit(linking, "", links=links))
    claiming.edit(desk.workspace, ClaimEdit(two, "", links=(Link(one, LinkRole.DISAGREES),)))
    before = desk.claim(linking)
    claiming.remove(desk.workspace, [one, two, ClaimId("gone")])
    (left,) = desk.claims().values()
    assert left.id == linking
    assert left.links == (Link(ClaimId("elsewhere"), LinkRole.RELATED),)
    assert left.modified > before.modified
    assert state(desk.workspace)["source"] == []
    assert labels(desk)[-1] == "remove claim"


def test_a_source_that_another_claim_names_stays(desk: Desk) -> None:
    one, two = full(desk, 0, 5, "Ben").id, full(desk, 7, 9, "Cem").id
    claiming.remove(desk.workspace, [one])
    assert {row[3] for row in state(desk.workspace)["source"]} == {"Cem", "both"}
    assert desk.claim(two).attributions[1].source.name == "both"


# The star


def test_one_claim_of_a_person_on_an_article_is_the_best(desk: Desk) -> None:
    first, second = desk.tag(0, 5, V), desk.tag(6, 7, A)
    undone = state(desk.workspace)
    for wanted in (first, second):
        claiming.star(desk.workspace, wanted)
        assert [one.id for one in desk.claims().values() if one.best] == [wanted]
    claiming.star(desk.workspace, second, on=False)
    assert not any(one.best for one in desk.claims().values())
    assert labels(desk)[-3:] == ["star", "star", "take the star off"]
    for _each in range(3):
        undoing.undo(desk.workspace)
    assert state(desk.workspace) == undone


def test_what_is_gone_gets_no_star(desk: Desk) -> None:
    gone = ClaimId("gone")
    refused(desk, failures.NoSuchClaim, lambda: claiming.star(desk.workspace, gone))
