"""Styles that build on each other, as every word processor has them: which of them hide text."""

from collections.abc import Iterator
from typing import Generic, TypeVar

_DEEPEST = 20
"""Styles that build on each other; in a circle, where somebody made the file by hand."""

Key = TypeVar("Key")


class StyleTree(Generic[Key]):
    """Styles by whatever a kind of document tells them apart by."""

    def __init__(self) -> None:
        self._hides: dict[Key, bool] = {}
        self._based: dict[Key, Key] = {}

    def add(self, style: Key, based: Key | None, hides: bool | None) -> None:
        """Take a style in; `hides` is None where it says nothing of it."""
        if based is not None:
            self._based[style] = based
        if hides is not None:
            self._hides[style] = hides

    def line(self, style: Key) -> Iterator[Key]:
        """A style and those that it builds on."""
        for _deep in range(_DEEPEST):
            yield style
            if style not in self._based:
                break
            style = self._based[style]

    def hides(self, style: Key) -> bool:
        """Whether text of a style is not shown: the nearest that says so decides."""
        return next((self._hides[one] for one in self.line(style) if one in self._hides), False)
