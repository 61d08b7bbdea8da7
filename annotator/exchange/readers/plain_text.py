"""Plain text: the bytes are the article, once their encoding is known."""

from annotator.exchange.encodings import (
    DamagedUnicode,
    Decoded,
    UnknownEncoding,
    UnsureEncoding,
    WrongEncoding,
    decode,
)
from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.refusing import (
    ControlCharacters,
    NothingVisible,
    has_too_many_controls,
)
from annotator.model.article import Metadata
from annotator.model.text import canonical, count_dropped, is_empty
from annotator.words import _, ngettext


def read(data: bytes, options: ReadOptions) -> ReadArticle:
    """The article in the bytes of a text file.

    Raises the refusals of encodings.decode, ControlCharacters or NothingVisible.
    """
    decoded = _decoded(data, options)
    if has_too_many_controls(decoded.text):
        raise ControlCharacters
    return of_text(decoded.text, _how_decoded(decoded))


def of_text(raw: str, notes: tuple[str, ...] = ()) -> ReadArticle:
    """The article in a text that is decoded already; raises NothingVisible."""
    text = canonical(raw)
    if is_empty(text):
        raise NothingVisible
    return ReadArticle(text, Metadata(), (*notes, *_what_was_dropped(raw, text)))


def _decoded(data: bytes, options: ReadOptions) -> Decoded:
    try:
        return _as_declared(data, options) or decode(data, options.encoding)
    except (UnsureEncoding, DamagedUnicode) as unsure:
        if has_too_many_controls(data.decode("latin-1")):
            raise ControlCharacters from unsure
        raise


def _as_declared(data: bytes, options: ReadOptions) -> Decoded | None:
    """What a server says is tried, and forgotten when it cannot be."""
    if options.encoding is not None or options.declared is None:
        return None
    try:
        return decode(data, options.declared)
    except (UnknownEncoding, WrongEncoding):
        return None


def _how_decoded(decoded: Decoded) -> tuple[str, ...]:
    if decoded.sure:
        return ()
    note = _("The file does not name its encoding; it was read as {encoding}.")
    return (note.format(encoding=decoded.encoding),)


def _what_was_dropped(raw: str, text: str) -> tuple[str, ...]:
    number = 0 if len(text) == len(raw) else count_dropped(raw)
    if not number:
        return ()
    note = ngettext(
        "{number} character that no text can hold was left out.",
        "{number} characters that no text can hold were left out.",
        number,
    )
    return (note.format(number=number),)
