"""Collect what a class handed in: once or twice, from wherever it lies, and nothing is lost.

A newer hand-in takes the place of an older one and never the reverse; two of one number by the same
people lie side by side until the teacher chooses. Nobody's own work in this library is touched.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from annotator.exchange.incoming import incoming
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.handin import Collected, HandIn, Member, is_late
from annotator.model.ids import ArticleId, AssignmentId, HandInId, PersonId
from annotator.services import class_failures as failures
from annotator.services.annotating import whole
from annotator.services.collecting_reading import Reader, Ready, Refused
from annotator.services.comparing import classroom, ids_of
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

_Same = tuple[AssignmentId | None, ArticleId | None, frozenset[PersonId]]
"""What makes a later hand-in one of the same: the assignment, else the article, and the people."""


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
                return _together(step, read)
        except (DiskFull, DiskFailed):
            # The engine has taken the whole step back, with all that was well before.
            return [_alone(workspace, one) for one in read]


def choose(workspace: Workspace, wanted: HandInId) -> None:
    """Let one hand-in count, of several that contradict each other. Raises NoSuchHandIn."""
    with workspace.step(N_("choose a hand-in")) as step:
        there = {one.id: one for one in handins.all_of(step)}
        chosen = there.get(wanted)
        if chosen is None:
            raise failures.NoSuchHandIn
        step.draft.article = chosen.article
        same = _same(chosen, choices.joined(step))
        for one in there.values():
            if _same(one, choices.joined(step)) == same:
                handins.update(step, replace(one, chosen=one.id == wanted))


def join(workspace: Workspace, person: PersonId, known_as: PersonId | None) -> None:
    """Say that somebody handed in under another id; None: they are two people again.

    Those who are one already stay so: a circle would give each the other's work.
    """
    label = N_("join people") if known_as else N_("part people")
    with workspace.step(label) as step:
        if known_as is None or len(whole((person, known_as), choices.joined(step))) > 1:
            choices.join(step, person, known_as)


def missing(
    workspace: Workspace,
    collected: Iterable[CollectedFile],
    wanted: AssignmentId | None = None,
) -> tuple[RosterRow, ...]:
    """Who on the rosters of these assignments has not handed in yet; of `wanted` in any case."""
    found: dict[PersonId, RosterRow] = {}
    asked = dict.fromkeys((wanted, *(one.assignment for one in collected)))
    with workspace.library.reading() as reading:
        known = [assignments.one(reading, one) for one in asked if one]
    for assignment in filter(None, known):
        rows = classroom(workspace, assignment.article, assignment.id).missing
        found |= {row.id: row for row in rows}
    return tuple(found.values())


def namesakes(
    collected: Iterable[CollectedFile], absent: Iterable[RosterRow]
) -> list[tuple[Member, RosterRow]]:
    """People who handed in under a name of the roster from whom, by their ids, nothing came."""
    by_name: defaultdict[str, list[RosterRow]] = defaultdict(list)
    for row in absent:
        by_name[row.name].append(row)
    members = {member for one in collected for member in one.people}
    return [
        (member, by_name[member.name][0])
        for member in sorted(members, key=lambda one: (one.name, one.id))
        if len(by_name[member.name]) == 1 and by_name[member.name][0].id != member.id
    ]


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


def _together(step: Step, read: Sequence[Ready | Refused]) -> list[CollectedFile]:
    """All of them at once; when the library refuses one, one by one, so that the others are kept.

    A savepoint for each costs more than writing it.
    """
    try:
        with step.savepoint():
            return _each(_Shelf(step), read)
    except LibraryRefusal:
        return [found for one in read for found in _tried(step, one)]


def _tried(step: Step, one: Ready | Refused) -> list[CollectedFile]:
    try:
        with step.savepoint():
            return _each(_Shelf(step), [one])
    except LibraryRefusal as refusal:
        return [_refused(Refused(one.name, refusal.sentence))]


def _alone(workspace: Workspace, one: Ready | Refused) -> CollectedFile:
    try:
        with workspace.step(N_("collect"), undoable=False) as step:
            (found,) = _each(_Shelf(step), [one])
    except LibraryRefusal as refusal:
        return _refused(Refused(one.name, refusal.sentence))
    return found


def _each(shelf: "_Shelf", read: Sequence[Ready | Refused]) -> list[CollectedFile]:
    found = [_refused(one) if isinstance(one, Refused) else _kept(shelf, one) for one in read]
    shelf.close()
    return found


def _refused(one: Refused) -> CollectedFile:
    return CollectedFile(one.name, Collected.REFUSED, reason=one.reason)


def _kept(shelf: "_Shelf", one: Ready) -> CollectedFile:
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


class _Shelf:
    """What was handed in before, by who and for what, each looked up once; `close` it."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._work: dict[HandInId, str] = {}
        self._joined = choices.joined(step)
        self._assignments = {one.id: one for one in assignments.all_of(step)}
        self._there: defaultdict[_Same, list[HandIn]] = defaultdict(list)
        for one in handins.all_of(step):
            self._there[_same(one, self._joined)].append(one)

    def due(self, assignment: AssignmentId | None) -> date | None:
        """Until when it was to be handed in."""
        found: Assignment | None = self._assignments.get(assignment) if assignment else None
        return found.due if found else None

    def put(self, ready: Ready) -> tuple[Collected, HandInId | None]:
        """Keep a hand-in, or say why what is there stays; which one it is in the library."""
        new = ready.hand_in
        there = self._there[_same(new, self._joined)]
        # A platform that tells more people apart than there are: somebody gave theirs away.
        strangers = [one for one in there if len(ids_of([one, new])) > len(new.people)]
        akin = [one for one in there if one not in strangers]
        same = next((one for one in akin if _is_same(one, new)), None)
        if same:
            self._note_place(there, same, new)
            return Collected.SAME, same.id
        newest = max(akin, key=lambda one: one.number, default=None)
        if newest and new.number < newest.number:
            if not newest.platforms:
                # The newer one came by another way: feedback goes to where this one lay.
                self._note_place(there, newest, new)
            return Collected.OLDER, None
        is_beside = any(one.number == new.number for one in akin)
        # While it is open whose of two a file is, a newer one replaces only that of its own place.
        is_open = len(ids_of(there)) > len(new.people)
        older = [
            one
            for one in akin
            if one.number < new.number and (not is_open or ids_of([one]) == ids_of([new]))
        ]
        if older:
            handins.remove(self._step, [one.id for one in older])
        for one in older:
            self._work.pop(one.id, None)
        if not new.platforms:
            places = dict.fromkeys(where for one in older for where in one.platforms)
            new = replace(new, platforms=tuple(places))
        handins.insert_bare(self._step, new)
        self._work[new.id] = ready.work
        there[:] = [*(one for one in there if one not in older), new]
        if strangers or is_beside:
            return Collected.CONFLICT, new.id
        return (Collected.NEWER if older else Collected.NEW), new.id

    def close(self) -> None:
        """Write the work of all that was put here."""
        handins.insert_work(self._step, self._work)

    def _note_place(self, there: list[HandIn], same: HandIn, new: HandIn) -> None:
        """A platform keeps the file of a pair in two places; feedback goes to both."""
        places = tuple(dict.fromkeys((*same.platforms, *new.platforms)))
        if places != same.platforms:
            noted = replace(same, platforms=places)
            handins.update(self._step, noted)
            there[there.index(same)] = noted


def _same(one: HandIn, joined: dict[PersonId, PersonId]) -> _Same:
    article = None if one.assignment else one.article
    return one.assignment, article, whole(one.who, joined)


def _is_same(one: HandIn, other: HandIn) -> bool:
    return one.number == other.number and one.sha256 == other.sha256
