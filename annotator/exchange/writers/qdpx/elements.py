"""The words of the project file, spelled as the REFI-QDA schema wants them.

Every guid follows from what it names, so the same report is the same project: opened twice, it is
not two.
"""

import re
import uuid
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement

from annotator.exchange.writers.allowed import signed

NAMESPACE = "urn:QDA-XML:project:1.0"

_GUID = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_LONGEST = 80


def guid(one: str) -> str:
    """The id as a guid: itself, where it is one."""
    return one if _GUID.fullmatch(one) else guid_of("id", one)


def guid_of(*what: str) -> str:
    """A guid that follows from these words."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:annotator:{':'.join(what)}"))


def time(moment: datetime) -> str:
    """A time in UTC, to the second: readers exist that take no fractions."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def content(words: str) -> str:
    """Words as the content of an element: line feeds, and a sign for what XML cannot hold."""
    return signed(_LINE_END.sub("\n", words))


def name(words: str) -> str:
    """Words as a name in a list: one line, shortened."""
    line = " ".join(signed(words).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def child(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last child; attributes without a value are left out."""
    made = SubElement(parent, tag, {key: value for key, value in attributes.items() if value})
    made.text = text or None
    return made


def section(parent: Element, tag: str, children: list[Element]) -> None:
    """A new last child that holds these; the schema allows none that is empty."""
    if children:
        SubElement(parent, tag).extend(children)
