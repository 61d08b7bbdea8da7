"""Two ids of one name in a class: two people, until the teacher says that they are one.

Somebody who typed a name instead of choosing it from the list, or who began again on another
computer, came under an id of their own.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from annotator.model.handin import Member
from annotator.model.ids import PersonId
from annotator.model.person import folded_name
from annotator.services.annotating import known_as
from annotator.services.comparing import Classroom
from annotator.services.workspace import Workspace
from annotator.storage import choices
from annotator.words import N_


class Namesake(NamedTuple):
    """Somebody who handed in, and who of that name they may be, as the name is written there.

    `is_absent`: from that one, of the roster, nothing came.
    """

    name: str
    person: PersonId
    other: str
    known_as: PersonId
    is_absent: bool


def namesakes(room: Classroom) -> list[Namesake]:
    """Those of a class of whom nobody has said yet whether they are one; by name.

    Two of one name on the roster are two for sure, so whoever else bears it could be either.
    """
    listed = {row.id for row in room.assignment.roster} if room.assignment else set()
    absent = {row.id for row in room.missing}
    together: defaultdict[str, dict[PersonId, Member]] = defaultdict(dict)
    for one in _everybody(room):
        known = known_as(one.id, room.joined)
        together[folded_name(one.name)].setdefault(known, one._replace(id=known))
    found = [
        Namesake(one.name, one.id, of.name, of.id, of.id in absent)
        for same in together.values()
        for one, of in _pairs(list(same.values()), listed)
        if room.joined.get(one.id) != one.id
    ]
    return sorted(found)


def keep_apart(workspace: Workspace, person: PersonId) -> None:
    """Say that somebody is nobody else of that name, so that it is not asked again."""
    with workspace.step(N_("keep people apart")) as step:
        choices.join(step, person, person)


def _everybody(room: Classroom) -> Iterator[Member]:
    """Who is on the roster or handed in, those on the roster first."""
    if room.assignment:
        yield from (Member(row.id, row.name) for row in room.assignment.roster)
    came = [*room.hand_ins.values(), *(one for same in room.conflicts for one in same)]
    for one in sorted(came, key=lambda one: (one.made, one.id)):
        yield from one.people


def _pairs(same: list[Member], listed: Collection[PersonId]) -> Iterator[tuple[Member, Member]]:
    on_list = [one for one in same if one.id in listed]
    if len(on_list) > 1:
        return
    first = on_list[0] if on_list else same[0]
    yield from ((one, first) for one in same if one is not first)
