"""What comes in from files: taken once, kept whole, refused with a reason, never guessed."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from annotator.exchange.jsonld import item_failures
from annotator.model.claim import Attribution, Evidence, Link, LinkRole, Outcome, Source
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, PersonId
from annotator.model.person import Origin
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import claiming, listing, naming, noticing, undoing
from annotator.services.failures import NobodyAnnotates, NoSuchArticle
from annotator.services.importing import ImportReport, RefusedItem, import_files
from annotator.storage import batches
from annotator.storage.step import Step
from tests.unit.exchange.jsonld.documents import position, quote, resource, textual
from tests.unit.services.desk import ARABIC, STORY, Desk, state
from tests.unit.services.imported import (
    ANA,
    ANA_ID,
    HASH,
    annotation,
    bring,
    counts,
    file,
    id_of,
    note,
    on,
    tag,
    the_claim,
    time,
    urn,
)

MOVED = STORY.index("mayor")
BRIDGES = STORY.index("s stand")


def reasons(report: ImportReport) -> list[tuple[str | None, str]]:
    return [(one.id, one.reason) for one in report.refused]


def people(desk: Desk) -> dict[str, list[Origin]]:
    found: dict[str, list[Origin]] = {}
    for person in naming.everybody(desk.workspace):
        found.setdefault(person.name, []).append(person.origin)
    return found


# Taken in


def test_an_item_becomes_a_claim_as_it_is(desk: Desk) -> None:
    report = bring(
        desk,
        annotation(
            modified=time(1),
            target=on(6, 7),
            body=[
                tag("attributed"),
                note("so"),
                textual("identifying", "the mayor"),
                textual("linking", "library", **{"an:outcome": "nothing"}),
                resource(urn("f"), **{"an:role": "disagrees"}),
            ],
        ),
    )
    assert counts(report) == (1, 0, 0, 0)
    claim = the_claim(desk)
    assert (claim.id, claim.person, claim.span) == (id_of("a"), ANA_ID, Span(6, 7))
    assert claim.created == datetime(2024, 1, 1, 10, tzinfo=UTC)
    assert claim.modified == datetime(2024, 1, 1, 10, 1, tzinfo=UTC)
    assert (claim.tags, claim.note) == (frozenset({Tag.ATTRIBUTED}), "so")
    assert claim.attributions == (Attribution(Source("the mayor")),)
    assert claim.evidence == (Evidence("library", False, Outcome.NOTHING),)
    assert claim.links == (Link(id_of("f"), LinkRole.DISAGREES),)


def test_the_same_file_twice_changes_nothing(desk: Desk) -> None:
    items = [
        annotation("a", body=[note("x"), textual("identifying", "", **{"an:kind": "unnamed"})]),
        annotation("b", target=on(6, 12), body=resource(urn("a"), **{"an:role": "related"})),
        annotation("c", creator="Zoe", created=..., modified=...),
    ]
    assert counts(bring(desk, *items)) == (3, 0, 0, 0)
    before, steps = state(desk.workspace), len(desk.workspace.history.past)
    assert counts(bring(desk, *items)) == (0, 0, 3, 0)
    assert counts(bring(desk, *reversed(items))) == (0, 0, 3, 0)
    assert state(desk.workspace) == before
    assert len(desk.workspace.history.past) == steps


def test_an_item_that_stands_there_twice_counts_each_time(desk: Desk) -> None:
    assert counts(bring(desk, annotation(), annotation())) == (1, 0, 1, 0)
    wrong = annotation("b", target=on(0, 5, sha256="0" * 64))
    assert counts(bring(desk, wrong, wrong)) == (0, 0, 0, 2)


def test_several_creators_and_articles_in_one_file(desk: Desk) -> None:
    report = bring(
        desk,
        annotation("a"),
        annotation("b", creator={"id": "https://example.org/ben", "name": "Ben"}),
        annotation("c", target=on(0, 3, ARABIC)),
    )
    assert counts(report) == (3, 0, 0, 0)
    listed = {
        one.article.metadata.title: one.tags.claims for one in listing.all_articles(desk.workspace)
    }
    assert sorted(listed.values()) == [0, 1, 2]


def test_two_claims_may_exchange_their_words(desk: Desk) -> None:
    bring(desk, annotation("a"), annotation("b", target=on(6, 12)))
    report = bring(desk, annotation("a", 1, target=on(6, 12)), annotation("b", 1))
    assert counts(report) == (0, 2, 0, 0)
    assert {claim.id: claim.span for claim in desk.claims().values()} == {
        id_of("a"): Span(6, 12),
        id_of("b"): Span(0, 5),
    }


def test_sources_are_shared_by_their_value_and_go_with_their_last_claim(desk: Desk) -> None:
    mayor = textual("identifying", "the mayor", **{"an:stake": "own interest"})
    bring(desk, annotation("a", body=mayor), annotation("b", target=on(6, 12), body=mayor))
    assert len(state(desk.workspace)["source"]) == 1
    bring(desk, annotation("a", 1), annotation("b", 1, target=on(6, 12)))
    assert state(desk.workspace)["source"] == []


# The same id again


def test_the_later_one_wins(desk: Desk) -> None:
    bring(desk, annotation("a", 1, body=[tag("verified"), note("old")]))
    report = bring(desk, annotation("a", 1, modified=time(2), target=on(6, 12), body=note("new")))
    assert counts(report) == (0, 1, 0, 0)
    claim = the_claim(desk)
    assert (claim.tags, claim.note, claim.span) == (frozenset(), "new", Span(6, 12))
    assert claim.modified.minute == 2


def test_what_was_changed_here_later_stays(desk: Desk) -> None:
    items = [annotation(body=note("theirs"))]
    bring(desk, *items)
    target = claiming.Target(desk.article, PersonId(ANA_ID), Span(0, 5))
    claiming.tag_exactly(desk.workspace, target, claiming.Fields(note="ours"))
    before = state(desk.workspace)
    assert counts(bring(desk, *items)) == (0, 0, 1, 0)
    assert counts(bring(desk, annotation(modified=time(9), body=note("x")))) == (0, 0, 1, 0)
    assert state(desk.workspace) == before
    assert the_claim(desk).note == "ours"


@pytest.mark.parametrize(
    "other",
    [
        {"body": note("other")},
        {"body": tag("verified")},
        {"body": []},
        {"target": on(6, 12)},
        {"body": [note("x"), textual("identifying", "Zoe")]},
        {"body": [note("x"), textual("linking", "Zoe")]},
        {"body": [note("x"), resource(urn("f"))]},
        {"created": ..., "modified": ..., "body": note("other")},
    ],
)
def test_equal_time_and_other_content_is_refused(desk: Desk, other: dict[str, Any]) -> None:
    bring(desk, annotation(body=note("x")))
    before = state(desk.workspace)
    report = bring(desk, annotation(**{"body": note("x"), **other}))
    assert reasons(report) == [
        (
            urn("a"),
            "The claim in the library has the same time as this item and says something else, so "
            "nobody can tell which one is newer. The item was left out; the claim stays as it is.",
        )
    ]
    assert state(desk.workspace) == before


def test_an_id_of_another_article_or_person_is_refused(desk: Desk) -> None:
    mine = desk.tag(0, 5)
    before = state(desk.workspace)
    report = bring(
        desk,
        annotation(id=f"urn:uuid:{mine}", created="2030-01-01", modified="2030-01-01"),
    )
    assert reasons(report) == [
        (
            f"urn:uuid:{mine}",
            "A claim of another person has the id of this item already. It was left out; that "
            "claim stays as it is.",
        )
    ]
    report = bring(
        desk,
        annotation(
            id=f"urn:uuid:{mine}",
            creator={"id": f"urn:uuid:{desk.person}", "name": "Ana"},
            target=on(0, 3, ARABIC),
        ),
    )
    assert reasons(report) == [
        (
            f"urn:uuid:{mine}",
            "A claim on another article has the id of this item already. It was left out; that "
            "claim stays as it is.",
        )
    ]
    assert state(desk.workspace) == before


# Whose they are


def test_a_creator_with_an_id_is_that_person(desk: Desk) -> None:
    bring(desk, annotation(creator={"id": f"urn:uuid:{desk.person}", "name": "Somebody else"}))
    assert the_claim(desk).person == desk.person
    assert people(desk) == {"Ana": [Origin.LOCAL], "Ben": [Origin.LOCAL]}


def test_a_creator_without_id_is_never_a_person_who_annotates_here(desk: Desk) -> None:
    bring(desk, annotation("a", creator={"name": "Ana"}))
    bring(desk, annotation("b", creator=" Ana "), annotation("c", target=on(6, 12), creator="Ana"))
    assert people(desk)["Ana"] == [Origin.LOCAL, Origin.NAMED] or people(desk)["Ana"] == [
        Origin.NAMED,
        Origin.LOCAL,
    ]
    claims = desk.claims().values()
    assert {claim.person for claim in claims} & {desk.person} == set()
    assert len({claim.person for claim in claims}) == 1


def test_a_name_alone_is_nobody_who_came_with_an_id(desk: Desk) -> None:
    bring(desk, annotation("a", creator={"id": ANA, "name": "Zoe"}))
    bring(desk, annotation("b", creator={"name": "Zoe"}))
    assert sorted(people(desk)["Zoe"]) == [Origin.IMPORTED, Origin.NAMED]


def test_nobody_is_made_for_refused_items(desk: Desk) -> None:
    bring(desk, annotation(creator={"name": "Zoe"}, target=on(0, 5, sha256="0" * 64)))
    assert "Zoe" not in people(desk)


def test_people_who_came_with_a_file_have_not_annotated_here(desk: Desk) -> None:
    bring(desk, annotation())
    with pytest.raises(NobodyAnnotates):
        naming.annotator(desk.workspace, None)
    desk.tag(6, 12)
    bring(desk, annotation("b", target=on(7, 9)))
    assert naming.annotator(desk.workspace, None).id == desk.person


# Where they stand


UNKNOWN_TEXT = (
    "The text that this item is about is not in the library. It was left out. Add the article "
    "first, or say where it belongs."
)
ELSEWHERE = (
    "The words of this item do not stand at its position, and no other place in the article "
    "is clearly the one that is meant. It was left out."
)


@pytest.mark.parametrize("source", [f"urn:sha256:{'0' * 64}", "https://example.org", None])
def test_an_unknown_text_is_refused_or_goes_where_it_is_sent(desk: Desk, source: Any) -> None:
    one = annotation(target=on(0, 5) | {"source": source})
    assert reasons(bring(desk, one)) == [(urn("a"), UNKNOWN_TEXT)]
    report = bring(desk, one, article=desk.article)
    assert (counts(report), report.moved) == ((1, 0, 0, 0), 0)


def test_a_known_text_is_where_it_goes_whatever_is_said(desk: Desk) -> None:
    other = next(
        one.article.id
        for one in listing.all_articles(desk.workspace)
        if one.article.id != desk.article
    )
    bring(desk, annotation(), article=other)
    assert the_claim(desk).article == desk.article


@pytest.mark.parametrize(
    ("selector", "span"),
    [
        ([quote("mayor"), position(0, 5)], Span(MOVED, MOVED + 5)),
        ([quote("mayor"), position(MOVED + 1, MOVED + 6)], Span(MOVED, MOVED + 5)),
        ([quote("s", prefix="ridge", suffix=" stand"), position(0, 1)], Span(BRIDGES, BRIDGES + 1)),
    ],
)
def test_words_that_stand_elsewhere_are_found_and_that_is_said(
    desk: Desk, selector: Any, span: Span
) -> None:
    report = bring(desk, annotation(target={"source": f"urn:sha256:{HASH}", "selector": selector}))
    assert (counts(report), report.moved) == ((1, 0, 0, 0), 1)
    assert the_claim(desk).span == span


@pytest.mark.parametrize(
    "selector",
    [
        [quote("not there"), position(0, 5)],
        [quote("s"), position(0, 1)],
        [quote("s", prefix="no", suffix="no"), position(0, 1)],
        [quote(""), position(0, 1)],
        [quote("s")],
    ],
)
def test_words_that_nobody_can_tell_are_refused(desk: Desk, selector: Any) -> None:
    report = bring(desk, annotation(target={"source": f"urn:sha256:{HASH}", "selector": selector}))
    assert reasons(report) == [(urn("a"), ELSEWHERE)]
    assert desk.claims() == {}


@pytest.mark.parametrize(
    ("selector", "span"),
    [
        ([quote("mayor")], Span(MOVED, MOVED + 5)),
        ([position(6, 7)], Span(6, 7)),
        ([quote("s", prefix="ridge"), position(BRIDGES, BRIDGES + 1)], Span(BRIDGES, BRIDGES + 1)),
    ],
)
def test_one_selector_is_enough_and_nothing_is_moved(desk: Desk, selector: Any, span: Span) -> None:
    report = bring(desk, annotation(target={"source": f"urn:sha256:{HASH}", "selector": selector}))
    assert (counts(report), report.moved) == ((1, 0, 0, 0), 0)
    assert the_claim(desk).span == span


def test_an_end_past_its_own_text_is_refused_even_with_good_words(desk: Desk) -> None:
    target = {"source": f"urn:sha256:{HASH}", "selector": [quote("mayor"), position(0, 9999)]}
    assert reasons(bring(desk, annotation(target=target))) == [
        (
            urn("a"),
            f"The position 0 to 9999 is not within its text of {len(STORY)} characters. "
            "The item was left out.",
        )
    ]


def test_an_end_past_another_text_only_disagrees(desk: Desk) -> None:
    words = {"selector": [quote("mayor"), position(9000, 9999)]}
    report = bring(desk, annotation(target=words), article=desk.article)
    assert (counts(report), report.moved) == ((1, 0, 0, 0), 1)
    alone = {"selector": position(9000, 9999)}
    report = bring(desk, annotation("b", target=alone), article=desk.article)
    assert reasons(report) == [(urn("b"), ELSEWHERE)]
    fitting = {"selector": position(6, 7)}
    assert bring(desk, annotation("c", target=fitting), article=desk.article).new == 1


def test_an_article_that_is_not_there_is_refused_before_anything(desk: Desk) -> None:
    with pytest.raises(NoSuchArticle):
        bring(desk, annotation(), article=ArticleId("none"))


# The batch


def test_good_files_and_items_are_kept_beside_refused_ones(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonld"
    broken.write_bytes(b"{")
    missing = tmp_path / "missing.jsonld"
    good = file(desk, annotation("a"), annotation("b", creator=...))
    more = file(desk, annotation("c", target=on(6, 12)))
    reports = import_files(desk.workspace, [broken, good, missing, more], None)
    assert [one.file for one in reports] == [str(broken), str(good), str(missing), str(more)]
    assert [counts(one) for one in reports] == [
        (0, 0, 0, 1),
        (1, 0, 0, 1),
        (0, 0, 0, 1),
        (1, 0, 0, 0),
    ]
    assert [one.refused[0].id for one in reports[:3]] == [None, urn("b"), None]
    assert reports[1].refused == (RefusedItem(urn("b"), item_failures.NoCreator().sentence),)
    assert desk.claims().keys() == {id_of("a"), id_of("c")}


def test_a_batch_is_one_step_that_can_be_undone(desk: Desk) -> None:
    desk.tag(0, 5)
    bring(desk, annotation("a", body=textual("identifying", "Zoe")))
    before = state(desk.workspace)
    files = [
        file(desk, annotation("a", 1), annotation("b", target=on(6, 12), creator="Zoe")),
        file(desk, annotation("c", 2, body=note("x"))),
    ]
    import_files(desk.workspace, files, None)
    after = state(desk.workspace)
    assert desk.workspace.history.undo_label() == "import"
    undone = undoing.undo(desk.workspace)
    assert undone is not None
    assert undone.article == desk.article
    assert state(desk.workspace) == before
    undoing.redo(desk.workspace)
    assert state(desk.workspace) == after


class TooMuch(Refusal):
    """A refusal in the middle of a file."""


def test_a_file_that_fails_half_way_leaves_nothing_and_the_others_stay(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(step: Step, written: list[batches.Written], *others: Any) -> None:
        real(step, written, *others)
        if any(one.claim.id == id_of("b") for one in written):
            raise TooMuch("too much")

    real = batches.write
    monkeypatch.setattr(batches, "write", write)
    files = [
        file(desk, annotation("a")),
        file(desk, annotation("a", 1, body=note("x")), annotation("b", creator="Zoe")),
        file(desk, annotation("c", target=on(6, 12))),
    ]
    reports = import_files(desk.workspace, files, None)
    assert [counts(one) for one in reports] == [(1, 0, 0, 0), (0, 0, 0, 1), (1, 0, 0, 0)]
    assert reports[1].refused == (RefusedItem(None, "too much"),)
    assert {one.id: one.note for one in desk.claims().values()} == {id_of("a"): "", id_of("c"): ""}
    assert "Zoe" not in people(desk)
    undoing.undo(desk.workspace)
    assert desk.claims() == {}


def test_later_files_of_a_batch_see_earlier_ones(desk: Desk) -> None:
    files = [
        file(desk, annotation("a", creator="Zoe")),
        file(desk, annotation("a", creator="Zoe"), annotation("b", target=on(6, 7), creator="Zoe")),
    ]
    reports = import_files(desk.workspace, files, None)
    assert [counts(one) for one in reports] == [(1, 0, 0, 0), (1, 0, 1, 0)]
    assert len(people(desk)["Zoe"]) == 1


def test_other_windows_notice_what_came_in(desk: Desk) -> None:
    seen = noticing.newest(desk.workspace)
    bring(desk, annotation())
    news = noticing.news(desk.workspace, seen, desk.article, None)
    assert [claim.id for claim in news.changed] == [id_of("a")]
    assert news.people is not None
    assert ANA_ID in news.people


def test_the_library_stays_sound(desk: Desk) -> None:
    bring(desk, annotation("a", body=textual("identifying", "Zoe")), annotation("b", 1))
    bring(desk, annotation("a", 3, target=on(6, 12)))
    assert desk.workspace.library.damage() == []
    claims = desk.claims().values()
    words = {STORY[claim.span.start : claim.span.end] for claim in claims}
    assert {row[9] for row in state(desk.workspace)["claim"]} == words
