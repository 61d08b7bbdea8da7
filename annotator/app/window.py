"""Start the window: the screen first, then an empty window, then the library."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.app import garbage
from annotator.app.options import WindowOptions
from annotator.app.strays import Strays
from annotator.ui.remembered import Remembered
from annotator.ui.window import MainWindow
from annotator.words import language


def run(options: WindowOptions, strays: Strays) -> int:
    """Show the window until it is closed; the exit status. What goes astray is said in it."""
    app = application()
    window = open_window(options)
    strays.tell = window.say_internal_error
    window.show()
    return app.exec()


def application() -> QApplication:
    """The one QApplication."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        # Not by setStyle: its answer, a QStyle, would be the dearest class of the first frame.
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
        # Qt turns the window round for the system's language; we may have no words in it.
        app.setLayoutDirection(direction(language()))
    app.setApplicationName("annotator")
    app.setApplicationDisplayName("Annotator")
    app.setDesktopFileName("annotator")
    return app


def direction(spoken: str) -> Qt.LayoutDirection:
    """Where a language begins its lines."""
    if spoken == "en":
        return Qt.LayoutDirection.LeftToRight
    from PySide6.QtCore import QLocale

    return QLocale(spoken).textDirection()


def speak_for_qt(app: QApplication) -> None:
    """Give Qt's own dialogs the language that is spoken; they are not in the first frame."""
    if language() == "en":
        return
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale(language()), "qtbase", "_", folder):
        app.installTranslator(words)


def open_window(options: WindowOptions) -> MainWindow:
    """The window in its final shape; it opens the library once its first frame is painted."""
    remembered = Remembered(options.data_dir)
    window = MainWindow(remembered)
    window.chosen_dir = options.chosen_dir

    def begin() -> None:
        from annotator.ui import dates  # of no use to the first frame

        last = remembered.text("article")
        # One after the other: two threads that both import only take turns, and lose by it.
        window.move_in()
        window.desk.start(options.data_dir, options.as_name, options.file, last)
        dates.settle()
        speak_for_qt(application())

    window.painted.connect(begin, Qt.ConnectionType.QueuedConnection)
    once = Qt.ConnectionType.SingleShotConnection
    window.desk.opened.connect(show_icon, once)
    window.desk.opened.connect(lambda: warn_of_network(window, options.data_dir), once)
    for over in (window.desk.opened, window.desk.not_started):
        over.connect(garbage.search_again)
    return window


def show_icon() -> None:
    """Give every window the program's picture; nobody waits for it instead of for an article."""
    from PySide6.QtGui import QIcon

    from annotator.bundled import resource

    application().setWindowIcon(QIcon(str(resource("desktop", "annotator.svg"))))


def warn_of_network(window: MainWindow, folder: Path) -> None:
    """Say that the library lies on another computer, until somebody has put that away."""
    if window.room is None or window.remembered.yes("network_known", False):
        return
    from annotator.storage import shares

    warning, strip = shares.warning(folder), window.room.page.refusal
    if warning and not strip.text():
        strip.say(warning)
        strip.dismissed.connect(
            lambda: window.remembered.keep(network_known=True),
            Qt.ConnectionType.SingleShotConnection,
        )
