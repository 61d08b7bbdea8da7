"""The ways in which pages write a day."""

import pytest

from annotator.exchange.readers.web.dates import iso_date


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-05T06:30:00+00:00", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("5.3.2024, 10:00", "2024-03-05"),
        ("Tue, 05 Mar 2024 06:30:00 GMT", "2024-03-05"),
        ("March 5th, 2024 at noon", "2024-03-05"),
        ("Tuesday 5 March 2024", "2024-03-05"),
        ("5 Mar. 2024", "2024-03-05"),
        ("03/05/2024", ""),  # May or March, nobody knows
        ("2024-13-45", ""),
        ("0001-01-01", ""),
        ("yesterday", ""),
        ("12345678901", ""),
    ],
)
def test_a_day_is_written_as_iso_writes_it_or_not_at_all(written: str, day: str) -> None:
    assert iso_date(written) == day
