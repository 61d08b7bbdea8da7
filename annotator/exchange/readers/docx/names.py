"""The names of Word's markup: one prefix for each namespace, strict or transitional."""

from annotator.exchange.readers.markup import Element, Names

_NAMES = Names(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    }
)
short = _NAMES.short
attribute = _NAMES.attribute
child = _NAMES.child


def is_on(element: Element) -> bool:
    """Whether a property that is either on or off is on: its presence alone says so."""
    return attribute(element, "w:val") not in ("0", "false", "off", "none")
