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
from sqlalchemy import Connection, text

from annotator.storage import failures, sqlite
from annotator.storage.migrations import versions


def upgrade(path: Path) -> None:
    """Apply what the library lacks, all or nothing. The caller has made a backup."""
    engine = sqlite.migrating(path)
    try:
        with engine.begin() as connection:
            # Another start may have been quicker: only now does this one hold the lock.
            there = connection.execute(text("PRAGMA user_version")).scalar_one()
            apply(connection, after=int(there))
            if sqlite.broken_references(connection):
                raise failures.DamagedLibrary(path)
    finally:
        engine.dispose()


def apply(connection: Connection, after: int, up_to: int | None = None) -> None:
    """Apply the migrations with a higher number than `after`, in order, and sign the library."""
    context = MigrationContext.configure(connection)
    for number, migrate in steps().items():
        if after < number <= (up_to or number):
            with Operations.context(context):
                migrate()
            sqlite.sign(connection, number)


def steps() -> dict[int, Callable[[], None]]:
    """Every migration by its number: the modules `v0001_...` of `migrations.versions`."""
    names = sorted(module.name for module in iter_modules(versions.__path__))
    return {int(name[1:5]): import_module(f"{versions.__name__}.{name}").upgrade for name in names}
