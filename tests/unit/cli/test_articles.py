"""`annotator articles` and `annotator text`: what is there, and what it says exactly."""

import pytest

from annotator.model.ids import ArticleId
from annotator.services import binning, filing, searching
from annotator.services.workspace import open_workspace
from tests.unit.cli.terminal import STORY, Terminal


def test_an_empty_library(terminal: Terminal) -> None:
    plain, json = terminal.run("articles"), terminal.run("articles", "--json")
    assert (plain.status, plain.out, plain.errors) == (0, b"", [])
    assert (json.status, json.json) == (0, [])


def test_everyones_work_is_counted(terminal: Terminal) -> None:
    article = terminal.article()
    other = terminal.article("Another story.\n")
    terminal.run("--as", "Ann", "tag", article, "0", "3", "attributed", "contested")
    terminal.run("--as", "Ben", "tag", article, "0", "3", "contested")
    terminal.run("--as", "Ben", "tag", article, "4", "9")
    counts = {one["id"]: one["tags"] for one in terminal.run("articles", "--json").json}
    assert counts == {
        article: {"attributed": 1, "contested": 2, "verified": 0, "open": 1},
        other: {"attributed": 0, "contested": 0, "verified": 0, "open": 0},
    }
    assert terminal.run("articles").text == (
        f"{article}\tThe minister said the bridge is safe.\t"
        "1 attributed, 2 contested, 0 verified, 1 open\n"
        f"{other}\tAnother story.\t0 attributed, 0 contested, 0 verified, 0 open\n"
    )


@pytest.mark.parametrize("ending", ["", "\n", "\n\n"])
def test_text_is_the_canonical_text_and_nothing_else(ending: str, terminal: Terminal) -> None:
    raw = f"Emoji 👩‍👩‍👧 and\u00a0space\r\nשלום\x0c\u2028e\u0301{ending}"
    result = terminal.run("text", terminal.article(raw))
    canonical = f"Emoji 👩‍👩‍👧 and\u00a0space\nשלום\x0c\ne\u0301{ending}"
    assert (result.status, result.out, result.errors) == (0, canonical.encode("utf-8"), [])


def test_an_article_goes_by_id_by_its_start_and_by_title(terminal: Terminal) -> None:
    article = terminal.article()
    for name in (
        article,
        article[:4],
        article[:8].upper(),
        "The minister said the bridge is safe.",
    ):
        assert terminal.run("text", name).text == STORY


@pytest.mark.parametrize("name", ["", "x", "The minister", "0000", "no\nsuch"])
def test_no_such_article(name: str, terminal: Terminal) -> None:
    terminal.article()
    result = terminal.run("text", name)
    shown = name.replace("\n", "\\n")
    assert (result.status, result.out) == (1, b"")
    assert result.errors == [
        f"annotator: No article “{shown}” is in the library. The command “articles” lists what is "
        "there."
    ]


def test_a_title_that_two_articles_have(terminal: Terminal) -> None:
    ids = [terminal.article("News\none"), terminal.article("News\ntwo")]
    result = terminal.run("text", "News")
    assert result.status == 1
    assert result.errors == [
        f"annotator: “News” fits several articles. Name one by its whole id: {', '.join(ids)}."
    ]


def test_versions_are_told_apart(terminal: Terminal) -> None:
    first = terminal.article("News\none")
    newer = terminal.file("newer.txt", b"News\none and two")
    second = terminal.run("add", newer, "--new-version-of", first).text.split("\t")[0]
    open_ = "0 attributed, 0 contested, 0 verified, 0 open"
    assert terminal.run("articles").text == (
        f"{first}\tNews\t{open_}\n{second}\tNews\t{open_}\tnewer version of {first}\n"
    )
    for words in ([], ["--search", "news"]):
        found = terminal.run("articles", "--json", *words).json
        assert {one["id"]: one.get("version_of") for one in found} == {first: None, second: first}


