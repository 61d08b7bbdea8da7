"""The arithmetic of the cards against cards that are laid out one by one."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.claims.column import Column

columns = st.builds(
    Column,
    rows=st.integers(0, 12),
    closed=st.integers(1, 9),
    gap=st.integers(0, 4),
    open_row=st.integers(-1, 12),
    open_height=st.integers(1, 40),
)


def laid_out(column: Column) -> list[range]:
    """Each card's px, by adding up."""
    cards, y = [], column.gap
    for row in range(column.rows):
        height = column.open_height if row == column.open_row else column.closed
        cards.append(range(y, y + height))
        y += height + column.gap
    return cards


@given(columns)
def test_tops_and_sizes_are_those_of_cards_laid_out_one_by_one(column: Column) -> None:
    cards = laid_out(column)
    assert [
        range(column.top(r), column.top(r) + column.size(r)) for r in range(len(cards))
    ] == cards
    assert column.height == (cards[-1].stop + column.gap if cards else 0)


@given(columns, st.integers(-20, 200))
def test_the_card_at_a_point_is_the_one_that_holds_it(column: Column, y: int) -> None:
    holding = [row for row, card in enumerate(laid_out(column)) if y in card]
    assert column.row_at(y) == (holding[0] if holding else -1)


@given(columns, st.integers(-20, 200), st.integers(-20, 200))
def test_the_visible_cards_are_those_with_a_part_in_view(
    column: Column, top: int, bottom: int
) -> None:
    seen = [
        row
        for row, card in enumerate(laid_out(column))
        if card.start < bottom and top < card.stop and top < bottom
    ]
    assert list(column.between(top, bottom)) == seen
