"""Times in the library: UTC with microseconds, as text that sorts like the times do."""

from datetime import UTC, datetime


def to_cell(time: datetime) -> str:
    """An aware time as `2026-01-31T08:00:00.000000Z`."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_cell(cell: str) -> datetime:
    """The aware time of such a cell."""
    return datetime.fromisoformat(cell)
