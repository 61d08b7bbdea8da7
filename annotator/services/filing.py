"""Keep articles together in collections: each step can be undone, and no article goes with one."""

from collections.abc import Collection as Several
from dataclasses import dataclass

from annotator.model.collection import Collection
from annotator.model.failure import Refusal
from annotator.model.ids import ArticleId, CollectionId, new_id
from annotator.model.person import tidy_name
from annotator.model.typed import kept
from annotator.services.workspace import Workspace
from annotator.storage import articles, collections
from annotator.storage.step import Reading
from annotator.words import N_, _


class NoSuchCollection(Refusal):
    """A collection that is not there, or was removed meanwhile."""

    def __init__(self, name: str = "") -> None:
        named = _("No collection “{name}” is in the library.").format(name=name)
        gone = _(
            "This collection was removed meanwhile, in another window or by a command. Nothing was "
            "changed now."
        )
        super().__init__(named if name else gone)


class NameTaken(Refusal):
    """Two collections of one name could not be told apart."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "There is a collection “{name}” already. Nothing was changed. Choose another name."
            ).format(name=name)
        )


class NoCollectionName(Refusal):
    """A name without a visible character."""

    def __init__(self) -> None:
        super().__init__(_("A collection needs a name. Nothing was changed."))


@dataclass(frozen=True, slots=True)
class Shelf:
    """A collection and the articles in it, those in the bin as well."""

    collection: Collection
    articles: frozenset[ArticleId]


def shelves(workspace: Workspace) -> list[Shelf]:
    """Every collection with its articles, in the order in which they were made."""
    with workspace.library.reading() as reading:
        filed = collections.filed(reading)
        every = collections.all_of(reading)
    return [Shelf(one, filed.get(one.id, frozenset())) for one in every]


def find(workspace: Workspace, name: str) -> Collection:
    """The collection of that name or id, whatever its case. Raises NoSuchCollection."""
    with workspace.library.reading() as reading:
        every = collections.all_of(reading)
    wanted = _tidy(name)
    exact = [one for one in every if wanted in (one.id, one.name)]
    folded = [one for one in every if one.name.casefold() == wanted.casefold()]
    if not exact and len(folded) != 1:
        raise NoSuchCollection(name)
    return (exact or folded)[0]


def make(workspace: Workspace, name: str, filed: Several[ArticleId] = ()) -> Collection:
    """A new collection, with articles in it. Raises NameTaken, NoCollectionName."""
    with workspace.step(N_("new collection")) as step:
        name = _free(step, name)
        made = Collection(CollectionId(new_id()), name, collections.next_position(step))
        collections.insert(step, made)
        collections.file(step, made.id, _there(step, filed))
    return made


def rename(workspace: Workspace, collection: CollectionId, name: str) -> None:
    """Give it another name. Raises NameTaken, NoCollectionName, NoSuchCollection."""
    with workspace.step(N_("rename collection")) as step:
        before = _one(step, collection)
        if _tidy(name) != before.name:
            collections.rename(step, collection, _free(step, name))


def remove(workspace: Workspace, collection: CollectionId) -> None:
    """Take a collection away; the articles stay. Raises NoSuchCollection."""
    with workspace.step(N_("remove collection")) as step:
        _one(step, collection)
        collections.remove(step, collection)


def file(workspace: Workspace, collection: CollectionId, filed: Several[ArticleId]) -> None:
    """Put articles into a collection; they stay in all others. Raises NoSuchCollection."""
    with workspace.step(N_("into a collection")) as step:
        _one(step, collection)
        collections.file(step, collection, _there(step, filed))


def take_out(workspace: Workspace, collection: CollectionId, filed: Several[ArticleId]) -> None:
    """Take articles out of a collection; they stay in the library. Raises NoSuchCollection."""
    with workspace.step(N_("out of a collection")) as step:
        _one(step, collection)
        collections.take_out(step, collection, filed)


def _one(reading: Reading, collection: CollectionId) -> Collection:
    found = collections.one(reading, collection)
    if found is None:
        raise NoSuchCollection
    return found


def _free(reading: Reading, name: str) -> str:
    name = _tidy(name)
    if not name:
        raise NoCollectionName
    if collections.named(reading, name):
        raise NameTaken(name)
    return name


def _there(reading: Reading, wanted: Several[ArticleId]) -> list[ArticleId]:
    """Those that are in the library: one may have been removed meanwhile."""
    return [article for article in wanted if articles.one(reading, article)]


def _tidy(name: str) -> str:
    return tidy_name(kept(name))
