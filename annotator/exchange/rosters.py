"""The names of a class, from whatever list a teacher has: a file, or a column that was pasted.

`First,Last` or one name a line. A spreadsheet saves it with semicolons or tabs in some countries,
and a learning platform with more columns and a row that names them.
"""

import csv
from collections.abc import Iterator, Sequence

from annotator.exchange.encodings import decode
from annotator.exchange.files import MEGABYTE, TooLarge
from annotator.model.failure import Refusal
from annotator.model.person import tidy_name
from annotator.model.text import canonical, is_empty
from annotator.words import _

LARGEST = 2 * MEGABYTE
"""Bytes of a list of names."""
MOST_NAMES = 5_000
LONGEST_NAME = 200
"""Code points; what is longer is a sentence, and its file no list of names."""

_SEPARATORS = "\t;,"
"""The first of them that stands in a line divides it."""
_DIVIDING = frozenset(_SEPARATORS + '"')
_FIRST = frozenset(
    (
        "first", "first name", "firstname", "given name", "forename", "vorname", "prénom",
        "nombre", "nome", "voornaam", "имя", "名",
    )
)  # fmt: skip
_LAST = frozenset(
    (
        "last", "last name", "lastname", "surname", "family name", "nachname", "familienname",
        "nom", "nom de famille", "apellido", "apellidos", "apellido(s)", "cognome", "sobrenome",
        "apelido", "achternaam", "фамилия", "姓",
    )
)  # fmt: skip
_WHOLE = frozenset(
    (
        "name", "names", "full name", "fullname", "student", "students", "student name",
        "vollständiger name", "nom complet", "nombre completo", "nome completo",
        "volledige naam", "имя и фамилия", "氏名", "姓名",
    )
)  # fmt: skip


class NoRoster(Refusal):
    """No list of names. `line` is the first that is none, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(
            _(
                "It is no list of names (line {line}), so nobody was taken from it: save it as "
                "CSV with a first and a last name in each line, or as text with a name a line."
            ).format(line=line)
        )


class NoNames(Refusal):
    """A list without names."""

    def __init__(self) -> None:
        super().__init__(
            _("There is no name in it, so nobody was taken from it: write one name a line.")
        )


class TooManyNames(Refusal):
    """More than any class has."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It holds more than {most} names, so nobody was taken from it: "
                "choose the list of one class."
            ).format(most=MOST_NAMES)
        )


def read(data: bytes) -> list[str]:
    """The names in the bytes of a file; raises TooLarge, what `of_text` raises, or NoRoster.

    Also raises the refusals of encodings.decode.
    """
    if len(data) > LARGEST:
        raise TooLarge(LARGEST)
    if b"\0" in data[:4] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NoRoster(1)
    if data.startswith(b"PK\x03\x04"):  # a workbook
        raise NoRoster(1)
    return of_text(decode(data).text if data else "")


def of_text(text: str) -> list[str]:
    """The names in a text, tidy, in its order; who stands there twice is there twice.

    Raises NoRoster, NoNames or TooManyNames.
    """
    rows = [
        (number, _cells(line))
        for number, line in enumerate(canonical(text).split("\n"), 1)
        if not is_empty(line)
    ]
    columns = _columns(rows[0][1]) if rows else None
    names = [name for name in _names(rows[1:] if columns else rows, columns or (0, 1)) if name]
    if not names:
        raise NoNames
    if len(names) > MOST_NAMES:
        raise TooManyNames
    return names


def text_of(names: Sequence[str]) -> str:
    """The names one a line, so that `of_text` reads them as they are: "Lee, Ann" in quotes."""
    return "\n".join(
        '"' + name.replace('"', '""') + '"' if set(name) & _DIVIDING else name for name in names
    )


def _cells(line: str) -> list[str]:
    """The cells of a line. A name never has several lines, so a stray quote ends with its line."""
    separator = next((one for one in _SEPARATORS if one in line), ",")
    return [tidy_name(cell) for cell in next(csv.reader([line], delimiter=separator), [])]


def _columns(header: Sequence[str]) -> tuple[int, ...] | None:
    """Which columns hold the name, where the first row names its columns; else None."""
    folded = [cell.casefold() for cell in header]
    first = next((place for place, cell in enumerate(folded) if cell in _FIRST), None)
    last = next((place for place, cell in enumerate(folded) if cell in _LAST), None)
    whole = next((place for place, cell in enumerate(folded) if cell in _WHOLE), None)
    if first is not None and last is not None:
        return first, last
    one = whole if whole is not None else first if first is not None else last
    return None if one is None else (one,)


def _names(rows: Sequence[tuple[int, list[str]]], columns: tuple[int, ...]) -> Iterator[str]:
    for number, cells in rows:
        name = " ".join(cells[place] for place in columns if place < len(cells) and cells[place])
        if len(name) > LONGEST_NAME:
            raise NoRoster(number)
        yield "" if is_empty(name) else name
