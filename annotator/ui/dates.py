"""Days and times as people write them where they live."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale


def settle() -> None:
    """Where the system does not say how dates are written, write them so that nobody can err.

    Qt would write "2 03 2026"; Sweden's English writes 2026-03-02.
    """
    if QLocale().language() is QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Sweden))


def short_day(day: date) -> str:
    """A day in figures."""
    return QLocale().toString(_of(day), QLocale.FormatType.ShortFormat)


def long_day(day: date) -> str:
    """A day with its name and its month's."""
    return QLocale().toString(_of(day), QLocale.FormatType.LongFormat)


def short_time(time: datetime) -> str:
    """A day in figures and the time of day in this computer's zone, to the minute."""
    moment = QDateTime.fromSecsSinceEpoch(int(time.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _of(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
