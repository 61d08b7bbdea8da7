"""What is painted, read from the picture: colours where they belong and nowhere else."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QImage

from annotator.model.claim import Claim
from annotator.model.ids import ClaimId
from annotator.model.tags import Tag
from annotator.ui.palette import PATTERNS, Line, load
from annotator.ui.reader.margin import badges
from annotator.ui.reader.view import ReaderView
from tests.ui.reader.conftest import Show
from tests.ui.reader.making import MIXED, PLAIN, A, C, V, on, span_of

LIGHT = load(False)
LOOKS: list[Tag | None] = [A, C, V, None]


def picture(view: ReaderView) -> QImage:
    return view.viewport().grab().toImage()


def box_of(view: ReaderView, quote: str) -> QRect:
    """The box of some words of one line and one direction, in the viewport."""
    return view.visible_boxes(span_of(view.text(), quote))[0].translated(-view.viewport().pos())


def colours_in(image: QImage, box: QRect) -> Counter[str]:
    seen: Counter[str] = Counter()
    for x in range(max(box.left(), 0), min(box.right() + 1, image.width())):
        for y in range(max(box.top(), 0), min(box.bottom() + 1, image.height())):
            seen[image.pixelColor(x, y).name()] += 1
    return seen


def apart(one: QColor, other: QColor) -> int:
    """How far two colours are apart, in the channel in which they are furthest."""
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )


def much_of(colour: QColor, image: QImage, box: QRect) -> int:
    """How many dots are in a colour, or nearly: the edges of a wave are softened."""
    far = (abs(colour.red() - 128) + 128) // 3
    near = 0
    for name, count in colours_in(image, box).items():
        near += count * (apart(QColor(name), colour) < far)
    return near


def paper_of(view: ReaderView, quote: str) -> str:
    """What most of the paper of some words is painted in."""
    return colours_in(picture(view), box_of(view, quote).adjusted(2, 6, -2, -9)).most_common(1)[0][
        0
    ]


def below(view: ReaderView, quote: str) -> QRect:
    """The room of the underlines of some words."""
    box = box_of(view, quote)
    return QRect(box.left() + 2, box.bottom() - 6, box.width() - 4, 12)


def claim_with(tag: Tag | None, quote: str) -> Claim:
    return on(PLAIN, quote, *([tag] if tag else []))


@pytest.mark.parametrize("tag", LOOKS)
@pytest.mark.parametrize("dark", [False, True])
def test_a_claim_has_tint_underline_and_badge_of_its_tag(
    show: Show, tag: Tag | None, dark: bool
) -> None:
    view, palette = show(PLAIN, [claim_with(tag, "mayor said")], dark=dark), load(dark)
    assert paper_of(view, "mayor said") == palette.tags[tag].tint.name()
    assert paper_of(view, "the bridge") == palette.ground.name()
    line = palette.tags[tag].line
    assert much_of(line, picture(view), below(view, "mayor said")) > 25
    badge = next(badges(view._page, view._in_view())).spots[0].place.toRect()
    assert much_of(line, picture(view), badge) > badge.width() * badge.height() / 2
    assert badge.left() > view.text_column().right() - view.viewport().x()
    assert abs(badge.center().y() - box_of(view, "mayor said").center().y()) < 6


def rows_of(view: ReaderView, quote: str, colour: QColor) -> set[int]:
    """The heights at which a colour is seen under some words."""
    image, box = picture(view), below(view, quote)
    lines = (QRect(box.left(), y, box.width(), 1) for y in range(box.top(), box.bottom() + 1))
    return {line.top() for line in lines if much_of(colour, image, line)}


def test_each_pattern_is_another_one(show: Show) -> None:
    seen = {}
    for tag in LOOKS:
        view = show(PLAIN, [claim_with(tag, "mayor said the bridge")])
        image, box = picture(view), below(view, "mayor said the bridge")
        grey = image.copy(box).convertToFormat(QImage.Format.Format_Mono)
        seen[PATTERNS[tag]] = bytes(grey.constBits())
    assert set(seen) == set(Line)
    assert len(set(seen.values())) == 4


def test_two_tags_are_two_lines_on_the_first_ones_tint(show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", C, A)])
    assert paper_of(view, "mayor said") == LIGHT.tags[A].tint.name()
    upper = rows_of(view, "mayor said", LIGHT.tags[A].line)
    lower = rows_of(view, "mayor said", LIGHT.tags[C].line)
    assert upper
    assert lower
    assert min(upper) < min(lower)
    assert max(upper) < max(lower)


def test_where_claims_overlap_both_tints_lie_side_by_side_and_none_is_mixed(show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "The mayor said the", A), on(PLAIN, "said the bridge", V)])
    pure = {LIGHT.tags[A].tint.name(), LIGHT.tags[V].tint.name()}
    both = colours_in(picture(view), box_of(view, "said the").adjusted(4, 5, -4, -7))
    assert {colour for colour, count in both.most_common(2)} == pure
    assert (
        colours_in(picture(view), box_of(view, "mayor").adjusted(2, 5, -2, -7))[
            LIGHT.tags[V].tint.name()
        ]
        == 0
    )


def test_claims_that_touch_are_parted(show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor", A), on(PLAIN, " said", A)])
    image, seam = picture(view), box_of(view, " said").left()
    line = LIGHT.tags[A].line
    height = max(rows_of(view, "mayor", line))
    assert image.pixelColor(seam - 4, height) == line
    assert any(image.pixelColor(seam + x, height) != line for x in (-1, 0, 1))


def test_in_a_line_of_two_directions_only_the_claims_words_are_tinted(show: Show) -> None:
    claim = on(MIXED, "said: “قال الوزير", A)
    view = show(MIXED, [claim])
    tint = LIGHT.tags[A].tint.name()
    for quote in ("said", "قال", "الوزير"):
        assert paper_of(view, quote) == tint, quote
    for quote in ("He", "القوات", "إن", "left"):
        assert paper_of(view, quote) == LIGHT.ground.name(), quote


@pytest.mark.parametrize("quote", ["👨\u200d👩\u200d👧\u200d👦", "🇩🇪", "cafe\u0301", "𠮷野"])
def test_what_is_one_character_is_tinted_whole(show: Show, quote: str) -> None:
    view = show(MIXED, [on(MIXED, quote, A)])
    tinted = colours_in(picture(view), box_of(view, quote))[LIGHT.tags[A].tint.name()]
    assert tinted > 40
    assert colours_in(picture(view), box_of(view, "here"))[LIGHT.tags[A].tint.name()] == 0


def test_a_new_claim_is_seen_and_a_removed_one_is_not(show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A)])
    before = picture(view)
    added = on(PLAIN, "Others doubt", C)
    view.apply([added], [])
    assert paper_of(view, "Others doubt") == LIGHT.tags[C].tint.name()
    view.apply([replace(added, tags=frozenset({V}))], [])
    assert paper_of(view, "Others doubt") == LIGHT.tags[V].tint.name()
    view.apply([], [added.id])
    assert picture(view) == before


def test_the_current_claim_is_outlined(show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A)])
    around = box_of(view, "mayor said").adjusted(-5, -5, 5, 5)
    assert colours_in(picture(view), around)[LIGHT.accent.name()] == 0
    view.set_current(ClaimId("mayor said"))
    assert colours_in(picture(view), around)[LIGHT.accent.name()] > 30
    view.set_current(None)
    assert colours_in(picture(view), around)[LIGHT.accent.name()] == 0


def test_a_selection_does_not_hide_what_lies_under_it(show: Show) -> None:
    view = show(PLAIN, [on(PLAIN, "mayor said", A)])
    line = LIGHT.tags[A].line.name()
    before = colours_in(picture(view), below(view, "mayor said"))[line]
    view.select(span_of(PLAIN, "The mayor said the bridge"))
    assert colours_in(picture(view), below(view, "mayor said"))[line] == before
    selected = QColor(paper_of(view, "the bridge"))
    # Multiplied, no colour is lighter than the ground.
    assert apart(selected, LIGHT.selection) <= 6
    assert paper_of(view, "mayor said") not in (LIGHT.tags[A].tint.name(), selected.name())


def test_matches_are_marked_and_the_one_looked_at_is_another(show: Show) -> None:
    view = show(PLAIN)
    spans = [span_of(PLAIN, "mayor"), span_of(PLAIN, "bridge")]
    view.set_matches(spans, spans[1])
    one, looked_at, none = (paper_of(view, words) for words in ("mayor", "bridge", "doubt"))
    assert none == LIGHT.ground.name()
    assert len({one, looked_at, none}) == 3
    view.set_matches((), None)
    assert paper_of(view, "bridge") == none


def test_what_finds_no_room_in_the_margin_is_counted(show: Show) -> None:
    claims = [on(PLAIN, quote, A, C) for quote in ("The", "mayor", "said")]
    view = show(PLAIN, claims)
    (line,) = badges(view._page, view._in_view())
    assert len(line.spots) == 3
    assert line.more == 3
    # A font decides how many dots of a letter are inked fully: no pure colour is asked for.
    count = QFontMetrics(view._page.measures.number).boundingRect("+3")
    beside = count.translated(line.rest.toPoint())
    assert much_of(LIGHT.soft, picture(view), beside) > 3
    assert much_of(LIGHT.soft, picture(show(PLAIN, claims[:1])), beside) == 0


def test_paragraphs_with_words_are_numbered(show: Show) -> None:
    view = show(PLAIN)
    numbers = [view._page.number(stretch) for stretch in view._in_view()]
    assert numbers == [1, 2, None, 3]
    box = box_of(view, "A second")
    beside = QRect(0, box.top(), view._page.measures.left - 10, box.height())
    assert much_of(LIGHT.soft, picture(view), beside) > 5


def test_other_colours_are_taken_at_once(show: Show) -> None:
    view, dark = show(PLAIN, [on(PLAIN, "mayor said", A)]), load(True)
    view.set_palette(dark)
    assert paper_of(view, "mayor said") == dark.tags[A].tint.name()
    assert paper_of(view, "the bridge") == dark.ground.name()
