"""Keys, menus and selections become claims on disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from annotator.model.ids import ArticleId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import listing
from annotator.services.workspace import Workspace
from tests.ui.window.conftest import Hands, Opener, rest, until

WORDS = "over 200 operations"
OTHER = "the groups remain close"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("key", "tags"),
    [
        (Qt.Key.Key_1, {Tag.ATTRIBUTED}),
        (Qt.Key.Key_2, {Tag.CONTESTED}),
        (Qt.Key.Key_3, {Tag.VERIFIED}),
        (Qt.Key.Key_4, set()),
    ],
)
def test_a_key_makes_a_claim_of_the_selection(hands: Hands, key: Qt.Key, tags: set[Tag]) -> None:
    hands.select(WORDS)
    hands.key(key)
    assert hands.claims() == {WORDS: frozenset(tags)}


def test_what_is_shown_is_on_disk(hands: Hands, elsewhere: Workspace) -> None:
    hands.select(WORDS)
    hands.key(Qt.Key.Key_1)
    article = listing.all_articles(elsewhere)[0].article.id
    assert listing.open_article(elsewhere, article).claims == tuple(hands.desk.claims.values())


def test_the_same_key_takes_the_tag_off_and_the_claim_stays_open(hands: Hands) -> None:
    hands.select(WORDS)
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_1)
    assert hands.claims() == {WORDS: frozenset()}


def test_several_tags_on_one_claim(hands: Hands) -> None:
    hands.tag(WORDS, "attributed", "contested")
    assert hands.claims() == {WORDS: frozenset({Tag.ATTRIBUTED, Tag.CONTESTED})}


def test_without_a_selection_the_claim_at_the_caret_is_meant(hands: Hands) -> None:
    span = hands.tag(WORDS, "attributed").span
    hands.room.page.reader.put_caret(span.start + 2)
    hands.key(Qt.Key.Key_2)
    assert hands.claims() == {WORDS: frozenset({Tag.ATTRIBUTED, Tag.CONTESTED})}


def test_four_takes_all_tags_off(hands: Hands) -> None:
    hands.tag(WORDS, "attributed", "verified", "open")
    assert hands.claims() == {WORDS: frozenset()}


def test_nothing_selected_and_no_claim_says_what_to_do(hands: Hands) -> None:
    hands.room.page.reader.put_caret(0)
    hands.key(Qt.Key.Key_1)
    assert hands.claims() == {}
    assert hands.window.status.summary.text().startswith("Select the words of a claim first")


def test_a_selection_that_ends_lets_go_of_the_claim_that_was_made(hands: Hands) -> None:
    hands.select(WORDS)
    hands.key(Qt.Key.Key_1)
    assert hands.room.claims.current()
    QTest.keyClick(hands.room.page.reader, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    assert hands.room.claims.current() is None
    assert hands.room.page.reader._shown.current is None


def test_white_space_selected_beside_a_claim_does_not_mean_the_claim(hands: Hands) -> None:
    span = hands.tag(WORDS, "attributed").span
    hands.room.page.reader.select(Span(span.start - 1, span.start))
    hands.key(Qt.Key.Key_4)
    assert hands.claims() == {WORDS: frozenset({Tag.ATTRIBUTED})}
    assert hands.window.status.summary.text().startswith("Select the words of a claim first")
    hands.key(Qt.Key.Key_Delete)
    assert list(hands.claims()) == [WORDS]


def test_outer_white_space_is_trimmed_and_clusters_are_whole(
    opener: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "family.txt"
    file.write_text("A story\nThe 👩‍👩‍👧 said  so.", encoding="utf-8")
    hands = opener(file=file)
    begin = hands.text.index("👩")
    hands.room.page.reader.select(Span(begin - 1, begin + 3))
    hands.key(Qt.Key.Key_1)
    assert list(hands.claims()) == ["👩‍👩‍👧"]


def test_delete_removes_exactly_the_selected_claim(hands: Hands) -> None:
    hands.tag("conducted over 200 operations against", "contested")
    hands.tag(WORDS, "attributed")
    hands.select(WORDS)
    hands.key(Qt.Key.Key_Delete)
    assert list(hands.claims()) == ["conducted over 200 operations against"]


def test_delete_without_a_selection_removes_the_claims_at_the_caret(hands: Hands) -> None:
    span = hands.tag(WORDS, "attributed").span
    hands.tag(OTHER, "contested")
    hands.room.page.reader.put_caret(span.start + 1)
    hands.key(Qt.Key.Key_Delete)
    assert list(hands.claims()) == [OTHER]


def test_a_digit_typed_into_a_field_stays_a_digit(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    field = hands.room.page.head.findChildren(QLineEdit)[2]
    field.setFocus()
    QTest.keyClicks(field, "2024-01")
    hands.settle()
    assert field.text() == "2024-01"
    assert hands.claims() == {WORDS: frozenset({Tag.ATTRIBUTED})}


def test_quick_keys_wait_in_line(hands: Hands) -> None:
    hands.select(WORDS)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1):
        QTest.keyClick(hands.room.page.reader, key)
    hands.settle()
    assert hands.claims() == {WORDS: frozenset({Tag.CONTESTED, Tag.VERIFIED})}


def test_ends_move_by_words_also_when_keys_come_quickly(hands: Hands) -> None:
    claim = hands.tag(WORDS, "attributed")
    for _turn in range(3):
        hands.window.actions_by_id["end_later"].trigger()
    hands.window.actions_by_id["start_earlier"].trigger()
    hands.settle()
    assert list(hands.claims()) == ["conducted over 200 operations against the Taliban"]
    assert set(hands.desk.claims) == {claim.id}
    hands.do("undo")
    assert list(hands.claims()) == [WORDS]


def test_a_claim_moved_onto_another_joins_it(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    hands.tag("over 200 operations against", "contested")
    hands.room.claims.set_current(
        next(one.id for one in hands.desk.claims.values() if Tag.ATTRIBUTED in one.tags)
    )
    hands.do("end_later")
    assert hands.claims() == {
        "over 200 operations against": frozenset({Tag.ATTRIBUTED, Tag.CONTESTED})
    }


def test_undo_names_the_step_and_redo_does_it_again(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    undo, redo = hands.window.actions_by_id["undo"], hands.window.actions_by_id["redo"]
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("Undo: tag", True, False)
    hands.do("undo")
    assert hands.claims() == {}
    assert redo.text() == "Redo: tag"
    hands.do("redo")
    assert list(hands.claims()) == [WORDS]


def test_a_step_of_another_window_is_not_undone(opener: Opener) -> None:
    first = opener()
    first.tag(WORDS, "attributed")
    second = opener()
    assert not second.window.actions_by_id["undo"].isEnabled()
    second.tag(OTHER, "contested")
    until(lambda: OTHER in first.claims())
    first.do("undo")
    assert list(first.claims()) == [OTHER]


def test_what_was_changed_elsewhere_is_not_undone_but_said(opener: Opener) -> None:
    first = opener()
    first.tag(WORDS, "attributed")
    second = opener()
    second.tag(WORDS, "verified")
    first.do("undo")
    assert first.room.page.refusal.text().startswith("“tag” cannot be taken back")
    assert first.claims() == {WORDS: frozenset({Tag.ATTRIBUTED, Tag.VERIFIED})}


def test_a_click_in_the_text_chooses_in_the_list_and_the_other_way_round(hands: Hands) -> None:
    one, other = hands.tag(WORDS, "attributed"), hands.tag(OTHER, "contested")
    hands.room.page.reader.put_caret(one.span.start + 1)
    assert hands.room.claims.current() == one.id
    hands.do("next_claim")
    assert hands.room.claims.current() == other.id
    rest(50)
    assert hands.room.page.reader.visible_boxes(other.span)
    hands.room.page.reader.setFocus()
    hands.key(Qt.Key.Key_3)
    assert hands.claims()[OTHER] == frozenset({Tag.CONTESTED, Tag.VERIFIED})


def test_counts_are_said_in_the_status_bar_and_the_list(hands: Hands) -> None:
    hands.tag(WORDS, "attributed")
    hands.tag(OTHER, "open")
    status = hands.window.status
    assert status.summary.text() == "2 passages: 1 attributed, 1 open, 1 unfinished"
    assert status.needed.text() == "1 of 2 claims still needs something"
    assert status.saved.text() == "✓ Saved"


def test_claims_survive_closing(opener: Opener, hands: Hands) -> None:
    claim = hands.tag(WORDS, "attributed")
    hands.window.close()
    again = opener(as_name=None)
    assert again.desk.claims == {claim.id: claim}
    assert again.desk.person and again.desk.person.name == "Ana"
    assert again.desk.article and again.desk.article.id == ArticleId(claim.article)


def test_one_claim_is_starred_as_the_best_check(hands: Hands) -> None:
    first = hands.tag(WORDS, "attributed")
    second = hands.tag("the groups remain close", "contested")
    hands.do("star")
    assert hands.desk.claims[second.id].best
    model = hands.room.claims.model
    assert [model.card(row).place[0] for row in range(2)] == ["¶", "★"]
    assert "best check" in str(model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole))
    hands.room.claims.set_current(first.id)
    hands.room.claims.page.list.setFocus()
    hands.do("star")
    assert [one.id for one in hands.desk.claims.values() if one.best] == [first.id]
    hands.do("star")
    assert not any(one.best for one in hands.desk.claims.values())
    hands.do("undo")
    assert hands.desk.claims[first.id].best
