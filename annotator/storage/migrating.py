"""Bring an older library up to date: numbered migrations in one transaction.

Imported only when a library is behind, because Alembic costs a third of the start. Its
operations are used without its version table: `PRAGMA user_version` has an order, and one number
cannot disagree with itself.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from annotator.storage import failures, sqlite
from annotator.storage.migrations import versions


def upgrade(
    path: Path,
    newest: int,
    keep_as_it_was: Callable[[int], str],
    patience: float = sqlite.PATIENCE,
) -> None:
    """Apply what the library lacks up to number `newest`, all or nothing.

    `keep_as_it_was(version)` makes the backup and returns its name. It is called when this process
    holds the lock and knows that nobody else was quicker: else it might keep what another one has
    upgraded already.
    Raises NotUpgraded, NewerLibrary.
    """
    engine = sqlite.migrating(path, patience)
    try:
        with engine.begin() as connection:
            there = sqlite.version(connection)
            if there > newest:
                raise failures.NewerLibrary(path)
            if there < newest:
                backup = keep_as_it_was(there)
                if not _agrees(connection, there, newest):
                    raise failures.NotUpgraded(path, backup)
    finally:
        engine.dispose()


def _agrees(connection: Connection, after: int, up_to: int) -> bool:
    """Apply what is lacking; whether the rows agree with each other and with the new tables."""
    try:
        apply(connection, after, up_to)
    except IntegrityError:
        return False
    return not sqlite.broken_references(connection)


def apply(connection: Connection, after: int, up_to: int) -> None:
    """Apply the migrations numbered after `after` and up to `up_to`, and sign the library."""
    context = MigrationContext.configure(connection)
    for number, migrate in steps().items():
        if after < number <= up_to:
            with Operations.context(context):
                migrate()
    sqlite.sign(connection, up_to)


def steps() -> dict[int, Callable[[], None]]:
    """Every migration by its number: the modules `v0001_...` of `migrations.versions`."""
    names = sorted(module.name for module in iter_modules(versions.__path__))
    return {int(name[1:5]): import_module(f"{versions.__name__}.{name}").upgrade for name in names}
