"""How many carry each unit, counted for all units at once.

A count is kept digit by digit: the first number holds the ones of all units, the second the twos,
and so on. Adding a set of units to all counts takes a few operations on long numbers and none on
single units, which is what makes a class of thousands as quick as its claims can be read.
"""

from collections.abc import Iterable


class Counts:
    """For each unit, in how many of the sets that were added it is."""

    def __init__(self, sets: Iterable[int] = ()) -> None:
        self._digits: list[int] = []
        for bits in sets:
            self.add(bits)

    def add(self, bits: int) -> None:
        """Count one more for each unit of a set."""
        digits = self._digits
        for place, digit in enumerate(digits):
            if not bits:
                return
            digits[place] = digit ^ bits
            bits &= digit
        if bits:
            digits.append(bits)

    def sum(self) -> int:
        """The sum of all counts."""
        return sum(digit.bit_count() << place for place, digit in enumerate(self._digits))

    def squares(self) -> int:
        """The sum of the squares of all counts."""
        return sum(
            (one & other).bit_count() << (place + further)
            for place, one in enumerate(self._digits)
            for further, other in enumerate(self._digits)
        )

    def each(self, units: int) -> list[int]:
        """The count of each of so many units, in order."""
        rows = [f"{digit:0{units}b}"[::-1] for digit in reversed(self._digits)]
        if not rows or not units:
            return [0] * units
        return [int("".join(column), 2) for column in zip(*rows, strict=True)]
