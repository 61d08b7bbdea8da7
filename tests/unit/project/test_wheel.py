"""The wheel that a person installs carries what the program shows: resources and the sample."""

import email
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import annotator

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_every_resource_and_seed(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "seeds"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        for path in files:
            place = f"annotator/_{folder}/{path.relative_to(ROOT / folder).as_posix()}"
            assert place in inside


def test_it_carries_every_module_and_nothing_beside(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "annotator").rglob("*.py")}
    assert modules <= inside
    assert {name.split("/")[0] for name in inside} == {
        "annotator",
        f"annotator-{annotator.__version__}.dist-info",
    }


def test_it_says_what_it_is(wheel: Path) -> None:
    files = zipfile.ZipFile(wheel)
    information = f"annotator-{annotator.__version__}.dist-info"
    said = email.message_from_bytes(files.read(f"{information}/METADATA"))
    assert (said["Name"], said["Version"]) == ("annotator", annotator.__version__)
    assert said["License-Expression"] == "MIT"
    assert f"{information}/licenses/LICENSE" in files.namelist()
    commands = files.read(f"{information}/entry_points.txt").decode()
    assert "annotator = annotator.app.main:main" in commands


def test_the_installed_program_finds_its_sample(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "from annotator.bundled import resource, sample_article as sample\n"
        "print(sample().is_file(), resource('palettes', 'light.json').is_file(), sample())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout.startswith("True True")
    assert run.stdout.split()[2].startswith(str(tmp_path))
