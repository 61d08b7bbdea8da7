"""A date as people write it; an empty one is none."""

from datetime import date

from PySide6.QtCore import QLocale

_FORMATS = ("yyyy-M-d", "d.M.yyyy", "d. MMMM yyyy", "d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy")
_FIRST_YEAR = 1900


class UnreadableDayError(ValueError):
    """What was written is no date that can be understood without guessing."""


def read_day(text: str) -> date | None:
    """The date, or None for an empty text. Raises UnreadableDayError."""
    words = " ".join(text.split())
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    here = QLocale()
    short = here.dateFormat(QLocale.FormatType.ShortFormat)
    # A year of two digits would be read as one of the twentieth century.
    usual = short.replace("yyyy", "yy").replace("yy", "yyyy")
    for speaker in (here, QLocale.c()):
        for form in (usual, *_FORMATS):
            day = speaker.toDate(words, form)
            if day.isValid() and day.year() >= _FIRST_YEAR:
                return date(day.year(), day.month(), day.day())
    raise UnreadableDayError(words)
