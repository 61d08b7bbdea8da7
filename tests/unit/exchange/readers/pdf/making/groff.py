"""Two columns as groff sets them: hyphenated by its own rules, with ligatures and a footnote."""

import subprocess
from pathlib import Path

from tests.unit.exchange.readers.pdf.making.story import FERRY, FERRY_HEADLINE, HEADLINE, STORY

FOOTNOTE = "The calculation was made for the association and has never been published."
SIGNS = {"’": r"\[cq]", "“": r"\[lq]", "”": r"\[rq]", "-": r"\[hy]"}


def escaped(text: str) -> str:
    for sign, name in SIGNS.items():
        text = text.replace(sign, name)
    return text


def source() -> str:
    start = f".ds LH The Harbour Courier\n.ds RH {HEADLINE.split(',')[0]}\n.ds CF \\\\n[PN]\n"
    head = f"{start}.nr PS 10\n.nr VS 12\n.TL\n{HEADLINE}\n.AU\nA. Reporter\n.2C\n"
    story = [escaped(text) for text in STORY]
    story[2] += f"\n.FS\n{FOOTNOTE}\n.FE"
    body = "".join(f".PP\n{text}\n" for text in (*story, *story[::-1]))
    ferry = "".join(f".PP\n{escaped(text)}\n" for text in FERRY)
    return f"{head}{body}.SH\n{FERRY_HEADLINE}\n{ferry}"


def make(folder: Path) -> None:
    with (folder / "groff-columns.pdf").open("wb") as to:
        given = source().encode("ascii")
        subprocess.run(["groff", "-ms", "-Tpdf"], input=given, stdout=to, check=True, timeout=60)
