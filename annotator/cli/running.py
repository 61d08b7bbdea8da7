"""Run one command: its library opened before, closed after, refusals said in one line each."""

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.command import NOT_DONE, Asked, Errand, Job
from annotator.cli.output import Output
from annotator.cli.refusing import complain
from annotator.model.failure import Refusal

if TYPE_CHECKING:
    from annotator.services.workspace import Workspace


def run(asked: Asked, data_dir: Path, output: Output) -> int:
    """The exit status of the command that is asked for, on the library in `data_dir`."""
    assert asked.command is not None
    errand = asked.command.errand
    try:
        if errand:
            status = errand(Errand(asked.given, output, asked.data_dir))
        else:
            status = _on_library(asked, data_dir, output)
        output.flush()
    except Refusal as refusal:
        complain(output, refusal)
        return NOT_DONE
    return status


def _on_library(asked: Asked, data_dir: Path, output: Output) -> int:
    assert asked.command is not None
    assert asked.command.run is not None
    workspace = _opened(data_dir)
    try:
        return asked.command.run(Job(workspace, asked.given, output, asked.as_name))
    finally:
        workspace.close()


def _opened(data_dir: Path) -> "Workspace":
    from annotator.services.workspace import open_workspace  # costs more time than the help
    from annotator.storage.failures import DamagedLibrary
    from annotator.storage.library import FILE_NAME

    try:
        return open_workspace(data_dir)
    except UnicodeDecodeError as error:
        # A flipped bit in the schema: even the engine's complaint about it is no text.
        raise DamagedLibrary(data_dir / FILE_NAME) from error
