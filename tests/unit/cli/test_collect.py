"""collect and agreement: what they print, and what they refuse."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.exchange import envelope
from tests.unit.cli.terminal import Terminal


@pytest.fixture
def out(terminal: Terminal) -> Path:
    """An assignment with a roster, due long ago, made by Ms Roe, who has a key."""
    article = terminal.article()
    assert terminal.run("--as", "Ms Roe", "tag", article, "0", "12", "attributed").status == 0
    roster = terminal.file("class.csv", "Ana Öz\nBen Ito\nCem Ay\n")
    to = terminal.folder / "out.assignment"
    assert terminal.run("assign", article, "--to", to, "--roster", roster).status == 0
    return to


def document(path: Path) -> Any:
    """What a file holds after its first line."""
    return json.loads(path.read_bytes().partition(b"\n")[2])


def article(terminal: Terminal) -> str:
    return str(terminal.run("articles", "--json").json[0]["id"])


def assignment(terminal: Terminal, out: Path) -> str:
    """The id of what was handed out."""
    made = terminal.run("assign", article(terminal), "--to", out, "--json")
    assert made.status == 0
    return str(made.json["id"])


def hand_in(terminal: Terminal, out: Path, name: str, *spans: tuple[int, int, str]) -> Path:
    """What somebody hands in from a computer of their own."""
    own = terminal.folder / name
    to = terminal.folder / f"{name}.handin"
    opened = terminal.bare("--data-dir", own, "open", out, "--json").json["article"]
    for start, end, tag in spans:
        words = ("--as", name, "tag", opened, start, end, tag)
        assert terminal.bare("--data-dir", own, *map(str, words)).status == 0
    assert terminal.bare("--data-dir", own, "--as", name, "hand-in", opened, "--to", to).status == 0
    return to


def test_the_list_says_who_and_what_and_who_is_missing(terminal: Terminal, out: Path) -> None:
    ana = hand_in(terminal, out, "Ana Öz", (0, 12, "attributed"))
    ben = hand_in(terminal, out, "Ben Ito")
    broken = terminal.file("x.handin", ana.read_bytes()[:-9])
    found = terminal.run("collect", ana, broken, ben)
    assert found.text.splitlines() == [
        f"Ana Öz\thanded in\t{ana}",
        f"Ben Ito\thanded in\t{ben}",
        "Cem Ay\tmissing",
    ]
    assert found.status == 1
    assert len(found.errors) == 1
    assert found.errors[0].startswith(f"annotator: {broken}: ")
    again = terminal.run("collect", ana)
    assert (again.status, again.text.splitlines()[0]) == (0, f"Ana Öz\tthere already\t{ana}")


def test_the_json_is_as_other_programs_expect_it(terminal: Terminal, out: Path) -> None:
    ana = hand_in(terminal, out, "Ana Öz", (0, 12, "attributed"))
    missing = terminal.folder / "nothing.handin"
    found = terminal.run("collect", ana, missing, "--json")
    assert found.status == 1
    taken, refused = found.json
    person = taken["people"][0]["id"]
    assert taken == {
        **{"file": str(ana), "result": "new", "people": [{"id": person, "name": "Ana Öz"}]},
        **{"number": 1, "late": False, "moved": 0, "lost": 0, "reason": None},
    }
    assert set(refused) == set(taken)
    assert (refused["result"], refused["people"], refused["number"]) == ("refused", [], None)
    assert refused["reason"] in found.errors[0]


def test_only_what_is_for_one_assignment(terminal: Terminal, out: Path) -> None:
    ana = hand_in(terminal, out, "Ana Öz")
    other = assignment(terminal, terminal.folder / "other.assignment")
    found = terminal.run("collect", ana, "--assignment", other[:8])
    assert found.status == 1
    assert "for another assignment" in found.errors[0]
    nowhere = terminal.run("collect", ana, "--assignment", "nope")
    assert nowhere.status == 1
    assert nowhere.errors == ["annotator: There is no assignment “nope” here. Nothing was changed."]


def test_who_is_missing_is_said_even_when_nothing_came(terminal: Terminal, out: Path) -> None:
    ana = hand_in(terminal, out, "Ana Öz")
    only = document(ana)["assignment"]["id"]
    empty = terminal.folder / "empty"
    empty.mkdir()
    found = terminal.run("collect", empty, "--assignment", only)
    assert found.status == 1
    assert found.text.splitlines() == ["Ana Öz\tmissing", "Ben Ito\tmissing", "Cem Ay\tmissing"]


def test_what_was_found_elsewhere_is_said(terminal: Terminal, out: Path) -> None:
    ana = hand_in(terminal, out, "Ana Öz", (4, 12, "attributed"))
    holds = document(ana)
    holds["annotations"]["first"]["items"][0]["target"]["selector"][1] |= {"start": 7, "end": 15}
    first = ana.read_bytes().partition(b"\n")[0]
    ana.write_bytes(envelope.sealed(json.loads(first)["format"], holds))
    found = terminal.run("collect", ana)
    assert found.status == 0
    said = "1 claim was found elsewhere in the text."
    assert found.text.splitlines()[0] == f"Ana Öz\thanded in\t{ana}\t{said}"


def test_agreement_of_those_who_handed_in_without_the_key(terminal: Terminal, out: Path) -> None:
    for name in ("Ben Ito", "Ana Öz"):
        span = (0, 12, "attributed")
        assert terminal.run("collect", hand_in(terminal, out, name, span)).status == 0
    found = terminal.run("agreement", article(terminal), "--json").json
    assert found["annotators"] == ["Ana Öz", "Ben Ito"]
    assert found["alpha"] == {"all": 1.0, "attributed": 1.0, "contested": None, "verified": None}
    ana, ben = found["people"]
    assert found["pairs"] == [{"a": ana, "b": ben, "alpha": 1.0}]
    lines = terminal.run("agreement", article(terminal)).text.splitlines()
    assert lines[0] == "all tags\t1.000"
    assert lines[2] == "Contested\tnot defined"
    assert len(lines) > 4


def test_agreement_of_nobody(terminal: Terminal) -> None:
    found = terminal.run("agreement", terminal.article(), "--json")
    assert found.status == 0
    assert (found.json["annotators"], found.json["pairs"]) == ([], [])
    assert set(found.json["alpha"].values()) == {None}
    assert found.json["units"] > 0


def test_a_collected_person_is_exported_when_named(terminal: Terminal, out: Path) -> None:
    ana = hand_in(terminal, out, "Ana Öz", (4, 12, "contested"))
    assert terminal.run("collect", ana).status == 0
    where = (article(terminal), "--format", "jsonld", "--to", "-")
    everybody = terminal.run("export", *where).json["first"]["items"]
    assert [one["creator"]["name"] for one in everybody] == ["Ms Roe"]
    (item,) = terminal.run("export", *where, "--by", "Ana Öz").json["first"]["items"]
    assert item["creator"]["name"] == "Ana Öz"
    assert item["target"]["selector"][0]["exact"] == "minister"
