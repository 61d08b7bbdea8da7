"""What every test may rely on: no path, language or clock of this computer reaches it.

Also what a run owes its reader: tests from quick to slow, and how many journeys there were. With
ANNOTATOR_NO_SKIPS set, as .ci/run does, a skipped test or a run without journeys is a failure:
both would look green and show nothing.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

for _name in [name for name in os.environ if name.startswith(("LC_", "LANG", "ANNOTATOR_DATA"))]:
    del os.environ[_name]
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Compiled once instead of by every process: a run starts hundreds, and each took a second more.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

gc.disable()  # until all tests are found: a search of what stays takes half of that time

settings.register_profile("here", deadline=None)  # two cores are shared by all: no test is timed
settings.load_profile("here")

TESTS = Path(__file__).parent
LEVELS = ("unit", "ui", "journeys")

FOLDERS = {
    "HOME": "home",
    "ANNOTATOR_DATA_DIR": "library",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "USERPROFILE": "home",
}
EXISTING = ("home", "runtime")
"""Those that are there on any computer; a program makes the others when it needs them."""


@pytest.fixture
def computer() -> Iterator[Path]:
    """An empty folder; it goes after whatever the test has put in place of the system's calls."""
    # Not pytest's own: it keeps those of three runs, and thousands take minutes to clear away.
    with tempfile.TemporaryDirectory(prefix="computer-") as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def folders(computer: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds everything a test could write without naming a place."""
    for name in EXISTING:
        (computer / name).mkdir(mode=0o700)
    for name, place in FOLDERS.items():
        monkeypatch.setenv(name, str(computer / place))
    return computer


@pytest.fixture(autouse=True, scope="session")
def far_from_greenwich() -> Iterator[None]:
    """A zone with an odd offset, so that a local time taken for UTC is seen."""
    if sys.platform == "win32":
        yield
        return
    before = os.environ.get("TZ")
    os.environ["TZ"] = "XYZ-04:30"
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


def _level(item: pytest.Item) -> str:
    below = item.path.relative_to(TESTS).parts
    return below[0] if below[0] in LEVELS else LEVELS[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests come first, so that a fault is seen early."""
    items.sort(key=lambda item: LEVELS.index(_level(item)))
    for item in items:
        if _level(item) == "journeys":
            item.add_marker(pytest.mark.journey)


def pytest_collection_finish() -> None:
    """Searches for garbage from now on, but not among the tests themselves."""
    gc.freeze()
    gc.enable()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Counts journeys that ran to their end."""
    if report.when == "call" and not report.skipped and "journey" in report.keywords:
        _Run.journeys += 1
    if report.skipped:
        _Run.skipped += 1


class _Run:
    journeys = 0
    skipped = 0


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turns a run that shows nothing into a failed one, where that was asked for."""
    if hasattr(session.config, "workerinput"):
        return  # one of several processes; what all of them ran is counted where they report to
    shows_nothing = _Run.skipped or not _Run.journeys
    if os.environ.get("ANNOTATOR_NO_SKIPS") and sys.platform == "linux" and shows_nothing:
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The last lines before pytest's own."""
    terminalreporter.write_line(f"journeys that ran: {_Run.journeys}")
    if os.environ.get("ANNOTATOR_NO_SKIPS") and _Run.skipped:
        terminalreporter.write_line(f"tests that were skipped: {_Run.skipped}; none may be")
