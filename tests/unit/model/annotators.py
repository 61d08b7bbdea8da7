"""Annotators for the tests of what is compared: each by a name and claims on a text's words."""

from collections.abc import Iterable, Mapping

from annotator.model.claim import Claim
from annotator.model.handin import Annotator, Member
from annotator.model.ids import PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.model.claims import claim

TAGS: Mapping[str, Tag] = {"A": Tag.ATTRIBUTED, "C": Tag.CONTESTED, "V": Tag.VERIFIED}


def tags(letters: str) -> list[Tag]:
    """The tags of letters as in "AC"; a "?" and nothing are none."""
    return [TAGS[letter] for letter in letters if letter in TAGS]


def annotator(name: str, claims: Iterable[Claim]) -> Annotator:
    """One of that name, whose id is the name too."""
    return Annotator((Member(PersonId(name), name),), tuple(claims))


def by_words(text: str, name: str, marked: Iterable[tuple[str, str]]) -> Annotator:
    """One who marked some words of a text, each first where they first stand, with tags."""
    claims = []
    for number, (words, letters) in enumerate(marked):
        start = text.index(words)
        span = Span(start, start + len(words))
        claims.append(claim(f"{name}-{number}", tags(letters), span=span, person=PersonId(name)))
    return annotator(name, sorted(claims, key=lambda one: one.span))
