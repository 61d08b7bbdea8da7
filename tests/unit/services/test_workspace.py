"""One window's work on a library, and the moments of its steps."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.services import listing
from annotator.services.rewriting import later
from annotator.services.workspace import Workspace, open_workspace
from annotator.storage.failures import EmptyLibrary
from tests.unit.services.desk import Desk

NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)


def test_a_workspace_is_opened_on_a_folder(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    workspace = open_workspace(tmp_path)
    assert listing.all_articles(workspace) == []
    assert before <= workspace.now() <= datetime.now(UTC)
    workspace.close()
    (tmp_path / "library.db").write_bytes(b"")
    with pytest.raises(EmptyLibrary):
        open_workspace(tmp_path)


def test_each_window_has_an_id_of_its_own(desk: Desk) -> None:
    other = Workspace(desk.workspace.library)
    assert other.window != desk.workspace.window
    assert other.history is not desk.workspace.history


def test_a_step_that_raises_is_no_step(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError), desk.workspace.step("test") as step:
        step.insert("person", {"id": "x", "name": "x", "origin": "local"})
        raise ZeroDivisionError
    assert desk.workspace.history.past == []


@pytest.mark.parametrize(
    ("now", "before", "after"),
    [
        (NOON, NOON - INSTANT, NOON),
        (NOON, NOON, NOON + INSTANT),
        (NOON, NOON + timedelta(days=9), NOON + timedelta(days=9) + INSTANT),
        (NOON, datetime.max.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_a_change_is_always_later(now: datetime, before: datetime, after: datetime) -> None:
    assert later(now, before) == after
