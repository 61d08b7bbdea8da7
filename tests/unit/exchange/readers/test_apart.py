"""Reading in a process that can be killed: whatever happens there is one sentence here."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from annotator import words
from annotator.exchange.encodings import UnsureEncoding
from annotator.exchange.readers import apart, limits
from annotator.exchange.readers.apart import ReadingProcess, Stopped, read_apart
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.reading import read_bytes
from annotator.exchange.readers.refusing import (
    Binary,
    NothingVisible,
    NotReadYet,
    ReaderBroke,
    ReaderEnded,
    TooHungry,
    TooMuchText,
    TooSlow,
)
from annotator.model.article import Metadata

ROOT = Path(__file__).parents[4]
HOSTILE = (sys.executable, "-m", "tests.unit.exchange.readers.hostile_child")
COPY = "copy the article’s text from the program that shows it and paste it."


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(HOSTILE) as made:
        yield made


def read(process: ReadingProcess, name: str, data: bytes = b"abc") -> ReadArticle:
    return process.read(data, name, ReadOptions())


def pid(process: ReadingProcess) -> str:
    return read(process, "-").text.split()[0]


def test_a_text_is_read_elsewhere_as_it_is_here() -> None:
    article = read_apart("Größe, München".encode("cp1252"), "a.txt", ReadOptions())
    assert article == read_bytes("Größe, München".encode("cp1252"), "a.txt")
    assert article.notes == ("The file does not name its encoding; it was read as cp1252.",)


def test_one_process_reads_a_batch(process: ReadingProcess) -> None:
    first = process.read(b"abc", "-", ReadOptions("utf-8")).text
    assert first.split()[1:] == ["3", "utf-8"]
    assert read(process, "-", bytes(20_000_000)).text == f"{first.split()[0]} 20000000 None"
    assert int(first.split()[0]) != os.getpid()


def test_a_refusal_crosses_with_its_kind_its_sentence_and_what_it_knows(
    process: ReadingProcess,
) -> None:
    before = pid(process)
    with pytest.raises(UnsureEncoding) as unsure:
        read(process, "unsure")
    assert unsure.value.guesses == ("cp1251", "koi8_r")
    assert unsure.value.guess == "cp1251"
    assert unsure.value.sentence == UnsureEncoding(("cp1251", "koi8_r")).sentence
    with pytest.raises(NotReadYet) as refused:
        read(process, "refuse")
    assert (refused.value.kind, str(refused.value)) == ("A PDF", NotReadYet("A PDF").sentence)
    assert pid(process) == before
    with pytest.raises(Binary, match="It is a JPEG picture and not a text"):
        read_apart(b"\xff\xd8\xff\xe0", "a.txt", ReadOptions())


def test_too_slow_is_killed_and_the_next_file_gets_another_process(
    process: ReadingProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pid(process)
    monkeypatch.setattr(limits, "SECONDS", 1)
    for name in ("hang", "spin"):
        began = time.monotonic()
        with pytest.raises(TooSlow) as refused:
            read(process, name)
        assert time.monotonic() - began < 5
        assert refused.value.sentence == (
            f"It could not be read within 1 seconds, so it was not added: {COPY}"
        )
    assert pid(process) != before
    assert not Path(f"/proc/{before}").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there a process has no such limits")
def test_too_much_memory_is_said(process: ReadingProcess) -> None:
    with pytest.raises(TooHungry) as refused:
        read(process, "hog")
    assert refused.value.sentence == (
        f"Reading it takes more than 500 MB of memory, so it was not added: {COPY}"
    )
    assert pid(process)


@pytest.mark.parametrize(("name", "how"), [("raise", "KeyError"), ("deep", "Recursion")])
def test_a_reader_that_breaks_off_is_said_without_words_of_the_article(
    process: ReadingProcess, name: str, how: str
) -> None:
    with pytest.raises(ReaderBroke) as refused:
        read(process, name)
    assert refused.value.how.startswith(how)
    assert refused.value.sentence == (
        f"Reading it broke off ({refused.value.how}), so it was not added: {COPY}"
    )
    assert pid(process)


@pytest.mark.parametrize(("name", "how"), [("crash", "-6"), ("leave", "7")])
def test_a_process_that_ends_is_said_without_a_number(
    process: ReadingProcess, name: str, how: str
) -> None:
    if sys.platform == "win32" and name == "crash":
        pytest.skip("ends in its own way there")
    with pytest.raises(ReaderEnded) as refused:
        read(process, name)
    assert refused.value.how == how
    assert refused.value.sentence == (
        f"It is damaged, or reading it takes more memory than one article may, so it was not "
        f"added: {COPY}"
    )
    assert pid(process)


def test_what_a_library_prints_does_not_disturb_the_answer(process: ReadingProcess) -> None:
    assert read(process, "print").text.endswith("3 None")
    assert read(process, "print").text.endswith("3 None")


def test_an_article_from_a_document_is_canonical_and_never_empty(process: ReadingProcess) -> None:
    assert read(process, "rough") == ReadArticle(
        "a\nb", Metadata(title="a title", author="Ann Bo"), ("noted",), ("left\nout", "2")
    )
    with pytest.raises(NothingVisible):
        read(process, "empty")
    with pytest.raises(TooMuchText) as refused:
        read(process, "much")
    assert refused.value.sentence == (
        "It holds more than 20 MB of text, so it was not added: "
        "no article is so long; copy the part that you need and paste it."
    )


def test_cancel_kills_at_once(process: ReadingProcess) -> None:
    before, asked = pid(process), iter([False, False, True])
    began = time.monotonic()
    with pytest.raises(Stopped):
        process.read(b"", "hang", ReadOptions(), lambda: next(asked))
    assert time.monotonic() - began < 5
    assert pid(process) != before


def test_an_interrupt_leaves_no_process_behind(process: ReadingProcess) -> None:
    before = pid(process)

    def interrupt() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        process.read(b"", "hang", ReadOptions(), interrupt)
    assert pid(process) != before


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_is_the_programs_business(process: ReadingProcess) -> None:
    before = pid(process)
    os.kill(int(before), signal.SIGINT)
    assert pid(process) == before


def test_one_that_was_killed_from_outside_is_replaced(process: ReadingProcess) -> None:
    before = pid(process)
    os.kill(int(before), signal.SIGTERM)
    time.sleep(0.2)
    assert pid(process) != before


def test_no_interpreter_is_a_sentence() -> None:
    with ReadingProcess(("/nowhere/python",)) as none, pytest.raises(ReaderBroke) as refused:
        read(none, "-")
    assert refused.value.how == "No such file or directory"


def test_what_is_no_answer_is_a_sentence() -> None:
    says = "import sys; sys.stdin.buffer.read(1); sys.stdout.buffer.write({!r}); sys.stdout.flush()"
    for words_of in (b"hello, this is no frame", (5).to_bytes(8, "big") + b"{]oh!", b"\xff" * 9):
        command = (sys.executable, "-c", says.format(words_of) + "; input()")
        with ReadingProcess(command) as strange, pytest.raises(ReaderBroke):
            read(strange, "-")


@pytest.mark.skipif(sys.platform == "win32", reason="looks at processes as POSIX has them")
@pytest.mark.parametrize("name", ["hang", "-"])
def test_it_ends_with_the_program(name: str) -> None:
    program = (
        "import sys, threading, time\n"
        "from annotator.exchange.readers.apart import ReadingProcess\n"
        "from annotator.exchange.readers.article import ReadOptions\n"
        f"process = ReadingProcess({HOSTILE!r})\n"
        "print(process.read(b'', '-', ReadOptions()).text.split()[0], flush=True)\n"
        f"threading.Thread(target=process.read, args=(b'', {name!r}, ReadOptions())).start()\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE
    ) as started:
        assert started.stdout is not None
        child = int(started.stdout.readline())
        time.sleep(0.3)
        started.kill()
    assert _is_gone(child)


def _is_gone(process: int) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{process}/stat").exists():
            state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
            if state == "Z":  # nobody has asked for its end here
                return True
        time.sleep(0.05)
    return False


def test_notes_are_asked_for_in_the_language_that_is_spoken(
    monkeypatch: pytest.MonkeyPatch, process: ReadingProcess
) -> None:
    seen: list[bytes] = []

    def talk(_process: object, task: bytes, _data: bytes, answers: SimpleQueue[bytes]) -> None:
        seen.append(task)
        answers.put(b'{"type":"failure","kind":"x"}')

    monkeypatch.setattr(words, "language", lambda: "pt-BR")
    monkeypatch.setattr(apart, "_talk", talk)
    with pytest.raises(ReaderBroke):
        read(process, "a")
    assert b'"language":"pt-BR"' in seen[0]


def test_nothing_of_the_folder_it_is_called_in_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "annotator.py").write_text("raise SystemExit('wrong one')")
    (tmp_path / "msgspec.py").write_text("raise SystemExit('wrong one')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONSAFEPATH", "1")
    assert read_apart(b"text", "a.txt", ReadOptions()).text == "text"
