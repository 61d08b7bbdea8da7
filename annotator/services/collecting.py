"""Collect what a class handed in: once or twice, from wherever it lies, and nothing is lost.

A newer hand-in takes the place of an older one and never the reverse; two of one number by the same
people lie side by side until the teacher chooses. Nobody's own work in this library is touched.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from annotator.exchange.incoming import incoming
from annotator.model.assignment import RosterRow
from annotator.model.handin import Collected, Member, is_late
from annotator.model.ids import ArticleId, AssignmentId, HandInId, PersonId
from annotator.services import class_failures as failures
from annotator.services.annotating import whole
from annotator.services.collecting_reading import Reader, Ready, Refused
from annotator.services.collecting_shelf import Shelf, same_of
from annotator.services.comparing import Classroom, classroom
from annotator.services.failures import Cancelled
from annotator.services.progress import Progress
from annotator.services.workspace import Workspace
from annotator.storage import assignments, choices, handins
from annotator.storage.failures import DiskFailed, DiskFull, LibraryRefusal
from annotator.storage.garbage import not_searched
from annotator.storage.step import Step
from annotator.words import N_

_MOST_AT_ONCE = 500_000_000
"""Characters of claims, packed: of 10,000 students, each of whom marked a whole article."""

_Keep = Callable[[Sequence[Ready | Refused]], list["CollectedFile"]]


class _StopError(Exception):
    """The person has had enough; no refusal, which would be one file's."""


@dataclass(frozen=True, slots=True)
class CollectedFile:
    """What became of one file. `reason` says why it was refused, or what of it was left out."""

    file: str
    result: Collected
    people: tuple[Member, ...] = ()
    number: int = 0
    late: bool = False
    moved: int = 0
    lost: int = 0
    reason: str = ""
    hand_in: HandInId | None = None
    assignment: AssignmentId | None = None
    article: ArticleId | None = None


def collect(
    workspace: Workspace,
    paths: Sequence[Path],
    assignment: AssignmentId | None = None,
    progress: Progress | None = None,
) -> list[CollectedFile]:
    """Collect files, folders and archives, in one step with a savepoint for each file.

    `assignment` takes hand-ins for that one alone. `progress` counts files, of which nobody knows
    how many there are (0). Raises Cancelled when it says so, or a refusal of the library itself;
    then nothing is kept. On a disk that fills meanwhile as much as there is room for is kept.
    """
    with not_searched():
        read = _read(workspace, paths, assignment, progress)
        try:
            with workspace.step(N_("collect"), undoable=False) as step:
                return _halved(read, partial(_in_part, step))
        except (DiskFull, DiskFailed):
            # The engine has taken the whole step back, with all that was well before.
            return _halved(read, partial(_by_itself, workspace))


def choose(workspace: Workspace, wanted: HandInId) -> None:
    """Let one hand-in count, of several that contradict each other. Raises NoSuchHandIn."""
    with workspace.step(N_("choose a hand-in")) as step:
        there = {one.id: one for one in handins.all_of(step)}
        chosen = there.get(wanted)
        if chosen is None:
            raise failures.NoSuchHandIn
        step.draft.article = chosen.article
        joined = choices.joined(step)
        same = same_of(chosen, joined)
        for one in there.values():
            if same_of(one, joined) == same:
                handins.update(step, replace(one, chosen=one.id == wanted))


def join(workspace: Workspace, person: PersonId, known_as: PersonId | None) -> None:
    """Say that somebody handed in under another id; None: they are two people again.

    Those who are one already stay so: a circle would give each the other's work.
    """
    label = N_("join people") if known_as else N_("part people")
    with workspace.step(label) as step:
        if known_as is None or len(whole((person, known_as), choices.joined(step))) > 1:
            choices.join(step, person, known_as)


def classes_of(
    workspace: Workspace,
    collected: Iterable[CollectedFile],
    wanted: AssignmentId | None = None,
) -> list[Classroom]:
    """The classes that files were collected for, that of most first; `wanted` is among them."""
    about = Counter((one.article, one.assignment) for one in collected if one.article)
    with workspace.library.reading() as reading:
        asked = assignments.one(reading, wanted) if wanted else None
    if asked:
        about[asked.article, asked.id] += 0
    return [classroom(workspace, *one) for one, _often in about.most_common() if one[0]]


def missing(rooms: Iterable[Classroom]) -> tuple[RosterRow, ...]:
    """Who on the rosters of these classes has not handed in yet."""
    return tuple({row.id: row for room in rooms for row in room.missing}.values())


def _read(
    workspace: Workspace,
    paths: Sequence[Path],
    assignment: AssignmentId | None,
    progress: Progress | None,
) -> list[Ready | Refused]:
    """Everything that there is, read before the step begins: nobody waits for it."""
    looked = 0

    def tick() -> None:
        nonlocal looked
        looked += 1
        if progress is not None and not progress(looked, 0):
            raise _StopError

    reader = Reader(workspace, assignment)
    try:
        return list(_within_memory(reader.read(one) for one in incoming(paths, tick)))
    except _StopError as stopped:
        raise Cancelled from stopped


def _within_memory(read: Iterable[Ready | Refused]) -> Iterator[Ready | Refused]:
    """All of it, up to what can be kept at once: of a class that is a small part."""
    kept = 0
    for one in read:
        if isinstance(one, Ready):
            kept += len(one.work)
            if kept > _MOST_AT_ONCE:
                yield Refused(one.name, failures.TooMuchAtOnce().sentence)
                continue
        yield one


def _halved(read: Sequence[Ready | Refused], keep: _Keep) -> list[CollectedFile]:
    """All at once; what the library refuses in halves, so that only what it refuses is left out.

    A savepoint for each file costs more than writing it.
    """
    try:
        return keep(read)
    except LibraryRefusal as refusal:
        if len(read) == 1:
            return [_refused(Refused(read[0].name, refusal.sentence))]
    half = len(read) // 2
    return [*_halved(read[:half], keep), *_halved(read[half:], keep)]


def _in_part(step: Step, read: Sequence[Ready | Refused]) -> list[CollectedFile]:
    with step.savepoint():
        return _each(Shelf(step), read)


def _by_itself(workspace: Workspace, read: Sequence[Ready | Refused]) -> list[CollectedFile]:
    with workspace.step(N_("collect"), undoable=False) as step:
        return _each(Shelf(step), read)


def _each(shelf: Shelf, read: Sequence[Ready | Refused]) -> list[CollectedFile]:
    found = [_refused(one) if isinstance(one, Refused) else _kept(shelf, one) for one in read]
    shelf.close()
    return found


def _refused(one: Refused) -> CollectedFile:
    return CollectedFile(one.name, Collected.REFUSED, reason=one.reason)


def _kept(shelf: Shelf, one: Ready) -> CollectedFile:
    result, there = shelf.put(one)
    hand_in = one.hand_in
    return CollectedFile(
        one.name,
        result,
        hand_in.people,
        hand_in.number,
        is_late(hand_in.made, shelf.due(hand_in.assignment)),
        hand_in.moved,
        hand_in.lost,
        one.reason,
        there,
        hand_in.assignment,
        hand_in.article,
    )
