"""What journeys do again and again: a window on a library, a passage tagged, the work exported."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.journeys.harness import Accessible, Desktop, Program, wait_until
from tests.journeys.harness.program import ROOT

SEED = ROOT / "seeds" / "000_1beb7bc2f9c76a22.txt"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to mark, and the item of the menu Tag to mark them with."""

    words: str
    item: str

    @property
    def tags(self) -> set[str]:
        """What a data file says of it."""
        return set() if self.item == "Open" else {self.item.lower()}

    def span(self, text: str) -> tuple[int, int]:
        """Its first code points in the text, half-open."""
        start = text.index(self.words)
        return start, start + len(self.words)


class Window(Program):
    """The program's window on a library in this folder."""

    def __init__(self, desktop: Desktop, folder: Path, *words: str) -> None:
        self.library = folder / "library"
        super().__init__(desktop, folder, "--data-dir", str(self.library), *words)

    def article(self) -> Accessible:
        """The text, once an article is shown."""
        found = self.wait_for("text", "Article")
        wait_until("the article's text", found.text)
        return found

    def claims(self) -> list[str]:
        """The names of the entries in the list of claims, from the top."""
        return [one.name for one in self.wait_for("list", "Claims").children()]

    def wait_for_claim(self, words: str) -> str:
        """The name of the entry that begins with these words, once the list shows it."""
        entries = self.wait_for("list", "Claims")
        return wait_until(
            f"a claim on {words!r}",
            lambda: next(
                (one.name for one in entries.children() if one.name.startswith(words)), ""
            ),
        )

    def tag(self, start: int, end: int, item: str) -> None:
        """Selects these code points and chooses from the menu Tag, all by the accessible tree."""
        self.article().select(start, end)
        self.choose("Tag", item)


def run(library: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of the program beside whatever window there is."""
    return subprocess.run(
        [sys.executable, "-m", "annotator", "--data-dir", str(library), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def exported(library: Path) -> list[dict[str, Any]]:
    """The items of the JSON-LD export of the whole library, by position."""
    done = run(library, "export", "--all", "--format", "jsonld", "--to", "-")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    items: list[dict[str, Any]] = json.loads(done.stdout)["first"]["items"]
    return sorted(items, key=lambda item: position(item))


def position(item: dict[str, Any]) -> tuple[int, int]:
    """The code points that an exported claim lies on."""
    (found,) = [one for one in item["target"]["selector"] if one["type"] == "TextPositionSelector"]
    return found["start"], found["end"]


def quote(item: dict[str, Any]) -> str:
    """The words that an exported claim quotes."""
    (found,) = [one for one in item["target"]["selector"] if one["type"] == "TextQuoteSelector"]
    return str(found["exact"])


def tags(item: dict[str, Any]) -> set[str]:
    """The tags of an exported claim."""
    return {body["value"] for body in item.get("body", []) if body.get("purpose") == "tagging"}
