"""Which system is told, and that others are told the truth."""

import sys
from pathlib import Path

import pytest

from annotator.exchange.desktop import linux
from annotator.exchange.desktop.failures import NotOnThisSystem
from annotator.services import double_click


def test_here_it_is_possible_set_up_and_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "none"))
    assert double_click.is_possible()
    assert not double_click.is_set_up()
    double_click.set_up(None)
    assert double_click.is_set_up()
    double_click.take_back()
    assert not double_click.is_set_up()


def test_everyone_is_told_where_everyone_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linux, "FOR_EVERYONE", tmp_path / "all")
    double_click.set_up(None, everyone=True)
    assert (tmp_path / "all" / "applications" / "annotator.desktop").is_file()


def test_a_system_that_cannot_be_told_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not double_click.is_possible()
    assert not double_click.is_set_up()
    with pytest.raises(NotOnThisSystem):
        double_click.take_back()
    with pytest.raises(NotOnThisSystem) as refused:
        double_click.set_up(None)
    assert refused.value.sentence == (
        "Double clicks cannot be set up on this system. Files of a class open by “Open a "
        "file…” or by dragging them onto the window."
    )
