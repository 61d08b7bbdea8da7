"""What an item of a file says, in the words of the model, before it has a place in a library."""

from dataclasses import dataclass, replace
from datetime import datetime

from annotator.model.claim import Attribution, Evidence, Link
from annotator.model.ids import ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag


@dataclass(frozen=True, slots=True)
class Creator:
    """Who made an item: `id` is None when the file gives a name alone. The name is tidy."""

    id: PersonId | None
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words, and what stands before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item says that it stands; one of `position` and `quote` at least is there.

    `sha256` is of the text that `position` counts in; None when the file names no text by hash.
    """

    sha256: str | None
    position: Span | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One item. `name` is its id as it stands in the file; times are None where none is given.

    `formerly` are ids of claims that were joined into this one; `best` is the person's star.
    """

    name: str
    id: ClaimId
    creator: Creator
    created: datetime | None
    modified: datetime | None
    place: Place
    tags: frozenset[Tag]
    note: str
    attributions: tuple[Attribution, ...]
    evidence: tuple[Evidence, ...]
    links: tuple[Link, ...]
    formerly: tuple[ClaimId, ...]
    best: bool = False

    @property
    def says(self) -> "ReadItem":
        """The same without the spelling of its id: what counts when an id stands there twice."""
        return replace(self, name="")


@dataclass(frozen=True, slots=True)
class RefusedItem:
    """What was left out, and why; `id` as it stands in the file, None for the whole file."""

    id: str | None
    reason: str
