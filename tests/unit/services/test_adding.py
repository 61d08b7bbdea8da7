"""Articles come in from files, streams and the clipboard, and go out again, as one step each."""

import io
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.failure import Refusal
from annotator.model.text import sha256_of
from annotator.services import adding, binning, listing, undoing
from annotator.services.adding import Given
from annotator.services.preparing import prepare
from annotator.storage import articles
from annotator.storage.failures import DiskFailed, DiskFull, LibraryBusy
from tests.unit.services.desk import STORY, Desk, state
from tests.unit.services.full_disk import room_for


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def labels(desk: Desk) -> list[str]:
    return [entry.label for entry in desk.workspace.history.past]


def test_a_file_becomes_an_article(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, "new story.txt", "\ufeff\r\n The headline \r\nWords 😀.\r\n")
    (added,) = adding.add_files(desk.workspace, [path])
    article = added.article
    assert article
    assert (added.name, added.new, added.refusal) == (str(path), True, None)
    assert (article.metadata.title, article.origin) == ("The headline", "new story.txt")
    text = "\n The headline \nWords 😀.\n"
    assert (article.characters, article.sha256) == (len(text), sha256_of(text))
    assert listing.text_of(desk.workspace, article.id) == text
    assert listing.find(desk.workspace, "The headline") == article
    assert undoing.undo(desk.workspace) == undoing.Undone("add article", article.id)


def test_what_is_good_is_kept_and_each_refusal_is_answered(desk: Desk, tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt", "Something new.")
    same = write(tmp_path, "same.txt", "Something new.")
    known = write(tmp_path, "known.txt", STORY)
    blank = write(tmp_path, "blank.txt", " \n\u200b")
    stream = Given("standard input", io.BytesIO(b"From elsewhere."))
    answers = adding.add_files(
        desk.workspace, [good, tmp_path / "missing.txt", same, known, blank, stream, tmp_path]
    )
    assert [one.new for one in answers] == [True, False, False, False, False, True, False]
    assert [bool(one.refusal) for one in answers] == [False, True, False, False, True, False, True]
    assert answers[0].article
    assert answers[2].article == answers[0].article
    assert answers[3].article
    assert answers[3].article.id == desk.article
    assert answers[5].article
    assert answers[5].article.origin == "standard input"
    assert labels(desk) == ["add article"]
    before = state(desk.workspace)
    undoing.undo(desk.workspace)
    assert len(state(desk.workspace)["article"]) == 3
    undoing.redo(desk.workspace)
    assert state(desk.workspace) == before


def test_nothing_new_is_no_step(desk: Desk, tmp_path: Path) -> None:
    assert adding.add_files(desk.workspace, []) == []
    adding.add_files(desk.workspace, [write(tmp_path, "known.txt", STORY)])
    adding.add_text(desk.workspace, STORY, "clipboard")
    assert labels(desk) == []


def test_a_stream_that_cannot_be_read(desk: Desk) -> None:
    class Broken(io.RawIOBase):
        def readinto(self, _buffer: object) -> int:
            raise OSError(5, "Input/output error")

        def readable(self) -> bool:
            return True

    (answer,) = adding.add_files(desk.workspace, [Given("-", io.BufferedReader(Broken()))])
    assert answer.refusal
    assert "Input/output error" in answer.refusal.sentence


def test_bytes_and_clipboard_raise_their_refusals(desk: Desk) -> None:
    with pytest.raises(Refusal):
        adding.add_bytes(desk.workspace, b"  ", "name")
    with pytest.raises(Refusal):
        adding.add_text(desk.workspace, "\u200b", "clipboard")
    assert len(state(desk.workspace)["article"]) == 3


def test_the_sample_is_no_step_of_the_persons(desk: Desk) -> None:
    desk.tag(0, 5)
    undoing.undo(desk.workspace)
    added = adding.add_bytes(desk.workspace, b"The sample.", "sample", undoable=False)
    assert added.new
    assert labels(desk) == []
    assert desk.workspace.history.redo_label() == "tag"
    adding.add_bytes(desk.workspace, b"Another.", "name")
    assert labels(desk) == ["add article"]


def test_a_library_that_cannot_be_written_answers_for_each_good_file(
    desk: Desk, tmp_path: Path
) -> None:
    files = [write(tmp_path, "good.txt", "Something new."), tmp_path / "missing.txt"]
    with closing(sqlite3.connect(desk.workspace.library.path)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        good, missing = adding.add_files(desk.workspace, files)
    assert isinstance(good.refusal, LibraryBusy)
    assert missing.refusal
    assert not isinstance(missing.refusal, LibraryBusy)
    assert len(state(desk.workspace)["article"]) == 3


def test_one_file_that_the_library_refuses_does_not_cost_the_others(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [write(tmp_path, f"{name}.txt", name) for name in ("one", "bad", "two")]
    insert = articles.insert

    def refuse_one(step: object, article: object, text: str) -> None:
        insert(step, article, text)  # type: ignore[arg-type]
        if text == "bad":
            raise DiskFull(desk.workspace.library.path)

    monkeypatch.setattr(articles, "insert", refuse_one)
    answers = adding.add_files(desk.workspace, files)
    assert [bool(one.refusal) for one in answers] == [False, True, False]
    titles = [one.article.metadata.title for one in listing.all_articles(desk.workspace)]
    assert titles[3:] == ["one", "two"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold a file to a size")
def test_a_disk_that_fills_keeps_what_it_has_room_for(desk: Desk, tmp_path: Path) -> None:
    large = "A large story. " * 40_000
    texts = {f"{name}.txt": f"Story {name}" for name in range(8)} | {"3.txt": large}
    files = [write(tmp_path, name, text) for name, text in texts.items()]
    prepared = prepare([*files], None, None)
    with room_for(desk.workspace, 300_000):
        answers = adding.keep(desk.workspace, prepared)
    assert [bool(one.article) for one in answers] == [True] * 3 + [False] + [True] * 4
    refusal = answers[3].refusal
    assert isinstance(refusal, DiskFull | DiskFailed)
    assert Path(answers[3].name).name == "3.txt"
    titles = [one.article.metadata.title for one in listing.all_articles(desk.workspace)]
    assert titles[3:] == [f"Story {name}" for name in (0, 1, 2, 4, 5, 6, 7)]
    assert desk.workspace.library.damage() == []
    undoing.undo(desk.workspace)
    assert len(listing.all_articles(desk.workspace)) == 3


def test_a_text_that_is_in_the_bin_is_taken_out_of_it(desk: Desk) -> None:
    desk.tag(0, 5)
    before = state(desk.workspace)
    binning.remove(desk.workspace, desk.article)
    added = adding.add_text(desk.workspace, STORY, "clipboard")
    assert (added.article and added.article.id, added.new) == (desk.article, False)
    assert added.article
    assert added.article.binned is None
    assert added.notes == ("This article was in the bin. It is back, with the claims on it.",)
    assert state(desk.workspace) == before
    assert labels(desk)[-1] == "add article"
    undoing.undo(desk.workspace)
    assert [one.article.id for one in binning.in_bin(desk.workspace)] == [desk.article]
