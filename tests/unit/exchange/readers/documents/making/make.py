"""Makes the documents anew from their sources, with LibreOffice and pandoc."""

import subprocess
import tempfile
from pathlib import Path

SOURCES = Path(__file__).parent
TARGET = SOURCES.parent
PANDOC = (
    ("pandoc.md", "pandoc.docx"),
    ("pandoc.md", "pandoc.odt"),
    ("pandoc.md", "pandoc.epub"),
    ("pandoc_changes.md", "pandoc_changes.docx"),
)
WRITER = ("docx:MS Word 2007 XML", "odt:writer8", "epub:EPUB")


def main() -> None:
    """Make each of them."""
    for source, target in PANDOC:
        run("pandoc", "--track-changes=all", source, "-o", str(TARGET / target))
    with tempfile.TemporaryDirectory() as profile:
        for kind in WRITER:
            run(
                *("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
                *("--convert-to", kind, "--outdir", str(TARGET), "writer.fodt"),
            )


def run(*command: str) -> None:
    """Run a program where the sources are."""
    subprocess.run(command, cwd=SOURCES, check=True, timeout=120)


if __name__ == "__main__":
    main()
