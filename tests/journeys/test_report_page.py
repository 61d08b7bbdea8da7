"""A report in a real browser: read by assistive technology, by keyboard, on a phone, on paper."""

import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from annotator.exchange.writers import html
from annotator.model.report import Work, report_of
from tests.journeys.harness import Browser
from tests.unit.exchange.writers.works import sample, snares

pytestmark = pytest.mark.journey

WORKS = {"sample": [sample()], "snares": [snares()], "several": [sample(), snares()]}
AXE = files("axe_core_python").joinpath("axe.min.js")
RULES = "return axe.run({resultTypes: ['violations']})"
WIDTHS = {"a large screen": 1200, "a phone": 400}


@pytest.fixture(params=list(WORKS.values()), ids=list(WORKS), name="page")
def _page(request: pytest.FixtureRequest, tmp_path: Path, browser: Browser) -> Iterator[Path]:
    """A report, opened in the browser."""
    path = tmp_path / "report.html"
    path.write_bytes(html.write(report_of(request.param), lambda _more: None))
    browser.open(path)
    yield path
    browser.command("Emulation.clearDeviceMetricsOverride")
    browser.command("Emulation.setEmulatedMedia", features=[])


def as_on(browser: Browser, width: int, scheme: str = "light") -> None:
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=900,
        deviceScaleFactor=1,
        mobile=False,
    )
    wanted = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.command("Emulation.setEmulatedMedia", features=wanted)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
@pytest.mark.usefixtures("page")
def test_the_rules_of_accessibility_are_kept(browser: Browser, width: int, scheme: str) -> None:
    as_on(browser, width, scheme)
    browser.script(AXE.read_text(encoding="utf-8"))
    found = browser.script(RULES)
    assert len(found["passes"]) > 15
    broken = [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]
    assert broken == []


@pytest.mark.usefixtures("page")
def test_nothing_is_loaded_run_or_complained_of(browser: Browser) -> None:
    assert browser.script("return performance.getEntriesByType('resource').length") == 0
    assert browser.script("return document.scripts.length") == 0
    assert browser.complaints() == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
@pytest.mark.usefixtures("page")
def test_nothing_sticks_out_to_the_side(browser: Browser, width: int) -> None:
    as_on(browser, width)
    root = "document.documentElement"
    assert browser.script(f"return {root}.scrollWidth <= {root}.clientWidth")


@pytest.mark.usefixtures("page")
def test_a_screen_reader_finds_headings_tables_and_the_chart(browser: Browser) -> None:
    seen = browser.accessible()
    headings = [name for role, name in seen if role == "heading"]
    assert {"Sources", "The article", "The claims"} <= set(headings)
    assert ("image", "How many passages carry each tag") in [
        (role, name.partition(" Attributed:")[0]) for role, name in seen if role == "image"
    ]
    assert any(role == "link" and name.startswith("Claim 1: ") for role, name in seen)
    assert any(role == "rowheader" for role, _name in seen)


def test_the_first_tab_leads_past_the_beginning(browser: Browser, page: Path) -> None:
    key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
    browser.command("Input.dispatchKeyEvent", type="keyDown", **key)
    first = browser.script("return document.activeElement.textContent")
    several = 'id="a2-top"' in page.read_text(encoding="utf-8")
    assert first.startswith("Afghan" if several else "Skip to the article")
    shown = browser.script("return document.activeElement.getBoundingClientRect().height")
    assert shown > 10


def test_on_paper_the_first_page_is_a_cover_and_all_words_are_there(
    browser: Browser, tmp_path: Path
) -> None:
    work: Work = sample()
    path, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    path.write_bytes(html.write(report_of([work]), lambda _more: None))
    browser.open(path)
    browser.print_pdf(printed)
    pages = text_of(printed)
    assert "Marked by Student 7" in pages[0]
    assert "Sources" in pages[0]
    assert "Despite the lack of external aid" not in pages[0]
    assert "Despite the lack of external aid" in pages[1]
    assert "Skip to" not in " ".join(pages)
    assert "3.2 million children under the age of 5." in " ".join(pages)


def text_of(printed: Path) -> list[str]:
    """The words of each page of a PDF, blanks levelled."""
    said = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], check=True, capture_output=True, text=True
    ).stdout
    return [" ".join(page.split()) for page in said.split("\f")]
