"""The page needs nothing from outside and runs nothing, whatever people wrote into their work."""

import re
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotator.exchange.writers.allowed import is_suspect, signed
from annotator.exchange.writers.html.templates import escaped
from annotator.exchange.writers.links import is_link
from annotator.model.report import report_of
from tests.unit.exchange.writers.page import page, with_id, words
from tests.unit.exchange.writers.works import STUDENT, article, claim, sample, snares, work

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "section", "article"),
    *("nav", "figure", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "div", "dt", "dd", "table"),
    *("caption", "thead", "tbody", "tr", "th", "td", "a", "b", "em", "bdi", "q", "mark", "span"),
    *("sup", "br", "time", "svg", "desc", "defs", "pattern", "path", "circle", "g", "rect", "text"),
}
"""Every element that our templates write: any other came from somebody's words."""

ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "rel", "dir"),
    *("role", "scope", "aria-label", "aria-labelledby", "aria-hidden", "data-name"),
    *("viewBox", "width", "height", "x", "y", "rx", "cx", "cy", "r", "d", "fill", "transform"),
    *("patternUnits",),
}


@pytest.fixture(scope="module", name="root")
def _root() -> Element:
    return page(report_of([snares(), sample()]))


def test_nothing_stands_on_the_page_but_what_the_templates_write(root: Element) -> None:
    names = [str(one.tag).rpartition("}")[2] for one in root.iter()]
    assert set(names) <= ELEMENTS
    assert {name for one in root.iter() for name in one.keys()} <= ATTRIBUTES  # noqa: SIM118


def test_the_style_sheet_asks_for_nothing(root: Element) -> None:
    (sheet,) = root.iter("style")
    assert not re.search(r"url\(|@import|@font-face|//|</", words(sheet))


def test_patterns_are_the_pages_own(root: Element) -> None:
    fills = {one.get("fill") for one in root.iter() if one.get("fill")}
    assert fills
    assert all(re.fullmatch(r"url\(#a\d-(wave|double|dots)\)", fill or "") for fill in fills)


def test_links_lead_within_the_page_or_to_the_web_and_give_nothing_away(root: Element) -> None:
    outside = [one for one in root.iter("a") if not one.get("href", "").startswith("#")]
    assert {one.get("href") for one in outside} == {
        "https://example.org/a?b=1&c=2",
        "http://example.org/" + "path/" * 40,
        "https://example.org/encyclopedia?article=Kabul&year=2021",
    }
    assert {one.get("rel") for one in outside} == {"noopener noreferrer"}


def test_the_browser_is_told_to_load_and_run_nothing(root: Element) -> None:
    (policy,) = (one for one in root.iter("meta") if one.get("http-equiv"))
    assert policy.get("http-equiv") == "Content-Security-Policy"
    assert policy.get("content") == "default-src 'none'; style-src 'unsafe-inline'"


def test_what_people_wrote_is_shown_as_they_wrote_it(root: Element) -> None:
    said = words(with_id(root, "a1-c1"))
    assert "＝cmd|' /C calc'!A0" in said
    assert "<b>قال</b>" in said
    assert "</td></tr></table>" in said
    shown = words(with_id(root, "a1-c4"))
    assert "</style><script>alert(2)</script>" in shown
    assert "javascript:alert(1)" in shown
    assert "<img src=x onerror=alert(1)>" in shown
    assert 'https://example.org/"onmouseover="x' in shown
    assert words(with_id(root, "a1-title")) == "العربية <script>alert(1)</script> \u202eabc"


def test_what_html_forbids_gets_a_visible_sign(root: Element) -> None:
    assert "second line ␀␛\ufffd\ufffd\ufffd" in words(with_id(root, "a1-c4"))


def test_percent_signs_and_slots_in_peoples_words_stay(root: Element) -> None:
    assert root is not None
    text = "Up 100 % and %s and %(x)s and □."
    of = article(3, text)
    one = claim(1, of, text, text, "A", note="50 % □ %d")
    own = page(report_of([work(of, text, [one], STUDENT)]))
    assert words(with_id(own, "p1")) == f"{text}1"
    assert "50 % □ %d" in words(with_id(own, "c1"))


@pytest.mark.parametrize(
    ("where", "linked"),
    [
        ("https://example.org/", True),
        ("HTTP://EXAMPLE.ORG/a?b#c", True),
        ("https://user@example.org:8080/%20", True),
        ("ftp://example.org/", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("https://[::1/", False),
        ("https://example.org/a b", False),
        ("https://exa\u202emple.org/", False),
        ("https://example.org/\n", False),
        ('https://example.org/"', False),
        (" https://example.org/", False),
        ("see https://example.org/", False),
        ("", False),
    ],
)
def test_only_plain_web_addresses_become_links(where: str, linked: bool) -> None:
    assert is_link(where) is linked


@given(some.lists(some.text(max_size=9), max_size=9))
def test_values_escaped_together_are_as_if_escaped_alone(values: list[str]) -> None:
    def alone(value: str) -> str:
        value = signed(value)
        for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;")):
            value = value.replace(character, entity)
        return value.replace("'", "&#39;")

    assert list(escaped(values)) == [alone(value) for value in values]


def test_even_a_lone_surrogate_does_not_mix_values_up() -> None:
    assert list(escaped(["a\ud800<", "b"])) == ["a\ufffd&lt;", "b"]


@given(some.text(some.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_forbidden_character_is_left_and_no_other_is_touched(said: str) -> None:
    made = signed(said)
    assert is_suspect(said) or made == said
    assert len(made) == len(said)
    for before, after in zip(said, made, strict=True):
        code = ord(before)
        control = code < 0x20 and before not in "\t\n\f\r"
        forbidden = control or 0x7F <= code <= 0x9F or 0xFDD0 <= code <= 0xFDEF
        forbidden = forbidden or code & 0xFFFE == 0xFFFE or before == "\f"
        assert (after == before) is not forbidden
        assert ord(after) > 0x9F if forbidden else True


def test_a_surrogate_gets_a_sign_too() -> None:
    assert is_suspect("a\ud83d")
    assert signed("a\ud83d") == "a\ufffd"


def test_what_most_reports_hold_is_not_suspect() -> None:
    assert not is_suspect(f"{sample().text}é“中𠮷😀العربية\t\r\n")
