"""Canonical text, its paragraphs and its title."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.bundled import sample_article
from annotator.model.span import Span
from annotator.model.text import (
    Paragraph,
    canonical,
    context,
    count_dropped,
    is_empty,
    paragraph_of,
    paragraphs,
    sha256_of,
    title_of,
)

LINE_ENDS = "\n\r\x85\u2028\u2029"
RAW = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from(LINE_ENDS + "\0\ufeff\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"),
        st.sampled_from("ab \t\u00a0\u00ad\x0b\x0c\u200b\u0301é😀"),
    )
)


def noncharacter(character: str) -> bool:
    number = ord(character)
    return 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE


def by_the_rule(raw: str) -> str:
    """The rule, written again in the slow way."""
    text = raw.replace("\r\n", "\n")
    for end in LINE_ENDS:
        text = text.replace(end, "\n")
    kept = [
        character
        for character in text
        if character != "\0"
        and unicodedata.category(character) != "Cs"
        and not noncharacter(character)
    ]
    return "".join(kept).lstrip("\ufeff")


@given(RAW)
def test_canonical_text_follows_the_rule_and_touches_nothing_else(raw: str) -> None:
    assert canonical(raw) == by_the_rule(raw)


@given(RAW)
def test_canonical_text_is_its_own_canonical_form(raw: str) -> None:
    once = canonical(raw)
    assert canonical(once) == once


@given(RAW)
def test_canonical_text_holds_nothing_that_a_library_or_a_widget_chokes_on(raw: str) -> None:
    text = canonical(raw)
    assert not set(text) & set("\r\x85\u2028\u2029\0")
    assert not any(map(noncharacter, text))
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\r\r\nb", "a\n\nb"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("\ufeff\ufeffa\ufeffb", "a\ufeffb"),
        ("\0\ufeffa", "a"),
        ("a\r\0\nb", "a\n\nb"),
        ("a\0b\ud800c\udc00d\ufdd0e\U0002ffffg", "abcdeg"),
        (
            "cafe\u0301\u00a0\u00ad\ufb01\x0b\x0c\x1b\t ",
            "cafe\u0301\u00a0\u00ad\ufb01\x0b\x0c\x1b\t ",
        ),
        ("", ""),
    ],
)
def test_canonical_examples(raw: str, text: str) -> None:
    assert canonical(raw) == text


@pytest.mark.parametrize(
    ("raw", "number"), [("", 0), ("\ufeffa\r\nb", 0), ("a\0\0b\ud800c\ufdd0", 4)]
)
def test_what_is_left_out_is_counted(raw: str, number: int) -> None:
    assert count_dropped(raw) == number


def test_the_hash_is_of_the_utf8_bytes() -> None:
    assert sha256_of("é😀") == hashlib.sha256("é😀".encode()).hexdigest()


@given(st.text(st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp"])))
def test_a_text_of_what_nobody_sees_is_empty(text: str) -> None:
    assert is_empty(text)
    assert paragraphs(text) == ()
    assert title_of(text) == ""


@given(
    st.text(st.sampled_from(" \n\t\u200b\u00ad\x07")),
    st.characters(exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Cs"]),
    st.text(st.sampled_from(" \n\t\u200b\u00ad\x07")),
)
def test_one_visible_character_is_enough(before: str, character: str, after: str) -> None:
    assert not is_empty(before + character + after)


def test_paragraphs_are_the_lines_with_something_to_see() -> None:
    assert paragraphs("Title\n\n  one\n \u200b\t\ntwo\n") == (
        Paragraph(1, Span(0, 5)),
        Paragraph(2, Span(7, 12)),
        Paragraph(3, Span(17, 20)),
    )


@given(st.text(st.sampled_from("ab \n\u200b")))
def test_paragraphs_cover_every_visible_character_once(text: str) -> None:
    covered = [at for one in paragraphs(text) for at in range(*one.span)]
    assert covered == sorted(set(covered))
    assert {at for at, one in enumerate(text) if one in "ab"} <= set(covered)
    assert "\n" not in {text[at] for at in covered}
    assert [one.number for one in paragraphs(text)] == list(range(1, len(paragraphs(text)) + 1))


def test_the_sample_has_its_title_as_the_first_of_24_paragraphs() -> None:
    text = canonical(sample_article().read_text("utf-8"))
    assert len(text) == 6888
    assert len(paragraphs(text)) == 24
    assert paragraphs(text)[0].span == Span(0, 76)
    assert title_of(text) == text[:76]


@pytest.mark.parametrize(
    ("position", "number"), [(0, 1), (1, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 2), (12, 2)]
)
def test_every_position_has_a_paragraph(position: int, number: int) -> None:
    assert paragraph_of(paragraphs("\nTitle\n\n\none"), position).number == number


def test_a_text_without_paragraphs_has_none_at_a_position() -> None:
    with pytest.raises(IndexError):
        paragraph_of((), 0)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n \n  A title \u00a0\nbody", "A title"),
        ("x" * 121, "x" * 120),
        ("😀" * 121 + "\nbody", "😀" * 120),
        ("", ""),
    ],
)
def test_the_title_is_the_first_line_with_something_to_see(text: str, title: str) -> None:
    assert title_of(text) == title


def test_the_context_is_up_to_32_code_points_on_either_side() -> None:
    text = "a" * 40 + "QUOTE" + "😀" * 40
    assert context(text, Span(40, 45)) == ("a" * 32, "😀" * 32)
    assert context("ab QUOTE", Span(3, 8)) == ("ab ", "")
    assert context("QUOTE", Span(0, 5)) == ("", "")


@pytest.mark.parametrize("around", ["plain", "Größe – 漢字 😀"])
def test_each_character_that_no_text_holds_is_dropped_and_counted(around: str) -> None:
    dropped = [0, *range(0xFDD0, 0xFDF0), 0xD800, 0xDBFF, 0xDC00, 0xDFFF]
    dropped += [plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)]
    for code in dropped:
        raw = f"{around}{chr(code)}{around}"
        assert (canonical(raw), count_dropped(raw)) == (around * 2, 1)
    for code in (1, 0xFDCF, 0xFDF0, 0xFFFD, 0xFFE, 0x1FFFD, 0x3FFE, 0x7FFF, 0x10FFFD):
        raw = f"{around}{chr(code)}{around}"
        assert (canonical(raw), count_dropped(raw)) == (raw, 0)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\n"])
def test_each_line_end_alone_becomes_a_line_feed(end: str) -> None:
    assert canonical(f"a{end}b") == "a\nb"
