"""The fields of a claim, as data: what each tag asks for, in which words, by which control.

A form is built from such a table; a new field is a line here, never a longer builder.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from annotator.model.claim import LinkRole, Outcome, SourceKind, Stake
from annotator.words import N_

Choice = SourceKind | Stake | Outcome | LinkRole | None
Choices = tuple[tuple[Choice, str], ...]
Value = str | date | Choice
"""What a field may say. "" and None are nothing."""


class Control(Enum):
    """What a field is filled in with."""

    LINE = "one line"
    NAME = "one line that offers known names"
    LINES = "several lines"
    CHOICE = "a drop-down list"
    SEGMENTS = "two or three buttons side by side"
    DAY = "a date"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `label`, `example` and the words of `choices` are message ids.

    `half`: it shares a line with the next one. `needed`: segments of which one is always chosen.
    """

    name: str
    label: str
    control: Control
    example: str = ""
    choices: Choices = ()
    half: bool = False
    needed: bool = False


KINDS: Choices = (
    (None, N_("not said yet")),
    (SourceKind.PERSON, N_("Named person")),
    (SourceKind.ORGANISATION, N_("Organisation")),
    (SourceKind.DOCUMENT, N_("Document")),
    (SourceKind.UNNAMED, N_("Unnamed")),
)
STAKES: Choices = (
    (Stake.OWN, N_("own interest")),
    (Stake.INDEPENDENT, N_("independent")),
    (Stake.UNKNOWN, N_("don’t know")),
)
OUTCOMES: Choices = (
    (Outcome.SUPPORTS, N_("supports it")),
    (Outcome.AGAINST, N_("against it")),
    (Outcome.NOTHING, N_("found nothing")),
)

_KIND = Field("kind", N_("Kind"), Control.CHOICE, choices=KINDS, half=True)
_CUE = Field("cue", N_("Words that say so"), Control.LINE, N_("told, according to …"))
_STAKE = Field("stake", N_("Stake in the matter"), Control.SEGMENTS, choices=STAKES)

SOURCE: tuple[Field, ...] = (
    Field("name", N_("Who says so?"), Control.NAME, N_("a name, an office, a report")),
    _KIND,
    _CUE,
    _STAKE,
    Field("via", N_("Who told them?"), Control.LINE, N_("if the article says")),
)
COUNTER_SOURCE: tuple[Field, ...] = (
    Field("name", N_("Who disagrees?"), Control.NAME, N_("a name, an office, a report")),
    _KIND,
    Field("cue", N_("Words that say so"), Control.LINE, N_("denies, rejects …")),
    _STAKE,
    Field("via", N_("Who told them?"), Control.LINE, N_("if the article says")),
)
EVIDENCE: tuple[Field, ...] = (
    Field("where", N_("Where did you look?"), Control.LINE, N_("an address, a book, a person")),
    Field("outcome", N_("What came of it?"), Control.SEGMENTS, choices=OUTCOMES),
    Field("found", N_("What did you find there?"), Control.LINES, N_("In one sentence")),
    Field("checked", N_("When did you check?"), Control.DAY, N_("2024-08-30")),
)
NOTE: tuple[Field, ...] = (Field("note", N_("Note"), Control.LINES, N_("What do you notice?")),)
REGISTERED: tuple[Field, ...] = (
    Field("name", N_("Name"), Control.LINE),
    Field("kind", N_("Kind"), Control.CHOICE, choices=KINDS),
    _STAKE,
)
"""What the register of sources keeps of each."""
