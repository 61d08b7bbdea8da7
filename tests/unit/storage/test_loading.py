"""Reading many claims puts the search for garbage off, and leaves it as it was."""

import gc
from collections.abc import Callable

import pytest

from annotator.storage import claims
from annotator.storage.library import Library
from tests.unit.storage.filled import ARTICLE


@pytest.mark.parametrize(("before", "searches"), [(gc.enable, True), (gc.disable, False)])
def test_the_search_for_garbage_goes_on_as_it_was(
    filled: Library, before: Callable[[], None], searches: bool
) -> None:
    before()
    try:
        with filled.reading() as reading:
            assert claims.of_article(reading, ARTICLE)
        assert gc.isenabled() == searches
    finally:
        gc.enable()
