"""The OpenDocument as others read it: a package by the rules, and pages by LibreOffice."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from annotator.exchange.writers import odt
from annotator.model.paper import Paper
from annotator.model.report import report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.paged import poppler
from tests.unit.exchange.writers.works import sample, snares

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, TABLE, STYLE = OASIS % "text", OASIS % "table", OASIS % "style"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"


def package(paper: Paper = Paper.A4) -> dict[str, bytes]:
    made = odt.write(replace(report_of([sample(), snares()]), paper=paper), nothing)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def content() -> Element:
    return fromstring(package()["content.xml"])


def test_its_kind_comes_first_and_can_be_read_without_unpacking() -> None:
    made = odt.write(report_of([sample()]), nothing)
    assert made[30:38] == b"mimetype"
    assert made[38:77] == b"application/vnd.oasis.opendocument.text"


def test_the_same_report_gives_the_same_bytes() -> None:
    made = [odt.write(report_of([sample(), snares()]), nothing) for _ in range(2)]
    assert made[0] == made[1]


def test_headings_are_headings_and_lists_are_lists() -> None:
    found = content()
    headings = [
        ("".join(one.itertext()), one.get(f"{TEXT}outline-level")) for one in found.iter(f"{TEXT}h")
    ]
    assert headings[:4] == [
        ("Afghan Resistance Continues Without US Support, Three Years After Withdrawal", "1"),
        ("Sources", "2"),
        ("The article", "2"),
        ("The claims", "2"),
    ]
    numbered = [len(list(one.iter(f"{TEXT}list-item"))) for one in found.iter(f"{TEXT}list")]
    assert numbered == [24, 5]


def test_each_table_has_a_head_that_is_repeated() -> None:
    for table in content().iter(f"{TABLE}table"):
        heads = table.findall(f"{TABLE}table-header-rows")
        assert len(heads) == 1
        assert len(table.findall(f"{TABLE}table-row")) >= 1


def test_every_style_that_is_used_is_there() -> None:
    files = package()
    trees = [fromstring(files[name]) for name in ("content.xml", "styles.xml")]
    there = {one.get(f"{STYLE}name") for tree in trees for one in tree.iter()}
    used = {
        value
        for one in trees[0].iter()
        for name, value in one.attrib.items()
        if name.endswith("}style-name")
    }
    assert used - there == set()


def test_every_link_inside_leads_somewhere() -> None:
    found = content()
    bookmarks = [one.get(f"{TEXT}name") for one in found.iter(f"{TEXT}bookmark")]
    assert len(bookmarks) == len(set(bookmarks))
    links = [one.get(LINK) or "" for one in found.iter(f"{TEXT}a")]
    inside = {one[1:] for one in links if one.startswith("#")}
    assert inside <= set(bookmarks)
    assert {one.partition(":")[0] for one in links if not one.startswith("#")} == {"http", "https"}


def test_no_blank_and_no_line_end_is_lost() -> None:
    found = content()
    note = next(
        one for one in found.iter(f"{TEXT}p") if "".join(one.itertext()).startswith("Note:\u2002He")
    )
    assert [one.tag for one in note.iter(f"{TEXT}line-break")] == [f"{TEXT}line-break"]


def test_paragraphs_from_right_to_left_say_so() -> None:
    turned = [
        "".join(one.itertext())
        for one in content().iter(f"{TEXT}p")
        if (one.get(f"{TEXT}style-name") or "").endswith("Turned")
    ]
    assert any(one.startswith("العربية") for one in turned)


@pytest.mark.parametrize("paper", Paper)
def test_it_is_set_for_the_paper(paper: Paper) -> None:
    sheet = fromstring(package(paper)["styles.xml"]).find(f".//{STYLE}page-layout-properties")
    assert sheet is not None
    size = [sheet.get(f"{FO}page-{side}") for side in ("width", "height")]
    assert size == [f"{one}pt" for one in paper.size]


def test_libreoffice_opens_it_and_sets_every_claim(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "libreoffice-writer-nogui is among the packages of the tests"
    file = tmp_path / "report.odt"
    file.write_bytes(odt.write(report_of([sample()]), nothing))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [
        office,
        "--headless",
        home,
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    said = " ".join(poppler.pages((tmp_path / "report.pdf").read_bytes()))
    for entry in report_of([sample()]).articles[0].entries:
        assert "".join(entry.quote.split()) in "".join(said.split())
    assert "The claims Each marked passage, in the order of the article" in said
    assert min(poppler.ink((tmp_path / "report.pdf").read_bytes())) > 0.002
