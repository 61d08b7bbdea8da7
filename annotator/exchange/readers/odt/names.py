"""The names of OpenDocument's markup."""

from annotator.exchange.readers.markup import Names

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = Names(
    {
        f"{_ODF}office:1.0": "office",
        f"{_ODF}text:1.0": "text",
        f"{_ODF}table:1.0": "table",
        f"{_ODF}drawing:1.0": "draw",
        f"{_ODF}style:1.0": "style",
        f"{_ODF}xsl-fo-compatible:1.0": "fo",
        f"{_ODF}svg-compatible:1.0": "svg",
        f"{_ODF}script:1.0": "script",
        f"{_ODF}form:1.0": "form",
        f"{_ODF}meta:1.0": "meta",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://www.w3.org/1999/xlink": "xlink",
        "http://www.w3.org/1998/Math/MathML": "math",
    }
)
short = _NAMES.short
attribute = _NAMES.attribute
child = _NAMES.child
