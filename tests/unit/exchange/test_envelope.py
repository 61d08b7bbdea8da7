"""The first line vouches for the rest; what is damaged, other or newer is refused by a sentence."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange import envelope, envelope_failures
from annotator.exchange.envelope import Format, format_of, opened, sealed
from annotator.model.failure import Refusal

WHOLE = sealed(Format.HAND_IN, {"a": "é\n", "b": [1, None, True]})
DAMAGED = (
    "It was damaged or changed on its way, so nothing was taken from it: get it again from "
    "whoever sent it, unopened and as a file of its own."
)
NOT_OURS = (
    "It is neither an assignment nor a hand-in, or was damaged on its way, so nothing was taken "
    "from it: choose a file that ends in .assignment or .handin, or get this one again from "
    "whoever sent it."
)


def with_line(line: Any, rest: bytes = b"{}") -> bytes:
    if isinstance(line, dict):
        line = {"sha256": hashlib.sha256(rest).hexdigest()} | line
        line = json.dumps(line).encode()
    return bytes(line) + b"\n" + rest


def refused(data: bytes, kind: Format = Format.HAND_IN) -> str:
    with pytest.raises(Refusal) as caught:
        opened(data, kind)
    return caught.value.sentence


def test_the_first_line_is_as_the_format_says() -> None:
    line, end, rest = WHOLE.partition(b"\n")
    assert end
    assert json.loads(line) == {
        "format": "annotator-hand-in",
        "version": 1,
        "sha256": hashlib.sha256(rest).hexdigest(),
    }
    assert json.loads(rest) == {"a": "é\n", "b": [1, None, True]}


def test_the_document_comes_back() -> None:
    assert opened(WHOLE, Format.HAND_IN) == {"a": "é\n", "b": [1, None, True]}


def test_what_changes_line_ends_or_adds_a_mark_does_no_harm() -> None:
    changed = b"\xef\xbb\xbf" + WHOLE.replace(b"\n", b"\r\n")
    assert opened(changed, Format.HAND_IN) == opened(WHOLE, Format.HAND_IN)


@pytest.mark.parametrize(
    "data",
    [
        WHOLE[:-1],
        WHOLE + b" ",
        WHOLE.replace("é".encode(), b"e"),
        WHOLE.partition(b"\n")[0],
        WHOLE[:60],
        with_line({"format": "annotator-hand-in", "version": 0}),
        with_line({"format": "annotator-hand-in", "version": 1, "sha256": "0" * 64}),
        with_line({"format": "annotator-hand-in", "version": True}),
        with_line({"format": "annotator-hand-in", "version": "1"}),
        with_line({"format": "annotator-hand-in", "version": 1, "sha256": None}),
    ],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    assert refused(data) == DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        b"\n",
        b"PK\x03\x04",
        b"\xff\xfe",
        b'{"format": "annotator-hand-ins", "version": 1}\n{}',
        b'{"@context": []}',
        with_line({"version": 1}),
        with_line(b'["annotator-hand"]'),
        with_line(b"[" * 900),
        with_line(b'{"format": "annotator-hand-in", "version": 1}' + b" " * 1000),
        with_line({"format": ["x"], "version": 1}),
    ],
)
def test_any_other_file_is_refused(data: bytes) -> None:
    assert refused(data) == NOT_OURS


def test_each_other_reason_has_its_sentence() -> None:
    assert refused(b"") == (
        "It is empty, so nothing was taken from it: whoever sent it has it still; ask for it once "
        "more."
    )
    assert refused(WHOLE, Format.ASSIGNMENT) == (
        "It is a hand-in and not an assignment, so nothing was taken from it: choose the file "
        "that the teacher handed out."
    )
    assert refused(sealed(Format.ASSIGNMENT, {})) == (
        "It is an assignment and not a hand-in, so nothing was taken from it: choose the file "
        "that the student wrote by handing in."
    )
    newer = with_line({"format": "annotator-hand-in", "version": 2, "sha256": "later"})
    assert refused(newer) == (
        "It was written by a newer version of this program, so nothing was taken from it: install "
        "the newer version on this computer."
    )


@pytest.mark.parametrize(
    ("rest", "problem"),
    [
        (b'{"a": 1, "a": 2}', "doubled member"),
        (b'{"a": NaN}', "no number"),
        (b'{"a": ', "broken json"),
        (b"\xff", "not utf8"),
        (b'"\\ud800"', "half character"),
        (b'{"\\udd14\\ud83e": 1}', "half character"),
        (b'["\\ud83e", "\\udd14"]', "half character"),
        (b"[" * 100_000, "too deep"),
    ],
)
def test_a_document_that_means_no_one_thing_is_refused(rest: bytes, problem: str) -> None:
    data = with_line({"format": "annotator-hand-in", "version": 1}, rest)
    assert refused(data) == (
        f"It is not written as such a file is ({problem}), so nothing was taken from it: let this "
        "program write it again."
    )


@pytest.mark.parametrize("number", ["1e400", "-1e999999", "9" * 10_000])
def test_a_number_beyond_all_others_is_no_half_character(number: str) -> None:
    """Beside a character that is written in two halves it was."""
    rest = f'{{"note": "\\ud83e\\udd14", "other": {number}}}'.encode()
    found = opened(with_line({"format": "annotator-hand-in", "version": 1}, rest), Format.HAND_IN)
    assert isinstance(found, dict)
    assert found["note"] == "🤔"


def test_a_file_beyond_the_limit_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "LARGEST", len(WHOLE) - 1)
    with pytest.raises(envelope_failures.TooLargeFile):
        opened(WHOLE, Format.HAND_IN)


def test_what_could_not_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    document = {"note": "x" * 1_000_000}
    monkeypatch.setattr(envelope, "LARGEST", 2_000_000)
    assert opened(sealed(Format.HAND_IN, document), Format.HAND_IN) == document
    monkeypatch.setattr(envelope, "LARGEST", 1_000_000)
    with pytest.raises(envelope_failures.TooLargeToWrite) as caught:
        sealed(Format.HAND_IN, document)
    assert caught.value.sentence == (
        "It would be larger than 1 MB, more than an assignment or a hand-in may be. Nothing was "
        "written; your work is safe. Shorten the longest notes, or export the article instead."
    )


def test_what_a_file_is_stands_in_its_first_line() -> None:
    assert format_of(WHOLE) is Format.HAND_IN
    assert format_of(WHOLE[:200]) is Format.HAND_IN
    assert format_of(WHOLE[:-3] + b"xyz") is Format.HAND_IN
    assert format_of(b"\xef\xbb\xbf" + sealed(Format.ASSIGNMENT, {})) is Format.ASSIGNMENT
    assert format_of(b"") is None
    assert format_of(b"x" * 5000) is None
    assert format_of(WHOLE[:50]) is None


@given(st.binary(max_size=200), st.integers(0, len(WHOLE)))
def test_any_bytes_are_opened_or_refused(noise: bytes, cut: int) -> None:
    data = WHOLE[:cut] + noise
    try:
        assert opened(data, Format.HAND_IN) == opened(WHOLE, Format.HAND_IN)
    except Refusal as refusal:
        assert isinstance(refusal, envelope_failures.EnvelopeRefusal)
