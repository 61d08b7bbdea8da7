"""One module a step, `v0001_...`: `upgrade()` in terms of `alembic.op`; never edited later."""
