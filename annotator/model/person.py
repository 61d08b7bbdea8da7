"""Who annotates: a random uuid and a name that need not be unique. Never the computer's login."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from annotator.model.ids import PersonId

LONGEST_NAME = 1_000
"""Code points of a name, in a file too: one of a megabyte holds up each list that it stands in."""


class Origin(StrEnum):
    """How a person came into the library: it decides what a bare name may mean."""

    LOCAL = "local"
    """Typed here: somebody who annotates on this computer."""
    IMPORTED = "imported"
    """Came with an id in a file."""
    NAMED = "named"
    """Came in a file by name alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with claims."""

    id: PersonId
    name: str
    origin: Origin = Origin.LOCAL


def folded_name(name: str) -> str:
    """The same without its case, for what two of somebody's own hands write differently."""
    return tidy_name(name).casefold()


def tidy_name(name: str) -> str:
    """The name in NFC with its white space collapsed: how two names are compared and stored."""
    return " ".join(unicodedata.normalize("NFC", name).split())
