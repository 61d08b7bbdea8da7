"""One window, worked by keys alone, beside commands that work on the same library."""

from pathlib import Path

from tests.journeys.harness import Desktop, wait_until
from tests.journeys.reading import Window, exported, position, run, tags

TEXT = "The dam is safe\nThe mayor 🙂 said that the dam is safe. Engineers disagree.\n"
TITLE = "The dam is safe"


def window_on(desktop: Desktop, folder: Path) -> Window:
    file = folder / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return Window(desktop, folder, "--as", "Amina", str(file))


def test_a_claim_is_made_and_taken_back_by_keys(desktop: Desktop, tmp_path: Path) -> None:
    with window_on(desktop, tmp_path) as window:
        article = window.article()
        article.focus()
        window.press("ctrl+Home", "Down", "ctrl+shift+Right", "ctrl+shift+Right", "1")
        window.wait_for_claim("The mayor")
        window.press("2")
        wait_until("both tags", lambda: "Contested" in window.claims()[0])
        window.press("ctrl+z")
        wait_until("one tag", lambda: "Contested" not in window.claims()[0])
        window.press("ctrl+z")
        wait_until("no claim", lambda: not window.claims())
        window.press("ctrl+shift+z")
        window.wait_for_claim("The mayor")
        window.close()
    (item,) = exported(tmp_path / "library")
    assert position(item) == (TEXT.index("The mayor"), TEXT.index("The mayor") + 9)
    assert tags(item) == {"attributed"}


def test_the_window_shows_what_a_command_does(desktop: Desktop, tmp_path: Path) -> None:
    start = TEXT.index("Engineers")
    with window_on(desktop, tmp_path) as window:
        window.article()
        words = ("tag", TITLE, str(start), str(start + 19), "contested")
        done = run(window.library, "--as", "Amina", *words)
        assert done.returncode == 0, done.stderr
        window.wait_for_claim("Engineers disagree.")
        window.tag(0, len(TITLE), "Open")
        window.wait_for_claim(TITLE)
        assert len(exported(window.library)) == 2
        window.article().focus()
        window.press("ctrl+z")
        wait_until("the own claim's end", lambda: len(window.claims()) == 1)
        window.press("ctrl+z")
        window.pause(0.7)
        assert len(exported(window.library)) == 1


def test_every_control_that_takes_focus_has_a_name(desktop: Desktop, tmp_path: Path) -> None:
    with window_on(desktop, tmp_path) as window:
        window.tag(0, len(TITLE), "Attributed")
        window.wait_for_claim(TITLE)
        root = window.root()
        assert root is not None
        shown = [one for one in root.walk() if {"focusable", "showing"} <= one.states()]
        assert len(shown) > 10
        assert [(one.role, one.place.path) for one in shown if not one.name.strip()] == []
        assert {one.role for one in shown}.isdisjoint({"unknown", "invalid", "filler"})
