"""Pages that are ready to be painted: on a PDF, on a printer, in a preview, all the same.

The painter counts in units of the page (`sheet.PER_INCH` to the inch).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from annotator.exchange.writers.paged.letters import Letters, Look
from annotator.exchange.writers.paged.sheet import POINT, Sheet
from annotator.exchange.writers.paged.strips import Page, Strip, pages

_HEAD = Look(7.5, colour="soft")
_APART = 24 * POINT


@dataclass(frozen=True)
class Section:
    """Strips that begin on a page of their own, under a running head of two parts.

    `backdrop` is painted on each of its pages before the words, and told whether it is the first.
    """

    strips: Sequence[Strip]
    head: tuple[str, str] = ("", "")
    backdrop: Callable[[QPainter, bool], None] | None = None


class Booklet:
    """A finished piece: its title, its paper, its pages."""

    def __init__(
        self, title: str, sheet: Sheet, sections: Sequence[Section], letters: Letters
    ) -> None:
        self.title, self.sheet = title, sheet
        self._letters = letters
        self._pages: list[tuple[Section, Page]] = []
        self.begins: list[int] = []
        """The first page of each section, from 1."""
        for section in sections:
            self.begins.append(len(self._pages) + 1)
            self._pages += [(section, page) for page in pages(section.strips, sheet.room)]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page; they are numbered from 1."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        section, page = self._pages[number - 1]
        if section.backdrop:
            section.backdrop(painter, number in self.begins)
        for top, strip in page:
            strip.paint(painter, self.sheet.top + top)
        if number > 1:
            self._head(painter, *section.head)
        self._foot(painter, f"{number} / {self.count}")

    def _head(self, painter: QPainter, left: str, right: str) -> None:
        sheet, letters = self.sheet, self._letters
        right = letters.elided(right, _HEAD, sheet.width / 2)
        taken = letters.width(right, _HEAD) + _APART if right else 0
        left = letters.elided(left, _HEAD, sheet.width - taken)
        letters.say(painter, left, _HEAD, sheet.left, sheet.head)
        edge = sheet.left + sheet.width - letters.width(right, _HEAD)
        letters.say(painter, right, _HEAD, edge, sheet.head)

    def _foot(self, painter: QPainter, said: str) -> None:
        middle = (self.sheet.size[0] - self._letters.width(said, _HEAD)) / 2
        self._letters.say(painter, said, _HEAD, middle, self.sheet.foot)
