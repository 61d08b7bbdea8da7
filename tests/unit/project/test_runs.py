"""A run of the tests that shows nothing fails where that was asked for, as .ci/run does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[2] / "conftest.py"
PASSES = "def test_it():\n    assert True\n"
SKIPS = "import pytest\n\n@pytest.mark.skip\ndef test_it():\n    assert True\n"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="journeys run on Linux")


def own_folder(folder: Path) -> list[str]:
    """Else this run would clear away the temporary folders of earlier runs, which takes long."""
    return [f"--basetemp={folder / 'temporary'}", str(folder)]


def run_tests(folder: Path, tests: dict[str, str], **environment: str) -> tuple[int, str]:
    """Exit status and output of a run over these files, with the project's own conftest."""
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = journey: whole\n", encoding="utf-8")
    shutil.copy(CONFTEST, folder / "conftest.py")
    for name, code in tests.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "ANNOTATOR_NO_SKIPS"}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *own_folder(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=kept | environment,
    )
    return run.returncode, run.stdout


def test_a_run_with_a_journey_passes_and_counts_it(tmp_path: Path) -> None:
    tests = {"unit/test_a.py": PASSES, "journeys/test_b.py": PASSES}
    status, output = run_tests(tmp_path, tests, ANNOTATOR_NO_SKIPS="1")
    assert status == 0
    assert "journeys that ran: 1\n" in output
    assert "2 passed in" in output.splitlines()[-1]


def test_a_skipped_test_fails_the_run(tmp_path: Path) -> None:
    tests = {"unit/test_a.py": SKIPS, "journeys/test_b.py": PASSES}
    status, output = run_tests(tmp_path, tests, ANNOTATOR_NO_SKIPS="1")
    assert status == 1
    assert "tests that were skipped: 1; none may be" in output
    assert run_tests(tmp_path, tests)[0] == 0


def test_a_run_without_journeys_fails(tmp_path: Path) -> None:
    status, output = run_tests(tmp_path, {"unit/test_a.py": PASSES}, ANNOTATOR_NO_SKIPS="1")
    assert status == 1
    assert "journeys that ran: 0\n" in output


def test_a_run_without_tests_fails(tmp_path: Path) -> None:
    status, _output = run_tests(tmp_path, {"unit/none.py": ""}, ANNOTATOR_NO_SKIPS="1")
    assert status == pytest.ExitCode.NO_TESTS_COLLECTED


def test_quick_tests_come_first(tmp_path: Path) -> None:
    tests = {f"{level}/test_{level}.py": PASSES for level in ("journeys", "ui", "unit")}
    _status, output = run_tests(tmp_path, tests)
    files = [line.split()[0] for line in output.splitlines() if line.endswith("%]")]
    assert files == ["unit/test_unit.py", "ui/test_ui.py", "journeys/test_journeys.py"]


def test_no_path_or_language_of_this_computer_reaches_a_test(folders: Path) -> None:
    assert Path.home().is_relative_to(folders)
    assert Path(os.environ["ANNOTATOR_DATA_DIR"]).is_relative_to(folders)
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(folders)
    assert os.environ["LC_ALL"] == "C.UTF-8"
    assert "LANG" not in os.environ