def test_words_are_found_with_those_around_them(terminal: Terminal) -> None:
    article = terminal.article()
    terminal.article("Another minister.\n")
    claim = terminal.run(
        "--as", "Ann", "tag", article, "42", "47", "--note", "Überprüft!", "--json"
    ).json["id"]
    assert terminal.run("articles", "--search", "uberpr").text == (
        f"{article}\tThe minister said the bridge is safe.\t"
        "0 attributed, 0 contested, 0 verified, 1 open\n"
        "  note: Überprüft!\n"
    )
    (found,) = terminal.run("articles", "--search", "mayor says", "--json").json
    assert found["hits"] == [
        {
            "kind": "quote",
            "words": "The mayor says 🌉 it is not.",
            "start": 42,
            "end": 47,
            "claim": claim,
        }
    ]
    assert found["id"] == article
    (found,) = terminal.run("articles", "--search", "safe", "--json").json
    assert found["hits"] == [
        {
            "kind": "title",
            "words": "The minister said the bridge is safe.",
            "start": 0,
            "end": 37,
        }
    ]
    assert len(terminal.run("articles", "--search", '"minister"', "--json").json) == 2


@pytest.mark.parametrize("words", ["nowhere", "", '"', "AND (", "*"])
def test_nothing_found_is_no_failure(words: str, terminal: Terminal) -> None:
    terminal.article()
    plain = terminal.run("articles", "--search", words)
    assert (plain.status, plain.out, plain.errors) == (0, b"", [])
    assert terminal.run("articles", "--json", "--search", words).json == []


def test_a_collection_and_an_order(terminal: Terminal) -> None:
    first, second = terminal.article(), terminal.article("A story.\n")
    workspace = open_workspace(terminal.data_dir)
    filing.make(workspace, "Bridges", [ArticleId(first)])
    workspace.close()

    def ids(*words: str) -> list[str]:
        return [one["id"] for one in terminal.run("articles", "--json", *words).json]

    assert ids() == [first, second]
    assert ids("--sort", "title") == [second, first]
    assert ids("--in", "bridges") == ids("--in", "Bridges", "--search", "the") == [first]
    assert ids("--in", "Bridges", "--search", "story") == []
    assert terminal.run("articles", "--in", "none").errors == [
        "annotator: No collection “none” is in the library."
    ]


def test_what_is_found_comes_best_first_or_as_asked_for(terminal: Terminal) -> None:
    first = terminal.article("A long story of a river.\n")
    second = terminal.article("River.\n")

    def ids(*words: str) -> list[str]:
        return [
            one["id"]
            for one in terminal.run("articles", "--search", "river", "--json", *words).json
        ]

    assert ids() == [second, first]
    assert ids("--sort", "added") == ids("--sort", "title") == [first, second]


def test_what_cannot_be_searched_yet_is_said(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.article()
    monkeypatch.setattr(searching, "read_on", lambda *_: 1)
    result = terminal.run("articles", "--search", "bridge")
    assert (result.status, result.errors) == (
        1,
        [
            "annotator: What is newest could not be searched, because another program writes to "
            "the library or its disk is full. Nothing is lost: search again later."
        ],
    )


def test_what_is_in_the_bin_is_listed_alone(terminal: Terminal) -> None:
    first, second = terminal.article(), terminal.article("A story.\n")
    workspace = open_workspace(terminal.data_dir)
    binning.remove(workspace, ArticleId(first))
    workspace.close()
    assert [one["id"] for one in terminal.run("articles", "--json").json] == [second]
    assert [one["id"] for one in terminal.run("articles", "--bin", "--json").json] == [first]
    assert terminal.run("articles", "--search", "minister").out == b""
    everything = terminal.run("export", "--all", "--to", "-", "--format", "jsonld")
    assert (everything.status, first.encode() in everything.out) == (0, False)
    named = terminal.run("text", first)
    assert (named.status, named.errors) == (
        1,
        [
            "annotator: The article “The minister said the bridge is safe.” is in the bin. Put it "
            "back in the window, or add its text once more: its claims are still on it."
        ],
    )
    assert terminal.article() == first
    assert terminal.run("articles", "--bin").out == b""


def test_an_article_that_comes_back_from_the_bin_is_said(terminal: Terminal) -> None:
    path = terminal.file("story.txt", STORY)
    first = terminal.run("add", path, "--json").json[0]["id"]
    workspace = open_workspace(terminal.data_dir)
    binning.remove(workspace, ArticleId(first))
    workspace.close()
    added = terminal.run("add", path)
    assert (added.status, added.errors) == (
        0,
        [f"annotator: {path}: This article was in the bin. It is back, with the claims on it."],
    )


def test_the_bin_is_neither_searched_nor_filed(terminal: Terminal) -> None:
    for words in (("--search", "x"), ("--in", "x")):
        result = terminal.run("articles", "--bin", *words)
        assert result.status == 2
        assert result.errors[-1] == (
            "annotator: what is in the bin is only listed: leave --search and --in out"
        )
