"""The codes: one for each tag, and one for the open claim.

Names and guids are the same in every language and every file, so that several students' projects
can be joined; the description is in the language of the report.
"""

from xml.etree.ElementTree import Element

from annotator.exchange.writers.palettes import palette
from annotator.exchange.writers.qdpx.elements import child, guid_of
from annotator.model.tags import MEANINGS, Tag
from annotator.words import _


def code_of(tag: Tag | None) -> str:
    """The guid of a tag's code; None is the open claim."""
    return guid_of("tag", tag or "open")


def codebook() -> Element:
    """The four codes, in the window's colours."""
    book = Element("CodeBook")
    codes = child(book, "Codes")
    for tag in (*Tag, None):
        meaning = MEANINGS[tag]
        code = child(
            codes,
            "Code",
            guid=code_of(tag),
            name=meaning.name,
            isCodable="true",
            color=palette("light")["tags"][tag or "open"]["line"],
        )
        child(code, "Description", f"{_(meaning.question)} {_(meaning.help)}")
    return book
