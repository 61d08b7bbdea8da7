"""What a document says of itself, as far as it is about the article.

A word processor fills these in by itself: the creator is whoever made the file, often the pupil,
the dates are the file's, and the title is often the first file's name. So the creator counts only
where a line at the start of the text names the same person, and no date counts.
"""

import re

from annotator.exchange.readers.markup import Element
from annotator.model.article import Metadata

_HEAD = 8
"""Lines at the start in which a byline stands."""
_LONGEST_BYLINE = 120
"""Code points."""
_NO_TITLE = re.compile(
    r"(?:microsoft word\s*-.*|.*\.(?:docx?|dotx?|odt|rtf|txt|html?)|untitled.*"
    r"|(?:document|dokument|documento|doc|word document)\s*\d*)",
    re.IGNORECASE,
)


def of_properties(root: Element | None) -> dict[str, str]:
    """The properties by their local names: "title", "creator", "language", ..."""
    if root is None:
        return {}
    return {one.tag.rpartition("}")[2]: " ".join((one.text or "").split()) for one in root}


def metadata(said: dict[str, str], lines: list[str], titles: list[str], language: str) -> Metadata:
    """What is believed of it, given the text's lines and those that are styled as a title."""
    title = said.get("title", "")
    if not title or _NO_TITLE.fullmatch(title):
        title = titles[0] if titles else ""
    author = said.get("creator", "")
    return Metadata(
        title=title,
        author=author if _is_byline(author, lines) else "",
        language=said.get("language", "") or language,
    )


def _is_byline(name: str, lines: list[str]) -> bool:
    short = [line.casefold() for line in lines[:_HEAD] if len(line) <= _LONGEST_BYLINE]
    return len(name) > 2 and any(name.casefold() in line for line in short)
