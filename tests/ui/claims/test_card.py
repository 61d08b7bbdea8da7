"""What a closed card says, and that it is cut by what is seen, in any script."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from annotator.model.claim import Evidence, LinkRole, Outcome, Source, SourceKind
from annotator.model.tags import Tag
from annotator.ui import palette
from annotator.ui.claims import wording
from annotator.ui.claims.card import (
    CardText,
    State,
    is_right_to_left,
    paint_card,
    quote_lines,
)
from annotator.ui.claims.look import Look
from annotator.ui.claims.wording import Label, Mark
from tests.ui.claims.story import PEOPLE, a_dozen, said

BY_NAME = {str(one.id): one for one in a_dozen()}


@pytest.mark.parametrize(
    ("tags", "title"),
    [
        ((Tag.VERIFIED,), "Verified: What shows it?"),
        ((Tag.ATTRIBUTED, Tag.CONTESTED), "Attributed, contested"),
        ((None,), "Open"),
    ],
)
def test_the_title(tags: tuple[Tag | None, ...], title: str) -> None:
    assert wording.title(tags) == title


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("operations", "Ali Nazary, head of foreign relations for the NRF"),
        ("close", "U.N. report 2022 · against: the Taliban"),
        ("power", "un.org: supports it"),
        ("killed", "unnamed source · google.com: supports it"),
        ("downplay", ""),
        ("aid", "Nobody named, not checked yet."),
    ],
)
def test_the_facts(name: str, facts: str) -> None:
    assert wording.card_facts((BY_NAME[name],), PEOPLE) == facts


def test_a_linked_claim_stands_for_who_disagrees() -> None:
    linked = replace(BY_NAME["close"], attributions=())
    assert wording.facts(linked) == ["against: 1 linked claim"]
    related = replace(linked, links=(replace(linked.links[0], role=LinkRole.RELATED),))
    assert wording.facts(related) == []


def test_evidence_without_a_place_shows_what_was_found() -> None:
    bare = replace(BY_NAME["power"], evidence=(Evidence(found="It is so."), Evidence()))
    assert wording.facts(bare) == ["It is so."]
    nowhere = replace(bare, attributions=(said(Source("", SourceKind.PERSON)),))
    assert wording.facts(nowhere) == ["It is so."]


def test_the_label_says_what_to_do_next() -> None:
    assert wording.label(BY_NAME["downplay"]) == Label(
        Mark.TO_DO, "name who disagrees, or link their words"
    )
    assert wording.label(BY_NAME["camps"]) == Label(Mark.TO_KNOW, "checked, still open")
    assert wording.label(BY_NAME["operations"]) is None
    against = replace(BY_NAME["aid"], evidence=(Evidence("x", outcome=Outcome.AGAINST, found="y"),))
    assert wording.label(against) == Label(Mark.TO_KNOW, "checked, still open")


LONG = "The Taliban has held power for three years following the withdrawal. " * 9


@pytest.mark.parametrize(
    "text",
    [
        "short",
        LONG,
        "\U0001f469\u200d\U0001f680 " * 90,
        "𠀀𠀁𠀂" * 60,
        "حركة طالبان تسيطر على السلطة منذ ثلاث سنوات " * 9,
        "x" * 500,
        "two\nlines",
    ],
)
def test_a_quote_is_cut_to_two_lines_that_fit(styled: palette.Palette, text: str) -> None:
    font = Look(styled).quote
    lines = quote_lines(text, font, 300)
    assert 1 <= len(lines) <= 2
    metrics = QFontMetrics(font)
    assert all(metrics.horizontalAdvance(line) <= 302 for line in lines)
    shown = "".join("".join(lines).split())
    whole = "".join(text.split())
    assert whole.startswith(shown.removesuffix("…").rstrip("\u200d"))
    assert shown.endswith("…") or shown == whole


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("“Taliban”", False), ("“طالبان”", True), ("2021: שלום", True), ("123 …", False)],
)
def test_a_text_begins_where_its_script_begins(text: str, rtl: bool) -> None:
    assert is_right_to_left(text) is rtl


@pytest.mark.parametrize("rtl", [False, True])
def test_a_card_is_painted_inside_its_rectangle(styled: palette.Palette, rtl: bool) -> None:
    look = Look(styled)
    text = CardText(
        (Tag.ATTRIBUTED, Tag.CONTESTED),
        "Attributed, contested " * 9,
        "¶ 4",
        LONG,
        "<b>Ali Nazary</b> " * 20,
        Label(Mark.TO_DO, "say who says so"),
    )
    image = QImage(360, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    painter = QPainter(image)
    rect = QRect(20, 20, 320, look.closed)
    paint_card(painter, rect, text, look, State(chosen=True, focused=True), rtl)
    painter.end()
    outside = [
        image.pixel(x, y)
        for x in range(360)
        for y in range(200)
        if not rect.adjusted(-1, -1, 1, 1).contains(x, y)
    ]
    assert set(outside) == {0xFFFF00FF}
    assert image.pixel(rect.left() + 7, rect.center().y()) == styled.paper.rgb()


def test_a_short_quote_stands_evenly_between_title_and_facts(styled: palette.Palette) -> None:
    look = Look(styled, 1.0)

    def written(quote: str) -> list[int]:
        """The rows of a card's middle in which something is written."""
        image = QImage(300, look.closed, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        text = CardText((None,), "Open", "¶ 1", quote, "Nobody named.", None)
        paint_card(painter, QRect(0, 0, 300, look.closed), text, look, State(), False)
        painter.end()
        paper = styled.paper.rgb()
        inner = range(4, look.closed - 4)
        return [y for y in inner if any(image.pixel(x, y) != paper for x in range(20, 280))]

    one, two = written("killed"), written("killed and wounded since January, says the report")
    assert abs(one[-1] - two[-1]) <= 1
    gaps = sorted(below - above for above, below in pairwise(one))
    assert gaps[-1] - gaps[-2] <= look.px(8)


def test_a_quote_is_laid_in_its_own_direction_in_a_window_of_the_other(
    styled: palette.Palette,
) -> None:
    look = Look(styled, 1.0)

    def painted(quote: str, rtl: bool) -> list[list[int]]:
        image = QImage(300, look.closed, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        ways = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(ways[rtl])  # as a mirrored list's own painter is
        text = CardText((None,), "Open", "¶ 1", quote, "Nobody named.", None)
        paint_card(painter, QRect(0, 0, 300, look.closed), text, look, State(), rtl)
        painter.end()
        return [[image.pixel(x, y) for x in range(300)] for y in range(look.closed)]

    usual, other = painted("Killed since.", rtl=False), painted("xxxxxxxxxxxxx", rtl=False)
    rows = [y for y in range(look.closed) if usual[y] != other[y]]
    mirrored = painted("Killed since.", rtl=True)
    assert len(rows) > look.px(5)
    assert [usual[y] for y in rows] == [mirrored[y] for y in rows]
