"""How a tag looks in a report: the same letter, colour and pattern as in the window."""

from dataclasses import dataclass
from itertools import combinations

from annotator.exchange.writers.segments import BITS
from annotator.model.tags import MEANINGS, Tag, in_order
from annotator.words import _

_STYLES: dict[Tag | None, tuple[str, str]] = {
    Tag.ATTRIBUTED: ("a", ""),
    Tag.CONTESTED: ("c", "wave"),
    Tag.VERIFIED: ("v", "double"),
    None: ("o", "dots"),
}
"""The class in the style sheet and the pattern in the chart; None is the open claim."""

SETS = tuple(frozenset(tags) for size in range(len(Tag) + 1) for tags in combinations(Tag, size))
"""Every set of tags that a claim can have."""


@dataclass(frozen=True, slots=True)
class Look:
    """A tag in words and as the names that the style sheet and the chart know it by."""

    name: str
    question: str
    letter: str
    style: str
    fill: str


def look(tag: Tag | None) -> Look:
    """The look of a tag, or of the open claim, in the language of the report."""
    meaning = MEANINGS[tag]
    return Look(_(meaning.name), _(meaning.question), meaning.letter, *_STYLES[tag])


def looks(tags: frozenset[Tag]) -> list[Look]:
    """The looks of a claim with these tags."""
    return [look(tag) for tag in in_order(tags) or (None,)]


def style_of(tags: frozenset[Tag]) -> str:
    """What a document's style is called that words of a claim with these tags have."""
    return "Claim" + ("".join(look(tag).letter for tag in in_order(tags)) or "Open")


def badge_of(tag: Tag | None) -> str:
    """What a document's style of a tag's letter is called."""
    return f"Badge{look(tag).letter if tag else 'Open'}"


def styles(bits: int) -> list[str]:
    """The classes of the tags in a segment's `marks`."""
    return [_STYLES[tag][0] for tag, bit in BITS.items() if bits & bit]
