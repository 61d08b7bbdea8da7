"""A newer version of an article: each claim's fate is said, and nothing is stored by looking."""

from pathlib import Path

import pytest

from annotator.exchange.readers.refusing import NothingVisible
from annotator.model.anchor import How
from annotator.model.article import Metadata
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, ClaimId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, binning, claiming, describing, versioning
from annotator.services.failures import Cancelled, NoSuchArticle
from annotator.services.preparing import Prepared
from annotator.services.versioning_failures import (
    EarlierVersion,
    NoEarlierVersion,
    OtherVersion,
    SameText,
)
from annotator.services.versioning_keeping import add_version
from tests.unit.services.desk import Desk, desk, state
from tests.unit.services.versions import FIRST, SECOND, proposed, read


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Desk:
    return desk(tmp_path / "library", [FIRST, "Another article\n"])


def tag(on: Desk, words: str, *tags: Tag) -> ClaimId:
    start = FIRST.index(words)
    return on.tag(start, start + len(words), *tags)


def test_each_claim_is_said_to_be_same_moved_changed_or_lost(desk: Desk) -> None:
    words = {
        "Bridge closed": How.SAME,
        "closed at noon on Monday 🌊": How.MOVED,
        "الجسر أُغلق صباح اليوم": How.MOVED,
        "30 people were hurt, the police said": How.CHANGED,
        "It will open in May": How.LOST,
    }
    for one in words:
        tag(desk, one)
    before = state(desk.workspace)
    versions = proposed(desk.workspace, desk.article)
    said = {versions.texts.old_words(one.claim.span): one.how for one in versions.fates}
    assert said == words
    assert [versions.texts.new_words(one.span) for one in versions.fates if one.span] == [
        "Bridge closed",
        "closed at noon on Monday 🌊",
        "الجسر أُغلق صباح اليوم",
        "35 people were hurt, the police said",
    ]
    assert state(desk.workspace) == before


def test_a_version_keeps_what_is_known_but_has_a_title_and_date_of_its_own(desk: Desk) -> None:
    known = Metadata("Old title", "The Paper", "Ana B.", "2026-03-01", "https://a.example/1", "en")
    describing.describe(desk.workspace, desk.article, known)
    new = proposed(desk.workspace, desk.article).new
    assert new.metadata == Metadata(
        "Bridge closed", "The Paper", "Ana B.", "", "https://a.example/1", "en"
    )
    assert (new.version_of, new.origin, new.characters) == (
        desk.article,
        "second.txt",
        len(SECOND),
    )


def test_the_rows_show_both_texts_and_which_words_differ(desk: Desk) -> None:
    versions = proposed(desk.workspace, desk.article)
    rows = versioning.side_by_side(versions)
    texts = versions.texts
    assert [
        (
            [texts.old_words(one) for one in row.old_marks],
            [texts.new_words(one) for one in row.new_marks],
        )
        for row in rows
        if row.differs
    ] == [
        ([], ["Update: nobody was killed."]),
        (["30"], ["35"]),
        (["It will open in May."], []),
    ]


def test_the_article_s_own_text_is_no_version_of_it(desk: Desk) -> None:
    with pytest.raises(SameText) as refused:
        proposed(desk.workspace, desk.article, FIRST.replace("\n", "\r\n"))
    assert refused.value.sentence == (
        "This is the text of “Bridge closed” itself, letter for letter, and no newer version. "
        "Nothing was changed."
    )


def test_the_same_version_cannot_come_in_twice(desk: Desk) -> None:
    add_version(desk.workspace, proposed(desk.workspace, desk.article))
    with pytest.raises(OtherVersion) as refused:
        proposed(desk.workspace, desk.article)
    assert refused.value.sentence == (
        "This text is in the library already: “Bridge closed”, which is a version of “Bridge "
        "closed”. Nothing was changed."
    )


def test_an_earlier_version_is_no_newer_one(desk: Desk) -> None:
    second = add_version(desk.workspace, proposed(desk.workspace, desk.article)).article.id
    third = "Bridge open\n" + SECOND
    last = add_version(desk.workspace, proposed(desk.workspace, second, third)).article.id
    with pytest.raises(EarlierVersion) as refused:
        proposed(desk.workspace, last, FIRST)
    assert refused.value.sentence == (
        "This text is in the library already, as an earlier version of “Bridge open”. Nothing was "
        "changed."
    )


