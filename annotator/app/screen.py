"""Whether a window can open here, found out before there is a QApplication.

Without a display, with a dead one, or without one of its libraries Qt ends the process by itself,
with a text for developers. A person gets a sentence instead, and the commands still work.
"""

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from annotator.words import _

BASE = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What Qt needs of the system even without a screen: library, and Debian's package."""

LIBRARIES = {
    "xcb": {
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
    },
}
"""The same for a window, by the kind of display."""


def why_no_window(environment: Mapping[str, str] | None = None) -> str | None:
    """One sentence that says why no window can open here and what to do; None: one can.

    Only Linux is asked: elsewhere Qt brings all it needs, and there is always a screen.
    """
    if sys.platform != "linux":
        return None
    environment = os.environ if environment is None else environment
    missing = _first_missing(BASE)
    if missing is not None:
        return _missing_sentence(missing)
    kinds = _kinds(environment)
    answering = [kind for kind in kinds if _answers(kind, environment)]
    if not answering:
        return _no_screen_sentence(environment)
    lacking = [_first_missing(LIBRARIES.get(kind, {})) for kind in answering]
    found = None if None in lacking else lacking[0]
    return None if found is None else _missing_sentence(found)


def _kinds(environment: Mapping[str, str]) -> list[str]:
    """The kinds of display that Qt will try, in its order: "xcb", "wayland" or another."""
    named = environment.get("QT_QPA_PLATFORM", "")
    if named:
        kinds = [one.split(":")[0].strip() for one in named.split(";")]
        return ["wayland" if kind.startswith("wayland") else kind for kind in kinds]
    wayland = "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland", "xcb"] if wayland else ["xcb"]


def _answers(kind: str, environment: Mapping[str, str]) -> bool:
    if kind == "xcb":
        from annotator.app import x11  # sockets: only where there is an X server to ask

        return x11.answers(environment)
    if kind == "wayland":
        return _wayland_answers(environment)
    return True  # offscreen and the like need no display


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether the compositor tells what it offers, which is every client's first question."""
    import socket
    import struct

    from annotator.app import x11

    if "WAYLAND_SOCKET" in environment:  # a connection that was handed to this process, open
        return True
    folder = Path(environment.get("XDG_RUNTIME_DIR", "/"))
    path = folder / (environment.get("WAYLAND_DISPLAY") or "wayland-0")
    get_registry = struct.pack("=III", 1, 12 << 16 | 1, 2)
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(x11.PATIENCE)
            connection.connect(str(path))
            connection.sendall(get_registry)
            return bool(connection.recv(1))
    except OSError:
        return False


def _first_missing(libraries: Mapping[str, str]) -> tuple[str, str] | None:
    """The first library that cannot be loaded, with its package."""
    return next((one for one in libraries.items() if not _loads(one[0])), None)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _missing_sentence(missing: tuple[str, str]) -> str:
    return _(
        "The window needs the system's library {library}: install it (on Debian and Ubuntu: "
        "sudo apt-get install {package}), or use the commands that `annotator --help` lists, "
        "which work without a window."
    ).format(library=missing[0], package=missing[1])


def _no_screen_sentence(environment: Mapping[str, str]) -> str:
    displays = _named_displays(environment)
    if not displays:
        return _(
            "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "The commands that `annotator --help` lists work without a window."
        )
    return _(
        "There is no screen to open a window on: {displays} does not answer. "
        "The commands that `annotator --help` lists work without a window."
    ).format(displays=", ".join(displays))


def _named_displays(environment: Mapping[str, str]) -> Iterable[str]:
    names = ("WAYLAND_DISPLAY", "DISPLAY")
    return [f"{name}={environment[name]}" for name in names if environment.get(name)]
