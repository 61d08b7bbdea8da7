"""A screen of its own with a window manager, a session bus and a keyboard.

Nothing of the person's own session is used: the display's number is one that is free, and the
folders are temporary. It serves all journeys of a run; each program on it comes and goes.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.harness.bus import Bus
from tests.journeys.harness.waiting import wait_until

SIZE = (1440, 960)

GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
assert QGuiApplication.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


@dataclass(frozen=True, slots=True)
class Desktop:
    """`environment` is what a program needs to appear on it and be seen by `bus`."""

    environment: dict[str, str]
    bus: Bus

    def press(self, *keys: str) -> None:
        """Presses keys one after another, as `xdotool` writes them: "2", "ctrl+z", "Delete"."""
        self._xdotool("key", "--clearmodifiers", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Types a text into what has the focus."""
        self._xdotool("type", "--clearmodifiers", "--delay", "20", text)

    def click(self, left: int, top: int, button: int = 1) -> None:
        """Clicks on that pixel of the screen."""
        self._xdotool("mousemove", str(left), str(top), "click", str(button))

    def screenshot(self, path: Path) -> None:
        """Writes what is on the screen as a PNG picture."""
        subprocess.run(
            [sys.executable, "-c", GRAB, str(path)],
            env=self.environment,
            check=True,
            capture_output=True,
        )

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, capture_output=True)


@contextmanager
def desktop() -> Iterator[Desktop]:
    """A desktop that is taken down at the end, with everything on it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="desk")))
        environment = _environment(folder)
        environment["DISPLAY"] = stack.enter_context(_screen(environment))
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_session_bus(environment))
        stack.enter_context(_running(["openbox", "--sm-disable"], environment))
        bus = stack.enter_context(Bus(environment["DBUS_SESSION_BUS_ADDRESS"]))
        wait_until("the window manager", lambda: _is_managed(environment))
        yield Desktop(environment, bus)


def _environment(folder: Path) -> dict[str, str]:
    for name in ("home", "runtime"):
        (folder / name).mkdir(mode=0o700)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "runtime"),
        "LC_ALL": "C.UTF-8",
        "TZ": os.environ.get("TZ", "UTC"),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


@contextmanager
def _screen(environment: dict[str, str]) -> Iterator[str]:
    """An X server on the first free number, which it says itself once it is ready."""
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    command = ["Xvfb", "-screen", "0", size, "-nolisten", "tcp", "-noreset", "-displayfd"]
    with _that_says(command, environment) as number:
        yield f":{number}"


@contextmanager
def _session_bus(environment: dict[str, str]) -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with _that_says(command, environment) as address:
        yield address


@contextmanager
def _that_says(command: list[str], environment: dict[str, str]) -> Iterator[str]:
    """Runs a server that writes a line to the file descriptor named last; gives that line."""
    reading, writing = os.pipe()
    *rest, option = command
    words = [f"{option}={writing}"] if option.startswith("--") else [option, str(writing)]
    with (
        os.fdopen(reading, encoding="utf-8") as lines,
        _running([*rest, *words], environment, pass_fds=(writing,)),
    ):
        os.close(writing)
        line = lines.readline().strip()
        assert line, f"{command[0]} did not start"
        yield line


@contextmanager
def _running(
    command: list[str], environment: dict[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    with subprocess.Popen(
        command,
        env=environment,
        pass_fds=pass_fds,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield
        finally:
            process.terminate()
            process.wait(10)


def _is_managed(environment: dict[str, str]) -> bool:
    """Whether the window manager has announced itself, as its first client would look for it."""
    answer = subprocess.run(
        ["xdotool", "get_num_desktops"], env=environment, check=False, capture_output=True
    )
    return answer.returncode == 0 and answer.stdout.strip().isdigit()
