"""Whose the items of a file are: people who are here already, or come with it.

Nobody becomes one of the people who annotate here because a file names them so: without an id, a
name means somebody who came by that name alone.
"""

from collections.abc import Collection

from annotator.exchange.jsonld.items import Creator
from annotator.model.ids import PersonId, new_id
from annotator.model.person import Origin, Person
from annotator.storage import people
from annotator.storage.step import Reading, Step


class People:
    """The makers of a file's items, each looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[PersonId | str, Person] = {}
        self._new: dict[PersonId, Person] = {}

    def find(self, creator: Creator) -> PersonId:
        """The person that is meant: by id, else by name among those who came without one."""
        key = creator.id or f"name:{creator.name}"
        if key not in self._known:
            found = self._there(creator)
            if found is None:
                origin = Origin.IMPORTED if creator.id else Origin.NAMED
                found = Person(creator.id or PersonId(new_id()), creator.name, origin)
                self._new[found.id] = found
            self._known[key] = found
        return self._known[key].id

    def keep(self, step: Step, wanted: Collection[PersonId]) -> None:
        """Write those of the wanted people who are not in the library yet."""
        for id_ in sorted(set(wanted) & self._new.keys()):
            people.insert(step, self._new.pop(id_))

    def _there(self, creator: Creator) -> Person | None:
        if creator.id:
            return people.one(self._reading, creator.id)
        named = people.named(self._reading, creator.name, Origin.NAMED)
        return named[0] if named else None
