"""Formulas as people type them: to leave them out, or their signs only, would change a number."""

from typing import Any

Element = Any
"""An element of lxml, which has no types."""

_BETWEEN = {
    **{"mfrac": "/", "msup": "^", "msub": "_", "msubsup": "_^"},
    **{"f": "/", "sSup": "^", "sSub": "_", "sSubSup": "_^"},
}
"""What stands between the parts of MathML's elements, and of Word's."""
_SIGNS = frozenset(("mi", "mn", "mo", "ms", "mtext", "t"))
_ROOTS = ("msqrt", "rad")


def plain(formula: Element) -> str:
    """A formula of MathML or Word in a line, 1/2 or 10^6; several signs are held by brackets."""
    if not isinstance(formula.tag, str):
        return ""
    name = formula.tag.rpartition("}")[2]
    if name in _SIGNS:
        return "".join(formula.itertext()).strip()
    if name in ("annotation", "annotation-xml"):
        return ""
    parts = [part for part in map(plain, formula) if part]
    between = _BETWEEN.get(name)
    if between and len(parts) == len(between) + 1:
        first, *others = map(_together, parts)
        return first + "".join(map("".join, zip(between, others, strict=True)))
    return f"√{_together(''.join(parts))}" if name in _ROOTS else "".join(parts)


def _together(part: str) -> str:
    return part if part.isalnum() or len(part) == 1 else f"({part})"
