"""The search for garbage is put off for the start, and goes on without what was made then."""

import gc
from collections.abc import Iterator

import pytest

from annotator.app import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leaves the search on, and nothing set aside."""
    yield
    gc.enable()
    gc.unfreeze()


def test_what_was_made_meanwhile_is_set_aside_for_good() -> None:
    garbage.put_off()
    assert not gc.isenabled()
    garbage.search_again()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_a_search_that_was_not_put_off_goes_on_as_it_was() -> None:
    garbage.search_again()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
