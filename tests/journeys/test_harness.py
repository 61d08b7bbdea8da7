"""The harness itself, tried on a little window: what it reads is there, what it does happens."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.harness import Browser, Desktop, Program, code_point_of, utf16_of

LITTLE_WINDOW = Path(__file__).parent / "harness" / "little_window.py"
TEXT = "Hello 👩‍👩‍👧 world: 𠀀𠀁 中文\nالعربية here, and e\u0301.\n"


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    return tmp_path / "marks.txt"


@pytest.fixture
def window(desktop: Desktop, tmp_path: Path, marks: Path) -> Iterator[Program]:
    """The little window on TEXT."""
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    command = (sys.executable, str(LITTLE_WINDOW))
    with Program(desktop, tmp_path, str(text), str(marks), command=command) as program:
        yield program


@pytest.mark.parametrize("character", ["a", "é", "中", "😀", "𠀀"])
def test_offsets_go_to_the_bus_and_come_back(character: str) -> None:
    text = f"😀{character}𠀀 end"
    for code_point in range(len(text) + 1):
        assert code_point_of(text, utf16_of(text, code_point)) == code_point
    assert utf16_of(text, 1) == 2
    with pytest.raises(UnicodeDecodeError):
        code_point_of(text, 1)


def test_a_text_is_read_whole(window: Program) -> None:
    assert window.wait_for("text", "Article").text() == TEXT


def test_a_selection_is_of_code_points(window: Program) -> None:
    article = window.wait_for("text", "Article")
    start = TEXT.index("𠀀")
    article.select(start, start + 2)
    assert article.selection() == (start, start + 2)
    article.select(0, 5)
    assert article.selection() == (0, 5)
    article.put_caret(start)
    assert (article.caret(), article.selection()) == (start, None)


def test_a_menu_item_is_chosen_and_the_list_shows_it(window: Program, marks: Path) -> None:
    article = window.wait_for("text", "Article")
    start = TEXT.index("العربية")
    article.select(start, start + 7)
    window.choose("Tag", "Attributed")
    assert window.wait_for("list item", begins="العربية").parent.name == "Claims"
    written = marks.read_text(encoding="utf-8")
    assert written == f"العربية {utf16_of(TEXT, start)} {utf16_of(TEXT, start + 7)}\n"


def test_a_key_reaches_the_window(window: Program) -> None:
    article = window.wait_for("text", "Article")
    article.focus()
    article.select(0, 5)
    window.press("2")
    assert window.wait_for("list item", begins="Hello 0 5")


def test_what_was_on_disk_outlives_a_kill(window: Program) -> None:
    window.wait_for("text", "Article").select(0, 5)
    window.choose("Tag", "Attributed")
    window.wait_for("list item", "Hello 0 5")
    window.restart()
    assert window.wait_for("list item", "Hello 0 5")


def test_a_window_is_closed_as_a_person_closes_it(window: Program) -> None:
    window.wait_for("text", "Article")
    window.close()
    assert window.complaints() == ""


def test_what_is_not_there_is_named(window: Program) -> None:
    with pytest.raises(AssertionError, match="in vain for a text named 'Nothing'"):
        window.wait_for("text", "Nothing", patience=0.1)
    with pytest.raises(AssertionError, match="the menu Tag has no Verified"):
        window.choose("Tag", "Verified")


def test_a_program_that_ends_early_is_not_waited_for(desktop: Desktop, tmp_path: Path) -> None:
    command = (sys.executable, "-c", "import sys; sys.exit('it broke')")
    with pytest.raises(AssertionError, match="ended with 1:\nit broke"):
        Program(desktop, tmp_path, command=command).start()


def test_a_program_that_complains_fails_its_journey(desktop: Desktop, tmp_path: Path) -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication, QMainWindow; "
        "print('a warning', file=sys.stderr, flush=True); "
        "a = QApplication([]); w = QMainWindow(); w.show(); a.exec()"
    )
    with (
        pytest.raises(AssertionError, match="the program wrote:\na warning"),
        Program(desktop, tmp_path, command=(sys.executable, "-c", code)) as program,
    ):
        assert program.find("frame") is not None


def test_a_screenshot_shows_the_window(window: Program, desktop: Desktop, tmp_path: Path) -> None:
    window.wait_for("text", "Article")
    picture = tmp_path / "screen.png"
    desktop.screenshot(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 3000  # an empty screen of one colour takes less


def test_a_page_is_read_as_a_screen_reader_reads_it(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>A page</title><h1>One 😀</h1>", encoding="utf-8")
    browser.open(page)
    assert browser.script("return document.title") == "A page"
    assert ("heading", "One 😀") in browser.accessible()
    browser.print_pdf(tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert browser.complaints() == []


def test_a_page_that_needs_the_network_is_caught(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><img src='http://192.0.2.1/a.png' alt=''>", encoding="utf-8")
    browser.open(page)
    (complaint,) = browser.complaints()
    assert "192.0.2.1" in complaint
    assert browser.complaints() == []
