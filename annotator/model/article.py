"""An article: a canonical text that never changes, and what is known about it, which may."""

from dataclasses import dataclass
from datetime import datetime

from annotator.model.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article; "" is unknown. Each can be edited later, the text never."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    address: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """What a list needs of an article: all but its text.

    `characters` counts code points of the canonical text; `sha256` is of its UTF-8 bytes;
    `origin` says what it was added from ("sample", a file's name, "clipboard", ...); `binned` when
    it was put into the bin; `version_of` is the article of which it is a later version.
    """

    id: ArticleId
    metadata: Metadata
    characters: int
    sha256: str
    added: datetime
    origin: str
    binned: datetime | None = None
    version_of: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class TagCounts:
    """How many claims carry each tag; `open` carry none. `claims` counts each claim once."""

    claims: int = 0
    attributed: int = 0
    contested: int = 0
    verified: int = 0
    open: int = 0
