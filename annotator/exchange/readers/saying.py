"""Sentences about what of a document is not in the text, and the paragraphs that were left out."""

from annotator.exchange.readers.found import Found
from annotator.exchange.readers.lines import has_words
from annotator.words import _, ngettext


def notes_of(found: Found, comments: int) -> tuple[str, ...]:
    """A sentence for each thing that whoever reads the text has to know."""
    notes: list[str] = []
    if found.tracked:
        notes.append(
            _(
                "It holds tracked changes; it was read as if all of them were accepted: "
                "what was deleted is not in the text."
            )
        )
    if found.hidden:
        notes.append(
            ngettext(
                "{number} hidden passage was left out.",
                "{number} hidden passages were left out.",
                len(found.hidden),
            ).format(number=len(found.hidden))
        )
    if comments:
        notes.append(
            ngettext(
                "{number} comment was left out.", "{number} comments were left out.", comments
            ).format(number=comments)
        )
    if found.notes:
        notes.append(footnotes_below())
    if found.embedded:
        notes.append(_("It holds another document, which was left out: add that one by itself."))
    return tuple(notes)


def footnotes_below() -> str:
    """What becomes of footnotes."""
    return _("Its footnotes stand below the text, with their numbers in brackets.")


def dropped_of(*groups: list[str]) -> tuple[str, ...]:
    """The paragraphs that were left out, each once; page numbers are none."""
    return tuple(dict.fromkeys(line for lines in groups for line in lines if has_words(line)))
