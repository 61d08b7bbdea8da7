"""Moodle's grading worksheet: feedback is filled in, and everything else stays to the byte.

A teacher downloads the table, has it filled and uploads it. Its headers are in the language of
whoever downloaded it, and Moodle refuses a table of another shape, so nothing is written anew:
cells are replaced where they stand. A row is found by the number at the end of its first column
("Participant 123", "Teilnehmer/in123"), which is the one in the names of Moodle's folders; and
where the row says a name, it has to be the folder's: nobody gets what is said to somebody else.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.exchange.files import MEGABYTE, TooLarge
from annotator.model.failure import Refusal
from annotator.model.folding import folded
from annotator.words import _

LARGEST = 20 * MEGABYTE
"""Bytes of a worksheet."""

_BOM = "\ufeff"
_SEPARATORS = ",;\t"
_FEEDBACK = frozenset(
    (
        "Feedback comments",
        "Feedback als Kommentar",
        "Feedback par commentaires",
        "Comentarios de retroalimentación",
        "Comentaris de la retroacció",
        "Comentários de feedback",
        "Commenti",
        "Comentarios",
        "Feedback-iruzkinak",
        "Feedback",
        "Отзыв в виде комментария",
        "تعليقات الإفادة",
        "评语反馈",
    )
)
"""What the column is called in Moodle's languages; in another one it is known by its place."""
_NUMBER = re.compile(r"(\D*?)\s*([0-9]+)")


class NoWorksheet(Refusal):
    """Another table, or none."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is no grading worksheet of Moodle, so no feedback was filled in: download it "
                "from the assignment in Moodle (Download grading worksheet) and choose that file."
            )
        )


class NoFeedbackColumn(Refusal):
    """Moodle leaves the column out where comments are switched off."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The grading worksheet has no column for feedback, so none was filled in: switch "
                "“Feedback comments” on in the assignment's settings and download it again."
            )
        )


