"""Reports out, annotations in, and what is said when a file cannot be written."""

from pathlib import Path

import pytest

from annotator.ui.verbs import people
from tests.ui.window.conftest import Hands, rest

WORDS = "over 200 operations"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("suffix", ["html", "csv", "jsonld"])
def test_a_report_is_written_and_said(hands: Hands, tmp_path: Path, suffix: str) -> None:
    hands.tag(WORDS, "attributed")
    target = tmp_path / f"report.{suffix}"
    hands.report(target)
    assert WORDS in target.read_text(encoding="utf-8-sig")
    assert str(target) in hands.window.status.summary.text()


def test_a_report_holds_only_ones_own_claims(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    people.name(hands.desk, "Ben")
    hands.settle()
    hands.tag("the groups remain close", "contested")
    hands.report(tmp_path / "ben.csv")
    written = (tmp_path / "ben.csv").read_text(encoding="utf-8-sig")
    assert "the groups remain close" in written
    assert WORDS not in written


def test_a_folder_that_is_not_there_is_said_and_nothing_is_lost(
    hands: Hands, tmp_path: Path
) -> None:
    hands.tag(WORDS, "attributed")
    hands.report(tmp_path / "nowhere" / "report.html")
    assert hands.room.page.refusal.text()
    assert "internal error" not in hands.room.page.refusal.text()
    assert list(hands.claims()) == [WORDS]


def test_annotations_come_in_and_are_counted(hands: Hands, tmp_path: Path) -> None:
    hands.tag(WORDS, "attributed")
    target = tmp_path / "mine.jsonld"
    hands.report(target)
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
