"""A double click opens an assignment: the system itself finds the program, and starts it."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.exchange.desktop import linux
from annotator.exchange.desktop.launcher import Launcher
from tests.journeys.harness import Accessible, Desktop, wait_until
from tests.journeys.harness.bus import Gone
from tests.journeys.reading import SEED, Window, run

TYPE = "application/x-annotator-assignment"


@pytest.fixture
def assignment(tmp_path: Path) -> Path:
    """What a teacher handed out, under a name that needs care."""
    teacher, to = tmp_path / "teacher", tmp_path / "9b's 100% “out” $1.assignment"
    run(teacher, "add", str(SEED))
    (article,) = (line.split("\t")[0] for line in run(teacher, "articles").stdout.splitlines())
    made = run(teacher, "assign", article, "--to", str(to), "--title", "Class 9b")
    assert made.returncode == 0, made.stderr
    return to


def test_the_window_sets_it_up_and_a_double_click_opens_the_file(
    desktop: Desktop, assignment: Path, tmp_path: Path
) -> None:
    home = tmp_path / "ana"  # xdg-mime itself trips on a space here
    home.mkdir()
    with Window(desktop, home, str(assignment)) as window:
        window.wait_for("label", begins="Next time, a double click on such a file")
        window.wait_for("push button", "Set it up").do()
        window.wait_for("label", begins="From now on a double click")
        window.close()
    environment = desktop.environment | {"HOME": str(home), "PYTHONFAULTHANDLER": "1"}
    entry = home / ".local" / "share" / "applications" / "annotator.desktop"
    assert said("desktop-file-validate", str(entry), env=environment) == ""
    assert said("xdg-mime", "query", "filetype", str(assignment), env=environment) == TYPE
    assert said("xdg-mime", "query", "default", TYPE, env=environment) == "annotator.desktop"
    with opened_by("gio", "open", str(assignment), env=environment, desktop=desktop) as found:
        wait_until("what to do", lambda: found.find("label", "Class 9b"))
        assert not found.find("label", begins="Next time, a double click")


@pytest.mark.parametrize(
    "odd", ["plain", "two words", "a\"b'c", "$HOME 100% `x`", "back\\slash", "é€"]
)
def test_a_program_in_any_folder_is_started_with_its_words(
    desktop: Desktop, tmp_path: Path, odd: str
) -> None:
    folder = tmp_path / odd
    folder.mkdir()
    program, heard = folder / "program", tmp_path / "heard"
    program.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{heard}.part'\nmv '{heard}.part' '{heard}'\n"
    )
    program.chmod(0o755)
    entry = tmp_path / "annotator.desktop"
    entry.write_text(
        linux.entry(Launcher(str(program), ("--data-dir", str(folder)), None)), "utf-8"
    )
    assert said("desktop-file-validate", str(entry), env=desktop.environment) == ""
    said("gio", "launch", str(entry), str(folder / "x y.handin"), env=desktop.environment)
    wait_until("the program", heard.exists)
    assert heard.read_text("utf-8").splitlines() == [
        "--data-dir",
        str(folder),
        f"{folder}/x y.handin",
    ]


def said(*words: str, env: dict[str, str]) -> str:
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


@contextmanager
def opened_by(*words: str, env: dict[str, str], desktop: Desktop) -> Iterator[Accessible]:
    """The program that appears when another one opens a file; it is ended at the close."""
    before = set(desktop.bus.programs())
    nowhere = subprocess.DEVNULL  # a pipe would end with the window only
    subprocess.run(words, env=env, check=True, stdout=nowhere, stderr=nowhere, timeout=60)

    def appeared() -> tuple[int, Accessible] | None:
        for place in set(desktop.bus.programs()) - before:
            program = Accessible(desktop.bus, place)
            try:
                if program.find("frame", begins="") and program.find("text", "Article"):
                    return desktop.bus.process(place), program
            except Gone:
                continue
        return None

    process, program = wait_until("the window", appeared)
    try:
        yield program
    finally:
        os.kill(process, signal.SIGKILL)
