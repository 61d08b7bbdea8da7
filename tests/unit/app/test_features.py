"""What is imported after Qt is imported as usual: its source is not read for PySide's sake."""

import builtins
import subprocess
import sys

import pytest

from annotator.app import features

LOOK = """
import linecache, sys
from annotator.app import main
main._window_program()
import wave  # of the standard library, and nobody has imported it yet
print("PySide6.QtCore" in sys.modules, any("wave" in name for name in linecache.cache))
"""


def test_no_source_is_read_for_what_is_imported_after_qt() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]


def test_another_import_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def others(*_words: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr(builtins, "__import__", others)
        features.switch_off()
        kept = vars(builtins)["__import__"]
    assert kept is others
