"""The lock files name what pyproject.toml asks for, by hash, and nothing of one computer."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[3]
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"


def locked(file: Path) -> list[Requirement]:
    """Each locked requirement with its marker, the hashes left out."""
    lines = file.read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith(("#", " "))]
    return [Requirement(line.removesuffix("\\").strip()) for line in named]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked_for(file: Path) -> list[Requirement]:
    lines: list[str] = list(project()["project"]["dependencies"])
    if file == DEVELOPMENT:
        for group in project()["dependency-groups"].values():
            lines += group
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("file", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)
def test_no_address_and_no_path_of_a_computer_stands_in_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"(^|\s)(/|[A-Z]:\\|--(index|extra-index|find-links|trusted))", text)


@pytest.mark.parametrize("file", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)
def test_every_requirement_is_exact_and_has_a_hash(file: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", file.read_text(encoding="utf-8"))[1:]
    assert len(entries) == len(locked(file)) > 5
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==[0-9]", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("file", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_it_holds_what_the_project_asks_for(file: Path, python: str) -> None:
    machine = {"python_version": python, "python_full_version": f"{python}.0"}
    there = {
        canonicalize_name(one.name): next(iter(one.specifier)).version
        for one in locked(file)
        if one.marker is None or one.marker.evaluate(machine)
    }
    for one in asked_for(file):
        if one.marker is None or one.marker.evaluate(machine):
            version = there.get(canonicalize_name(one.name))
            assert version is not None, f"{one.name} is not locked: run scripts/lock.sh"
            assert one.specifier.contains(version), f"{one.name} {version} does not fit"


def test_python_311_never_gets_the_qt_that_aborts_there() -> None:
    """PySide6 6.12.0 loses a reference to None with each void call (docs/decisions/0002)."""
    for one in locked(DEVELOPMENT):
        if one.name == "pyside6-essentials" and one.marker is not None:
            before_312 = one.marker.evaluate({"python_full_version": "3.11.9"})
            assert before_312 == (next(iter(one.specifier)).version < "6.12")


def test_both_files_lock_the_same_version_of_a_library() -> None:
    development = {str(one) for one in locked(DEVELOPMENT)}
    assert {str(one) for one in locked(RUNTIME)} <= development
