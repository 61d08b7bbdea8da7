"""The same story, later: what becomes of each claim is seen and decided by the accessible tree."""

from pathlib import Path

from tests.journeys.harness import Desktop, wait_until
from tests.journeys.reading import Window, exported, quote

FIRST = (
    "The dam is safe\n"
    "The mayor 🙂 said that 30 houses were flooded on Monday.\n"
    "قال المهندس إن السد آمن تمامًا.\n"
    "Engineers will look at it in May.\n"
)
SECOND = (
    "The dam is safe\n"
    "Update: the river has gone down.\n"
    "The mayor 🙂 said that 35 houses were flooded on Monday.\n"
    "قال المهندس إن السد آمن تمامًا.\n"
    "Nobody knows who pays.\n"
)
SAME, CHANGED = "The dam is safe", "30 houses were flooded on Monday"
MOVED, LOST = "السد آمن تمامًا", "Engineers will look at it in May"
CLAIMS = "Claims and what becomes of them"


def test_claims_go_on_in_a_newer_version(desktop: Desktop, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    with Window(desktop, tmp_path, "--as", "Amina", str(first)) as window:
        for words in (SAME, CHANGED, MOVED, LOST):
            start = FIRST.index(words)
            window.tag(start, start + len(words), "Attributed")
            window.wait_for_claim(words)
        _take(window, second)
        fates = window.wait_for("list", CLAIMS)
        said = [one.name for one in fates.children()]
        assert said == [
            f"{SAME}, Same",
            f"{CHANGED}, Changed: to decide",
            f"{MOVED}, Moved",
            f"{LOST}, Lost",
        ]
        assert window.wait_for("text", "Earlier version").text() == FIRST
        assert len(exported(window.library)) == 4
        _assert_named(window)
        _decide(window)
        window.wait_for_claim("35 houses")
        assert len(window.claims()) == 4
        assert window.article().text() == SECOND
        window.choose("File", "Compare with the earlier version")
        assert len(window.wait_for("list", CLAIMS).children()) == 4
        window.press("Escape")
        window.close()
    quotes = [quote(one) for one in exported(tmp_path / "library")]
    carried = (SAME, "35 houses were flooded on Monday", MOVED, "Nobody knows who pays")
    assert sorted(quotes) == sorted((SAME, CHANGED, MOVED, LOST, *carried))


def _take(window: Window, file: Path) -> None:
    """Chooses the file as the newer version of what is shown."""
    window.choose("File", "Add a newer version…")
    window.wait_for("push button", "Go on").do()
    name = window.wait_for("text", begins="File name")
    name.focus()
    name.write(str(file))
    window.press("Return")


def _assert_named(window: Window) -> None:
    """Whatever takes the keyboard says what it is."""
    page = window.wait_for("dialog", "Add a newer version")
    shown = [one for one in page.walk() if {"focusable", "showing"} <= one.states()]
    assert len(shown) > 8
    assert [(one.role, one.place.path) for one in shown if not one.name.strip()] == []
    assert {one.role for one in shown}.isdisjoint({"unknown", "invalid", "filler"})


def _decide(window: Window) -> None:
    """Takes the changed claim over, marks the lost one anew, and agrees."""
    window.press("F6")
    take = window.wait_for("check box", "Take over")
    wait_until("the changed claim", lambda: "checked" not in take.states())
    take.do()
    window.press("F6", "F6")
    start = SECOND.index("Nobody knows who pays")
    window.wait_for("text", "Newer version").select(start, start + len("Nobody knows who pays"))
    anew = window.wait_for("push button", "Take over to the selected words")
    wait_until("words are selected", lambda: "enabled" in anew.states())
    anew.do()
    window.wait_for("push button", "Add as new version").do()
