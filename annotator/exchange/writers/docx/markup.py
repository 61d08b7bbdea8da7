"""Paragraphs, runs, links and fields as WordprocessingML wants them.

python-docx asks the whole document for each thing it adds, which takes minutes with ten thousand
claims; here each is one element more. Every word that comes from outside goes through `say`, which
puts a sign where XML allows no character and tells Word which runs go from right to left.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml.ns import nsmap
from lxml import etree

from annotator.exchange.writers.allowed import signed
from annotator.exchange.writers.directions import is_right_to_left, turned

Element = Any
"""An element of lxml, which says no types."""

_W = f"{{{nsmap['w']}}}"
_REFERENCE = f"{{{nsmap['r']}}}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile("(\t|\r\n|\r|\n)")
_TURNED_LANGUAGE = re.compile("ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|ps|sd|syr|ug|ur|yi")
_EAST = re.compile("zh|ja|ko")


def add(parent: Element, name: str, /, **values: object) -> Element:
    """An element of WordprocessingML at the end of another; `values` are its attributes."""
    made = etree.SubElement(parent, _W + name)
    for key, value in values.items():
        made.set(_W + key, str(value))
    return made


def paragraph(
    parent: Element,
    style: str,
    direction: str = "",
    *,
    number: int = 0,
    kept: bool = False,
    new_page: bool = False,
) -> Element:
    """A paragraph; it runs as the first letter of `direction` does.

    `number` is a list that numbers it, `kept` holds it on the page of the next one.
    """
    made = add(parent, "p")
    about = add(made, "pPr")
    add(about, "pStyle", val=style)
    if kept:
        add(about, "keepNext")
    if new_page:
        add(about, "pageBreakBefore")
    if number:
        listed = add(about, "numPr")
        add(listed, "ilvl", val=0)
        add(listed, "numId", val=number)
    if is_right_to_left(direction):
        add(about, "bidi")
    return made


def say(
    parent: Element,
    words: str,
    style: str = "",
    language: str = "",
    turns: Sequence[tuple[int, int]] | None = None,
) -> None:
    """Runs with these words; `turns` are the ranges from right to left, else they are found."""
    at = 0
    for start, end in turned(words) if turns is None else turns:
        if at < start:
            _run(parent, words[at:start], style, language, turns=False)
        _run(parent, words[start:end], style, language, turns=True)
        at = end
    if at < len(words):
        _run(parent, words[at:], style, language, turns=False)


def run(parent: Element, style: str = "", language: str = "", *, turns: bool = False) -> Element:
    """An empty run."""
    made = add(parent, "r")
    if style or turns or language:
        about = add(made, "rPr")
        if style:
            add(about, "rStyle", val=style)
        if turns:
            add(about, "rtl")
        if language:
            add(about, "lang", **{_language_for(language, turns): language})
    return made


def link_out(parent: Element, reference: str) -> Element:
    """A link to the address that the part knows by that reference; its words go into it."""
    made = add(parent, "hyperlink", history=1)
    made.set(_REFERENCE, reference)
    return made


def link_in(parent: Element, bookmark: str, told: str = "") -> Element:
    """A link to a bookmark; `told` is what Word says of it, also to a screen reader."""
    made = add(parent, "hyperlink", anchor=bookmark, history=1)
    if told:
        made.set(f"{_W}tooltip", told)
    return made


def field(parent: Element, instruction: str, style: str = "") -> None:
    """A value that the word processor counts, such as PAGE."""
    _run(add(parent, "fldSimple", instr=instruction), "1", style, "", turns=False)


def bookmark(parent: Element, number: int, name: str) -> None:
    """A place to lead to, at the end of what the element holds now."""
    add(parent, "bookmarkStart", id=number, name=name)
    add(parent, "bookmarkEnd", id=number)


def turns_within(turns: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The part of a line's turns that lies in `start` to `end`, counted from `start`."""
    return [
        (max(first, start) - start, min(last, end) - start)
        for first, last in turns
        if first < end and last > start
    ]


def _run(parent: Element, words: str, style: str, language: str, *, turns: bool) -> None:
    made = run(parent, style, language, turns=turns)
    words = signed(words)
    if not _BREAKS.search(words):
        _text(made, words)
        return
    for part in _BREAKS.split(words):
        if part == "\t":
            add(made, "tab")
        elif _BREAKS.fullmatch(part):
            add(made, "br")
        elif part:
            _text(made, part)


def _text(parent: Element, words: str) -> None:
    made = add(parent, "t")
    made.text = words
    if words[0].isspace() or words[-1].isspace():
        made.set(_SPACE, "preserve")


def _language_for(language: str, turns: bool) -> str:
    """The attribute that says it: Word has one for each group of scripts."""
    if turns or _TURNED_LANGUAGE.match(language):
        return "bidi"
    return "eastAsia" if _EAST.match(language) else "val"