class NotUtf8Worksheet(Refusal):
    """A spreadsheet program saved it in another encoding."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The grading worksheet is not in UTF-8 any more, so no feedback was filled in: "
                "choose the file as Moodle gave it, before another program saved it."
            )
        )


@dataclass(frozen=True, slots=True)
class Filled:
    """The worksheet with feedback. The ids are Moodle's.

    `replaced` had other feedback before; `missing` have feedback and no row; of `strangers` the row
    bears another name, so it was left alone.
    """

    data: bytes
    filled: tuple[str, ...]
    replaced: tuple[str, ...]
    missing: tuple[str, ...]
    strangers: tuple[str, ...] = ()


class _Cell(NamedTuple):
    """A cell: from where to where its bytes stand, and what it says."""

    start: int
    end: int
    value: str


def fill(
    data: bytes,
    feedback: Mapping[str, str],
    names: Mapping[str, str] | None = None,
    by_name: Mapping[str, str] | None = None,
) -> Filled:
    """Put plain text, by Moodle's id of a person, into the feedback cells of a worksheet.

    `names` are the people's by the same ids, as Moodle spells them in its folders. `by_name` is for
    people whose id nobody knows: it goes into the one row of that full name. Moodle takes the cells
    as HTML: what is plain is escaped, and its lines stay lines. Raises TooLarge, NotUtf8Worksheet,
    NoWorksheet or NoFeedbackColumn.
    """
    text = _decoded(data)
    rows = _rows(text)
    ids = _ids(rows[1:])
    column = _feedback_column(rows)
    feedback = {**_found_by_name(rows[1:], ids, by_name or {}), **feedback}
    strangers = [
        id_
        for row, id_ in zip(rows[1:], ids, strict=True)
        if id_ in feedback and not _is_row_of(row, (names or {}).get(id_, ""))
    ]
    parts: list[str] = []
    filled: list[str] = []
    replaced: list[str] = []
    done = 0
    for row, id_ in zip(rows[1:], ids, strict=True):
        if id_ not in feedback or id_ in (*filled, *strangers) or len(row) <= column:
            continue
        cell, value = row[column], _markup(feedback[id_])
        filled.append(id_)
        if cell.value not in ("", value):
            replaced.append(id_)
        parts += (text[done : cell.start], _quoted(value))
        done = cell.end
    missing = tuple(id_ for id_ in feedback if id_ not in (*filled, *strangers))
    whole = "".join((*parts, text[done:])).encode("utf-8")
    return Filled(whole, tuple(filled), tuple(replaced), missing, tuple(strangers))


def _found_by_name(
    rows: Sequence[Sequence[_Cell]], ids: Sequence[str], by_name: Mapping[str, str]
) -> dict[str, str]:
    """By Moodle's id what is said to people by their names; a name that two have is nobody's."""
    found: dict[str, str] = {}
    for name, text in by_name.items():
        there = [id_ for row, id_ in zip(rows, ids, strict=True) if _bare(row[1]) == key(name)]
        if len(there) == 1:
            found[there[0]] = text
    return found


def _is_row_of(row: Sequence[_Cell], name: str) -> bool:
    """Whether a row is that person's, as Moodle spells the name in a folder: without some signs.

    Where names are hidden the folder and the row both say "participant".
    """
    wanted = key(name)
    hidden = key(_NUMBER.sub(r"\1", row[0].value.strip()))
    return not wanted or wanted == hidden or wanted in map(_bare, row[1:3])


def _bare(cell: _Cell) -> str:
    return key(cell.value)


def key(name: str) -> str:
    """A name without capitals, accents and signs, of which Moodle leaves some out."""
    return "".join(letter for letter in folded(name) if letter.isalnum())


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST:
        raise TooLarge(LARGEST)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8Worksheet from error


def _rows(text: str) -> list[list[_Cell]]:
    """The rows with anything in them, the header first."""
    start = len(_BOM) if text.startswith(_BOM) else 0
    header = text[start:].partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    rows = [row for row in _parsed(text, start, separator) if any(cell.value for cell in row)]
    if len(rows) < 2 or len(rows[0]) < 3:
        raise NoWorksheet
    return rows


def _parsed(text: str, start: int, separator: str) -> Iterator[list[_Cell]]:
    """The cells of each row: in quotes, where a quote is doubled, or as they stand."""
    plain = f"[^{separator}\r\n]*"
    quoted = f'"(?:[^"]|"")*+"{plain}'
    cells = re.compile(f'({quoted}|(?!"){plain})({separator}|\r\n|\n|\r|\\Z)')
    row: list[_Cell] = []
    at = start
    while at < len(text) or row:
        found = cells.match(text, at)
        if found is None:  # a quote that never ends
            raise NoWorksheet
        row.append(_Cell(*found.span(1), _value(found[1])))
        at = found.end()
        if found[2] != separator:
            yield row
            row = []


def _value(raw: str) -> str:
    if not raw.startswith('"'):
        return raw
    inside, _quote, rest = raw[1:].rpartition('"')
    return inside.replace('""', '"') + rest


def _ids(rows: Sequence[Sequence[_Cell]]) -> list[str]:
    """Moodle's id of each row's person: the number after what "participant" is called."""
    found = [_NUMBER.fullmatch(row[0].value.strip()) for row in rows]
    words = {one[1] if one else "" for one in found}
    if len(words) != 1 or "" in words:
        raise NoWorksheet
    return [one[2] for one in found if one]


def _feedback_column(rows: Sequence[Sequence[_Cell]]) -> int:
    """By its name; in a language that is not known, the last column if it holds comments.

    The column before it says when a grade was changed, "-" where there is none yet, so a last
    column that is empty or holds markup is no other than this one.
    """
    header = [cell.value.strip() for cell in rows[0]]
    named = [place for place, name in enumerate(header) if name in _FEEDBACK]
    if named:
        return named[-1]
    last = len(header) - 1
    values = [row[last].value.strip() for row in rows[1:] if len(row) > last]
    if all(value == "" or value.startswith("<") for value in values):
        return last
    raise NoFeedbackColumn


def _markup(text: str) -> str:
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    return f"<p>{'<br>'.join(html.escape(line, quote=False) for line in lines)}</p>"


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
