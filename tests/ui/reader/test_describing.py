"""What a pointer is told of a claim, and that none of it is taken for markup."""

from dataclasses import replace

from annotator.model.claim import Attribution, Source, SourceRole
from annotator.ui.reader.describing import describe, quotes, tooltip
from tests.ui.reader.making import A, C, claim

TEXT = "Words and more of them. " * 20


def test_tags_and_sources_are_named() -> None:
    one = claim("one", (0, 5), C, A, source="the mayor", note="Is that so?")
    against = Attribution(Source("the council"), SourceRole.COUNTER)
    full = replace(one, attributions=(*one.attributions, against))
    assert describe(full, TEXT) == (
        "“Words”\nAttributed, Contested\nSource: the mayor\nAgainst: the council\nIs that so?"
    )


def test_an_open_claim_is_called_open() -> None:
    assert describe(claim("one", (0, 5)), TEXT) == "“Words”\nOpen"


def test_a_long_note_is_cut() -> None:
    words = describe(claim("one", (0, 5), note="word " * 100), TEXT).split("\n")[2]
    assert len(words) == 161
    assert words.endswith("…")


def test_nothing_in_a_tooltip_is_markup() -> None:
    hostile = claim("one", (0, 5), A, source='<img src="file:///x"> & co', note="<b>x</b>")
    words = tooltip([hostile, claim("two", (0, 9))], "<u>&</u> x")
    inside = words.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")
    assert "<" not in inside
    assert "&lt;b&gt;x&lt;/b&gt;" in inside
    assert "&amp; co" in inside
    assert "“&lt;u&gt;&amp;" in inside


def test_a_long_quote_is_cut_and_stands_on_one_line() -> None:
    words = quotes([claim("one", (0, 400)), claim("two", (0, 9))], TEXT.replace(" ", "\n"))
    first, second = words.removeprefix("<qt>").removesuffix("</qt>").split("<br>")
    assert first == f"“{TEXT[:60]}…”"
    assert second == "“Words and”"
