"""A program that is killed while it writes a file that goes with a step of its library.

python -m tests.unit.services.killed assign|hand-in written|committed|placed|never FOLDER FILE
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from annotator.exchange.writers import placing
from annotator.services import assigning, handing_in, listing, naming
from annotator.services.assigning import Asked
from annotator.services.handing_in import HandingIn
from annotator.services.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[3]
KILLED = 9


def killed(what: str, when: str, library: Path, to: Path) -> int:
    """Let another process do it and be killed then; how it ended."""
    words = [sys.executable, "-m", __name__, what, when, str(library.parent), str(to)]
    return subprocess.run(words, cwd=ROOT, timeout=60, check=False).returncode


def _end(*_given: Any, **_named: Any) -> NoReturn:
    os._exit(KILLED)


def _ending_after(function: Callable[..., Any]) -> Callable[..., NoReturn]:
    def both(*given: Any) -> NoReturn:
        function(*given)
        _end()

    return both


def _arm(when: str) -> None:
    if when == "written":  # the file is whole beside its place, the library knows nothing yet
        placing._draft = _ending_after(placing._draft)
    elif when == "committed":
        Path.replace = _end  # type: ignore[method-assign]
    elif when == "placed":
        placing._settle = _end


def _assign(workspace: Workspace, to: Path) -> None:
    article, *_others = listing.all_articles(workspace)
    assigning.assign(workspace, article.article.id, Asked(roster=("Ana",)), to)


def _hand_in(workspace: Workspace, to: Path) -> None:
    (given,) = assigning.every(workspace)
    person = naming.annotator(workspace, "Ana", given.article).id
    handing_in.hand_in(workspace, HandingIn(given.article, person, given), to)


def main() -> None:
    """Do what the command line says, up to there."""
    what, when, folder, to = sys.argv[1:]
    workspace = open_workspace(Path(folder))
    _arm(when)
    {"assign": _assign, "hand-in": _hand_in}[what](workspace, Path(to))


if __name__ == "__main__":
    main()
