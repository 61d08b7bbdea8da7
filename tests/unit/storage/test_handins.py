"""What was handed in comes back as it came, apart from everybody's own work."""

from dataclasses import replace

from annotator.model.ids import ArticleId, AssignmentId, HandInId, PersonId
from annotator.model.text import sha256_of
from annotator.storage import articles, assignments, changes, handed_in, handins, people
from annotator.storage.library import Library
from annotator.storage.rows import TABLES
from tests.unit.storage.filled import (
    ANA,
    ARTICLE,
    BEN,
    NOON,
    article,
    assignment,
    claim,
    full_claim,
    hand_in,
    insert_hand_in,
    rows,
    step,
)

HAND_IN = HandInId("hand-in-1")
CEM = PersonId("person-cem")


def test_a_hand_in_comes_back_whole_with_its_work(filled: Library) -> None:
    with filled.reading() as reading:
        assert handins.of_article(reading, ARTICLE) == [hand_in()]
        assert handins.of_assignment(reading, AssignmentId("assignment-1")) == [hand_in()]
        assert handins.of_assignment(reading, AssignmentId("other")) == []
        assert handins.all_of(reading) == [hand_in()]
        assert handins.work_of(reading, [HAND_IN]) == {HAND_IN: (full_claim(),)}


def test_one_without_assignment_and_platform_comes_back_as_such(filled: Library) -> None:
    bare = hand_in("bare", assignment=None, platforms=(), people=hand_in().people[:1])
    with step(filled) as running:
        insert_hand_in(running, bare)
        assert bare in handins.all_of(running)
        assert handins.work_of(running, [bare.id]) == {bare.id: ()}


def test_its_row_can_be_written_anew_and_its_work_stays(filled: Library) -> None:
    other = replace(hand_in(), chosen=False, moved=7)
    with step(filled) as running:
        handins.update(running, other)
        handins.update(running, hand_in("gone"))
        assert handins.all_of(running) == [other]
        assert handins.work_of(running, [HAND_IN]) == {HAND_IN: (full_claim(),)}


def test_no_change_remembers_the_work(filled: Library) -> None:
    with filled.reading() as reading:
        tables = {one.table for each in changes.since(reading, 0) for one in each.rows}
    assert "hand_in" in tables
    assert "handed_work" not in tables


def test_what_is_removed_is_gone_from_the_changes_too(filled: Library) -> None:
    with step(filled) as running:
        handins.remove(running, [HAND_IN])
        handins.insert_work(running, {})
    left = rows(filled)
    assert left["hand_in"] == left["handed_work"] == []
    said = [one for one in left["change"] if "no time" in str(one["rows"])]
    assert said == []


def test_the_numbers_of_what_was_handed_in_rise_for_the_same_people_in_any_order(
    filled: Library,
) -> None:
    pair = (ARTICLE, None, [BEN, ANA])
    with step(filled) as running:
        assert handed_in.last(running, pair) == (1, NOON)
        handed_in.remember(running, pair, 2, NOON)
        assert handed_in.last(running, (ARTICLE, None, [ANA, BEN])) == (2, NOON)
        assert handed_in.last(running, (ARTICLE, None, [ANA])) is None
        assert handed_in.last(running, (ARTICLE, AssignmentId("assignment-1"), [ANA])) is None


def test_the_number_goes_on_when_the_assignment_is_on_a_newer_version(filled: Library) -> None:
    given, newer = AssignmentId("assignment-1"), ArticleId("article-2")
    with step(filled) as running:
        articles.insert(running, article(newer, "another text"), "another text")
        handed_in.remember(running, (ARTICLE, given, [ANA]), 3, NOON)
        assert handed_in.last(running, (newer, given, [ANA])) == (3, NOON)
        assert handed_in.last(running, (newer, None, [ANA])) is None


def test_a_partner_is_kept_changed_and_left(filled: Library) -> None:
    cem, ben = hand_in().people
    with step(filled) as running:
        assert handed_in.partner(running, ARTICLE, ANA) == ben
        handed_in.pair(running, ARTICLE, ANA, cem)
        assert handed_in.partner(running, ARTICLE, ANA) == cem
        for _twice in range(2):
            handed_in.pair(running, ARTICLE, ANA, None)
            assert handed_in.partner(running, ARTICLE, ANA) is None


def test_an_article_that_is_removed_takes_its_class_along(filled: Library) -> None:
    other = ArticleId("article-2")
    with step(filled) as running:
        moved_on = hand_in("later", article=other, people=hand_in().people[:1])
        articles.insert(running, article(other, "another text"), "another text")
        insert_hand_in(running, moved_on, claim())
        kept = hand_in("kept", article=other, assignment=None)
        insert_hand_in(running, kept)
    with step(filled) as running:
        articles.remove(running, ARTICLE)
    left = rows(filled)
    empty = set(TABLES) - {"article", "person", "hand_in", "handed_work", "change"}
    assert {name for name in empty if left[name]} <= {"collection", "same_person"}
    assert [row["id"] for row in left["hand_in"]] == ["kept"]
    assert "Cem" not in str([one["rows"] for one in left["change"] if "kept" not in str(one)])
    with filled.reading() as reading:
        assert [one.id for one in people.all_of(reading)] == [PersonId("person-ana")]


def test_numbers_go_on_with_their_assignment_and_the_highest_holds(filled: Library) -> None:
    given, newer = AssignmentId("assignment-1"), ArticleId("article-2")
    with step(filled) as running:
        articles.insert(running, article(newer, "another text"), "another text")
        assignments.put(running, assignment(article=newer), NOON)
        for place, who, number in (
            (ARTICLE, ANA, 3),
            (ARTICLE, BEN, 2),
            (newer, BEN, 1),
            (ARTICLE, CEM, 1),
            (newer, CEM, 5),
        ):
            handed_in.remember(running, (place, given, [who]), number, NOON)
        handed_in.go_on(running, ARTICLE)
        handed_in.go_on(running, newer)
    there = rows(filled)["handed_in"]
    found = {(one["article"], one["assignment"], one["who"]): one["number"] for one in there}
    assert found == {
        (ARTICLE, "", f"{ANA} {BEN}"): 1,
        (newer, given, ANA): 3,
        (newer, given, BEN): 2,
        (newer, given, CEM): 5,
    }


def test_work_that_is_rewritten_is_vouched_for_anew(filled: Library) -> None:
    with step(filled) as running:
        handins.rewrite_work(running, HAND_IN, handins.packed((claim("other"),)))
        assert handins.work_of(running, [HAND_IN]) == {HAND_IN: (claim("other"),)}
    assert rows(filled)["handed_work"][0]["sha256"] == sha256_of(handins.packed((claim("other"),)))


def test_a_pair_goes_along_to_another_article_and_one_that_is_there_stays(filled: Library) -> None:
    newer = ArticleId("article-2")
    cem, ben = hand_in().people
    with step(filled) as running:
        articles.insert(running, article(newer, "another text"), "another text")
        handed_in.go_along(running, ARTICLE, newer)
        assert handed_in.partner(running, newer, ANA) == ben
        handed_in.pair(running, newer, ANA, cem)
        handed_in.go_along(running, ARTICLE, newer)
        assert handed_in.partner(running, newer, ANA) == cem
