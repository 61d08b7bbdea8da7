"""Chromium without a window, for reports: what a reader's browser makes of a page.

It is driven through chromedriver by plain HTTP; the network is cut off, so a page that needs
anything from outside shows it.
"""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--proxy-server=127.0.0.1:9",
)


@dataclass(frozen=True, slots=True)
class Browser:
    """One page at a time."""

    session: str
    """The address of the driver's session."""

    def open(self, page: Path) -> None:
        """Shows a file."""
        _post(f"{self.session}/url", {"url": page.resolve().as_uri()})

    def script(self, code: str, *values: object) -> Any:
        """What JavaScript in the page gives: "return document.title"."""
        return _post(f"{self.session}/execute/sync", {"script": code, "args": list(values)})

    def command(self, name: str, **values: object) -> dict[str, Any]:
        """The answer to a command of the browser's developer tools."""
        answer = _post(f"{self.session}/goog/cdp/execute", {"cmd": name, "params": values})
        assert isinstance(answer, dict)
        return answer

    def accessible(self) -> list[tuple[str, str]]:
        """Role and name of each thing that assistive technology sees on the page."""
        nodes = self.command("Accessibility.getFullAXTree")["nodes"]
        return [
            (str(one["role"]["value"]), str(one.get("name", {}).get("value", "")))
            for one in nodes
            if not one["ignored"]
        ]

    def complaints(self) -> list[str]:
        """What the browser wrote to its console about the pages so far."""
        entries = _post(f"{self.session}/se/log", {"type": "browser"})
        return [str(one["message"]) for one in entries]

    def print_pdf(self, path: Path) -> None:
        """Prints the page to a file."""
        printed = self.command("Page.printToPDF", printBackground=True)
        path.write_bytes(base64.b64decode(printed["data"]))

    def screenshot(self, path: Path) -> None:
        """Writes the whole page as a PNG picture."""
        taken = self.command("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(taken["data"]))


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that is closed at the end."""
    program = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    assert program is not None, "no browser is installed: make test installs one"
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="browser"))
        address = stack.enter_context(_driver(Path(folder)))
        options = {"binary": program, "args": [*ARGUMENTS, f"--user-data-dir={folder}/profile"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        made = _post(f"{address}/session", {"capabilities": {"alwaysMatch": wanted}})
        session = f"{address}/session/{made['sessionId']}"
        stack.callback(_send, "DELETE", session)
        yield Browser(session)


@contextmanager
def _driver(folder: Path) -> Iterator[str]:
    """The address of a chromedriver that chose a free port."""
    with subprocess.Popen(
        ["chromedriver", "--port=0"],
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            lines = (line for line in process.stdout if "started successfully on port" in line)
            yield f"http://127.0.0.1:{next(lines).split()[-1].rstrip('.')}"
        finally:
            process.terminate()


def _post(address: str, values: dict[str, object]) -> Any:
    return _send("POST", address, values)


def _send(method: str, address: str, values: dict[str, object] | None = None) -> Any:
    data = None if values is None else json.dumps(values).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(address, data, headers, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=60) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise AssertionError(f"the browser refused {address}: {error.read().decode()}") from error
