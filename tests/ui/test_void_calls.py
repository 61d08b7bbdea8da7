"""The pinned Qt binding survives many calls that return nothing.

PySide6 6.12.0 on Python 3.11 loses a reference to None with each such call; after about 5,000 of
them the interpreter aborts (docs/decisions/0002). Short tests never get that far.
"""

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject

one = QObject()
for number in range(20_000):
    one.setObjectName("name")
print(number + 1)
"""


def test_twenty_thousand_void_calls() -> None:
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "20000\n"), run.stderr
