"""What a person does with collections and the bin."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotator.model.arranging import Row
from annotator.model.article import Article
from annotator.model.collection import Collection
from annotator.model.ids import ArticleId, CollectionId
from annotator.ui.desk import Desk
from annotator.words import _, ngettext

if TYPE_CHECKING:
    # Loaded when it is needed; nothing of it is there at the first paint.
    from annotator.services.filing import Shelf
    from annotator.services.workspace import Workspace

Then = Callable[[], object]


def look_up(workspace: "Workspace") -> "list[Shelf]":
    """Every collection with its articles."""
    from annotator.services import filing

    return filing.shelves(workspace)


def look_up_lacking(workspace: "Workspace") -> frozenset[ArticleId]:
    """The articles on which a claim still needs something."""
    from annotator.services import listing

    return listing.incomplete(workspace)


def look_up_bin(workspace: "Workspace") -> list[Row]:
    """What is in the bin."""
    from annotator.services import binning

    return [(one.article, one.tags) for one in binning.in_bin(workspace)]


def put_back(desk: Desk, article: Article, then: Then) -> None:
    """Take an article out of the bin."""

    def work(workspace: "Workspace") -> None:
        from annotator.services import binning

        binning.put_back(workspace, article.id)

    def done(_none: None) -> None:
        desk.told.emit(_("“{title}” is back.").format(title=article.metadata.title))
        then()

    desk.do(work, done, listing_too=True)


def ask_to_empty(desk: Desk, parent: QWidget, number: int, then: Then) -> None:
    """Empty the bin for good, after a question."""
    from annotator.ui.dialogs.confirming import Confirmation

    question = Confirmation(
        parent,
        _("Empty the bin?"),
        ngettext(
            "{number} article goes for good, with everything that was marked on it and handed in "
            "for it. Nobody can undo that, and no word of it stays in the library. Backups and "
            "files that were written keep what is in them.",
            "{number} articles go for good, with everything that was marked on them and handed in "
            "for them. Nobody can undo that, and no word of them stays in the library. Backups and "
            "files that were written keep what is in them.",
            number,
        ).format(number=number),
        _("Empty the bin"),
        _("Keep it"),
    )
    question.accepted.connect(lambda: _empty(desk, then))
    question.open()


def _empty(desk: Desk, then: Then) -> None:
    def work(workspace: "Workspace") -> int:
        from annotator.services import binning

        return binning.empty(workspace)

    def done(number: int) -> None:
        said = ngettext("{number} article is gone.", "{number} articles are gone.", number)
        desk.told.emit(said.format(number=number))
        then()

    desk.do(work, done)


def file(desk: Desk, then: Then, article: Article, collection: str, into: bool) -> None:
    """Put an article into a collection, or take it out of it."""

    def work(workspace: "Workspace") -> None:
        from annotator.services import filing

        verb = filing.file if into else filing.take_out
        verb(workspace, CollectionId(collection), [article.id])

    desk.do(work, lambda _none: then())


def ask_new(
    desk: Desk, parent: QWidget, then: Callable[[str], object], article: Article | None
) -> None:
    """Make a collection of the name that is asked for, with an article in it if one is given."""
    from annotator.ui.dialogs.collection import CollectionQuestion

    def make(name: str) -> None:
        def work(workspace: "Workspace") -> Collection:
            from annotator.services import filing

            return filing.make(workspace, name, [article.id] if article else [])

        desk.do(work, lambda made: then(made.id))

    question = CollectionQuestion(parent)
    question.named.connect(make)
    question.open()


def ask_name(desk: Desk, parent: QWidget, then: Then, collection: Collection) -> None:
    """Give a collection the name that is asked for."""
    from annotator.ui.dialogs.collection import CollectionQuestion

    def rename(name: str) -> None:
        def work(workspace: "Workspace") -> None:
            from annotator.services import filing

            filing.rename(workspace, collection.id, name)

        desk.do(work, lambda _none: then())

    question = CollectionQuestion(parent, collection.name)
    question.named.connect(rename)
    question.open()


def remove(desk: Desk, then: Then, collection: Collection) -> None:
    """Take a collection away; its articles stay."""

    def work(workspace: "Workspace") -> None:
        from annotator.services import filing

        filing.remove(workspace, collection.id)

    def done(_none: None) -> None:
        said = _("The collection “{name}” is removed; its articles stay. Undo brings it back.")
        desk.told.emit(said.format(name=collection.name))
        then()

    desk.do(work, done)
