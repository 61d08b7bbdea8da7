"""Times in the library: UTC with microseconds, as text that sorts like the times do."""

from datetime import UTC, datetime


def to_cell(time: datetime) -> str:
    """An aware time as `2026-01-31T08:00:00.000000Z`."""
    return time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


from_cell = datetime.fromisoformat
"""The aware time of such a cell; raises ValueError."""
