"""Make the pictures of README and manual: the real window, drawn where nobody sees it.

`make pictures` writes them to docs/pictures. They are looked at before they are committed.
"""

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

from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402 - the platform is named before
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from sample_work import PERSON, mark_sample  # noqa: E402

from annotator.app import window as start  # noqa: E402
from annotator.app.options import WindowOptions  # noqa: E402
from annotator.model.span import Span  # noqa: E402
from annotator.model.tags import Tag  # noqa: E402
from annotator.services import adding, claiming, naming  # noqa: E402
from annotator.services.workspace import Workspace, open_workspace  # noqa: E402
from annotator.ui.room import Room  # noqa: E402
from annotator.ui.window import MainWindow  # noqa: E402

SCRIPTS = """Three languages, one story 🌍
“The river has risen by two metres 🌊 since Monday,” said the mayor 👩🏽‍⚖️, and schools stayed shut.
قال المسؤول إن الجسر أُغلق صباح اليوم، لكن Reuters ذكرت أن الطريق ما زال مفتوحًا أمام السيارات.
𠮷野家の店長は「売り上げは倍になった」と話した。𠀋は珍しい字だ。
Le porte-parole a déclaré que le coût dépasserait 3 millions d’euros, ce que l’opposition conteste.
"""


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
def opened(fill: Callable[[Workspace], object], size: tuple[int, int]) -> Iterator[MainWindow]:
    """A window on a library of its own."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder))
        fill(workspace)
        workspace.close()
        start.application()
        window = start.open_window(WindowOptions(Path(folder), PERSON))
        window.remembered.keep(welcomed=True)
        window.resize(*size)
        # The screen that nobody sees is a small one, on which the list of articles hides itself.
        window.actions_by_id["articles_panel"].setChecked(size[0] >= SIZE[0])
        window.show_panel("articles_panel")
        window.show()
        wait_for(lambda: window.room and window.room.is_furnished)
        wait(300)
        yield window
        window.close()


def room(window: MainWindow) -> Room:
    """What stands in the window."""
    assert window.room
    return window.room


def keep(widget: QWidget, name: str) -> None:
    """Write the picture."""
    wait(400)
    FOLDER.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(FOLDER / f"{name}.png"))
    print(f"docs/pictures/{name}.png")


def choose(window: MainWindow, words: str) -> None:
    """Put the caret into some words."""
    reader = room(window).page.reader
    reader.put_caret(reader.text().index(words) + 1)
    wait(400)


def mark_many(workspace: Workspace) -> None:
    """Claims that overlap, touch and nest, with one tag and with several."""
    mark_sample(workspace)
    from annotator.services import listing

    article = listing.all_articles(workspace)[0].article
    text = listing.text_of(workspace, article.id)
    person = naming.find_or_make(workspace, PERSON)
    for words, tags in (
        ("has extended its focus to Afghanistan’s urban centers and has been targeting", "c"),
        ("urban centers and has been targeting Taliban commanders", "av"),
        ("targeting Taliban commanders", ""),
        ("The diversity of targets demonstrates the “precision, capabilities", "acv"),
        ("capabilities, and experience the freedom fighters have gained", "c"),
        ("freedom fighters have gained and highlights the weaknesses of the enemy", "a"),
    ):
        begin = text.index(words)
        chosen = frozenset(tag for tag in Tag if tag[0] in tags)
        target = claiming.Target(article.id, person.id, Span(begin, begin + len(words)))
        claiming.tag_exactly(workspace, target, claiming.Fields(chosen))


def mark_scripts(workspace: Workspace) -> None:
    """Claims that begin and end in emoji, in Arabic and in characters above U+FFFF."""
    added = adding.add_text(workspace, SCRIPTS, "scripts.txt")
    assert added.article
    person = naming.find_or_make(workspace, PERSON)
    for words, tags, source in (
        ("The river has risen by two metres 🌊 since Monday", "a", "the mayor"),
        ("👩🏽‍⚖️, and schools stayed shut", "v", None),
        ("الجسر أُغلق صباح اليوم، لكن Reuters ذكرت", "c", None),
        ("الطريق ما زال مفتوحًا", "a", "Reuters"),
        ("売り上げは倍になった", "a", "𠮷野家の店長"),
        ("le coût dépasserait 3 millions d’euros", "ac", "Le porte-parole"),
    ):
        begin = SCRIPTS.index(words)
        chosen = frozenset(tag for tag in Tag if tag[0] in tags)
        target = claiming.Target(added.article.id, person.id, Span(begin, begin + len(words)))
        claiming.tag_exactly(workspace, target, claiming.Fields(chosen, source=source))


def usual() -> None:
    """The window as it is most of the time, light and dark, and its parts."""
    with opened(mark_sample, SIZE) as window:
        choose(window, "over 200 operations")
        keep(window, "main-light")
        window.looks.choose("dark")
        keep(window, "main-dark")
        window.looks.choose("light")
        room(window).claims.tabs.setCurrentIndex(1)
        keep(room(window).claims, "sources")
        room(window).claims.tabs.setCurrentIndex(0)
        window.actions_by_id["find"].trigger()
        for letter in "Taliban":
            QTest.keyClick(QApplication.focusWidget(), letter)
        keep(window, "find")
        window.actions_by_id["tags_help"].trigger()
        wait(300)
        keep(QApplication.activeModalWidget() or window, "tags-help")


def many() -> None:
    """Overlapping claims and several tags."""
    with opened(mark_many, SIZE) as window:
        choose(window, "targeting Taliban commanders")
        keep(room(window).page, "overlaps")


def scripts() -> None:
    """Emoji, right-to-left text and characters above U+FFFF."""
    with opened(mark_scripts, SIZE) as window:
        choose(window, "الجسر")
        keep(window, "scripts")


def large() -> None:
    """The text at 200 %, and a small laptop's screen."""
    with opened(mark_sample, SIZE) as window:
        room(window).set_zoom(200)
        choose(window, "over 200 operations")
        keep(window, "zoom-200")
    with opened(mark_sample, (1024, 640)) as window:
        choose(window, "over 200 operations")
        keep(window, "small-screen")


def mirrored() -> None:
    """The window of somebody who reads from right to left."""
    app = start.application()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with opened(mark_scripts, SIZE) as window:
        choose(window, "الجسر")
        keep(window, "right-to-left")
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


if __name__ == "__main__":
    for picture in (usual, many, scripts, large, mirrored):
        picture()
