"""What a document says of itself, as far as it is about the article.

A word processor fills these in by itself: the creator is whoever made the file, often the pupil,
the dates are the file's, and the title is often the first file's name. So the creator counts only
where a line at the start of the text names the same person, and the date is the one that stands
there on a line of its own.
"""

import re

from annotator.exchange.readers.markup import Element
from annotator.exchange.readers.web.dates import iso_date
from annotator.model.article import Metadata

_HEAD = 8
"""Lines at the start in which a byline stands."""
_LONGEST_BYLINE = 120
"""Code points."""
_DATE_LINE = re.compile(
    r"(?:\w+:\s*)?(?:\w+day,?\s+)?"
    r"(\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d]+\s+\d{4}|[^\W\d]+\s+\d{1,2},?\s+\d{4})\.?",
    re.IGNORECASE,
)
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
    title = believed_title(said.get("title", "")) or next(iter(titles), "")
    author = said.get("creator", "")
    return Metadata(
        title=title,
        author=author if _is_byline(author, lines) else "",
        date=next(filter(None, map(_date, lines[:_HEAD])), ""),
        language=said.get("language", "") or language,
    )


def believed_title(title: str) -> str:
    """The title, unless it is one that programs give by themselves; then ""."""
    return "" if _NO_TITLE.fullmatch(title) else title


def _date(line: str) -> str:
    """The day that a line gives and says nothing else, as ISO 8601; else ""."""
    found = _DATE_LINE.fullmatch(line)
    return iso_date(found[1]) if found else ""


def _is_byline(name: str, lines: list[str]) -> bool:
    short = [line.casefold() for line in lines[:_HEAD] if len(line) <= _LONGEST_BYLINE]
    return len(name) > 2 and any(name.casefold() in line for line in short)
