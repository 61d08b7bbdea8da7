"""The program's start: reads the command line and runs a command or the window.

The one place that catches everything. What nobody foresaw is said as an internal error with the
name of the log; each thing that can be foreseen has a refusal of its own and never comes here.
"""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from annotator.app import language, paths
from annotator.app.options import WindowOptions
from annotator.app.strays import Strays
from annotator.cli import parsing, running
from annotator.cli.command import DONE, NOT_DONE, Asked
from annotator.cli.commands import COMMANDS
from annotator.cli.output import Output, standard_output
from annotator.cli.refusing import complain
from annotator.model.failure import Refusal
from annotator.words import _

INTERRUPTED = 130
"""What a shell expects of a program that was stopped by Ctrl+C."""

NOBODY_READS = 141
"""The same of one whose output goes to a program that has ended, such as `head`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says (without the program's name). Returns the exit status."""
    output = standard_output()
    asked: Asked | int = DONE
    try:
        language.speak(os.environ)
        asked = parsing.read(sys.argv[1:] if argv is None else argv, COMMANDS, output)
        status = asked if isinstance(asked, int) else _run(asked, output)
        output.flush()
        return status
    except Refusal as refusal:
        complain(output, refusal)
        return NOT_DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        output.abandon()
        return NOBODY_READS
    except Exception as error:  # noqa: BLE001 - the one catch-all of this entry point
        return _internal_error(error, asked, output)


def _run(asked: Asked, output: Output) -> int:
    asked = replace(asked, data_dir=paths.chosen(asked.data_dir, os.environ))
    data_dir = paths.data_dir(asked.data_dir, os.environ)
    if asked.command is not None:
        return running.run(asked, data_dir, output)
    options = WindowOptions(data_dir, asked.as_name, asked.file, asked.data_dir)
    return _window(options, asked, output)


def _window(options: WindowOptions, asked: Asked, output: Output) -> int:
    from annotator.app import garbage, screen

    garbage.put_off()
    why_not = screen.why_no_window()
    if why_not:
        output.complain(why_not)
        return NOT_DONE
    from annotator.app import logs

    file = logs.begin(paths.log_dir(asked.data_dir, os.environ))
    strays = Strays(file, partial(_say_internal_error, output))
    sys.excepthook = strays
    # Qt keeps Python from hearing of Ctrl+C; every step is on disk, so the process may just end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _window_program()(options, strays)


def _window_program() -> Callable[[WindowOptions, Strays], int]:
    # Qt: only where there is a window.
    import PySide6.QtCore  # noqa: F401 - so that everything after it is imported as usual

    from annotator.app import features

    features.switch_off()
    from annotator.app import window

    return window.run


def _internal_error(error: Exception, asked: Asked | int, output: Output) -> int:
    from annotator.app import logs

    known = asked if isinstance(asked, Asked) else None
    file = logs.begin(paths.log_dir(known.data_dir if known else None, os.environ))
    during = known.command.name if known and known.command else "start"
    kept = logs.record(error, during)
    logs.end()
    _say_internal_error(output, error, file, kept)
    return NOT_DONE


def _say_internal_error(output: Output, error: BaseException, file: Path, kept: bool) -> None:
    sentence = _(
        "internal error ({kind}). What was saved before is safe. What happened is in {log}: "
        "please send that file to whoever looks after this program."
    )
    lost = _(
        "internal error ({kind}). What was saved before is safe. The log {log} could not be "
        "written."
    )
    output.complain((sentence if kept else lost).format(kind=type(error).__name__, log=file))
