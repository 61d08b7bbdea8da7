"""Running heads, running feet and page numbers: what stands around the text, page after page.

Rows are taken away from the outer edge of a page inwards, as long as each is a running one, so a
line of the text itself is never reached past one that stays.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from statistics import median

from annotator.exchange.readers.pdf.word import Line

_ZONE = 0.16
"""Of the page's height, from the upper and the lower edge."""
_SAME_PLACE = 4.0
"""Points by which a running line may move from page to page."""
_ROWS = 4
_APART = 1.6
_LARGEST = 1.15
"""In type sizes of the text: what is larger is a heading that begins with a number."""
_NUMBER = re.compile(r"\d+|(?<![^\W\d_])[ivxl]{1,6}(?![^\W\d_])")
_PAGE_OF = re.compile(r"(?:\w+\.? )?(\d+) ?(?:/|of|von|de|di|av|van|из|z) ?(\d+)", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?|file|about|data):\S+ +")
_ALONE = re.compile(r"(?:[-–—·|•\s]*)(?:page|seite|página|pagina|side|p\.|s\.)? ?(\d+)[-–—·|•\s]*")
_MOMENT = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}

Row = list[Line]
Place = tuple[bool, int]


class Marginals:
    """What runs through a document; `pages` holds each page's lines."""

    def __init__(self, pages: list[list[Line]]) -> None:
        low, high = _extent(pages)
        zone = _ZONE * (high - low)
        self._edges = [(_outer(p, high - zone, True), _outer(p, low + zone, False)) for p in pages]
        self._texts = _repeated(self._edges)
        self._numbered, self._first = _numbered(self._edges)
        self._pages = len(pages)
        self._largest = _LARGEST * median([line.size for lines in pages for line in lines] or [0])

    def on(self, page: int) -> list[Line]:
        """The running lines of a page, from top to bottom."""
        upper, lower = self._edges[page]
        feet = self._running(lower, page)
        heads = self._running(upper, page, printed=bool(feet))
        return sorted([*heads, *feet], key=lambda line: -line.base)

    def _running(self, rows: list[Row], page: int, printed: bool = False) -> list[Line]:
        number = 0
        while number < min(len(rows), _ROWS) and self._is_running(
            rows[number], page, rows[number + 1 :], printed
        ):
            number += 1
        while number and not _ends_well(rows, number):
            number -= 1
        return [line for row in rows[:number] for line in row]

    def _is_running(self, row: Row, page: int, inner: list[Row], printed: bool) -> bool:
        if all(line.artifact or self._repeats(line) for line in row):
            return True
        if not _apart(row, inner) or max(line.size for line in row) > self._largest:
            return False
        if any(id(line) in self._numbered or self._names_page(line) for line in row):
            return True
        return any(_is_count(line, page, self._pages) for line in row) or (
            printed and any(_MOMENT.match(line.text) for line in row)
        )

    def _names_page(self, line: Line) -> bool:
        """Whether it begins or ends with the number of its page, or holds it between dashes."""
        if self._first is None:
            return False
        number = str(self._first + line.page)
        return bool(re.search(rf"^{number}\s|\s{number}$|[-–—]\s?{number}\s?[-–—]", line.text))

    def _repeats(self, line: Line) -> bool:
        return any(abs(line.base - base) < _SAME_PLACE for base in self._texts.get(_key(line), ()))


def _apart(row: Row, inner: list[Row]) -> bool:
    return not inner or abs(row[0].base - inner[0][0].base) > _APART * row[0].size


def _ends_well(rows: list[Row], number: int) -> bool:
    """Whether the running rows end with a gap: the text's own first line has none below it."""
    last = rows[number - 1]
    return all(line.artifact for line in last) or _apart(last, rows[number:])


def _extent(pages: list[list[Line]]) -> tuple[float, float]:
    """The lowest and the highest line of a document."""
    bases = [line.base for lines in pages for line in lines] or [0]
    return min(bases), max(bases)


def _outer(lines: list[Line], limit: float, upper: bool) -> list[Row]:
    """The rows beyond a limit, the outermost first, and the one that follows them."""
    rows: list[Row] = []
    for line in sorted(lines, key=lambda line: -line.base if upper else line.base):
        if rows and abs(rows[-1][0].base - line.base) < _SAME_PLACE:
            rows[-1].append(line)
            continue
        if len(rows) > _ROWS or (rows and not _is_beyond(rows[-1], limit, upper)):
            break
        rows.append([line])
    return rows


def _is_beyond(row: Row, limit: float, upper: bool) -> bool:
    return row[0].base >= limit if upper else row[0].base <= limit


def _key(line: Line) -> str:
    return _NUMBER.sub("#", line.text.casefold())


def _lines(edges: Iterable[tuple[list[Row], list[Row]]]) -> Iterable[Line]:
    return (line for edge in edges for rows in edge for row in rows for line in row)


def _repeated(edges: list[tuple[list[Row], list[Row]]]) -> dict[str, list[float]]:
    """The heights at which a text, its numbers apart, stands on several pages."""
    places: dict[str, list[Line]] = defaultdict(list)
    for line in _lines(edges):
        key = _key(line)
        if re.search(r"[^\W\d_]", key):
            places[key].append(line)
    needed = max(2, len(edges) // 6)
    return {
        key: [line.base for line in lines if _stands_again(line, lines)]
        for key, lines in places.items()
        if len({line.page for line in lines}) >= needed
    }


def _stands_again(line: Line, lines: list[Line]) -> bool:
    return any(
        other.page != line.page and abs(other.base - line.base) < _SAME_PLACE for other in lines
    )


def _numbered(edges: list[tuple[list[Row], list[Row]]]) -> tuple[set[int], int | None]:
    """Lines with a number that grows as the pages do, at one height; the first page's number."""
    sequences: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in _lines(edges):
        for found in _NUMBER.findall(line.text.casefold()):
            sequences[_value(found) - line.page, round(line.base / 6)].append(line)
    needed = max(2, len(edges) // 3)
    growing = {
        place: lines
        for place, lines in sequences.items()
        if len({line.page for line in lines}) >= needed
    }
    longest = max(growing, key=lambda place: len(growing[place]), default=None)
    found = {id(line) for lines in growing.values() for line in lines}
    return found, longest[0] if longest else None


def _value(text: str) -> int:
    if text.isdecimal():
        return int(text[:9])
    values = [_ROMAN[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _is_count(line: Line, page: int, pages: int) -> bool:
    """Whether it counts this page: "Page 1 of 3", "- 1 -" on the first."""
    text = line.text.strip()
    counted = _PAGE_OF.fullmatch(_ADDRESS.sub("", text))
    if counted:
        return (int(counted[1]), int(counted[2])) == (page + 1, pages)
    alone = _ALONE.fullmatch(text)
    return alone is not None and int(alone[1]) == page + 1
