"""What `make run` does where no window can open: a picture of the window, and a report.

Both show the sample article with what a student might have marked in it. They are written to
build/without-screen, or to the folder that is named; the library they come from is temporary.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path("build") / "without-screen"
SIZE = (1440, 900)
PATIENCE_MS = 20_000

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 - the platform is named before
from sample_work import PERSON, mark_sample  # noqa: E402

from annotator.app import window  # noqa: E402
from annotator.app.options import WindowOptions  # noqa: E402
from annotator.services.reporting import export  # noqa: E402
from annotator.services.workspace import open_workspace  # noqa: E402


def main(folder: Path = FOLDER) -> int:
    """Write both and say where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    picture, report = folder / "window.png", folder / "report.html"
    with tempfile.TemporaryDirectory() as library:
        workspace = open_workspace(Path(library))
        try:
            article = mark_sample(workspace)
            export(workspace, [article.id], report)
        finally:
            workspace.close()
        draw(Path(library), picture)
    print(f"The window, drawn into a picture: {picture.resolve()}")
    print(f"The report on the sample article: {report.resolve()}")
    return 0


def draw(library: Path, picture: Path) -> None:
    """Opens the window on the library where nobody sees it, and keeps what it paints."""
    app = window.application()
    main_window = window.open_window(WindowOptions(library, PERSON))
    main_window.resize(*SIZE)
    shown = QEventLoop()
    # After `opened` the views fill; once they have, the window has nothing left to do.
    main_window.desk.opened.connect(lambda _article: QTimer.singleShot(300, shown.quit))
    QTimer.singleShot(PATIENCE_MS, lambda: shown.exit(1))
    main_window.show()
    late = shown.exec()
    assert not late, "the window did not show the article"
    app.processEvents()
    saved = main_window.grab().save(str(picture))
    main_window.close()
    assert saved, f"{picture} could not be written"


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
