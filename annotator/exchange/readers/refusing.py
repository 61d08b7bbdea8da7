"""What no reader can make an article of, known by its first bytes, its name or its characters."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from annotator.exchange.readers.document_failures import LockedDocument
from annotator.model.failure import Refusal
from annotator.words import N_, _


class Binary(Refusal):
    """A file of another kind. `kind` is a message id."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(
            _(
                "It is {kind} and not a text, so it was not added: "
                "choose a file that holds the article’s text."
            ).format(kind=_(kind))
        )


class NotReadYet(Refusal):
    """A kind of document that people do send, and that this version has no reader for."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(
            _(
                "{kind} cannot be read yet, so it was not added: "
                "copy the article’s text and paste it, or save it as plain text."
            ).format(kind=_(kind))
        )


class ControlCharacters(Refusal):
    """Too many characters that no text holds."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It holds too many control characters to be a text, so it was not added: "
                "choose a text file, or name its encoding."
            )
        )


class NothingVisible(Refusal):
    """Nothing that anybody could see, so nothing to annotate."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "There is no visible character in it, so it was not added: "
                "check that it is the right file and that it was saved."
            )
        )


class TooSlow(Refusal):
    """A document that takes longer than one may. `seconds` is how long that is."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(
            _(
                "It could not be read within {seconds} seconds, so it was not added: "
                "copy the article’s text from the program that shows it and paste it."
            ).format(seconds=seconds)
        )


class TooHungry(Refusal):
    """A document that takes more memory than one may."""

    def __init__(self, megabytes: int) -> None:
        self.megabytes = megabytes
        super().__init__(
            _(
                "Reading it takes more than {megabytes} MB of memory, so it was not added: "
                "copy the article’s text from the program that shows it and paste it."
            ).format(megabytes=megabytes)
        )


class ReaderBroke(Refusal):
    """A document on which the reader breaks off. `how` is for whoever mends it."""

    def __init__(self, how: str) -> None:
        self.how = how
        super().__init__(
            _(
                "Reading it broke off ({how}), so it was not added: "
                "copy the article’s text from the program that shows it and paste it."
            ).format(how=how)
        )


class ReaderEnded(ReaderBroke):
    """A document at which the whole process ended, as it does when a library gets no memory.

    `how` is its status, which says nothing to anybody else.
    """

    def __init__(self, how: str) -> None:
        self.how = how
        Refusal.__init__(
            self,
            _(
                "It is damaged, or reading it takes more memory than one article may, so it was "
                "not added: copy the article’s text from the program that shows it and paste it."
            ),
        )


class TooMuchText(Refusal):
    """A small file that unfolds to more text than any article has. `most` is in megabytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            _(
                "It holds more than {most} MB of text, so it was not added: "
                "no article is so long; copy the part that you need and paste it."
            ).format(most=most)
        )


@dataclass(frozen=True, slots=True)
class _Kind:
    """`begins` is a pattern that matches the first bytes of a file of that kind."""

    begins: bytes
    name: str
    refusal: type[Binary] | type[NotReadYet] = Binary


_OLD_WORD = N_("An old Word or Office file")
_RTF = N_("An RTF document")
_PAGES = N_("A Pages document")
_SPREADSHEET = N_("a spreadsheet")
_PRESENTATION = N_("a presentation")

_ZIP = rb"PK(\x03\x04|\x05\x06)"

_KINDS = (
    _Kind(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.\w+\.spread", _SPREADSHEET),
    _Kind(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.\w+\.pres", _PRESENTATION),
    _Kind(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.\w+\.graph", N_("a drawing")),
    _Kind(rb"PK\x03\x04.*[^\w]xl/", _SPREADSHEET),
    _Kind(rb"PK\x03\x04.*[^\w]ppt/", _PRESENTATION),
    _Kind(rb"PK\x03\x04.*Index/Document\.iwa", _PAGES, NotReadYet),
    _Kind(_ZIP, N_("a ZIP archive")),
    _Kind(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_WORD, NotReadYet),
    _Kind(rb"\{\\rtf", _RTF, NotReadYet),
    _Kind(rb"\x89PNG\r?\n", N_("a PNG picture")),
    _Kind(rb"\xff\xd8\xff", N_("a JPEG picture")),
    _Kind(rb"GIF8[79]a", N_("a GIF picture")),
    _Kind(rb"RIFF.{4}WEBP", N_("a WebP picture")),
    _Kind(rb"II\*\0|MM\0\*", N_("a TIFF picture")),
    _Kind(rb"BM.{4}\0\0\0\0", N_("a BMP picture")),
    _Kind(rb"RIFF.{4}(WAVE|AVI )", N_("a sound or film file")),
    _Kind(rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2\xfa]", N_("a sound or film file")),
    _Kind(rb"OggS\0|fLaC\0|\x1aE\xdf\xa3|\0\0.{2}ftyp", N_("a sound or film file")),
    _Kind(rb"\x7fELF|MZ.{0,62}\0\0|[\xce\xcf]\xfa\xed\xfe", N_("a program")),
    _Kind(rb"\x1f\x8b\x08|BZh[1-9]1AY&SY|\xfd7zXZ\0|\x28\xb5\x2f\xfd", N_("a packed file")),
    _Kind(rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07", N_("a packed file")),
    _Kind(rb"SQLite format 3\0", N_("a database")),
)

_SUFFIXES_NOT_READ_YET = {
    ".doc": _OLD_WORD,
    ".dot": _OLD_WORD,
    ".rtf": _RTF,
    ".pages": _PAGES,
}
_PACKAGES = frozenset((".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".epub"))
"""Documents that are ZIP archives; what is wrong with one, its own reader says best."""
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""In which programs of Microsoft keep a document with a password, whatever it is."""

_LOOKED_AT = 8_192
"""Bytes at the start in which a kind shows."""
_FEW = 100
"""One control character in so many is let through: it is dropped or shown, and harms nobody."""
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\f"))
_ANY = re.compile(b"|".join(b"(?:" + kind.begins + b")" for kind in _KINDS), re.DOTALL)
"""Most files are none of these, and are found to be none in one look."""


def refuse_known_kinds(data: bytes, name: str) -> None:
    """Refuse what its first bytes, or else the suffix of its name, show to be no plain text.

    Raises Binary, NotReadYet or LockedDocument.
    """
    start, suffix = data[:_LOOKED_AT], PurePath(name).suffix.casefold()
    if start.startswith(_OLE) and _ENCRYPTED in data:
        raise LockedDocument
    kind = _kind(start)
    if kind and not (kind.begins == _ZIP and suffix in _PACKAGES):
        raise kind.refusal(kind.name)
    later = _SUFFIXES_NOT_READ_YET.get(suffix)
    if later:
        raise NotReadYet(later)


def _kind(start: bytes) -> _Kind | None:
    if not _ANY.match(start):
        return None
    return next((one for one in _KINDS if re.match(one.begins, start, re.DOTALL)), None)


def has_too_many_controls(text: str) -> bool:
    """Whether over 1 % are NUL or C0 controls other than TAB, LF, CR and FF."""
    data = text.encode("utf-8", "surrogatepass")
    return (len(data) - len(data.translate(None, _CONTROLS))) * _FEW > len(text)
