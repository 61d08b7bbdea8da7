"""A claim: a passage that one person marked in one article, and what they say of it.

One set of frozen values serves the window, the files and the reports; equality is equality of
content, so that an import can tell a changed claim from an unchanged one.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from annotator.model.ids import ArticleId, ClaimId, PersonId, SourceId
from annotator.model.span import Span
from annotator.model.tags import Tag


class SourceRole(StrEnum):
    """How a source stands to the claim."""

    SOURCE = "source"
    COUNTER = "counter-source"


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Stake(StrEnum):
    """Whether a source gains by being believed. Kept once per source."""

    OWN = "own interest"
    INDEPENDENT = "independent"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What a look outside the article gave."""

    SUPPORTS = "supports"
    AGAINST = "against"
    NOTHING = "nothing"


class LinkRole(StrEnum):
    """How the linked claim stands to this one."""

    DISAGREES = "disagrees"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that says things in one article, as one person names it.

    `id` is the library's row ("" when not stored yet) and takes no part in equality: a source is
    its name, kind and stake. A source without a name belongs to one claim alone.
    """

    name: str
    kind: SourceKind | None = None
    stake: Stake | None = None
    id: SourceId = field(default=SourceId(""), compare=False)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source of a claim: `cue` the attributing words, `via` who told the source."""

    source: Source
    role: SourceRole = SourceRole.SOURCE
    cue: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A look outside the article: where, when, what came of it, what was found."""

    where: str = ""
    is_address: bool = False
    outcome: Outcome | None = None
    checked: date | None = None
    found: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Another claim that bears on this one. It may be one that this library does not hold."""

    claim: ClaimId
    role: LinkRole


@dataclass(frozen=True, slots=True)
class Claim:
    """A span of one article, by one person, with a set of tags (none: open) and their fields.

    `created` and `modified` are aware times in UTC with microseconds; `best` is the star on what
    the person thinks their best check.
    """

    id: ClaimId
    article: ArticleId
    person: PersonId
    span: Span
    created: datetime
    modified: datetime
    tags: frozenset[Tag] = frozenset()
    note: str = ""
    attributions: tuple[Attribution, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Link, ...] = ()
    best: bool = False

    def sources(self, role: SourceRole) -> tuple[Attribution, ...]:
        """The attributions of that role, in the order they were given."""
        return tuple(one for one in self.attributions if one.role is role)
