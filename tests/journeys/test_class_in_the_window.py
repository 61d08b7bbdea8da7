"""A class in the window, by the accessible tree and keys: handed in, collected, compared, shown."""

import json
from pathlib import Path

import pytest

from tests.class_of_thirty import NAMES, Class
from tests.journeys.harness import Accessible, Desktop, Program, wait_until
from tests.journeys.harness.bus import Gone
from tests.journeys.reading import SEED, Window, position, quote, run, tags

WORDS = "the groups remain close"
NOBODY_YET = ("Anna Absent", "Bo Away")


@pytest.fixture
def assignment(tmp_path: Path) -> Path:
    """The file that Ms Roe hands out; her own claim is the key."""
    library, to = tmp_path / "library", tmp_path / "out.assignment"
    (added,) = json.loads(run(library, "add", str(SEED), "--json").stdout)
    text = run(library, "text", added["id"]).stdout
    start = text.index(WORDS)
    where = (added["id"], str(start), str(start + len(WORDS)))
    run(library, "--as", "Ms Roe", "tag", *where, "contested", "--source", "the Taliban")
    roster = tmp_path / "class.csv"
    roster.write_text(
        "\n".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in NAMES), "utf-8"
    )
    made = run(
        library,
        *("--as", "Ms Roe", "assign", added["id"], "--to", str(to), "--title", "Class 9b"),
        *("--roster", str(roster), "--at-least-tag", "attributed=1"),
    )
    assert made.returncode == 0, made.stderr
    return to


def test_a_student_hands_in_what_was_marked(
    desktop: Desktop, assignment: Path, tmp_path: Path
) -> None:
    home = tmp_path / "student"
    home.mkdir()
    with Window(desktop, home, "--as", "Hana 🌸 Sato", str(assignment)) as window:
        text = window.article().text()
        start = text.index(WORDS)
        window.tag(start, start + len(WORDS), "Attributed")
        window.wait_for_claim(WORDS)
        assert window.claims() == [window.wait_for_claim(WORDS)]  # the key is not there
        window.choose("Class", "Hand in…")
        window.wait_for("push button", "Choose where it goes…").do()
        _write_file_name(window, home / "hana.handin")
        wait_until("the hand-in", (home / "hana.handin").exists)
        window.wait_for("label", begins="Handed in on ")
        window.close()
    handed = json.loads((home / "hana.handin").read_text("utf-8").partition("\n")[2])
    (item,) = handed["annotations"]["first"]["items"]
    assert (quote(item), tags(item)) == (WORDS, {"attributed"})
    assert position(item) == (start, start + len(WORDS))


def test_a_teacher_collects_compares_and_shows(
    desktop: Desktop, assignment: Path, tmp_path: Path
) -> None:
    folder = Class(assignment).in_folder(tmp_path / "came")
    with Window(desktop, tmp_path, "--as", "Ms Roe") as window:
        window.article()
        _collect(window, folder)
        said = window.wait_for("dialog", "Collected hand-ins")
        assert said.find("label", begins="27 handed in, 3 newer, 2 there already, 1 needs")
        assert said.find("label", f"Not in yet: {', '.join(NOBODY_YET)}")
        came = [one for one in said.find_all("cell") if one.name.startswith("What became of it")]
        assert "What became of it: refused" in {one.name for one in came}
        window.wait_for("push button", "Compare the class").do()
        window.wait_for("frame", begins="Class 9b — the class")
        _assert_named(window)
        window.press("alt+2")
        first = _first_passage(window)
        window.press("alt+3")
        wait_until("the students", lambda: _cells(window, "Name: ") >= {"Uma Rao", "Wei 𠮷田"})
        _show(window, first)
        window.press("Escape")
        window.wait_until_gone("filler", begins=first)
        _close_both(window)


def test_names_that_are_hidden_are_nowhere_to_be_read(
    desktop: Desktop, assignment: Path, tmp_path: Path
) -> None:
    folder = Class(assignment).in_folder(tmp_path / "came")
    run(tmp_path / "library", "collect", str(folder))
    with Window(desktop, tmp_path, "--as", "Ms Roe") as window:
        window.article()
        window.press("ctrl+k")
        window.wait_for("check box", "Hide names").do()
        places = _class(window).find("list", "What of the class")
        assert places is not None
        for key, place in enumerate(places.children(), 1):
            window.press(f"alt+{key}")
            _wait_for_choice(place)
            wait_until(f"no name in {place.name}", lambda: _is_nameless(_class(window)))
        _close_both(window)


def _close_both(window: Program) -> None:
    window.press("ctrl+w")
    window.wait_until_gone("check box", "Hide names")
    window.close()


def _wait_for_choice(place: Accessible) -> None:
    wait_until(f"the choice of {place.name}", lambda: "selected" in place.states())


def _collect(window: Program, folder: Path) -> None:
    window.choose("Class", "Collect hand-ins…")
    window.wait_for("push button", "A folder…").do()
    name = window.wait_for("text", begins="Directory")
    name.focus()
    name.write(str(folder))
    window.press("Return")


def _write_file_name(window: Program, file: Path) -> None:
    name = window.wait_for("text", begins="File name")
    name.focus()
    name.write(str(file))
    window.press("Return")


def _class(window: Program) -> Accessible:
    return window.wait_for("frame", begins="Class 9b — the class")


def _first_passage(window: Program) -> str:
    """The words of the passage that is most worth talking about."""

    def found() -> str:
        entries = _class(window).find("list", "Passages")
        return entries.children()[0].name.partition(";")[0] if entries else ""

    return wait_until("the passages", found)


def _cells(window: Program, begins: str) -> set[str]:
    return {
        one.name.removeprefix(begins)
        for one in _class(window).find_all("cell")
        if one.name.startswith(begins)
    }


def _show(window: Program, words: str) -> None:
    """The passage large, then hands up, then the reveal; and never a name."""
    window.press("F5")
    shown = window.wait_for("filler", begins=words)
    told = [shown.name]
    for step in range(2):
        window.press("Next")
        wait_until(f"step {step}", lambda: shown.name != told[-1])
        told.append(shown.name)
    assert "marked it" not in told[0]
    assert "marked it" in told[2]
    assert not [name for name in NAMES for one in told if name in one]


def _is_nameless(root: Accessible) -> bool:
    """Whether nothing in the window names anybody; False while it still changes."""
    try:
        said = "\n".join(one.name for one in root.walk())
    except Gone:
        return False
    return not any(name in said for name in (*NAMES, "Ms Roe"))


def _assert_named(window: Program) -> None:
    """Whatever takes the keyboard says what it is."""
    shown = [one for one in _class(window).walk() if {"focusable", "showing"} <= one.states()]
    assert len(shown) > 20
    assert [(one.role, one.place.path) for one in shown if not one.name.strip()] == []
