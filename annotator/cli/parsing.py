"""From the words of a command line to what is asked for.

argparse's own subcommands refuse `annotator seed.txt`, which opens the window on a file, so the
first word is looked at here; each command then has a plain parser of its own.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from annotator import __version__
from annotator.cli import arguments
from annotator.cli.command import WRONG_COMMAND_LINE, Argument, Asked, Command
from annotator.cli.output import Output, one_line
from annotator.words import N_, _

EVERYWHERE = (
    Argument(
        ("--data-dir",),
        N_("the folder of the library (else $ANNOTATOR_DATA_DIR, else the usual place)"),
        options={"type": arguments.folder, "metavar": "DIR"},
    ),
    Argument(
        ("--as",),
        N_("who annotates: a name or a person's id (else whoever annotated last)"),
        options={"dest": "as_name", "metavar": "NAME"},
    ),
)
"""What may stand before a command and, kindly, after it too."""

LATER = frozenset(
    {
        "backup", "restore", "suggest",
    }
)  # fmt: skip
"""Commands that later versions have. Their names are taken already: the same words must not open
a file today and do something else tomorrow."""

_USAGE = (
    "annotator [--data-dir DIR] [--as NAME] [FILE]\n"
    "       annotator [--data-dir DIR] [--as NAME] COMMAND ...\n"
    "       annotator --version | --help | COMMAND --help"
)


class Parser(argparse.ArgumentParser):
    """argparse, speaking through the one writer."""

    def __init__(self, output: Output, prog: str, **texts: str) -> None:
        super().__init__(
            prog=prog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            usage=texts.get("usage"),
            description=texts.get("description"),
            epilog=texts.get("epilog"),
        )
        self._output = output

    def take(self, asked: Sequence[Argument]) -> None:
        """Know these arguments."""
        for one in asked:
            options = {"help": _(one.help), **one.options}
            if options.get("action") not in ("store_true", "store_false"):
                options.setdefault("type", arguments.path if one.is_path else arguments.plain_text)
            self.add_argument(*one.names, **options)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and end with status 2."""
        self.print_usage(sys.stderr)
        self.exit(WRONG_COMMAND_LINE, f"annotator: {one_line(message)}\n")

    def _print_message(self, message: str, file: object = None) -> None:
        if file is sys.stderr:
            self._output.grumble(message)
        else:
            self._output.block(message)


def read(words: Sequence[str], commands: Mapping[str, Command], output: Output) -> Asked | int:
    """What the words ask for, or the exit status when all is said: help, version, a wrong line.

    Raises arguments.NotText.
    """
    try:
        return _asked(words, commands, output)
    except SystemExit as end:  # argparse's way to say so
        return end.code if isinstance(end.code, int) else WRONG_COMMAND_LINE


def _asked(words: Sequence[str], commands: Mapping[str, Command], output: Output) -> Asked:
    given = _first_parser(output, commands).parse_args(words)
    rest = given.words[1:] if given.words[:1] == ["--"] else given.words
    if rest is given.words and rest and rest[0] in commands:
        return _command(commands[rest[0]], rest[1:], given, output)
    if rest is given.words and rest and rest[0] in LATER:
        _not_yet(rest[0], commands, output)
    return _window(rest, given, output)


def _first_parser(output: Output, commands: Mapping[str, Command]) -> Parser:
    parser = Parser(
        output,
        "annotator",
        usage=_USAGE,
        description=_(
            "Mark the claims of a news article and say what supports them.\n"
            "Without a command the window opens, on FILE if one is given."
        ),
        epilog=_list_of(commands),
    )
    parser.take(EVERYWHERE)
    parser.add_argument(
        "--version",
        action="version",
        version=f"annotator {__version__}",
        help=_("print the version"),
    )
    parser.add_argument("words", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _list_of(commands: Mapping[str, Command]) -> str:
    width = max(map(len, commands)) + 2
    lines = [f"  {one.name:<{width}}{_(one.summary)}" for one in commands.values()]
    more = _("“annotator COMMAND --help” says more. A file of such a name is written ./add.")
    return "\n".join([_("commands:"), *lines, "", more])


def _command(
    command: Command, words: Sequence[str], first: argparse.Namespace, output: Output
) -> Asked:
    parser = Parser(output, f"annotator {command.name}", description=_(command.summary))
    parser.take(command.arguments)
    given = _with_everywhere(parser, words, first)
    wrong = command.check(given) if command.check else None
    if wrong:
        parser.error(wrong)
    return Asked(command, given, given.data_dir, given.as_name)


def _window(words: Sequence[str], first: argparse.Namespace, output: Output) -> Asked:
    parser = Parser(output, "annotator", usage=_USAGE)
    parser.take((Argument(("file",), "", is_path=True, options={"nargs": "?"}),))
    given = _with_everywhere(parser, words, first)
    return Asked(None, given, given.data_dir, given.as_name, given.file)


def _with_everywhere(
    parser: Parser, words: Sequence[str], first: argparse.Namespace
) -> argparse.Namespace:
    for one in EVERYWHERE:
        parser.take((Argument(one.names, one.help, options=one.options | _UNLESS_GIVEN),))
    before = argparse.Namespace(data_dir=first.data_dir, as_name=first.as_name)
    # Options may stand between positionals; only with "--" does argparse not manage both.
    mixed = "--" not in words
    return (parser.parse_intermixed_args if mixed else parser.parse_args)(words, before)


_UNLESS_GIVEN = {"default": argparse.SUPPRESS}


def _not_yet(name: str, commands: Mapping[str, Command], output: Output) -> NoReturn:
    output.complain(
        _(
            "“{name}” is a command of a later version; this one has: {commands}. "
            "Write ./{name} for a file of that name."
        ).format(name=name, commands=", ".join(commands))
    )
    raise SystemExit(WRONG_COMMAND_LINE)
