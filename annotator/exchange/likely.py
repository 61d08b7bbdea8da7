"""Which guesses of an encoding come first: what people write articles in, before the curious.

To charset-normalizer the code pages of old Macs and of DOS are as likely as those of Windows, and
on short texts it often takes one for the other. The first guess is the one that is offered.
"""

import re
from collections.abc import Iterable

USUAL = ("cp1251", "cp1250", "cp1253", "cp1254", "cp1256", "shift_jis", "gb18030", "big5")
"""Tried whatever was found; on one side of the world or the other all articles were in these."""

_SELDOM = re.compile(
    r"mac_.*|cp(?!125\d|874|932|936|949|950)\d+|iso8859_(?:3|4|10|13|14|16)"
    r"|hp_roman8|kz1048|ptcp154|koi8_t"
)
_INSTEAD = {
    "cp1251": ("mac_cyrillic", "cp855", "cp866", "cp1125", "kz1048", "ptcp154", "koi8_t"),
    "cp1253": ("mac_greek", "cp737", "cp869"),
    "cp1250": ("mac_latin2", "cp852", "iso8859_16"),
    "cp1254": ("mac_turkish", "cp857", "iso8859_3"),
    "cp1256": ("mac_arabic", "cp720", "cp864"),
}
"""The usual encoding of the letters that some seldom ones were made for."""
_AHEAD = {seldom: usual for usual, several in _INSTEAD.items() for seldom in several}
_SELDOM_FIRST = 2
"""So many seldom encodings come before the usual ones that were not found."""


def likeliest_first(found: Iterable[str]) -> tuple[str, ...]:
    """What was found and what is usual, each once, the seldom after the common.

    Both keep the order in which they were found.
    """
    both = [name for one in found for name in ([_AHEAD[one], one] if one in _AHEAD else [one])]
    common = [name for name in both if not _SELDOM.fullmatch(name)]
    seldom = list(dict.fromkeys(name for name in both if _SELDOM.fullmatch(name)))
    first, last = seldom[:_SELDOM_FIRST], seldom[_SELDOM_FIRST:]
    return tuple(dict.fromkeys((*common, *first, *USUAL, *last)))
