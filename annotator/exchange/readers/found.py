"""What was come across while reading that is not in the text, to be said afterwards."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Found:
    """Counted and kept by the readers of word processors' documents.

    `notes` are the ids of footnotes and endnotes in the order in which the text refers to them;
    `languages` are how many letters are marked as being of each ("": as the whole document);
    `contents` are the lines of tables of contents, which are no part of an article.
    """

    tracked: int = 0
    embedded: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    contents: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def language(self, usual: str) -> str:
        """The language of most of the text; `usual` is that of the whole document."""
        return next((name for name, _letters in self.languages.most_common(1)), "") or usual

    def note(self, kind: str, id_: str) -> str:
        """The mark of a note that the text refers to here."""
        self.notes.append((kind, id_))
        return f"[{len(self.notes)}]"
