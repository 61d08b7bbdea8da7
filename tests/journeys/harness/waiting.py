"""Waiting for something to become true, never for a time to pass."""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 20.0
"""Seconds: far more than anything takes, since two cores may be busy with other work."""

Value = TypeVar("Value")


def wait_until(
    what: str,
    look: Callable[[], Value | None],
    patience: float = PATIENCE,
    while_waiting: Callable[[], None] | None = None,
) -> Value:
    """The first true value that `look` gives; AssertionError, naming `what`, when none comes.

    `while_waiting` may raise, so that a program that has died is not waited for.
    """
    end = time.monotonic() + patience
    while True:
        found = look()
        if found:
            return found
        if while_waiting:
            while_waiting()
        assert time.monotonic() < end, f"waited {patience:.0f} s in vain for {what}"
        time.sleep(0.02)
