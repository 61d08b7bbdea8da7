"""What is written for desktops, and that it goes again."""

import shutil
from pathlib import Path

import pytest

from annotator.exchange.desktop import linux
from annotator.exchange.desktop.failures import CannotWrite, ToolsMissing
from annotator.exchange.desktop.launcher import Launcher

PYTHON = Launcher("/opt/py/bin/python", ("-P", "-m", "annotator"), None)


def exec_line(launcher: Launcher) -> str:
    lines = linux.entry(launcher).splitlines()
    return next(line for line in lines if line.startswith("Exec="))


def test_a_plain_program_stands_without_quotes() -> None:
    assert exec_line(PYTHON) == "Exec=/opt/py/bin/python -P -m annotator %f"


def test_a_checkout_is_where_python_looks() -> None:
    said = exec_line(PYTHON._replace(checkout=Path("/home/a/annotator")))
    assert said.startswith("Exec=/usr/bin/env PYTHONPATH=/home/a/annotator /opt/py/bin/python -P")


def test_what_a_desktop_takes_for_its_own_signs_is_escaped() -> None:
    odd = Launcher('/a "b"/100%/$x/y\\z', ("--data-dir", "/t\nu"), None)
    assert exec_line(odd) == (
        'Exec=/usr/bin/env "/a \\\\"b\\\\"/100%%/\\\\$x/y\\\\\\\\z" --data-dir "/t\\nu" %f'
    )


def test_it_is_written_is_known_and_goes(tmp_path: Path) -> None:
    program = tmp_path / "python"
    program.touch(mode=0o755)
    nowhere = {"XDG_DATA_HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "none")}
    assert not linux.is_written(nowhere)
    linux.write(Launcher(str(program), ("-m", "annotator"), None), tmp_path)
    assert linux.is_written(nowhere)
    assert "*.handin" in (tmp_path / "mime" / "globs2").read_text("utf-8")
    cache = (tmp_path / "applications" / "mimeinfo.cache").read_text("utf-8")
    assert "application/x-annotator-assignment=annotator.desktop;" in cache
    linux.erase(tmp_path)
    assert not linux.is_written(nowhere)
    assert "annotator" not in (tmp_path / "mime" / "globs2").read_text("utf-8")
    assert not [one for one in tmp_path.rglob("annotator*") if one.is_file()]


def test_of_a_program_that_is_gone_nothing_is_set_up(tmp_path: Path) -> None:
    nowhere = {"XDG_DATA_HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "none")}
    linux.write(Launcher(str(tmp_path / "gone"), ("-m", "annotator"), None), tmp_path)
    assert not linux.is_written(nowhere)


def test_what_an_administrator_set_up_counts(tmp_path: Path) -> None:
    program = tmp_path / "python"
    program.touch(mode=0o755)
    linux.write(Launcher(str(program), (), None), tmp_path / "system")
    environment = {
        "XDG_DATA_HOME": str(tmp_path / "home"),
        "XDG_DATA_DIRS": f"{tmp_path / 'none'}:{tmp_path / 'system'}",
    }
    assert linux.is_written(environment)


def test_nothing_is_written_where_the_system_lacks_its_tools(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if "desktop" in name else f"/{name}")
    with pytest.raises(ToolsMissing) as refused:
        linux.write(PYTHON, tmp_path)
    assert refused.value.sentence == (
        "Double clicks could not be set up: this system lacks desktop-file-utils. Have it "
        "installed and try again. Files of a class still open by “Open a file…” or by dragging "
        "them onto the window."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_nothing_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "icons").write_text("a file where a folder belongs")
    with pytest.raises(CannotWrite) as refused:
        linux.write(PYTHON, tmp_path)
    assert str(tmp_path / "icons") in refused.value.sentence
    assert "could not be written (" in refused.value.sentence


@pytest.mark.parametrize(
    ("named", "share"),
    [("/data/me", "/data/me"), ("relative", "~/.local/share"), ("", "~/.local/share")],
)
def test_own_share_follows_the_environment(named: str, share: str) -> None:
    assert linux.own_share({"XDG_DATA_HOME": named}) == Path(share).expanduser()
