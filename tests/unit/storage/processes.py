"""What another process does to a library, for the tests that need a real one.

python -m tests.unit.storage.processes open|write FOLDER
"""

import subprocess
import sys
from pathlib import Path

from annotator.storage.library import Library
from tests.unit.storage.filled import step

ROOT = Path(__file__).parents[3]


def start(what: str, folder: Path) -> subprocess.Popen[bytes]:
    """A process that waits for a line on its standard input and then does it."""
    words = [sys.executable, "-m", __name__, what, str(folder)]
    return subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def ready(process: subprocess.Popen[bytes]) -> None:
    """Return when the process has imported everything and waits."""
    assert process.stdout
    assert process.stdout.readline() == b"ready\n", process.communicate()[1].decode()


def go(process: subprocess.Popen[bytes]) -> None:
    """Let it begin."""
    assert process.stdin
    process.stdin.write(b"go\n")
    process.stdin.flush()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _write(folder: Path) -> None:
    """Write step after step until killed, and tell of each when it is on disk."""
    library = Library(folder)
    number = 0
    while True:
        with step(library) as running:
            for part in ("a", "b"):
                row = {"id": f"{part}{number}", "name": "x" * 500, "origin": "local"}
                running.insert("person", row)
        _say(str(number))
        number += 1


def _open(folder: Path) -> None:
    library = Library(folder)
    with step(library) as running:
        running.insert("person", {"id": _id(), "name": "Ana", "origin": "local"})
    library.close()
    _say("done")


def _id() -> str:
    import os

    return f"process {os.getpid()}"


def main() -> None:
    """Do what the command line says, once told to."""
    from annotator.storage import migrating  # noqa: F401 - not while others are under way

    what, folder = sys.argv[1:]
    _say("ready")
    sys.stdin.readline()
    {"open": _open, "write": _write}[what](Path(folder))


if __name__ == "__main__":
    main()
