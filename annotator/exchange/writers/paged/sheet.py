"""The sheet and its margins, the same for everything that is set on paper."""

from dataclasses import dataclass

from annotator.model.paper import Paper

POINT = 10.0
"""So many units make a point: whole numbers of them are fine enough for letters."""

PER_INCH = 720
"""The resolution at which a unit is a dot."""

_MM = 72 / 25.4 * POINT
_SIDE, _TOP, _BOTTOM = 17 * _MM, 23 * _MM, 20 * _MM
_HEAD, _FOOT = 13 * _MM, 11 * _MM


@dataclass(frozen=True)
class Sheet:
    """Lengths in units from the sheet's upper left corner."""

    paper: Paper

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        width, height = self.paper.size
        return width * POINT, height * POINT

    @property
    def left(self) -> float:
        """Where the column begins."""
        return _SIDE

    @property
    def top(self) -> float:
        """Where a page's room begins."""
        return _TOP

    @property
    def width(self) -> float:
        """The width of the column."""
        return self.size[0] - 2 * _SIDE

    @property
    def room(self) -> float:
        """The height of the column."""
        return self.size[1] - _TOP - _BOTTOM

    @property
    def head(self) -> float:
        """The baseline of the running head."""
        return _HEAD

    @property
    def foot(self) -> float:
        """The baseline of the page's number."""
        return self.size[1] - _FOOT
