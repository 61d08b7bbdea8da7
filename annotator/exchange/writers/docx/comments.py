"""Each claim as a comment on its very words: who, when, which tags, and everything they said."""

from datetime import UTC

from annotator.exchange.writers.allowed import signed
from annotator.exchange.writers.docx.markup import Element, add, paragraph, run, say
from annotator.exchange.writers.telling import (
    Line,
    evidence_of,
    remarks_of,
    sources_of,
    standing,
    starred,
    tags_of,
)
from annotator.model.report import Entry
from annotator.words import _


def comment(comments: Element, number: int, entry: Entry, place: int) -> None:
    """Add the comment of that number; `place` is the article's place in the report, from 1."""
    made = add(
        comments,
        "comment",
        id=number,
        author=signed(entry.person),
        date=entry.claim.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        initials=signed(_initials(entry.person)),
    )
    first = paragraph(made, "CommentText")
    add(run(first, "CommentReference"), "annotationRef")
    head = _("Claim {number}: {tags}").format(number=entry.number, tags=tags_of(entry.claim))
    say(first, head, "Strong")
    for line in _lines(entry, place):
        written = " ".join(part for part in line if part)
        one = paragraph(made, "CommentText", written)
        if line.label:
            say(one, f"{line.label} " if line.words or line.place else line.label, "Strong")
        say(one, line.words or line.place)


def _lines(entry: Entry, place: int) -> list[Line]:
    return [
        *(Line("", said) for said in (starred(entry), standing(entry.claim)) if said),
        *sources_of(entry.claim),
        *evidence_of(entry.claim),
        *remarks_of(entry, place),
    ]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isalnum())[:4].upper()
