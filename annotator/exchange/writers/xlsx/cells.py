"""What one cell can hold: never a formula, never more than Excel takes, never broken XML."""

import re

LONGEST = 32_767
"""So many UTF-16 units are in a cell at most; xlsxwriter cuts the rest off without a word."""

CUT = " […]"

_SURROGATES = re.compile("[\ud800-\udfff]")
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\uff60\U0001f300-\U0003ffff]")
_LINE_ENDS = re.compile("\r\n?")


def tidy(words: str) -> str:
    """The words as a cell takes them: line feeds between lines, nothing that has no UTF-8.

    Control characters stay: xlsxwriter escapes them as Excel does.
    """
    if "\r" in words:
        words = _LINE_ENDS.sub("\n", words)
    return words if words.isascii() else _SURROGATES.sub("\ufffd", words)


def too_long(words: str) -> bool:
    """Whether a cell cannot hold all of it."""
    return len(words) > LONGEST // 2 and _units(words) > LONGEST


def fitting(words: str) -> str:
    """As much of it as a cell can hold, with a mark at the end where some is cut."""
    if not too_long(words):
        return words
    kept = words[: LONGEST - len(CUT)]
    while _units(kept) > LONGEST - len(CUT):
        # Each step takes at least one character off, and never more than have to go.
        kept = kept[: len(kept) - (_units(kept) - LONGEST + len(CUT) + 1) // 2]
    return kept + CUT


def lines_in(words: str, width: int) -> int:
    """About how many lines a cell of that width in characters needs; wide letters count twice."""
    if len(words) <= width and "\n" not in words and words.isascii():
        return 1
    return sum(-(-_columns(line) // width) or 1 for line in words.split("\n"))


def looks_like_markup(words: str) -> bool:
    """Whether xlsxwriter would take it for a rich string of its own, and write it unescaped."""
    return words.startswith("<r>") and words.endswith("</r>")


def sheet_name(words: str, taken: list[str]) -> str:
    """A name that Excel allows, and that no other sheet has."""
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", words).strip(" '")[:31].strip(" '") or "Sheet"
    known = {one.casefold() for one in taken} | {"history"}
    name, number = plain, 1
    while name.casefold() in known:
        number += 1
        name = f"{plain[:27]} {number}"
    return name


def _columns(words: str) -> int:
    return len(words) if words.isascii() else len(words) + len(_WIDE.findall(words))


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
