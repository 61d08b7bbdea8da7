"""The formats that an article can come in. A format joins by one entry here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from annotator.exchange.readers import markdown, plain_text
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.docx import reading as docx
from annotator.exchange.readers.epub import reading as epub
from annotator.exchange.readers.odt import reading as odt
from annotator.exchange.readers.pdf import reading as pdf
from annotator.exchange.readers.recognising import is_e_book, is_open_document, is_word
from annotator.exchange.readers.refusing import refuse_known_kinds
from annotator.exchange.readers.web import page
from annotator.exchange.readers.web.recognising import is_web_page
from annotator.words import N_


def _by_suffix_alone(_data: bytes) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Format:
    """A way to read an article.

    `name` is a message id for the file dialog. `recognises` looks at the bytes and goes before
    any suffix, because people rename files; `read` raises refusals. All but plain text is read
    `apart`, in a process that can be killed: no file from outside may hang or exhaust the program.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, ReadOptions], ReadArticle]
    recognises: Callable[[bytes], bool]
    apart: bool = True


PLAIN_TEXT = Format(
    N_("Text files"), (".txt", ".text", ""), plain_text.read, _by_suffix_alone, apart=False
)

MARKDOWN = Format(
    N_("Markdown files"), (".md", ".markdown"), markdown.read, _by_suffix_alone, apart=False
)

WEB_PAGE = Format(
    N_("Web pages"),
    (".html", ".htm", ".xhtml", ".xht", ".mhtml", ".mht"),
    page.read,
    is_web_page,
)

WORD = Format(
    N_("Word documents"),
    (".docx", ".docm", ".dotx", ".dotm"),
    docx.read,
    is_word,
)
OPEN_DOCUMENT = Format(
    N_("OpenDocument texts"), (".odt", ".ott", ".fodt"), odt.read, is_open_document
)
E_BOOK = Format(N_("E-books"), (".epub",), epub.read, is_e_book)
PDF = Format(N_("PDF documents"), (".pdf",), pdf.read, pdf.recognises)

FORMATS: tuple[Format, ...] = (PLAIN_TEXT, MARKDOWN, WEB_PAGE, WORD, OPEN_DOCUMENT, E_BOOK, PDF)


def format_of(data: bytes, name: str) -> Format:
    """The format to read some bytes by; without a better one they are tried as plain text.

    Raises Binary or NotReadYet for what is known to be something else.
    """
    suffix = PurePath(name).suffix.casefold()
    for known in FORMATS:
        if known.recognises(data):
            return known
    refuse_known_kinds(data, name)
    return next((known for known in FORMATS if suffix in known.suffixes), PLAIN_TEXT)
