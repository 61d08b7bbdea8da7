"""The stage for the pictures: a real window on a library of its own, drawn where nobody sees it."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
SIZE = (1440, 900)

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from PySide6.QtCore import QEventLoop, QRect, QTimer  # noqa: E402 - the platform is named before
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from sample_work import PERSON  # noqa: E402

from annotator.app import window as start  # noqa: E402
from annotator.app.options import WindowOptions  # noqa: E402
from annotator.services.workspace import Workspace, open_workspace  # noqa: E402
from annotator.ui.room import Room  # noqa: E402
from annotator.ui.window import MainWindow, usual_sides  # noqa: E402


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(what: Callable[[], object]) -> None:
    """Let the window work until something is so."""
    for _turn in range(400):
        if what():
            return
        wait(25)
    raise SystemExit("the window did not get there")


@contextmanager
def opened(
    fill: Callable[[Workspace], object],
    size: tuple[int, int],
    person: str | None = PERSON,
    *,
    is_first: bool = False,
) -> Iterator[MainWindow]:
    """A window on a library of its own; `is_first` shows the hint of the first start."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder))
        fill(workspace)
        workspace.close()
        start.application()
        window = start.open_window(WindowOptions(Path(folder), person))
        window.remembered.keep(welcomed=not is_first)
        window.resize(*size)
        # The screen that nobody sees is a small one, on which the lists are narrow or hidden.
        window.actions_by_id["articles_panel"].setChecked(size[0] >= SIZE[0])
        window.show_panel("articles_panel")
        window.sides.setSizes(usual_sides(size[0]))
        window.show()
        wait_for(lambda: window.room and window.room.is_furnished)
        wait(300)
        yield window
        window.close()


def focused() -> QWidget:
    """Where a key goes now."""
    widget = QApplication.focusWidget()
    assert widget
    return widget


def room(window: MainWindow) -> Room:
    """What stands in the window."""
    assert window.room
    return window.room


def keep(widget: QWidget, name: str, part: QRect | None = None) -> None:
    """Write the picture of a widget, or of a part of it."""
    wait(400)
    FOLDER.mkdir(parents=True, exist_ok=True)
    widget.grab(part or widget.rect()).save(str(FOLDER / f"{name}.png"))
    print(f"docs/pictures/{name}.png")


def choose(window: MainWindow, words: str) -> None:
    """Put the caret into some words."""
    reader = room(window).page.reader
    reader.put_caret(reader.text().index(words) + 1)
    wait(400)
