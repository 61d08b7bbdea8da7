"""A class of thirty gets its work back: through the learning platform and as files."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.class_of_thirty import DUE, NAMES, Class
from tests.journeys.harness.program import ROOT
from tests.journeys.reading import run

SEED = next((ROOT / "seeds").glob("*.txt"))
PAIR = f"{NAMES[0]} & {NAMES[27]}"
COUNT = {*NAMES[1:9], *NAMES[10:27], PAIR}
"""Whose work counts: of the tenth there are two that contradict each other."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The teacher's library, with what came in the platform's archive."""
    folder = tmp_path_factory.mktemp("school")
    there = folder / "library"
    (added,) = json.loads(run(there, "add", str(SEED), "--json").stdout)
    run(there, "--as", "Ms Roe", "tag", added["id"], "200", "260", "attributed")
    roster = folder / "class.csv"
    roster.write_text(
        "\n".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in NAMES), "utf-8"
    )
    handed_out = run(
        there,
        *("assign", added["id"], "--to", str(folder / "out.assignment"), "--title", "Who?"),
        *("--due", DUE.isoformat(), "--roster", str(roster), "--at-least-tag", "attributed=4"),
    )
    assert handed_out.returncode == 0, handed_out.stderr
    archive = Class(folder / "out.assignment").in_archive(folder / "moodle.zip")
    assert run(there, "collect", str(archive)).returncode == 1  # some files are broken
    return there


def feedback(library: Path, to: Path, *words: str) -> list[list[str]]:
    hidden = "--anonymous" in words
    (article,) = json.loads(run(library, "articles", "--json").stdout)
    found = run(library, "feedback", article["id"], "--to", str(to), *words)
    assert found.returncode == 0, found.stderr
    said = [line.split("\t") for line in found.stdout.splitlines()]
    undecided = [line for line in said if line[1].startswith("no report: several hand-ins")]
    assert [line[0] for line in undecided] == ["Somebody" if hidden else NAMES[9]]
    return [line for line in said if line not in undecided]


def test_each_lies_in_the_folder_of_the_platform_and_names_nobody_else(
    library: Path, tmp_path: Path
) -> None:
    to = tmp_path / "feedback.zip"
    said = feedback(library, to)
    assert {name for name, _path in said} == COUNT
    with zipfile.ZipFile(to) as archive:
        assert archive.namelist() == [path for _name, path in said]
        pages = {name: archive.read(path).decode("utf-8") for name, path in said}
    with zipfile.ZipFile(library.parent / "moodle.zip") as archive:
        folders = {name.split("/")[0] for name in archive.namelist()}
    assert {re.sub(r'[<>:"]', "_", one).lstrip(".") for one in folders} >= {
        path.split("/")[0] for _name, path in said
    }
    letters = {"Amira Öztürk", "Dario Rossi", "مريم حسن", "דנה לוי", "Wei 𠮷田"}
    for name, page in pages.items():
        assert "Beside your teacher" not in page
        for other in letters:
            assert (other in page) is (other in name)


def test_the_worksheet_keeps_all_but_its_feedback(library: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "Grades.csv"
    rows = [["Identifier", "Full name", "Grade", "Feedback comments"]]
    rows += [[f"Participant {700 + place}", name, "-", ""] for place, name in enumerate(NAMES)]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    sheet.write_text(text.getvalue(), "utf-8", newline="")
    said = feedback(library, tmp_path / "out", "--worksheet", str(sheet))
    assert said[-1] == ["27 cells filled", str(tmp_path / "Grades-feedback.csv")]
    with (tmp_path / "Grades-feedback.csv").open(encoding="utf-8", newline="") as file:
        filled = list(csv.reader(file))
    assert [row[:3] for row in filled] == [row[:3] for row in rows]
    assert sheet.read_text("utf-8") == text.getvalue().replace("\r\n", "\n")
    without = {row[1] for row in filled[1:] if not row[3]}
    assert without == {NAMES[9], NAMES[28], NAMES[29]}
    assert filled[1][3] == filled[28][3]  # a pair


def test_nobody_has_a_name_where_names_are_left_out(library: Path, tmp_path: Path) -> None:
    to = tmp_path / "out"
    said = feedback(library, to, "--anonymous")
    assert [name for name, _path in said] == [f"Student {n}" for n in range(1, len(COUNT) + 1)]
    for path in sorted(to.iterdir()):
        page = path.read_text("utf-8")
        assert not [name for name in NAMES if name in page]


def test_names_of_every_kind_are_names_of_files(library: Path, tmp_path: Path) -> None:
    to = tmp_path / "out"
    said = feedback(library, to)
    assert sorted(path for _name, path in said) == sorted(map(str, to.iterdir()))
    assert (to / "_Lea_Kowalski.html").is_file()
    assert (to / "مريم حسن.html").is_file()
