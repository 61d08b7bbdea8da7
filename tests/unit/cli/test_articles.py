"""`annotator articles` and `annotator text`: what is there, and what it says exactly."""

import pytest

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
    terminal.article("News\none")
    terminal.article("News\ntwo")
    result = terminal.run("text", "News")
    assert result.status == 1
    assert result.errors == ["annotator: “News” fits several articles. Name one by its whole id."]
