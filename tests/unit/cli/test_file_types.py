"""The command that lets a double click open a class's files."""

from pathlib import Path

from tests.unit.cli.terminal import Terminal


def test_it_is_set_up_for_the_chosen_library_and_taken_back(terminal: Terminal) -> None:
    entry = terminal.folder / "home" / "applications" / "annotator.desktop"
    done = terminal.run("file-types")
    assert done.status == 0, done.errors
    assert done.text == "From now on a double click opens such files in Annotator.\n"
    assert f"--data-dir {terminal.data_dir} %f" in entry.read_text("utf-8")
    done = terminal.run("file-types", "--remove")
    assert done.text == "A double click no longer opens such files in Annotator.\n"
    assert not entry.exists()


def test_it_makes_no_library(terminal: Terminal) -> None:
    assert terminal.run("file-types").status == 0
    assert not terminal.data_dir.exists()


def test_the_usual_library_is_not_named(terminal: Terminal) -> None:
    assert terminal.bare("file-types").status == 0
    entry = terminal.folder / "home" / "applications" / "annotator.desktop"
    assert "-m annotator %f" in entry.read_text("utf-8")


def test_everyone_has_a_library_of_their_own(terminal: Terminal) -> None:
    done = terminal.run("file-types", "--everyone")
    assert done.status == 2
    assert "each has a library of their own" in done.errors[-1]


def test_a_folder_that_takes_nothing_is_one_line(terminal: Terminal) -> None:
    home = terminal.folder / "home"
    home.mkdir(exist_ok=True)
    (home / "icons").write_text("a file where a folder belongs")
    done = terminal.run("file-types")
    assert done.status == 1
    (line,) = done.errors
    assert line.startswith("annotator: Double clicks could not be set up: ")
    assert str(Path("icons", "hicolor")) in line
