"""Where Qt cannot come, a sentence; where it comes, no screen and no word of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.exchange.writers import paged
from annotator.exchange.writers.failures import CannotSetPages
from annotator.model.report import report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.works import sample

WRITES = """
import sys
from annotator.exchange.writers import paged
assert not [name for name in sys.modules if name.startswith("PySide6")]
from annotator.model.report import report_of
from tests.unit.exchange.writers.works import sample
sys.stdout.buffer.write(paged.write(report_of([sample()]), lambda _more: None))
"""


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    why = "libGL.so.1: cannot open shared object file: No such file or directory"

    def fail() -> None:
        raise ImportError(why)

    from annotator.exchange.writers.paged import screenless

    with monkeypatch.context() as here:
        here.setattr("PySide6.QtCore.QCoreApplication.instance", lambda: None)
        here.setattr(screenless, "make", fail)
        with pytest.raises(CannotSetPages) as refused:
            paged.write(report_of([sample()]), nothing)
    assert str(refused.value) == (
        "Pages cannot be set here, because a library of the system is missing "
        f"({why}). Nothing was written. Write .html instead, and print it from a browser."
    )


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "en_US.UTF-8"])
def test_a_process_without_a_screen_writes_the_same_and_says_nothing(locale: str) -> None:
    usual = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-c", WRITES],
        env={**usual, "LC_ALL": locale, "DISPLAY": ":77"},
        cwd=Path(__file__).parents[5],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    assert done.stdout == paged.write(report_of([sample()]), nothing)
