"""The heat map: tints, counts, and the passages under pointer and caret."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from annotator.model.heat import ANY
from annotator.model.tags import Tag
from annotator.ui.classroom.heat_margin import lines, shown_by
from annotator.ui.classroom.heat_paint import tint
from annotator.ui.classroom.window import ClassWindow
from annotator.ui.palette import load
from annotator.ui.style import READABLE, contrast
from tests.ui.classroom.making import CLOSED, HURT, MAY, TEXT, klass


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("tag", [*Tag, None])
def test_words_stay_readable_on_every_tint(dark: bool, tag: Tag | None) -> None:
    colours = load(dark)
    grounds = [tint(tag, marked, 30, colours) for marked in range(1, 31)]
    assert all(contrast(colours.ink, ground) >= READABLE for ground in grounds)


def test_the_more_marked_it_the_deeper() -> None:
    colours = load(dark=False)
    grounds = [tint(Tag.ATTRIBUTED, marked, 30, colours) for marked in (0, 1, 15, 30)]
    away = [contrast(ground, colours.ground) for ground in grounds]
    assert away == sorted(away)
    assert len(set(away)) == 4


def test_runs_close_the_blank_between_words_but_no_line_end() -> None:
    runs = klass().runs[ANY]
    assert [TEXT[run.span.start : run.span.end] for run in runs][:2] == [CLOSED, HURT]
    assert [run.marked for run in runs] == [3, 2, 1]
    assert [run.tag for run in runs] == [Tag.ATTRIBUTED, Tag.CONTESTED, None]


def test_the_margin_counts_the_most_frequent_first_and_one_layer_alone() -> None:
    hurt = klass().passages[0]
    assert shown_by(hurt, ANY) == [(Tag.CONTESTED, 1), (Tag.VERIFIED, 1)]
    assert shown_by(hurt, Tag.VERIFIED) == [(Tag.VERIFIED, 1)]
    assert shown_by(hurt, None) == []


def test_enter_at_the_caret_and_a_click_choose_the_passage(window: ClassWindow) -> None:
    sheet = window.pages.heat.sheet
    chosen: list[str] = []
    sheet.passage_chosen.connect(chosen.append)
    closed = next(one for one in klass().passages if one.quote == CLOSED)
    cursor = sheet.textCursor()
    cursor.setPosition(TEXT.index(CLOSED) + 3)
    sheet.setTextCursor(cursor)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert chosen == [closed.id]
    box = sheet.visible_boxes(klass().passages[0].found.span)[0]
    at = box.center() - sheet.viewport().pos()
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen[1:] == [klass().passages[0].id]


def test_the_pointer_is_told_who_marked(window: ClassWindow) -> None:
    told = window.pages.heat.sheet.told_at(TEXT.index(HURT))
    assert told.splitlines() == [
        "This word: 2 of 3, 1 contested, 1 verified",
        f"“{HURT}”",
        "2 of 3 marked it: 1 contested, 1 verified",
    ]
    assert window.pages.heat.sheet.told_at(len(TEXT) - 1) == ""
    assert window.pages.heat.sheet._under(QPointF(2, 2)) == []


def test_the_document_is_the_text_and_nothing_else(window: ClassWindow) -> None:
    assert window.pages.heat.sheet.toPlainText() == TEXT
    window.zoom(2)
    assert window.pages.heat.sheet.zoom == 120
    assert window.pages.heat.sheet.toPlainText() == TEXT


def test_a_line_shows_as_many_passages_as_have_room(window: ClassWindow) -> None:
    page = window.pages.heat.sheet._page
    of = {one.quote: one for one in klass().passages}
    closed, hurt, may = of[CLOSED], of[HURT], of[MAY]
    side = page.measures.badge
    (two,) = lines(page, [(100, [may, closed])], ANY)
    assert ([one.passage for one in two.counts], two.more) == ([closed, may], 0)
    assert two.counts[1].badge.left() > two.counts[0].box(side).right()
    assert two.counts[1].box(side).right() <= page.document.textWidth()
    (less,) = lines(page, [(100, [closed, hurt])], ANY)
    assert [(one.passage, one.tag) for one in less.counts] == [
        (closed, Tag.ATTRIBUTED),
        (hurt, Tag.CONTESTED),
    ]
    assert less.more == 0
    (full,) = lines(page, [(100, [hurt, may])], ANY)
    assert ([one.passage for one in full.counts], full.more) == ([hurt, hurt], 1)
    assert full.rest.x() > full.counts[1].text.x()
