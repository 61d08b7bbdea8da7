"""The window runs from right to left only in a language that it speaks so."""

import os
import subprocess
import sys

from PySide6.QtCore import Qt

from annotator.app.window import direction

_ASK = "from annotator.app.window import application; print(application().layoutDirection().name)"


def test_a_system_in_arabic_does_not_mirror_english_words() -> None:
    environment = os.environ | {"LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", _ASK],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "LeftToRight"


def test_each_language_runs_its_own_way() -> None:
    assert direction("ar") == direction("fa") == Qt.LayoutDirection.RightToLeft
    assert direction("de") == direction("en") == Qt.LayoutDirection.LeftToRight