def test_an_article_that_is_not_there_has_no_versions(desk: Desk) -> None:
    with pytest.raises(NoSuchArticle):
        proposed(desk.workspace, ArticleId("nowhere"))
    with pytest.raises(NoSuchArticle):
        versioning.compare(desk.workspace, ArticleId("nowhere"))


def test_what_could_not_be_read_is_refused_with_its_own_sentence(desk: Desk) -> None:
    refusal: Refusal = NothingVisible()
    with pytest.raises(NothingVisible):
        versioning.propose(desk.workspace, desk.article, Prepared("a", "a", refusal=refusal))


def test_looking_can_be_cancelled(desk: Desk) -> None:
    tag(desk, "Bridge closed")
    with pytest.raises(Cancelled):
        versioning.propose(desk.workspace, desk.article, read(SECOND), lambda _d, _w: False)
    versions = proposed(desk.workspace, desk.article)
    with pytest.raises(Cancelled):
        versioning.side_by_side(versions, lambda _done, _whole: False)


def test_progress_ends_where_both_texts_end(desk: Desk) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, whole: int) -> bool:
        told.append((done, whole))
        return True

    versioning.side_by_side(proposed(desk.workspace, desk.article), progress)
    assert told[-1] == (10, 10)


def test_two_versions_can_be_compared_later(desk: Desk) -> None:
    moved = tag(desk, "closed at noon on Monday 🌊", Tag.ATTRIBUTED)
    lost = tag(desk, "It will open in May")
    changed = tag(desk, "30 people were hurt")
    versions = proposed(desk.workspace, desk.article)
    there = next(one.span for one in versions.fates if one.claim.id == changed)
    kept = add_version(desk.workspace, versions, {changed: there})
    later = versioning.compare(desk.workspace, kept.article.id)
    assert {one.claim.id: one.how for one in later.fates} == {
        moved: How.MOVED,
        lost: How.LOST,
        changed: How.CHANGED,
    }
    assert (later.old.id, later.new.id, later.is_there) == (desk.article, kept.article.id, True)


def test_claims_that_were_joined_meanwhile_are_still_found(desk: Desk) -> None:
    first, second = tag(desk, "closed at noon"), tag(desk, "noon on Monday")
    kept = add_version(desk.workspace, proposed(desk.workspace, desk.article))
    carried = {one.fate.claim.id: one.carried for one in kept.kept}
    there = desk.claims(kept.article.id)
    claiming.move(desk.workspace, second, desk.claim(first).span)
    claiming.move(desk.workspace, carried[second] or second, there[carried[first] or first].span)
    (fate,) = versioning.compare(desk.workspace, kept.article.id).fates
    assert (fate.claim.id, fate.how) == (first, How.MOVED)


def test_what_is_no_version_has_nothing_to_be_compared_with(desk: Desk) -> None:
    with pytest.raises(NoEarlierVersion) as refused:
        versioning.compare(desk.workspace, desk.article)
    assert refused.value.sentence == (
        "“Bridge closed” is not a newer version of another article, so there is nothing to compare "
        "it with. Choose “Add a newer version” on the earlier one first."
    )


def test_a_version_of_what_was_emptied_from_the_bin_stands_alone(desk: Desk) -> None:
    kept = add_version(desk.workspace, proposed(desk.workspace, desk.article))
    binning.remove(desk.workspace, desk.article)
    assert versioning.compare(desk.workspace, kept.article.id).old.binned
    binning.empty(desk.workspace)
    with pytest.raises(NoEarlierVersion):
        versioning.compare(desk.workspace, kept.article.id)


def test_a_text_that_is_there_by_itself_is_said_to_be_there(desk: Desk) -> None:
    added = adding.add_text(desk.workspace, SECOND, "clipboard").article
    assert added
    versions = proposed(desk.workspace, desk.article)
    assert (versions.is_there, versions.new.id) == (True, added.id)
    assert versions.texts.new_words(Span(0, 13)) == "Bridge closed"
