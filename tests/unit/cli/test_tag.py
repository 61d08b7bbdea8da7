"""`annotator tag`: one claim at exactly these code points."""

import uuid
from pathlib import Path

import pytest

from annotator.model.claim import Claim
from annotator.model.ids import ArticleId
from annotator.services import listing, naming
from annotator.services.workspace import open_workspace
from tests.unit.cli.terminal import STORY, Terminal

BRIDGE = STORY.index("🌉")


def claims(data_dir: Path, article: str) -> dict[str, list[Claim]]:
    """The claims in a library, by the person's name."""
    workspace = open_workspace(data_dir)
    shown = listing.open_article(workspace, ArticleId(article))
    found: dict[str, list[Claim]] = {}
    for claim in shown.claims:
        found.setdefault(shown.people[claim.person].name, []).append(claim)
    workspace.close()
    return found


def people(data_dir: Path) -> list[str]:
    workspace = open_workspace(data_dir)
    found = [person.name for person in naming.everybody(workspace)]
    workspace.close()
    return found


def test_json(terminal: Terminal) -> None:
    article = terminal.article()
    result = terminal.run(
        *("--as", "Ann", "tag", article, str(BRIDGE - 5), str(BRIDGE + 1)),
        *("verified", "attributed", "--json"),
    )
    given = result.json
    assert uuid.UUID(given.pop("id")).version == 4
    assert given == {
        "article": article,
        "start": BRIDGE - 5,
        "end": BRIDGE + 1,
        "tags": ["attributed", "verified"],
        "quote": "says 🌉",
        "missing": ["source", "evidence"],
    }


def test_an_open_claim_misses_nothing(terminal: Terminal) -> None:
    article = terminal.article()
    given = terminal.run("--as", "Ann", "tag", article, "0", "3", "--json").json
    assert (given["tags"], given["missing"], given["quote"]) == ([], [], "The")


def test_plain(terminal: Terminal) -> None:
    article = terminal.article()
    result = terminal.run("--as", "Ann", "tag", article[:6], "33", "42", "contested")
    [claim] = claims(terminal.data_dir, article)["Ann"]
    assert result.text == (
        f"{claim.id}\tcontested\tafe.\\nThe \tname who disagrees, or link their words\n"
    )
    assert terminal.run("tag", article, "0", "3").text.split("\t")[1:] == ["open", "The\n"]


def test_every_field(terminal: Terminal) -> None:
    article = terminal.article()
    result = terminal.run(
        *("tag", article, "4", "12", "attributed", "contested", "verified", "--as", "Ann"),
        *("--note", "a\nnote", "--source", "The minister", "--against", "The mayor"),
        *("--evidence", "https://example.org/b", "--outcome", "supports", "--found", "it holds"),
        *("--checked", "2026-01-31", "--evidence", "the register", "--outcome", "nothing"),
        "--json",
    )
    assert (result.status, result.json["missing"]) == (0, [])
    [claim] = claims(terminal.data_dir, article)["Ann"]
    assert claim.note == "a\nnote"
    assert [(one.role, one.source.name) for one in claim.attributions] == [
        ("source", "The minister"),
        ("counter-source", "The mayor"),
    ]
    assert [
        (one.where, one.is_address, one.outcome, str(one.checked), one.found)
        for one in claim.evidence
    ] == [
        ("https://example.org/b", True, "supports", "2026-01-31", "it holds"),
        ("the register", False, "nothing", "None", ""),
    ]


def test_a_second_time_adds_tags_and_evidence_and_replaces_the_rest(terminal: Terminal) -> None:
    article = terminal.article()
    first = terminal.run(
        *("--as", "Ann", "tag", article, "4", "12", "attributed", "--note", "one"),
        *("--source", "The minister", "--evidence", "a", "--json"),
    ).json
    second = terminal.run(
        *("tag", article, "4", "12", "contested", "--note", "two", "--source", "Mr Smith"),
        *("--evidence", "b", "--json"),
    ).json
    assert (second["id"], second["tags"]) == (first["id"], ["attributed", "contested"])
    [claim] = claims(terminal.data_dir, article)["Ann"]
    assert (claim.note, claim.attributions[0].source.name) == ("two", "Mr Smith")
    assert [one.where for one in claim.evidence] == ["a", "b"]


def test_who_annotates(terminal: Terminal) -> None:
    article = terminal.article()
    refused = terminal.run("tag", article, "0", "3")
    assert (refused.status, refused.out) == (1, b"")
    assert refused.errors == [
        "annotator: Nobody has annotated in this library yet. Say who you are with --as NAME."
    ]
    terminal.run("tag", article, "0", "3", "--as", "Ann")
    terminal.run("--as", "  Ben  Z ", "tag", article, "0", "3")
    terminal.run("tag", article, "4", "12")
    terminal.run("--as", "Ann", "tag", article, "4", "12")
    found = claims(terminal.data_dir, article)
    assert {name: len(given) for name, given in found.items()} == {"Ann": 2, "Ben Z": 2}
    by_id = terminal.run("--as", found["Ann"][0].person, "tag", article, "0", "3", "--json")
    assert by_id.json["id"] == found["Ann"][0].id


def test_a_name_without_a_letter(terminal: Terminal) -> None:
    result = terminal.run("--as", " \u200b", "tag", terminal.article(), "0", "3")
    assert result.status == 1
    assert result.errors == ["annotator: A name needs at least one letter. Nothing was changed."]


def test_several_people_of_one_name(terminal: Terminal) -> None:
    article = terminal.article()
    workspace = open_workspace(terminal.data_dir)
    one, other = sorted(naming.make(workspace, "Ann").id for _again in range(2))
    workspace.close()
    result = terminal.run("--as", "Ann", "tag", article, "0", "3")
    assert result.status == 1
    assert result.errors == [
        f"annotator: Several people are called “Ann”. Name one by the id: {one} or {other}. "
        "An id is given with --as, too."
    ]
    assert claims(terminal.data_dir, article) == {}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("-1", "3"),
        ("3", "3"),
        ("5", "3"),
        ("0", str(len(STORY) + 1)),
        (str(len(STORY)), str(len(STORY) + 1)),
        ("0", str(2**63)),
        ("-" + "9" * 40, "9" * 4_000),
    ],
)
def test_a_span_outside_the_text_writes_nothing(start: str, end: str, terminal: Terminal) -> None:
    article = terminal.article()
    before = terminal.library.read_bytes()
    result = terminal.run("--as", "Ann", "tag", article, start, end, "attributed", "--json")
    assert (result.status, result.out) == (1, b"")
    assert result.errors == [
        f"annotator: {start} to {end} is no passage of this text of {len(STORY)} characters. The "
        "start must be less than the end; both count characters from 0."
    ]
    assert people(terminal.data_dir) == []
    assert terminal.library.read_bytes() == before


def test_the_last_character_can_be_claimed(terminal: Terminal) -> None:
    article = terminal.article()
    result = terminal.run("--as", "A", "tag", article, "0", str(len(STORY)), "--json")
    assert (result.status, result.json["quote"]) == (0, STORY)


def test_nothing_typed_is_a_command_to_the_database(terminal: Terminal) -> None:
    article = terminal.article()
    odd = "'; DROP TABLE claim; -- \u202e%s{}"
    terminal.run("--as", odd, "tag", article, "0", "3", "--source", odd, "--note", odd)
    [claim] = claims(terminal.data_dir, article)[odd]
    assert (claim.note, claim.attributions[0].source.name) == (odd, odd)
