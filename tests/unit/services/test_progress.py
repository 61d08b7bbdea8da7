"""Long work tells how far it is and stops when it is told to, with nothing kept."""

from pathlib import Path

import pytest

from annotator.services import adding, importing, listing
from annotator.services.failures import Cancelled
from annotator.services.workspace import open_workspace


def _files(folder: Path, number: int) -> list[Path]:
    files = [folder / f"{place}.txt" for place in range(number)]
    for file in files:
        file.write_text(f"Article {file.stem}\nSomebody said so.", encoding="utf-8")
    return files


def test_adding_tells_how_far_it_is(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "library")
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    adding.add_files(workspace, _files(tmp_path, 3), progress=progress)
    workspace.close()
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_cancelled_adding_keeps_nothing(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "library")
    with pytest.raises(Cancelled, match=r"Cancelled\. Nothing was changed\."):
        adding.add_files(workspace, _files(tmp_path, 3), progress=lambda done, _total: done < 2)
    assert listing.all_articles(workspace) == []
    workspace.close()


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_cancelled_import_keeps_nothing(tmp_path: Path, at: int) -> None:
    workspace = open_workspace(tmp_path / "library")
    files = _files(tmp_path, 2)
    with pytest.raises(Cancelled):
        importing.import_files(workspace, files, progress=lambda done, _total: done < at)
    assert workspace.history.undo_label() is None
    workspace.close()
