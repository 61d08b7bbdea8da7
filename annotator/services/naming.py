"""Who annotates: found or made by name, never by the computer's login."""

from annotator.model.ids import PersonId, new_id
from annotator.model.person import Origin, Person, tidy_name
from annotator.services import failures
from annotator.services.workspace import Workspace
from annotator.storage import changes
from annotator.storage import people as stored
from annotator.storage.step import Reading
from annotator.words import N_


def find_or_make(workspace: Workspace, name_or_id: str) -> Person:
    """The person of that id, or the one of that name who annotates here, made if need be.

    Raises SeveralPeople when the name is not enough, NoName when it is blank.
    """
    name = _checked(name_or_id)
    with workspace.library.reading() as reading:
        found = _find(reading, name_or_id, name)
    return found or make(workspace, name)


def make(workspace: Workspace, name: str) -> Person:
    """A new person, even when others have the name. Raises NoName when it is blank."""
    person = Person(PersonId(new_id()), _checked(name))
    with workspace.step(N_("name"), person=person.id) as step:
        stored.insert(step, person)
    # Who one is says nothing about the article: undo takes back work, not the worker.
    workspace.history.past.pop()
    return person


def rename(workspace: Workspace, person: Person, name: str) -> Person:
    """The same person under another name. Raises NoName when it is blank."""
    renamed = Person(person.id, _checked(name), person.origin)
    with workspace.step(N_("name"), person=person.id) as step:
        stored.update(step, renamed)
    return renamed


def last_annotator(workspace: Workspace) -> Person | None:
    """Whoever annotated last in this library, or None."""
    with workspace.library.reading() as reading:
        found = changes.last_person(reading)
        return stored.one(reading, found) if found else None


def annotator(workspace: Workspace, name_or_id: str | None) -> Person:
    """Who a command works for: as named, else whoever annotated last. Raises NobodyAnnotates."""
    if name_or_id is not None:
        return find_or_make(workspace, name_or_id)
    found = last_annotator(workspace)
    if found is None:
        raise failures.NobodyAnnotates
    return found


def everybody(workspace: Workspace) -> list[Person]:
    """All people in the library, by name."""
    with workspace.library.reading() as reading:
        return stored.all_of(reading)


def _checked(name: str) -> str:
    tidy = tidy_name(name)
    if not any(letter.isprintable() and not letter.isspace() for letter in tidy):
        raise failures.NoName
    return tidy


def _find(reading: Reading, given: str, name: str) -> Person | None:
    by_id = stored.one(reading, PersonId(given))
    if by_id:
        return by_id
    named = stored.named(reading, name, Origin.LOCAL)
    if len(named) > 1:
        raise failures.SeveralPeople(name)
    return named[0] if named else None
