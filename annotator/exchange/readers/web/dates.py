"""A date in any of the ways that pages write it, as ISO 8601 writes it."""

import re
from datetime import date
from email.utils import parsedate

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_NUMBERS = re.compile(r"\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_GERMAN = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_NAMED = re.compile(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+"
    r"(?:(?P<after>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})(?!\d)"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_OLDEST = 1600
"""Newspapers are not older; a lower year is a number."""


def iso_date(text: str) -> str:
    """The day as YYYY-MM-DD, else "". A time and its zone are left out: a day is what is cited."""
    for pattern, order in ((_ISO, (0, 1, 2)), (_NUMBERS, (0, 1, 2)), (_GERMAN, (2, 1, 0))):
        found = pattern.match(text)
        if found:
            numbers = [int(part) for part in found.groups()]
            return _checked(*(numbers[place] for place in order))
    mail = parsedate(text)
    return _checked(*mail[:3]) if mail else _from_words(text)


def _from_words(text: str) -> str:
    found = _NAMED.search(text)
    day = found and (found["before"] or found["after"])
    if not found or not day or found["month"][:3].lower() not in _MONTHS:
        return ""
    return _checked(int(found["year"]), _MONTHS.index(found["month"][:3].lower()) + 1, int(day))


def _checked(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if year >= _OLDEST else ""
    except ValueError:
        return ""
