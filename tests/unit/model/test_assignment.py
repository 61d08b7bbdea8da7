"""What is asked of a class."""

import pytest

from annotator.model.assignment import Minimums
from annotator.model.tags import Tag


@pytest.mark.parametrize(
    ("minimums", "asks"),
    [
        (Minimums(), False),
        (Minimums(by_tag={Tag.VERIFIED: 0}), False),
        (Minimums(3), True),
        (Minimums(by_tag={Tag.VERIFIED: 1}), True),
    ],
)
def test_nothing_is_asked_for_where_every_number_is_nought(
    minimums: Minimums, *, asks: bool
) -> None:
    assert bool(minimums) is asks
