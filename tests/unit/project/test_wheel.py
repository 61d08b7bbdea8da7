"""The wheel that a person installs carries what the program shows: resources and the sample."""

import email
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import annotator

ROOT = Path(__file__).parents[3]


def build(source: Path, target: str, into: Path) -> None:
    """Build an archive of some sources without the network."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", into],
        cwd=source,
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build(ROOT, "wheel", folder)
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
    assert "annotator = annotator.__main__:main" in commands


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


def run_installed(folder: Path, *words: str) -> str:
    """What the program says that was unpacked into a folder, far from the checkout."""
    run = subprocess.run(
        [sys.executable, "-m", "annotator", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stderr == ""
    return run.stdout


def test_the_installed_program_takes_its_sample_in(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    assert run_installed(tmp_path, "--version").strip() == f"annotator {annotator.__version__}"
    (sample,) = (tmp_path / "annotator" / "_seeds").glob("*.txt")
    article = run_installed(tmp_path, "add", str(sample)).split("\t")[0]
    assert run_installed(tmp_path, "text", article) == sample.read_text(encoding="utf-8")
    run_installed(tmp_path, "export", article, "--to", "report.html")
    assert (tmp_path / "report.html").read_bytes().startswith(b"<!DOCTYPE html")


def test_a_compiled_translation_reaches_the_wheel_by_way_of_the_source_archive(
    tmp_path: Path,
) -> None:
    checkout = tmp_path / "checkout"
    ignored = shutil.ignore_patterns("__pycache__", "tests")
    for folder in ("annotator", "resources", "seeds"):
        shutil.copytree(ROOT / folder, checkout / folder, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore"):
        shutil.copy(ROOT / name, checkout / name)
    (checkout / ".git").mkdir()  # so that .gitignore counts, as in a clone
    catalogue = Path("i18n", "de", "LC_MESSAGES", "annotator.mo")
    (checkout / "resources" / catalogue).parent.mkdir(parents=True)
    (checkout / "resources" / catalogue).write_bytes(b"compiled")
    build(checkout, "sdist", tmp_path)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    for source in (checkout, unpacked):
        made = tmp_path / f"from-{source.name}"
        build(source, "wheel", made)
        (built,) = made.glob("*.whl")
        files = zipfile.ZipFile(built)
        assert files.read(f"annotator/_resources/{catalogue.as_posix()}") == b"compiled"


def test_a_document_is_read_by_what_the_wheel_brings(wheel: Path, tmp_path: Path) -> None:
    """The process that reads it is found too, from any folder."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    document = ROOT / "tests/unit/exchange/readers/documents/pandoc.docx"
    program = (
        "import annotator, sys; from pathlib import Path; "
        "from annotator.exchange.readers.reading import read_file; "
        "print(annotator.__file__, read_file(Path(sys.argv[1])).metadata.title, sep='\\n')"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, document],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    place, title = run.stdout.splitlines()
    assert Path(place).is_relative_to(tmp_path)
    assert title == "Harbour bridge to close for two years"
