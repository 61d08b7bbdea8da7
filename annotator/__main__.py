"""`python -m annotator`, and the installed command: ends without a word when Ctrl+C is pressed.

A shell expects the status 130 of a program that was stopped so. Until `main` is read, and once the
key was pressed, there is nothing to tidy up: the library keeps whole steps.
"""

import os
import signal

INTERRUPTED = 130


def main() -> int:
    """Do what the command line says. Returns the exit status."""
    # Who starts a program in the background tells it not to listen.
    listens = signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    if listens:
        signal.signal(signal.SIGINT, _end)
    from annotator.app.main import main as work

    try:
        if listens:
            signal.signal(signal.SIGINT, _interrupt)
        status = work()
    except KeyboardInterrupt:
        status = INTERRUPTED
    if listens:
        signal.signal(signal.SIGINT, _end)
    if status == INTERRUPTED:
        # Where the key came while Python ran code out of a string (it makes classes that way), it
        # would end the process by the signal, whoever catches the exception.
        _end()
    return status


def _end(*_signal: object) -> None:
    os._exit(INTERRUPTED)


def _interrupt(*_signal: object) -> None:
    signal.signal(signal.SIGINT, _end)
    raise KeyboardInterrupt


if __name__ == "__main__":
    raise SystemExit(main())
