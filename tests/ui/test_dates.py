"""Days and times are written as the system writes them, and never so that one has to guess."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from annotator.ui import dates

DAY = date(2026, 3, 2)


@pytest.fixture
def speak() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("speak")
def test_where_the_system_says_nothing_the_year_stands_first() -> None:
    QLocale.setDefault(QLocale.c())
    dates.settle()
    assert dates.short_day(DAY) == "2026-03-02"
    assert dates.long_day(DAY) == "Monday, 2 March 2026"


@pytest.mark.usefixtures("speak")
@pytest.mark.parametrize(
    ("spoken", "day"), [("de_DE", "02.03.26"), ("en_US", "3/2/26"), ("pl_PL", "2.03.2026")]
)
def test_where_it_does_it_is_followed(spoken: str, day: str) -> None:
    QLocale.setDefault(QLocale(spoken))
    dates.settle()
    assert dates.short_day(DAY) == day


@pytest.mark.usefixtures("speak")
def test_a_time_stands_in_the_zone_of_this_computer() -> None:
    QLocale.setDefault(QLocale.c())
    dates.settle()
    moment = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)
    assert dates.short_time(moment) == f"{moment.astimezone():%Y-%m-%d %H:%M}"
