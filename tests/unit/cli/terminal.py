"""What the tests of the commands share."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.app.main import main

STORY = "The minister said the bridge is safe.\nThe mayor says 🌉 it is not.\n"


@dataclass(frozen=True)
class Result:
    """What came of one command; `errors` are the lines on standard error."""

    status: int
    out: bytes
    errors: list[str]

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Terminal:
    """Commands on one library. None of them may ever end in an internal error."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[bytes]

    @property
    def data_dir(self) -> Path:
        return self.folder / "data"

    @property
    def library(self) -> Path:
        return self.data_dir / "library.db"

    def run(self, *words: str | Path, stdin: bytes = b"") -> Result:
        """One command on the library."""
        return self.bare("--data-dir", self.data_dir, *words, stdin=stdin)

    def bare(self, *words: str | Path, stdin: bytes = b"") -> Result:
        """One command line as it is."""
        self.captured.readouterr()
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(word) for word in words])
        out, err = self.captured.readouterr()
        errors = err.decode("utf-8").splitlines()
        assert not any("internal error" in line for line in errors), errors
        assert not any("Traceback" in line for line in errors), errors
        return Result(status, out, errors)

    def file(self, name: str, content: str | bytes = STORY) -> Path:
        """A file to give to a command."""
        path = self.folder / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def article(self, content: str | bytes = STORY) -> str:
        """The id of an article that is in the library."""
        found = self.run(
            "add", "-", "--json", stdin=content if isinstance(content, bytes) else content.encode()
        )
        assert found.status == 0, found.errors
        return str(found.json[0]["id"])
