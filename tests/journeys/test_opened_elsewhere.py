"""What the program exports opens in the programs of teachers, with the same claims in it."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.harness.program import ROOT

TEXT = (
    "Bridge is safe, says mayor\n"
    "The bridge is safe, the mayor said. Engineers disagree.\n"
    "\n"
    "שלום, אמר ראש העיר. 👩‍👩‍👧 A last line with =1+1 in it.\n"
)
CLAIMS = (
    ("The bridge is safe", "attributed", "contested"),
    ("bridge is safe, the", "verified"),
    ("disagree.\n\nשלום, אמר"),
    ("=1+1", "attributed"),
)
PATIENCE = 120
"""Seconds: LibreOffice begins with a profile of its own."""


def run(*words: str) -> str:
    done = subprocess.run(
        words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    return done.stdout


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a Word document, an OpenDocument text and a workbook of the same work."""
    folder = tmp_path_factory.mktemp("exports")
    annotator = (sys.executable, "-m", "annotator", "--data-dir", str(folder / "library"))
    (folder / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (made,) = json.loads(run(*annotator, "add", str(folder / "bridge.txt"), "--json"))
    for quote, *tags in (one if isinstance(one, tuple) else (one,) for one in CLAIMS):
        start = TEXT.index(quote)
        place = (str(start), str(start + len(quote)))
        who = (*annotator, "--as", "Ana Li", "tag", made["id"], *place, *tags)
        run(*who, "--note", f"=HYPERLINK of {quote[:4]}")
    for suffix in ("docx", "odt", "xlsx"):
        run(*annotator, "export", made["id"], "--to", str(folder / f"bridge.{suffix}"))
    yield folder


def office(file: Path, to: str) -> None:
    """Have LibreOffice open a file and save it as something else, beside it."""
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    program = shutil.which("soffice") or "libreoffice"
    run(program, profile, "--headless", "--convert-to", to, "--outdir", str(file.parent), str(file))


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_libreoffice_shows_article_and_claims_on_pages(exports: Path, suffix: str) -> None:
    office(exports / f"bridge.{suffix}", "pdf")
    shown = "".join(run("pdftotext", "-raw", str(exports / "bridge.pdf"), "-").split())
    assert "Engineersdisagree." in shown
    assert "=HYPERLINKof=1+1" in shown
    assert shown.count("AnaLi") >= len(CLAIMS)


def test_libreoffice_keeps_each_comment_on_its_words(exports: Path) -> None:
    office(exports / "bridge.docx", "fodt")
    saved = (exports / "bridge.fodt").read_text(encoding="utf-8")
    assert saved.count("<office:annotation ") == len(CLAIMS)
    assert saved.count("<office:annotation-end ") == len(CLAIMS)
    assert saved.count("<dc:creator>Ana Li</dc:creator>") == len(CLAIMS)


def test_pandoc_reads_the_comments_where_they_begin(exports: Path) -> None:
    read = run("pandoc", "--track-changes=all", "-t", "markdown", str(exports / "bridge.docx"))
    assert read.count(".comment-start") == read.count(".comment-end") == len(CLAIMS)
    assert 'author="Ana Li"' in read


def test_libreoffice_reads_the_workbook_as_words(exports: Path) -> None:
    office(
        exports / "bridge.xlsx",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
    )
    (written,) = exports.glob("bridge*Claims.csv")
    rows = list(csv.DictReader(written.read_text(encoding="utf-8").splitlines(keepends=True)))
    quotes = {one if isinstance(one, str) else one[0] for one in CLAIMS}
    assert {row["Passage"] for row in rows} == quotes
    assert {row["Note"][:13] for row in rows} == {"=HYPERLINK of"}
