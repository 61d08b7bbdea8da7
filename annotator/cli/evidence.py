"""`--evidence` and the three options that belong to the one before them.

All four collect into one list, in the order in which they were given; that list tells what
belongs to what.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.cli import arguments
from annotator.cli.command import Argument
from annotator.model.addresses import looks_like_address
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.model.claim import Evidence

KEY = "evidence"
_WHERE = "where"

Said = tuple[str, Any]
"""One option: the field of the evidence that it says, and the value."""


def grouped(said: Iterable[Said]) -> "tuple[Evidence, ...]":
    """The pieces of evidence. Raises ValueError with a sentence where one is not complete."""
    from annotator.model.claim import Evidence  # the window's start knows this command too

    pieces: list[Evidence] = []
    for field, value in said:
        if field == _WHERE:
            if not value.strip():
                raise ValueError(_("--evidence needs an address or a text"))
            pieces.append(Evidence(value, is_address=looks_like_address(value)))
            continue
        if not pieces:
            raise ValueError(_("--{name} belongs to an --evidence before it").format(name=field))
        if getattr(pieces[-1], field):
            raise ValueError(_("--{name} was given twice for one --evidence").format(name=field))
        pieces[-1] = replace(pieces[-1], **{field: value})
    return tuple(pieces)


def _option(name: str, field: str, help_text: str, metavar: str) -> Argument:
    read = _READERS.get(field, arguments.plain_text)
    return Argument(
        (name,),
        help_text,
        options={
            "dest": KEY,
            "action": "append",
            "default": [],
            "type": lambda word: (field, read(word)),
            "metavar": metavar,
        },
    )


_READERS: dict[str, Callable[[str], object]] = {
    "outcome": arguments.outcome,
    "checked": arguments.day,
}

ARGUMENTS = (
    _option(
        "--evidence",
        _WHERE,
        N_("where you looked outside the article: an address or a text; may be repeated"),
        "T",
    ),
    _option(
        "--outcome",
        "outcome",
        N_("what came of the evidence before it: supports, against or nothing"),
        "OUTCOME",
    ),
    _option("--found", "found", N_("what was found there"), "T"),
    _option("--checked", "checked", N_("when you looked there: 2026-01-31"), "DATE"),
)
