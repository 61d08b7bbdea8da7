"""The two typefaces of the window: a serif to read, a sans to work with.

Their families are those of the paper (`exchange/writers/families.py`).
"""

from collections.abc import Sequence

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QGuiApplication

from annotator.exchange.writers.families import SANS, SERIF

INTERFACE = 13.0
SMALL = 12.0
QUOTE = 13.5
BODY = 16.5
HEADLINE = 27.0
"""Sizes in px at 100 %."""

LEADING = 1.68
HEADLINE_LEADING = 1.24
"""The distance of two baselines as a multiple of the size."""

_POINTS_PER_INCH = 72.0
QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
"""Qt tells of every family that lacks a script, although another in the list has it."""


def serif(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The reading face; `size` in px (some systems scale letters to whole px only)."""
    return _font(SERIF, QFont.StyleHint.Serif, size, weight)


def sans(size: float = INTERFACE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface face; `size` in px (some systems scale letters to whole px only)."""
    return _font(SANS, QFont.StyleHint.SansSerif, size, weight)


def _font(
    families: Sequence[str], hint: QFont.StyleHint, size: float, weight: QFont.Weight
) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setStyleHint(hint)
    # A size in px must be whole; one in points need not, and a screen says how many px make one.
    font.setPointSizeF(size * _POINTS_PER_INCH / _dots_per_inch())
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def _dots_per_inch() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0
