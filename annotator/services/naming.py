"""Who annotates: found or made by name, never by the computer's login."""

from annotator.model.handin import Member
from annotator.model.ids import ArticleId, PersonId, new_id
from annotator.model.person import LONGEST_NAME, Origin, Person, tidy_name
from annotator.model.typed import kept
from annotator.services import failures
from annotator.services.workspace import Workspace
from annotator.storage import assignments, changes
from annotator.storage import people as stored
from annotator.storage.step import Reading, Step
from annotator.words import N_


def find_or_make(workspace: Workspace, name_or_id: str) -> Person:
    """The person of that id, or the one of that name who annotates here, made if need be.

    It is what a name typed into a window means: people who came with a file are others, though
    they have the name. Raises SeveralPeople when the name is not enough, NoName when it is blank.
    """
    return _found_or_made(workspace, name_or_id, Origin.LOCAL)


def annotator(
    workspace: Workspace, name_or_id: str | None, article: ArticleId | None = None
) -> Person:
    """Who a command works for: as named with --as, else whoever annotated last.

    On an `article` that came with a roster a name means the roster's person; else everybody in the
    library who has it, however they came. Raises NobodyAnnotates, SeveralPeople, NoName.
    """
    if name_or_id is not None:
        known = of_roster(workspace, article, name_or_id) if article else None
        return known or _found_or_made(workspace, name_or_id)
    found = last_annotator(workspace)
    if found is None:
        raise failures.NobodyAnnotates
    return found


def of_roster(workspace: Workspace, article: ArticleId, name_or_id: str) -> Person | None:
    """The person of that name or id on the rosters of an article, who annotates here from now on.

    Raises SeveralPeople when several have the name.
    """
    name = checked(name_or_id)
    with workspace.library.reading() as reading:
        row = on_roster(reading, article, name)
    return sit_down(workspace, row) if row else None


def on_roster(reading: Reading, article: ArticleId, name_or_id: str) -> Member | None:
    """Who is meant on the rosters of an article, if anybody. Raises SeveralPeople."""
    rows = [row for one in assignments.of_article(reading, article) for row in one.roster]
    found = dict.fromkeys(Member(*row) for row in rows if row.id == name_or_id)
    found = found or dict.fromkeys(Member(*row) for row in rows if row.name == name_or_id)
    if len({one.id for one in found}) > 1:
        raise failures.SeveralPeople(name_or_id, [one.id for one in found])
    return next(iter(found), None)


def sit_down(workspace: Workspace, who: Member) -> Person:
    """Somebody whose id is known from a file, as one who annotates here."""
    with workspace.step(N_("name"), undoable=False) as step:
        return welcome(step, who)


def welcome(step: Step, who: Member) -> Person:
    """The same within a step that does more."""
    there = stored.one(step, who.id)
    if there is None:
        person = Person(who.id, who.name)
        stored.insert(step, person)
        return person
    if there.origin is not Origin.LOCAL:
        there = Person(there.id, there.name)
        stored.update(step, there)
    return there


def make(workspace: Workspace, name: str) -> Person:
    """A new person, even when others have the name. Raises NoName when it is blank.

    It cannot be undone: undo takes back work, not the worker. A window that goes on annotating
    would otherwise do so as nobody.
    """
    tidy = checked(name)
    with workspace.step(N_("name"), undoable=False) as step:
        return _made(step, tidy)


def rename(workspace: Workspace, person: Person, name: str) -> Person:
    """The same person under another name. Raises NoName when it is blank, NoSuchPerson."""
    tidy = checked(name)
    with workspace.step(N_("name")) as step:
        there = stored.one(step, person.id)
        if there is None:
            raise failures.NoSuchPerson
        renamed = Person(there.id, tidy, there.origin)
        stored.update(step, renamed)
    return renamed


def last_annotator(workspace: Workspace) -> Person | None:
    """Whoever annotated last in this library, or None."""
    with workspace.library.reading() as reading:
        found = changes.last_person(reading)
        return stored.one(reading, found) if found else None


def everybody(workspace: Workspace) -> list[Person]:
    """All people in the library, by name."""
    with workspace.library.reading() as reading:
        return stored.all_of(reading)


def checked(name: str) -> str:
    """A name as it is kept. Raises NoName, LongName."""
    tidy = tidy_name(kept(name))
    if not any(letter.isprintable() and not letter.isspace() for letter in tidy):
        raise failures.NoName
    if len(tidy) > LONGEST_NAME:
        raise failures.LongName(LONGEST_NAME)
    return tidy


def _found_or_made(workspace: Workspace, name_or_id: str, *origins: Origin) -> Person:
    name = checked(name_or_id)
    with workspace.library.reading() as reading:
        found = _find(reading, name, *origins)
    if found:
        return found
    with workspace.step(N_("name"), undoable=False) as step:
        # Once more, where nobody else writes: another window may have made the person meanwhile.
        return _find(step, name, *origins) or _made(step, name)


def _made(step: Step, name: str) -> Person:
    person = Person(PersonId(new_id()), name)
    stored.insert(step, person)
    return person


def _find(reading: Reading, name: str, *origins: Origin) -> Person | None:
    by_id = stored.one(reading, PersonId(name))
    if by_id:
        return by_id
    named = stored.named(reading, name, *origins)
    if len(named) > 1:
        raise failures.SeveralPeople(name, [one.id for one in named])
    return named[0] if named else None
