"""Articles from files, bytes and text."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.bundled import sample_article
from annotator.exchange.encodings import UnsureEncoding, WrongEncoding
from annotator.exchange.files import NotFound, TooLarge
from annotator.exchange.readers import registry
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.reading import LARGEST, read_bytes, read_file, read_text
from annotator.exchange.readers.refusing import Binary, ControlCharacters, NothingVisible
from annotator.exchange.readers.registry import PLAIN_TEXT, Format, format_of
from annotator.model.article import Metadata
from annotator.model.failure import Refusal
from annotator.model.text import canonical, is_empty

NOTHING_VISIBLE = (
    "There is no visible character in it, so it was not added: "
    "check that it is the right file and that it was saved."
)
CONTROL_CHARACTERS = (
    "It holds too many control characters to be a text, so it was not added: "
    "choose a text file, or name its encoding."
)


def test_the_sample_is_read_as_it_is() -> None:
    read = read_file(sample_article())
    assert read == ReadArticle(sample_article().read_text("utf-8"), Metadata())


def test_line_ends_nuls_and_surrogates_are_made_canonical_and_what_was_dropped_is_said() -> None:
    data = b"\xef\xbb\xbfTitle\r\nbody\rend \xed\xa0\x80" + b"x" * 100 + b"\0"
    read = read_bytes(data, "article.txt")
    assert read.text == "Title\nbody\nend " + "x" * 100
    assert read.notes == ("2 characters that no text can hold were left out.",)


def test_an_assumed_encoding_is_said() -> None:
    read = read_bytes("Größe, München".encode("cp1252"), "article.txt")
    assert read.text == "Größe, München"
    assert read.notes == ("The file does not name its encoding; it was read as cp1252.",)


def test_one_dropped_character_is_one() -> None:
    notes = read_text("a\ufdd0b").notes
    assert notes == ("1 character that no text can hold was left out.",)


def test_a_named_encoding_reaches_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("Он сказал".encode("cp1251"))
    with pytest.raises(UnsureEncoding):
        read_file(path)
    with pytest.raises(WrongEncoding):
        read_file(path, "utf-8")
    assert read_file(path, "cp1251").text == "Он сказал"


def test_a_megabyte_on_one_line_is_an_article() -> None:
    text = "word " * 200_000
    assert read_bytes(text.encode(), "-").text == text


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "a.md", "README", "-", "", "a.log", ".txt"])
def test_whatever_is_a_text_is_read_whatever_its_name(name: str) -> None:
    assert read_bytes(b"It is a text.", name).text == "It is a text."


@pytest.mark.parametrize(
    "data", [b"", b"\0", b" \r\n\t", b"\xef\xbb\xbf", "\u200b\u00ad \u2028".encode()]
)
def test_nothing_to_see_is_refused(data: bytes) -> None:
    with pytest.raises((NothingVisible, ControlCharacters)) as refused:
        read_bytes(data, "article.txt")
    assert refused.value.sentence == (CONTROL_CHARACTERS if data == b"\0" else NOTHING_VISIBLE)


def test_a_picture_is_refused_by_its_first_bytes() -> None:
    with pytest.raises(Binary):
        read_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100), "article.txt")


@pytest.mark.parametrize(
    "data", [b"x\x01" * 100, b"x" * 97 + b"\0", os.urandom(5000) + bytes(100), b"\xc3\xa9\x01" * 9]
)
def test_too_many_controls_are_refused(data: bytes) -> None:
    with pytest.raises(ControlCharacters) as refused:
        read_bytes(b"=" + data, "article.txt")
    assert refused.value.sentence == CONTROL_CHARACTERS


def test_too_large_is_refused_in_every_form(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(TooLarge) as refused:
        read_file(path)
    assert refused.value.sentence == (
        "It is larger than 20 MB and was not read: split it into smaller files."
    )
    with pytest.raises(TooLarge):
        read_bytes(b"x" * (LARGEST + 1), "-")
    with pytest.raises(TooLarge):
        read_text("é" * (LARGEST // 2 + 1))
    assert len(read_bytes(b"x" * LARGEST, "-").text) == LARGEST


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_file(tmp_path / "none.txt")


@given(st.text(st.one_of(st.characters(), st.sampled_from("\r\n\0\ud800\ufeff \u200b"))))
def test_pasted_text_is_canonical_or_nothing_visible(raw: str) -> None:
    if is_empty(canonical(raw)):
        with pytest.raises(NothingVisible):
            read_text(raw)
    else:
        assert read_text(raw).text == canonical(raw)


@given(st.binary())
def test_any_bytes_are_an_article_or_a_refusal(data: bytes) -> None:
    try:
        read = read_bytes(data, "article.txt")
    except Refusal as refusal:
        assert refusal.sentence.endswith(".")
    else:
        assert canonical(read.text) == read.text != ""


def test_a_format_joins_by_one_entry_and_its_bytes_go_before_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read(data: bytes, options: ReadOptions) -> ReadArticle:
        return ReadArticle(data[4:].decode(), Metadata(title="known"), (options.encoding or "",))

    joined = Format("Pages", (".page",), read, lambda data: data.startswith(b"PAGE"), apart=False)
    monkeypatch.setattr(registry, "FORMATS", (PLAIN_TEXT, joined))
    assert format_of(b"PAGE x", "a.txt") is joined
    assert format_of(b"x", "a.PAGE") is joined
    assert format_of(b"x", "a.txt") is PLAIN_TEXT
    assert read_bytes(b"PAGEtext", "a", "utf-8") == ReadArticle(
        "text", Metadata(title="known"), ("utf-8",)
    )
