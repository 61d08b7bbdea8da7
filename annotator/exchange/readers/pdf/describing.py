"""What a PDF says of itself: title, author, date and language, unless a program made them up."""

import ctypes
import re
from datetime import datetime

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from annotator.model.article import Metadata

_JUNK_TITLE = re.compile(
    r"""microsoft\ (word|powerpoint|excel)\ -|untitled|unbenannt|sans\ titre|sin\ t[ií]tulo|
    (document|dokument|layout|slide|presentation|page)\s?\d*$|powerpoint\ presentation$|
    about:|https?:|file:|[^\s]*\.\w{2,5}$|.*\.(docx?|odt|rtf|indd|qx[pd]|pdf|html?|pages|pptx?|txt)$|
    [\d\W_]*$|print(ing)?$|scan(ned)?\b""",
    re.IGNORECASE | re.VERBOSE,
)
_JUNK_AUTHOR = re.compile(
    r"(microsoft office )?user( name)?|admin(istrator)?|root|owner|unknown|anonymous|guest|"
    r"author|default|scanner|.*@.*|https?:.*|[\d\W_]*",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"skia|chrom|mozilla|firefox|safari|quartz|webkit|wkhtml|cairo|print to pdf|weasyprint",
    re.IGNORECASE,
)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_ADDRESS = re.compile(r"https?://[^\s…]+(?<!\.\.\.)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.IGNORECASE)


def described(document: pdfium.PdfDocument, dropped: list[str]) -> Metadata:
    """What the document says of itself.

    `date` is the day on which the PDF was made, and empty when a browser printed it: that day
    says nothing of the article. `address` is the one that a browser printed at the edge of pages.
    """
    said = document.get_metadata_dict()
    title = _clean(said.get("Title", ""))
    author = _clean(said.get("Author", ""))
    return Metadata(
        title="" if _JUNK_TITLE.match(title) else title,
        author="" if _JUNK_AUTHOR.fullmatch(author) else author,
        date=_date(said),
        address=_address(dropped),
        language=_language(document),
    )


def _clean(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _date(said: dict[str, str]) -> str:
    found = _DATE.match(said.get("CreationDate", ""))
    if not found or _PRINTED.search(f"{said.get('Creator')} {said.get('Producer')}"):
        return ""
    try:
        made = datetime(int(found[1]), int(found[2]), int(found[3]))  # noqa: DTZ001 - a day
    except ValueError:
        return ""
    return made.date().isoformat() if made.year > 1980 else ""


def _address(dropped: list[str]) -> str:
    found = (_ADDRESS.match(text) for text in dropped)
    return next((address[0] for address in found if address), "")


def _language(document: pdfium.PdfDocument) -> str:
    found = _LANGUAGE.fullmatch(_language_said(document).strip())
    return found[0] if found else ""


def _language_said(document: pdfium.PdfDocument) -> str:
    length = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < length < 200:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFCatalog_GetLanguage(document.raw, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
