"""A warning of Qt fails its test, also one that comes while the test is taken down."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WARNS_WITHIN = """
from PySide6.QtCore import qWarning

def test_it(qapp):
    qWarning("within")
"""
WARNS_AT_THE_END = """
import pytest
from PySide6.QtCore import qWarning

@pytest.fixture
def widget(qapp):
    yield
    qWarning("at the end")

def test_it(widget):
    assert True
"""
INI = "[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\n"


@pytest.mark.parametrize(
    ("test", "said"), [(WARNS_WITHIN, "1 failed"), (WARNS_AT_THE_END, "1 passed, 1 error")]
)
def test_a_warning_fails_its_test(tmp_path: Path, test: str, said: str) -> None:
    (tmp_path / "pytest.ini").write_text(INI, encoding="utf-8")
    (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
    shutil.copy(Path(__file__).parent / "conftest.py", tmp_path / "conftest.py")
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "--basetemp=temporary",
            str(tmp_path),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert run.returncode == 1
    assert said in run.stdout.splitlines()[-1]
