"""Which claims a filter lets through."""

import pytest

from annotator.model.register import key_of
from annotator.model.tags import Tag
from annotator.ui.claims.wanted import State, Wanted
from tests.ui.claims.story import NAZARY, TALIBAN, TEXT, a_dozen

A, C, V = Tag.ATTRIBUTED, Tag.CONTESTED, Tag.VERIFIED


def names(wanted: Wanted) -> set[str]:
    return {one.id for one in a_dozen() if wanted.matches(one, TEXT[one.span.start : one.span.end])}


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Wanted(tags=frozenset({C})), {"close", "downplay"}),
        (Wanted(tags=frozenset({None})), {"aid", "children"}),
        (Wanted(tags=frozenset({C, None})), {"close", "downplay", "aid", "children"}),
        (Wanted(state=State.UNFINISHED), {"weaknesses", "downplay", "killed", "assassinated"}),
        (
            Wanted(state=State.COMPLETE, tags=frozenset({V})),
            {"power"},
        ),
        (Wanted(words="CAPABILITIES"), {"aid"}),
        (Wanted(words="nazary"), {"operations", "centers"}),
        (Wanted(words="check the date"), {"assassinated"}),
        (Wanted(words="encyclopedia"), {"assassinated"}),
        (Wanted(words="downplay"), {"close", "downplay"}),
        (Wanted(words="nazary urban"), {"centers"}),
        (Wanted(words="  "), {one.id for one in a_dozen()}),
        (Wanted(source=key_of(a_dozen()[0], NAZARY)), {"operations", "centers"}),
        (Wanted(source=key_of(a_dozen()[0], TALIBAN)), {"close"}),
    ],
)
def test_what_a_filter_shows(wanted: Wanted, shown: set[str]) -> None:
    assert names(wanted) == shown
