"""The tags and what each means: the one place where they are listed.

Colours, patterns and letters are settings of the window; the questions are part of the meaning.
"""

from enum import StrEnum
from typing import NamedTuple

from annotator.words import N_


class Tag(StrEnum):
    """What a reader says of a claim. A claim without a tag is open."""

    ATTRIBUTED = "attributed"
    CONTESTED = "contested"
    VERIFIED = "verified"


class Meaning(NamedTuple):
    """What a tag is called and asks. All three are message ids: translate where shown."""

    name: str
    letter: str
    question: str
    help: str


MEANINGS: dict[Tag | None, Meaning] = {
    Tag.ATTRIBUTED: Meaning(
        N_("Attributed"),
        "A",
        N_("Who says so?"),
        N_(
            "The article names someone who says this. Mark what they say, without “Nazary said”. "
            "That tells you who says it, not that it is true."
        ),
    ),
    Tag.CONTESTED: Meaning(
        N_("Contested"),
        "C",
        N_("Who disagrees?"),
        N_("Somebody says this same point is not so. Name them, or link their words."),
    ),
    Tag.VERIFIED: Meaning(
        N_("Verified"),
        "V",
        N_("What shows it?"),
        N_(
            "You looked outside the article and found something that supports it. Say where, when "
            "and what. It does not mean true for ever; it means: this is what I found."
        ),
    ),
    None: Meaning(
        N_("Open"),
        "?",
        N_("Nobody named, not checked yet."),
        N_("The writer states it and gives no source."),
    ),
}
"""By tag; None is the open claim."""


def in_order(tags: frozenset[Tag]) -> tuple[Tag, ...]:
    """The tags in the order in which they are always shown."""
    return tuple(tag for tag in Tag if tag in tags)
