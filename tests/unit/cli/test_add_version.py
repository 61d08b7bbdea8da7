"""`annotator add FILE --new-version-of ARTICLE`: each claim's fate is printed."""

import pytest

from tests.unit.cli.terminal import Terminal
from tests.unit.services.versions import FIRST, SECOND

WORDS = ("Bridge closed", "closed at noon", "30 people were hurt", "It will open in May")


@pytest.fixture
def article(terminal: Terminal) -> str:
    """A story with a claim for each fate."""
    identity = terminal.article(FIRST)
    for words in WORDS:
        start = FIRST.index(words)
        done = terminal.run("--as", "Ana", "tag", identity, str(start), str(start + len(words)))
        assert done.status == 0
    return identity


def test_the_fate_of_each_claim_is_printed(terminal: Terminal, article: str) -> None:
    result = terminal.run("add", terminal.file("b.txt", SECOND), "--new-version-of", article)
    assert (result.status, result.errors) == (0, [])
    first, *claims = result.text.splitlines()
    assert first.split("\t")[1] == "Bridge closed"
    assert claims == [
        "same\tAna\t“Bridge closed”",
        "moved\tAna\t“closed at noon”",
        "changed\tAna\t“30 people were hurt” → “35 people were hurt” (stays on the earlier "
        "version)",
        "lost\tAna\t“It will open in May” (stays on the earlier version)",
    ]
    listed = {one["id"]: one["tags"]["open"] for one in terminal.run("articles", "--json").json}
    assert listed == {article: 4, first.split("\t")[0]: 2}


def test_json_names_both_claims_and_both_places(terminal: Terminal, article: str) -> None:
    second = terminal.file("b.txt", SECOND)
    [given] = terminal.run(
        "add", second, "--new-version-of", article[:8], "--with-changed", "--json"
    ).json
    assert (given["new"], given["version_of"], given["tags"]["open"]) == (True, article, 3)
    assert [one["fate"] for one in given["claims"]] == ["same", "moved", "changed", "lost"]
    changed, lost = given["claims"][2:]
    begin = SECOND.index("35 people")
    assert changed["new"] == {"start": begin, "end": begin + 19, "quote": "35 people were hurt"}
    assert changed["old"]["quote"] == "30 people were hurt"
    assert changed["person"]["name"] == "Ana"
    assert (changed["carried"] is None, lost["new"], lost["carried"]) == (False, None, None)


def test_the_same_text_is_no_version(terminal: Terminal, article: str) -> None:
    result = terminal.run("add", terminal.file("a.txt", FIRST), "--new-version-of", article)
    assert (result.status, result.out) == (1, b"")
    assert result.errors == [
        "annotator: This is the text of “Bridge closed” itself, letter for letter, and no newer "
        "version. Nothing was changed."
    ]


def test_what_cannot_be_read_is_said_of_the_file(terminal: Terminal, article: str) -> None:
    empty = terminal.file("empty.txt", "")
    result = terminal.run("add", empty, "--new-version-of", article)
    assert result.status == 1
    assert len(result.errors) == 1
    assert result.errors[0].startswith(f"annotator: {empty}: ")
    nowhere = terminal.run("add", empty, "--new-version-of", "nowhere")
    assert nowhere.status == 1
    assert nowhere.errors[0].startswith("annotator: No article “nowhere” is in the library.")


def test_how_it_was_read_is_said(terminal: Terminal, article: str) -> None:
    result = terminal.run(
        "add", "-", "--new-version-of", article, stdin=("Café\n" + SECOND[:28]).encode("cp1252")
    )
    assert result.status == 0
    assert result.errors == [
        "annotator: standard input: The file does not name its encoding; it was read as cp1252."
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a", "b", "--new-version-of", "c"], "with --new-version-of, name one FILE"),
        (["a", "--with-changed"], "--with-changed needs --new-version-of ARTICLE"),
    ],
)
def test_what_does_not_go_together_is_a_wrong_command_line(
    terminal: Terminal, words: list[str], said: str
) -> None:
    result = terminal.run("add", *words)
    assert result.status == 2
    assert result.errors[-1] == f"annotator: {said}"


def test_claims_that_become_one_are_said_to(terminal: Terminal) -> None:
    first = "Dr. Ruiz said that the dam is safe.\nDr. Ruiz said that the dam is safe!\n"
    identity = terminal.article(first)
    for start in (0, 36):
        terminal.run("--as", "Ana", "tag", identity, str(start), str(start + 34))
    second = terminal.file("b.txt", "He is wrong, many say.\nDr. Ruiz said that the dam is safe.\n")
    result = terminal.run("add", second, "--new-version-of", identity, "--with-changed")
    assert result.status == 0
    assert [line.split("\t")[0] for line in result.text.splitlines()[1:]] == ["moved", "moved"]
    assert result.text.endswith("(becomes one with a claim on the same words)\n")
