"""The program under test, as a process: started, looked at, killed, started again."""

import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.journeys.harness.accessible import Accessible
from tests.journeys.harness.bus import Gone
from tests.journeys.harness.desktop import Desktop
from tests.journeys.harness.waiting import PATIENCE, wait_until

ROOT = Path(__file__).parents[3]
ASKED_TOO_LATE = "qt.accessibility.atspi: Could not find accessible on path"
"""Qt's words to a client, here this harness, that asks for an object which has just gone."""

ANNOTATOR = (sys.executable, "-m", "annotator")


class Program:
    """A command that opens a window on a desktop.

    Used with `with`, it is ended at the close, and whatever it wrote to standard error (a
    warning of Qt's, a traceback) fails the journey.
    """

    def __init__(
        self, desktop: Desktop, folder: Path, *words: str, command: tuple[str, ...] = ANNOTATOR
    ) -> None:
        """`folder` holds the program's own home; `words` follow the command."""
        self.desktop = desktop
        self._command = [*command, *words]
        self._environment = desktop.environment | {
            "HOME": str(folder),
            "ANNOTATOR_DATA_DIR": str(folder / "library"),
            # A crash says where it was.
            "PYTHONFAULTHANDLER": "1",
        }
        self._complaints = folder / "standard-error.txt"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill9()
        if error is None:
            assert self.complaints() == "", f"the program wrote:\n{self.complaints()}"
        elif self.complaints():
            error.add_note(f"standard error of the program:\n{self.complaints()}")

    # Its life

    def start(self) -> None:
        """Starts it and waits until its window shows."""
        with self._complaints.open("ab") as complaints:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
            )
        self.wait_for("frame")

    def kill9(self) -> None:
        """Ends it at once: it gets no chance to save anything."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(PATIENCE)
            self._process = None

    def restart(self) -> None:
        """Kills it and starts it again with the same words."""
        self.kill9()
        self.start()

    def close(self) -> None:
        """Closes its window as a person does, and waits until it has ended."""
        self.press("alt+F4")
        process = self._running()
        assert process.wait(PATIENCE) == 0
        self._process = None

    def complaints(self) -> str:
        """All that it wrote to standard error, over all its starts, but for ASKED_TOO_LATE."""
        lines = self._complaints.read_text(encoding="utf-8", errors="replace").splitlines(True)
        return "".join(line for line in lines if not line.startswith(ASKED_TOO_LATE))

    # What is on its window

    def root(self) -> Accessible | None:
        """The program itself as assistive technology sees it; its windows are its children."""
        bus, process = self.desktop.bus, self._running().pid
        for place in bus.programs():
            try:
                if bus.process(place) == process:
                    return Accessible(bus, place)
            except Gone:
                continue
        return None

    def find(self, role: str, name: str | None = None, begins: str = "") -> Accessible | None:
        """The nearest thing on any of its windows of that role and name, or None."""
        root = self.root()
        return None if root is None else root.find(role, name, begins)

    def find_all(self, role: str, name: str | None = None, begins: str = "") -> list[Accessible]:
        """Everything on its windows of that role and name."""
        root = self.root()
        return [] if root is None else root.find_all(role, name, begins)

    def wait_for(
        self, role: str, name: str | None = None, begins: str = "", patience: float = PATIENCE
    ) -> Accessible:
        """The same, waiting until it is there; AssertionError when it does not come."""
        wanted = name if name is not None else f"{begins}..."
        return wait_until(
            f"a {role} named {wanted!r}",
            lambda: self.find(role, name, begins),
            patience,
            self._assert_alive,
        )

    def wait_until_gone(self, role: str, name: str | None = None, begins: str = "") -> None:
        """Waits until nothing of that role and name is left."""
        wait_until(f"the end of {name}", lambda: not self.find(role, name, begins))

    # What a person does

    def choose(self, menu: str, item: str) -> None:
        """Chooses an item of a menu, as a screen reader's user does, without the mouse."""
        found = self.wait_for("menu item", menu).find("menu item", item)
        assert found is not None, f"the menu {menu} has no {item}"
        found.do()

    def press(self, *keys: str) -> None:
        """Presses keys in what has the focus."""
        self.desktop.press(*keys)

    def pause(self, seconds: float) -> None:
        """Lets time pass where nothing is to be waited for: to see that nothing happens."""
        time.sleep(seconds)
        self._assert_alive()

    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "the program has not been started"
        return self._process

    def _assert_alive(self) -> None:
        status = self._running().poll()
        assert status is None, f"the program ended with {status}:\n{self.complaints()}"
