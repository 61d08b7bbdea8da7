"""Documents are read before anything is stored, in a process that can be stopped."""

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.exchange.readers.apart import ReadingProcess
from annotator.model.article import Metadata
from annotator.services import adding, listing, preparing, undoing
from annotator.services.failures import Cancelled
from annotator.storage import changes
from tests.unit.exchange.readers.documents.packed import word
from tests.unit.services.desk import Desk, state


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_what_was_left_out_of_a_document_is_answered(desk: Desk, tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not seen</w:t></w:r>"
    path = tmp_path / "a.docx"
    path.write_bytes(word(f"<w:p><w:r><w:t>Seen</w:t></w:r></w:p><w:p>{hidden}</w:p>"))
    for new in (True, False):
        (added,) = adding.add_files(desk.workspace, [path])
        assert (added.new, added.dropped) == (new, ("not seen",))
        assert added.notes == ("1 hidden passage was left out.",)


def test_what_was_prepared_may_be_corrected_before_it_is_kept(desk: Desk, tmp_path: Path) -> None:
    before = state(desk.workspace)
    (one,) = preparing.prepare([write(tmp_path, "a.txt", "Headline\nWords\nAn advertisement")])
    assert one.given
    assert state(desk.workspace) == before
    corrected = replace(one.given, text="Headline\nWords", metadata=Metadata(author="Ann"))
    (added,) = adding.keep(desk.workspace, [replace(one, given=corrected)])
    assert added.article
    assert added.article.metadata == Metadata(title="Headline", author="Ann")
    assert listing.text_of(desk.workspace, added.article.id) == "Headline\nWords"


def test_cancelling_while_a_document_is_read_ends_its_process(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = (sys.executable, "-m", "tests.unit.exchange.readers.hostile_child")
    monkeypatch.setattr(preparing, "ReadingProcess", lambda: ReadingProcess(hostile))
    path = tmp_path / "hang"
    path.write_bytes(word(""))
    asked: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        asked.append((done, total))
        return len(asked) < 4

    before = state(desk.workspace)
    with pytest.raises(Cancelled):
        adding.add_files(desk.workspace, [path], progress=progress)
    assert asked == [(0, 1)] * 4
    assert state(desk.workspace) == before


def test_reading_does_not_hold_the_library(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Another story.")

    def somebody_else_writes(_done: int, _total: int) -> bool:
        with closing(sqlite3.connect(desk.workspace.library.path, timeout=0.1)) as other, other:
            other.execute("BEGIN IMMEDIATE")
            other.execute("UPDATE person SET name = name")
        return True

    (added,) = adding.add_files(desk.workspace, [path], progress=somebody_else_writes)
    assert added.new


def test_an_article_that_is_added_again_after_undo_has_its_text(desk: Desk, tmp_path: Path) -> None:
    files = [write(tmp_path, name, f"Story {name}.") for name in ("a.txt", "b.txt")]
    added = adding.add_files(desk.workspace, files)
    before = state(desk.workspace)
    with desk.workspace.library.reading() as reading:
        (newest, *_) = reversed(changes.since(reading, 0))
    assert all("text" not in (row.after or {}) for row in newest.rows)
    for _time in range(2):
        undoing.undo(desk.workspace)
        assert len(state(desk.workspace)["article"]) == len(before["article"]) - 2
        undoing.redo(desk.workspace)
        assert state(desk.workspace) == before
    for file, one in zip(files, added, strict=True):
        assert one.article
        assert listing.text_of(desk.workspace, one.article.id) == file.read_text("utf-8")


def test_files_are_there_already_whether_one_or_a_thousand(desk: Desk, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{number}.txt", f"Story {number}.") for number in range(1_100)]
    first = adding.add_files(desk.workspace, [*files, files[0]])
    assert [one.new for one in first] == [True] * 1_100 + [False]
    again = adding.add_files(desk.workspace, files)
    assert [one.article and one.article.id for one in again] == [
        one.article and one.article.id for one in first[:-1]
    ]
    assert not any(one.new for one in again)


def test_plain_text_is_read_or_refused_in_the_answer() -> None:
    read = preparing.prepare_text("A story.\r\n", "clipboard")
    assert read.given
    assert (read.given.text, read.origin, read.refusal) == ("A story.\n", "clipboard", None)
    nothing = preparing.prepare_text("\u200b \n", "clipboard")
    assert (nothing.given, nothing.refusal is not None) == (None, True)
