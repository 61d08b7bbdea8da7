"""What can be done without a window, in the order in which the help lists it."""

from annotator.cli import add, articles, check, export, import_, tag, text
from annotator.cli.command import Command

COMMANDS: dict[str, Command] = {
    module.COMMAND.name: module.COMMAND
    for module in (add, articles, text, tag, export, import_, check)
}
