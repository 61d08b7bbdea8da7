"""Starts the program as a person does, by its command line, with something that watches it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app import main as program
from benchmarks.clock import end_on_error, fail

if TYPE_CHECKING:
    from annotator.app.options import WindowOptions
    from annotator.app.strays import Strays
    from annotator.ui.window import MainWindow


def start(folder: Path, watch: "Callable[[MainWindow], None]") -> None:
    """Run the program on the library in a folder; `watch` gets its window before it is shown.

    Whatever the window refuses or cannot do ends the process as failed.
    """
    begun = program._window_program

    def watched() -> "Callable[[WindowOptions, Strays], int]":
        run = begun()
        from annotator.app import window as app

        open_window = app.open_window

        def open_watched(options: "WindowOptions") -> "MainWindow":
            end_on_error()  # the program has its own way with errors, and goes on
            window = open_window(options)
            window.desk.refused.connect(fail)
            window.resize(1440, 900)
            watch(window)
            return window

        app.open_window = open_watched
        return run

    program._window_program = watched
    status = program.main(["--data-dir", str(folder)])
    fail(f"the window was closed: {status}")
