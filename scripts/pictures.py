"""Make the pictures of README and manual: the real window, drawn where nobody sees it.

`make pictures` writes them to docs/pictures. They are looked at before they are committed.
"""

import class_scenes
import manual_scenes
import staging  # names the platform that draws, before Qt starts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sample_work import PERSON, mark_sample

from annotator.app import window as start
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import adding, claiming, naming
from annotator.services.workspace import Workspace

SCRIPTS = """Three languages, one story 🌍
“The river has risen by two metres 🌊 since Monday,” said the mayor 👩🏽‍⚖️, and schools stayed shut.
قال المسؤول إن الجسر أُغلق صباح اليوم، لكن Reuters ذكرت أن الطريق ما زال مفتوحًا أمام السيارات.
𠮷野家の店長は「売り上げは倍になった」と話した。𠀋は珍しい字だ。
Le porte-parole a déclaré que le coût dépasserait 3 millions d’euros, ce que l’opposition conteste.
"""


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
    with staging.opened(mark_sample, staging.SIZE) as window:
        staging.choose(window, "over 200 operations")
        staging.keep(window, "main-light")
        window.looks.choose("dark")
        staging.keep(window, "main-dark")
        window.looks.choose("light")
        staging.room(window).claims.tabs.setCurrentIndex(1)
        staging.keep(staging.room(window).claims, "sources")
        staging.room(window).claims.tabs.setCurrentIndex(0)
        window.actions_by_id["find"].trigger()
        QTest.keyClicks(staging.focused(), "Taliban")
        staging.keep(window, "find")
        window.actions_by_id["tags_help"].trigger()
        staging.wait(300)
        staging.keep(QApplication.activeModalWidget() or window, "tags-help")


def many() -> None:
    """Overlapping claims and several tags."""
    with staging.opened(mark_many, staging.SIZE) as window:
        staging.choose(window, "targeting Taliban commanders")
        staging.keep(staging.room(window).page, "overlaps")


def scripts() -> None:
    """Emoji, right-to-left text and characters above U+FFFF."""
    with staging.opened(mark_scripts, staging.SIZE) as window:
        staging.choose(window, "الجسر")
        staging.keep(window, "scripts")


def large() -> None:
    """The text at 200 %, and a small laptop's screen."""
    with staging.opened(mark_sample, staging.SIZE) as window:
        staging.room(window).set_zoom(200)
        staging.choose(window, "over 200 operations")
        staging.keep(window, "zoom-200")
    with staging.opened(mark_sample, (1024, 640)) as window:
        staging.choose(window, "over 200 operations")
        staging.keep(window, "small-screen")


def mirrored() -> None:
    """The window of somebody who reads from right to left."""
    app = start.application()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with staging.opened(mark_scripts, staging.SIZE) as window:
        staging.choose(window, "الجسر")
        staging.keep(window, "right-to-left")
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


if __name__ == "__main__":
    for picture in (
        usual,
        many,
        scripts,
        large,
        mirrored,
        *manual_scenes.SCENES,
        *class_scenes.SCENES,
    ):
        picture()
