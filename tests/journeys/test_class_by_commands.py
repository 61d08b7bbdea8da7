"""A class of thirty, played through by commands: handed out, collected twice, compared."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
import pytest

from annotator.model.tags import Tag
from tests.class_of_thirty import DUE, NAMES, Class
from tests.journeys.harness.program import ROOT
from tests.journeys.reading import position, run, tags

SEED = next((ROOT / "seeds").glob("*.txt"))
KEY = ("over 200 operations", "the groups remain close")


def done(library: Path, *words: str | Path) -> str:
    """What a command prints that does what it is asked."""
    found = run(library, *map(str, words))
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the teacher's library, the key in it, and the file of the assignment."""
    folder = tmp_path_factory.mktemp("school")
    library = folder / "library"
    (added,) = json.loads(done(library, "add", SEED, "--json"))
    text = done(library, "text", added["id"])
    for words in KEY:
        start = text.index(words)
        where = (added["id"], str(start), str(start + len(words)))
        done(library, "--as", "Ms Roe", "tag", *where, "attributed", "--source", "somebody")
    roster = folder / "class.csv"
    roster.write_text(
        "\n".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in NAMES), "utf-8"
    )
    done(
        library,
        *("assign", added["id"], "--to", folder / "out.assignment", "--roster", roster),
        *("--due", DUE.isoformat(), "--at-least-tag", "attributed=4"),
    )
    return folder


@pytest.fixture(scope="module")
def collected(teacher: Path) -> list[dict[str, Any]]:
    """What was said when the folder of all that came in was collected."""
    folder = Class(teacher / "out.assignment").in_folder(teacher / "came")
    found = run(teacher / "library", "collect", str(folder), "--json")
    assert found.returncode == 1
    answers: list[dict[str, Any]] = json.loads(found.stdout)
    refused = [one for one in answers if one["result"] == "refused"]
    assert len(found.stderr.splitlines()) == len(refused)
    return answers


def article(teacher: Path) -> str:
    (one,) = json.loads(done(teacher / "library", "articles", "--json"))
    return str(one["id"])


def test_nothing_of_the_key_is_handed_out(teacher: Path) -> None:
    data = (teacher / "out.assignment").read_text(encoding="utf-8")
    assert "Ms Roe" not in data
    assert "somebody" not in data


def test_each_file_is_what_it_is(collected: list[dict[str, Any]]) -> None:
    assert Counter(one["result"] for one in collected) == {
        "new": 27,
        "newer": 3,
        "same": 2,
        "conflict": 1,
        "refused": 3,
    }
    names = {one["name"] for answer in collected for one in answer["people"]}
    assert names == set(NAMES[:28])
    late = {one["people"][0]["name"] for one in collected if one["late"]}
    assert late == {NAMES[6], NAMES[17]}
    assert all(one["reason"] for one in collected if one["result"] == "refused")


def test_twice_and_from_the_platform_changes_nothing(
    teacher: Path, collected: list[dict[str, Any]]
) -> None:
    archive = Class(teacher / "out.assignment").in_archive(teacher / "moodle.zip")
    for path in (teacher / "came", archive):
        again = json.loads(run(teacher / "library", "collect", str(path), "--json").stdout)
        assert Counter(one["result"] for one in again) == {
            "same": 30,
            "older": 3,
            "refused": 3,
        }
    assert len(collected) == 36


def test_the_figures_are_those_of_the_published_package(
    teacher: Path, collected: list[dict[str, Any]]
) -> None:
    library = teacher / "library"
    found = json.loads(done(library, "agreement", article(teacher), "--json"))
    # The one whose two computers contradict each other does not count, nor does the key.
    assert len(found["annotators"]) == 26
    assert "Ms Roe" not in found["annotators"]
    assert found["annotators"] == sorted(found["annotators"])
    assert len(found["pairs"]) == 26 * 25 // 2
    assert collected
    text = done(library, "text", article(teacher))
    spans = spans_of(library, article(teacher), found["people"])
    for which in ("all", *Tag):
        matrix = np.array([carried(text, spans[one], which) for one in found["people"]], float)
        oracle = krippendorff.alpha(matrix, level_of_measurement="nominal")
        assert found["alpha"][which] == pytest.approx(oracle, abs=1e-9)


@pytest.mark.parametrize("suffix", ["html", "pdf", "docx", "xlsx", "csv"])
def test_the_class_is_reported_in_each_format_with_names_and_without(
    teacher: Path, collected: list[dict[str, Any]], suffix: str
) -> None:
    assert collected
    named, hidden = teacher / f"class.{suffix}", teacher / f"anonymous.{suffix}"
    done(teacher / "library", "class", article(teacher), "--to", named)
    found = run(
        teacher / "library", *("class", article(teacher), "--to", str(hidden), "--anonymous")
    )
    assert found.returncode == 0
    assert len(named.read_bytes()) > 1000
    if suffix in ("html", "csv"):
        said, without = (one.read_text("utf-8") for one in (named, hidden))
        assert "Uma Rao" in said
        for name in ("Uma Rao", "Wei 𠮷田", "Kowalski", "Bo Away", "Ms Roe"):
            assert name not in without
    if suffix == "csv":
        rows = list(csv.DictReader(io.StringIO(said.removeprefix("\ufeff"), newline="")))
        assert Counter(row["handed_in"] for row in rows) == {"yes": 27, "no": 2, "conflict": 1}
        assert len(rows) == len(NAMES)


def spans_of(library: Path, wanted: str, people: list[str]) -> dict[str, dict[str, set[int]]]:
    """The code points under each tag, by person, as an export tells them."""
    by = [word for one in people for word in ("--by", one)]
    exported = done(library, "export", wanted, *by, "--format", "jsonld", "--to", "-")
    found: dict[str, dict[str, set[int]]] = {one: {tag: set() for tag in Tag} for one in people}
    for item in json.loads(exported)["first"]["items"]:
        place = range(*position(item))
        for tag in tags(item):
            found[item["creator"]["id"].removeprefix("urn:uuid:")][tag] |= set(place)
    return found


def carried(text: str, spans: dict[str, set[int]], which: str) -> list[int]:
    """What each unit carries, as the definition says it."""
    row = []
    for unit in re.finditer(r"\w+|[^\w\s]", text):
        points = set(range(*unit.span()))
        there = [tag for tag in Tag if 2 * len(points & spans[tag]) >= len(points)]
        together = sum(2 ** list(Tag).index(tag) for tag in there)
        row.append(together if which == "all" else int(which in there))
    return row
