"""A command and its arguments, described as data: the parser, the help and the checks read it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.cli.output import Output

if TYPE_CHECKING:
    from annotator.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Argument:
    """One positional (`names` without a dash) or option of a command.

    `help` is a message id. `options` go to argparse as they are. An argument that names files is
    `is_path`: such a name may hold bytes that are no text, every other argument may not.
    """

    names: tuple[str, ...]
    help: str
    is_path: bool = False
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a command: where, what the command line says, and for whom."""

    workspace: "Workspace"
    given: argparse.Namespace
    output: Output
    as_name: str | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """One run of a command that needs no library, so none is opened or made.

    `data_dir` is the library's folder where one was chosen, None where it is the usual one.
    """

    given: argparse.Namespace
    output: Output
    data_dir: Path | None


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do without a window.

    `summary` is a message id, one line of the help. `run`, or for a command without a library
    `errand`, returns the exit status and may raise a Refusal. `check` says in a sentence why the
    arguments do not go together, which a parser that sees them one by one cannot; None: they do.
    """

    name: str
    summary: str
    arguments: tuple[Argument, ...]
    run: Callable[[Job], int] | None = None
    check: Callable[[argparse.Namespace], str | None] | None = None
    errand: Callable[[Errand], int] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command line asks for: a command, or the window (`command` is None)."""

    command: Command | None
    given: argparse.Namespace
    data_dir: Path | None
    as_name: str | None
    file: Path | None = None


DONE = 0
NOT_DONE = 1
WRONG_COMMAND_LINE = 2
