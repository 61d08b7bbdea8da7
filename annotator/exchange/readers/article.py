"""What every reader takes and gives."""

from dataclasses import dataclass

from annotator.model.article import Metadata


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows about the bytes.

    `encoding` is as a person named it; `declared` is what a server said, which may be wrong;
    `address` is where a page was fetched from, "" for a file. What a person has `selected` is rich
    text off the clipboard: a piece of a page, of which nothing is to be cleaned away.
    """

    encoding: str | None = None
    declared: str | None = None
    address: str = ""
    selected: bool = False


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it came: its canonical text and what is known about it.

    A reader fills only what the file itself says; a title taken from the text is the service's
    business. `notes` are translated sentences about what was left out or assumed; `dropped` are
    the paragraphs of the document that were left out, in order, for a person to look at. Where a
    reader knows their `places`, these say how many paragraphs of the text come before each. What
    a reader chose from a document is `cleaned`: a person may have to correct it.
    """

    text: str
    metadata: Metadata
    notes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    cleaned: bool = False
