"""What brat must be told of our marks, and people of the archive.

The types and their colours are those of the window. Anything may lie on anything: claims overlap.
"""

from collections.abc import Iterable, Iterator
from html import escape

from annotator.exchange.writers.brat.standoff import (
    BEST,
    RELATIONS,
    STILL_OPEN,
    UNFINISHED,
    type_of,
)
from annotator.exchange.writers.palettes import palette
from annotator.model.tags import MEANINGS, Tag
from annotator.words import N_, _

_TAGS: tuple[Tag | None, ...] = (*Tag, None)
_ANY = "Arg1:<ENTITY>, Arg2:<ENTITY>"
_FLAGS = {
    UNFINISHED: (N_("unfinished"), "…"),
    STILL_OPEN: (N_("checked, still open"), "○"),
    BEST: (N_("best check"), "★"),
}
"""The name and the sign of each attribute."""


def annotation_conf() -> str:
    """Which types of marks, links and flags there are."""
    return _lines(
        "[entities]",
        *(type_of(tag) for tag in _TAGS),
        "[relations]",
        *(f"{name}\t{_ANY}" for name in RELATIONS.values()),
        f"<OVERLAP>\t{_ANY}, <OVL-TYPE>:<ANY>",
        "[events]",
        "[attributes]",
        *(f"{name}\tArg:<ENTITY>" for name in _FLAGS),
    )


def visual_conf() -> str:
    """What they are called in the language of the report, and their colours."""
    return _lines(
        "[labels]",
        *(f"{type_of(tag)} | {_(MEANINGS[tag].name)} | {MEANINGS[tag].letter}" for tag in _TAGS),
        *(f"{flag} | {_(name)}" for flag, (name, _sign) in _FLAGS.items()),
        "[drawing]",
        "SPAN_DEFAULT\tfgColor:black, bgColor:white, borderColor:darken",
        "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5",
        *_drawing(),
        *(f"{flag}\tglyph:{sign}" for flag, (_name, sign) in _FLAGS.items()),
    )


def _drawing() -> Iterator[str]:
    for tag in _TAGS:
        colours = palette("light")["tags"][tag or "open"]
        ground, line = colours["tint"], colours["line"]
        yield f"{type_of(tag)}\tfgColor:black, bgColor:{ground}, borderColor:{line}"


def readme(folders: Iterable[tuple[str, str]], texts: Iterable[tuple[str, str]]) -> str:
    """A page about the archive: whose folder is which, and which article is which file.

    What reads it as Markdown would take a name's signs for markup: they are escaped.
    """
    return _lines(
        f"# {_('Annotated articles, for brat')}",
        "",
        _("Each person has a folder. In it, each article is a text and an annotation file."),
        "",
        *(f"- `{folder}`: {escape(name)}" for folder, name in folders),
        "",
        _("The articles:"),
        "",
        *(f"- `{text}`: {escape(title)}" for text, title in texts),
        "",
        _("In an annotation file each line is one thing:"),
        "",
        f"- `T`: {_('a tag on a passage; a claim with several tags has several lines')}",
        f"- `R`: {_('a link to another claim of the same person in the same article')}",
        f"- `A`: {_('a flag: unfinished, checked and still open, or somebody’s best check')}",
        f"- `#`: {_('who marked it, sources, evidence, other links, what is missing, the note')}",
        "",
        _("What hangs on a claim hangs on the line of its first tag."),
    )


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"
