"""Reports out, annotations in, and what is said when a file cannot be written."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from annotator.services import describing
from annotator.services.workspace import Workspace
from tests.ui.window.conftest import Hands, Opener, rest, until

WORDS = "over 200 operations"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("suffix", ["html", "csv", "jsonld"])
def test_a_report_is_written_and_said(hands: Hands, tmp_path: Path, suffix: str) -> None:
    hands.tag(WORDS, "attributed")
    target = tmp_path / f"report.{suffix}"
    hands.room.files._report(target)
    hands.settle()
    assert WORDS in target.read_text(encoding="utf-8-sig")
    assert str(target) in hands.window.status.summary.text()


def test_a_report_holds_only_ones_own_claims(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    hands.desk.name_person("Ben")
    hands.settle()
    hands.tag("the groups remain close", "contested")
    hands.room.files._report(tmp_path / "ben.csv")
    hands.settle()
    written = (tmp_path / "ben.csv").read_text(encoding="utf-8-sig")
    assert "the groups remain close" in written
    assert WORDS not in written


def test_a_folder_that_is_not_there_is_said_and_nothing_is_lost(
    hands: Hands, tmp_path: Path
) -> None:
    hands.tag(WORDS, "attributed")
    hands.room.files._report(tmp_path / "nowhere" / "report.html")
    hands.settle()
    assert hands.room.page.refusal.text()
    assert "internal error" not in hands.room.page.refusal.text()
    assert list(hands.claims()) == [WORDS]


def test_annotations_come_in_and_are_counted(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    target = tmp_path / "mine.jsonld"
    hands.room.files._report(target)
    hands.settle()
    hands.select(WORDS)
    hands.do("remove")
    assert hands.claims() == {}
    hands.room.files.take([target])
    hands.settle()
    rest(50)
    assert hands.window.status.summary.text().startswith("1 new claim, 0 changed")
    assert list(hands.claims()) == [WORDS]
    assert hands.window.actions_by_id["undo"].text() == "Undo: import"


def test_a_broken_file_of_annotations_is_refused_with_its_name(
    hands: Hands, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jsonld"
    broken.write_text('{"type": ', encoding="utf-8")
    hands.room.files.take([broken])
    hands.settle()
    assert hands.room.page.refusal.text().startswith("broken.jsonld: ")


def test_without_a_claim_there_is_nothing_to_report(opener: Opener) -> None:
    hands = opener(as_name=None)
    hands.do("export")
    assert hands.window.status.summary.text().startswith("Mark a claim first")


def test_a_title_with_a_dot_gets_the_suffix_of_a_report(
    hands: Hands, elsewhere: Workspace, tmp_path: Path
) -> None:
    article = hands.desk.article
    assert article
    describing.describe(elsewhere, article.id, replace(article.metadata, title="U.S. says so"))
    until(lambda: hands.desk.article and hands.desk.article.metadata.title.startswith("U.S."))
    hands.window.remembered.keep(folder=str(tmp_path))
    hands.do("export")
    dialog = hands.window.findChildren(QFileDialog)[0]
    assert [Path(one).name for one in dialog.selectedFiles()] == ["U.S. says so.html"]
    data = next(one for one in dialog.nameFilters() if "jsonld" in one)
    dialog.selectNameFilter(data)
    dialog.filterSelected.emit(data)
    assert [Path(one).name for one in dialog.selectedFiles()] == ["U.S. says so.jsonld"]
    dialog.reject()
