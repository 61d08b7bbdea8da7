"""What a class may see of its own work: passages, counts, sources, words without anybody's name.

Worked out on the worker's thread; no Qt. Names in what students wrote have a stand-in, as in
reports without names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.model.claim import Claim, SourceRole
from annotator.model.mentions import Rule
from annotator.model.passage import Answer
from annotator.ui.classroom.hiding import Hiding
from annotator.ui.classroom.seen import ClassSeen, Passage, Tags
from annotator.ui.classroom.wording import checks, counted, sources_named
from annotator.words import _, ngettext

_SOURCES, _ANSWERS = 4, 4
_LONGEST = 160
_FIRST = 3
"""So many passages are shown where the teacher has picked none."""


@dataclass(frozen=True, slots=True)
class Projected:
    """A passage for the wall: its counts in words, and what was written, with the tags given."""

    passage: Passage
    lines: tuple[str, ...]
    answers: tuple[tuple[Tags, str], ...]


def to_show(seen: ClassSeen) -> list[Passage]:
    """The picked passages in their order; where nothing is picked, the first few by worth."""
    by_span = {one.found.span: one for one in seen.passages}
    picked = [by_span[span] for span in seen.picked if span in by_span]
    return picked or list(seen.passages[:_FIRST])


def projected(seen: ClassSeen) -> tuple[Projected, ...]:
    """What goes on the wall."""
    return tuple(_projected(seen, one) for one in to_show(seen))


def is_hidden(seen: ClassSeen, claims: Iterable[Claim]) -> bool:
    """Whether the teacher keeps an answer from the class."""
    return any(claim.id in seen.hidden_answers for claim in claims)


def _projected(seen: ClassSeen, passage: Passage) -> Projected:
    found = passage.found
    shown = [one for one in found.answers if not is_hidden(seen, one.claims)]
    lines = [counted(found), checks(found.outcomes)]
    for role, sentence in (
        (SourceRole.SOURCE, _("Who says so: {names}")),
        (SourceRole.COUNTER, _("Who disagrees: {names}")),
    ):
        there = sources_named(shown, role)[:_SOURCES]
        if there:
            listed = ", ".join(
                ngettext("{name} ({number})", "{name} ({number})", number).format(
                    name=seen.hiding.words(name, Rule.SAID), number=number
                )
                for name, number in there
            )
            lines.append(sentence.format(names=listed))
    answers = tuple(_different(shown, seen.hiding))
    return Projected(passage, tuple(filter(None, lines)), answers)


def _different(answers: Sequence[Answer], hiding: Hiding) -> Iterator[tuple[Tags, str]]:
    """A few things that were written: first one for each set of tags, then others."""
    told: dict[str, Tags] = {}
    for answer in answers:
        for claim in answer.claims:
            note = " ".join(claim.note.split())
            if note:
                told.setdefault(hiding.words(note), answer.tags)
    firsts = {tags: note for note, tags in reversed(told.items())}
    order = sorted(told.items(), key=lambda one: firsts[one[1]] != one[0])
    for note, tags in order[:_ANSWERS]:
        yield tags, note if len(note) <= _LONGEST else f"{note[:_LONGEST]}…"
