"""How long work tells how far it is, and hears that it should stop."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from annotator.services.failures import Cancelled

Progress = Callable[[int, int], bool]
"""Told how much is done out of how much; False means: stop."""

_Value = TypeVar("_Value")


def watched(values: Iterable[_Value], total: int, progress: Progress | None) -> Iterator[_Value]:
    """The values one by one, telling before each how many are done. Raises Cancelled."""
    for done, value in enumerate(values):
        if progress is not None and not progress(done, total):
            raise Cancelled
        yield value
