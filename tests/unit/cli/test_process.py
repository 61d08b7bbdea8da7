"""What only a real process shows: bytes on its streams, signals, and what it loads."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator import __version__
from annotator.cli.commands import COMMANDS
from tests.unit.cli.terminal import STORY

ROOT = Path(__file__).resolve().parents[3]
unix = pytest.mark.skipif(sys.platform == "win32", reason="bytes, signals and devices of Unix")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Every path leads into the test's folder; there is no screen."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path / "home"),
        "ANNOTATOR_DATA_DIR": str(tmp_path / "data"),
    }


def run(
    environment: dict[str, str], *words: str | bytes, stdin: bytes = b""
) -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *words],
        input=stdin,
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.decode("utf-8")


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["tag", "--help"], ["collect"]])
def test_what_needs_no_library_loads_none(words: list[str], environment: dict[str, str]) -> None:
    program = (
        "import sys\n"
        "from annotator.app.main import main\n"
        f"main({words!r})\n"
        "heavy = {'sqlalchemy', 'alembic', 'PySide6', 'msgspec', 'jinja2', 'appdirs', 'logging'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, "Error" in done.stderr.decode()) == (0, False)


def test_a_command_loads_no_window(environment: dict[str, str]) -> None:
    program = (
        "import sys\n"
        "from annotator.app.main import main\n"
        "assert main(['articles']) == 0\n"
        "assert 'sqlalchemy' in sys.modules\n"
        "assert 'PySide6' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@unix
@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-16"])
def test_output_is_utf_8_whatever_the_locale(encoding: str, environment: dict[str, str]) -> None:
    environment |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    environment["PYTHONCOERCECLOCALE"] = "0"
    title = "Žižek “quoted” 🌉"
    status, out, errors = run(environment, "add", "-", "missing.txt", stdin=title.encode())
    assert (status, out.decode("utf-8").split("\t")[1]) == (1, f"{title}\n")
    assert errors == (
        "annotator: missing.txt: There is no such file: check its name and its folder.\n"
    )
    status, out, errors = run(environment, "text", title.encode())
    assert (status, out, errors) in (
        (0, title.encode(), ""),
        (1, b"", errors),  # an ASCII locale may not let the words of the command line through
    )
    status, out, _errors = run(environment, "--help")
    assert (status, "“annotator COMMAND --help”" in out.decode("utf-8")) == (0, True)


@unix
def test_bytes_that_are_no_text(environment: dict[str, str]) -> None:
    environment["LC_ALL"] = "C.UTF-8"
    status, out, errors = run(environment, "text", b"caf\xe9")
    assert (status, out) == (1, b"")
    assert errors == (
        "annotator: “caf\\xe9” is no text: it holds a NUL or bytes that are not UTF-8. Nothing was "
        "written. Type these words again, or set the terminal to UTF-8.\n"
    )


@unix
def test_a_reader_that_has_gone(environment: dict[str, str]) -> None:
    long = (STORY * 20_000).encode("utf-8")
    [identity, _title] = run(environment, "add", "-", stdin=long)[1].decode().split("\t")
    with subprocess.Popen(
        [sys.executable, "-m", "annotator", "text", identity],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.read(3) == b"The"
        process.stdout.close()
        errors = process.stderr.read()
        assert (process.wait(timeout=30), errors) == (141, b"")


@unix
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["articles", "--json"]])
def test_a_reader_that_never_reads(words: list[str], environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *words],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_standard_output_on_a_full_disk(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", "add", "-"],
            input=STORY.encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment,
            check=False,
        )
    assert (done.returncode, done.stderr.decode("utf-8")) == (
        1,
        "annotator: standard output: what was asked for could not be written there (No space left "
        "on device). What the command did in the library is safe. Lead the output somewhere else "
        "and try again.\n",
    )
    assert len(run(environment, "articles")[1].splitlines()) == 1


@unix
def test_closed_streams(environment: dict[str, str]) -> None:
    words = f"exec {sys.executable} -m annotator add - <&- >&- 2>&-"
    done = subprocess.run(["/bin/sh", "-c", words], env=environment, check=False)
    assert done.returncode == 1


@unix
def test_ctrl_c(environment: dict[str, str], tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "annotator", "add", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        for _moment in range(600):
            if (tmp_path / "data" / "library.db").exists():
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=30)
        assert (out, errors) == (b"", b"")
        assert process.returncode == 130


_IMPORTED = """
class Finder:
    def find_spec(self, name, *_more):
        if name == "annotator.app.main":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
"""
_TWICE = """
import annotator.app.main
def work():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(9)
    except KeyboardInterrupt:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(9)
annotator.app.main.main = work
"""
_OUT_OF_A_STRING = """
import annotator.app.main
annotator.app.main.main = lambda: exec("os.kill(os.getpid(), signal.SIGINT); time.sleep(9)")
"""
_AT_THE_END = """
import annotator.app.main, atexit
annotator.app.main.main = lambda: 0
atexit.register(os.kill, os.getpid(), signal.SIGINT)
"""


@unix
@pytest.mark.parametrize("when", [_IMPORTED, _TWICE, _OUT_OF_A_STRING, _AT_THE_END])
def test_ctrl_c_at_any_moment(when: str, environment: dict[str, str]) -> None:
    program = f"import os, signal, sys, time\n{when}\n"
    program += "from annotator.__main__ import main\nsys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@unix
def test_a_program_in_the_background_does_not_listen(environment: dict[str, str]) -> None:
    program = "import os, signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    program += "import annotator.app.main\n"
    program += "annotator.app.main.main = lambda: os.kill(os.getpid(), signal.SIGINT) or 7\n"
    program += "from annotator.__main__ import main\nraise SystemExit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (7, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_says_so(environment: dict[str, str]) -> None:
    status, out, errors = run(environment, "seed.txt")
    assert (status, out, len(errors.splitlines())) == (1, b"", 1)
    assert errors.startswith("annotator: ")
    assert "annotator --help" in errors


def test_python_m_is_the_command(environment: dict[str, str]) -> None:
    assert run(environment, "--version") == (0, f"annotator {__version__}\n".encode(), "")
    status, out, _errors = run(environment, "--help")
    assert (status, all(name in out.decode() for name in COMMANDS)) == (0, True)
