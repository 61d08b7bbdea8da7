"""A page saved from a browser: looked at, one paragraph dropped, stored, by keys alone."""

from pathlib import Path

from tests.journeys.harness import Desktop, wait_until
from tests.journeys.reading import Window, run

SENTENCE = (
    "The river has risen by two metres since Monday, said the mayor, and schools stayed shut "
    "while engineers looked at the dam above the town for the third time this week."
)
LINES = ("The river rises", f"First 🙂: {SENTENCE}", f"Then: {SENTENCE}", f"Last: {SENTENCE}")


def page(folder: Path) -> Path:
    file = folder / "page.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES[1:])
    file.write_text(
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{LINES[0]}</title>"
        f"</head><body><nav><a href='/'>Home</a></nav><article><h1>{LINES[0]}</h1>{paragraphs}"
        "</article></body></html>",
        encoding="utf-8",
    )
    return file


def test_a_saved_page_is_corrected_before_it_is_stored(desktop: Desktop, tmp_path: Path) -> None:
    with Window(desktop, tmp_path, "--as", "Amina", str(page(tmp_path))) as window:
        question = window.wait_for("dialog", "This is what will be kept")
        paragraphs = window.wait_for("list", "Paragraphs")
        wait_until("the paragraphs", lambda: len(paragraphs.children()) == 1 + len(LINES))
        assert [one.name for one in paragraphs.children()] == ["Home", *LINES]
        ticks = ["checked" in one.states() for one in paragraphs.children()]
        assert ticks == [False, True, True, True, True]
        shown = [one for one in question.walk() if {"focusable", "showing"} <= one.states()]
        assert [(one.role, one.place.path) for one in shown if not one.name.strip()] == []
        assert {one.role for one in shown}.isdisjoint({"unknown", "invalid", "filler"})
        window.press("Down", "Down", "space")
        wait_until("one dropped", lambda: "checked" not in paragraphs.children()[3].states())
        window.press("Return")
        kept = "\n".join(line for number, line in enumerate(LINES) if number != 2)
        article = window.article()
        wait_until("the page's text", lambda: window.article().text() == kept)
        assert article.name == "Article"
        window.close()
    done = run(tmp_path / "library", "text", LINES[0])
    assert done.returncode == 0, done.stderr
    assert done.stdout == kept


def test_a_report_is_asked_for_by_keys_and_escaped(desktop: Desktop, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("\n".join(LINES), encoding="utf-8")
    with Window(desktop, tmp_path, "--as", "Amina", str(file)) as window:
        window.tag(0, len(LINES[0]), "Attributed")
        window.wait_for_claim(LINES[0])
        window.press("ctrl+e")
        question = window.wait_for("dialog", "Write a report")
        pages = window.wait_for("list", "Preview")
        wait_until("its pages", pages.children)
        assert pages.children()[0].name.startswith("Page 1 of ")
        shown = [one for one in question.walk() if {"focusable", "showing"} <= one.states()]
        assert [(one.role, one.place.path) for one in shown if not one.name.strip()] == []
        said = " ".join(one.name for one in question.walk())
        assert "The name of 1 person: Amina." in said
        window.press("Escape")
        window.wait_until_gone("dialog", "Write a report")
        window.close()
