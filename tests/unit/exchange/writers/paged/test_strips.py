"""Where pages end: nothing is lost, nothing overflows, and what belongs together stays together."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.writers.paged.strips import Strip, keep_company, pages

ROOM = 100.0


def nothing(_painter: Any, _top: float) -> None:
    """Paints nothing."""


def strip(height: float = 10, **about: Any) -> Strip:
    return Strip(height, nothing, **about)


STRIPS = st.lists(
    st.builds(
        strip,
        st.floats(1, ROOM),
        above=st.floats(0, 30),
        holds=st.booleans(),
    ),
    max_size=40,
)


@given(STRIPS)
def test_each_strip_stands_once_and_in_order(strips: list[Strip]) -> None:
    set_ = [placed.strip for page in pages(strips, ROOM) for placed in page]
    assert list(map(id, set_)) == list(map(id, strips))


@given(STRIPS)
def test_no_page_overflows_and_none_is_empty(strips: list[Strip]) -> None:
    for page in pages(strips, ROOM):
        assert page
        assert page[0].top == 0
        assert page[-1].top + page[-1].strip.height <= ROOM + 1e-6


@given(STRIPS)
def test_a_page_ends_after_a_strip_that_holds_only_where_all_of_it_holds(
    strips: list[Strip],
) -> None:
    for page in pages(strips, ROOM)[:-1]:
        if page[-1].strip.holds:
            assert all(placed.strip.holds for placed in page)


def test_a_heading_goes_to_the_page_of_what_it_heads() -> None:
    text, heading = [strip() for _ in range(9)], strip(holds=True)
    made = pages([*text, heading, strip()], ROOM)
    assert [len(page) for page in made] == [9, 2]
    assert made[1][0].strip is heading


def test_the_space_above_is_swallowed_at_the_top_of_a_page() -> None:
    first, second = pages([strip(95), strip(above=20)], ROOM)
    assert first[0].top == 0
    assert second[0].top == 0


def test_the_head_of_a_table_is_repeated_on_each_page() -> None:
    head = strip(holds=True)
    rows = [strip(30, again=head) for _ in range(5)]
    made = pages([head, *rows], ROOM)
    assert [[placed.top for placed in page] for page in made] == [[0, 10, 40, 70], [0, 10, 40]]
    assert made[1][0].strip is head


def test_no_line_of_a_paragraph_is_left_alone() -> None:
    lines = [strip() for _ in range(5)]
    keep_company(lines)
    assert [line.holds for line in lines] == [True, False, False, True, False]
    short = [strip() for _ in range(3)]
    keep_company(short)
    assert [line.holds for line in short] == [True, True, False]


def test_what_is_too_tall_for_any_page_has_one_of_its_own() -> None:
    made = pages([strip(), strip(500), strip()], ROOM)
    assert [len(page) for page in made] == [1, 1, 1]
