"""The examples of the manual print what the manual says."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app import paths
from annotator.cli.commands import COMMANDS
from annotator.cli.parsing import EVERYWHERE, LATER
from tests.unit.cli.terminal import Terminal

PAGE = (Path(__file__).parents[3] / "docs" / "manual" / "commands.md").read_text(encoding="utf-8")
BRIDGE = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
STATUS = re.compile(r"\(status (\d+)\)")


def examples() -> Iterator[tuple[str, list[str], int]]:
    """Each example: the words after `annotator`, the lines it prints, its exit status."""
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL):
        for example in block.split("$ annotator ")[1:]:
            command, *printed = example.splitlines()
            status = STATUS.fullmatch(printed[-1]) if printed else None
            yield command, printed[:-1] if status else printed, int(status[1]) if status else 0


def without_ids(lines: list[str]) -> list[str]:
    return [ID.sub("ID", line) for line in lines]


def test_the_examples_print_what_the_manual_says(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert BRIDGE
    terminal.file("bridge.txt", BRIDGE[1])
    terminal.file("cafe.txt", "Café opens\nThe café opens on Monday.\n".encode("cp1252"))
    monkeypatch.chdir(terminal.folder)
    monkeypatch.setenv(paths.VARIABLE, "library")
    ran = 0
    for command, printed, status in examples():
        result = terminal.bare(*shlex.split(command))
        assert without_ids([*result.errors, *result.text.splitlines()]) == without_ids(printed)
        assert result.status == status, command
        ran += 1
    assert ran > len(COMMANDS)


def test_every_command_and_option_has_its_place_in_the_manual() -> None:
    for name, command in COMMANDS.items():
        section = re.search(rf"## `{name}`\n(.*?)(?:\n## |\Z)", PAGE, re.DOTALL)
        assert section, name
        options = [one for argument in command.arguments for one in argument.names]
        assert [one for one in options if one.startswith("-") and one not in section[1]] == []
    assert [one.names[0] for one in EVERYWHERE if f"**`{one.names[0]}" not in PAGE] == []
    assert [name for name in LATER if f"`{name}`" not in PAGE] == []
