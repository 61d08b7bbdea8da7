"""Moments as they stand in files: UTC, to the microsecond, and only such as sort as text."""

from datetime import UTC, datetime

_FIRST_YEAR, _LAST_YEAR = 1000, 9998
"""Times sort as text only with four digits, and the last ones leave no room for a later change."""


def time_of(text: str) -> datetime:
    """The moment, in UTC; without a zone it is meant so. Raises ValueError for what is none."""
    time = datetime.fromisoformat(text)
    try:
        time = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(text) from error
    if not _FIRST_YEAR <= time.year <= _LAST_YEAR:
        raise ValueError(text)
    return time


def text_of(time: datetime) -> str:
    """The moment with `Z` and six digits of the second."""
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
