"""From words to lines, parted where a gutter runs between two columns.

Words that follow each other in the file and stand beside each other belong together, unless an
empty strip runs between them through the lines above and below: that strip is a gutter, or the
space between two cells of a table.
"""

from dataclasses import replace

from annotator.exchange.readers.pdf.bidi import is_right_to_left, script_of
from annotator.exchange.readers.pdf.gutters import ALWAYS_JOINED, SAME_HEIGHT, Fragment, Strip
from annotator.exchange.readers.pdf.spacing import in_reading_order
from annotator.exchange.readers.pdf.word import BULLETS, Line, Word

_WIDE = 0.8
"""A gap from here on may be a gutter, even between words that follow each other."""
_ROW = 8


def lines_of(words: list[Word], page: int) -> list[Line]:
    """The lines of a page, from top to bottom and from left to right."""
    fragments = _fragments(words)
    fragments.sort(key=lambda fragment: (-fragment.base, fragment.left))
    joined: list[Fragment] = []
    for row in _rows(fragments):
        joined.extend(_join_row(row, fragments))
    script = script_of("".join(word.text for word in words))
    return [_line(fragment, page, script) for fragment in joined]


def _fragments(words: list[Word]) -> list[Fragment]:
    found: list[Fragment] = []
    for word in _once(words):
        last = found[-1] if found else None
        if last and _continues(last, word):
            _grow(last, word)
        else:
            found.append(Fragment([word], word.left, word.right, word.base, word.size))
    return found


def _once(words: list[Word]) -> list[Word]:
    """The words without those drawn a second time at the same place to look bold."""
    seen: dict[tuple[str, int], list[Word]] = {}
    kept = []
    for word in words:
        row = round(word.base / _ROW)
        twins = seen.get((word.text, row), [])
        if not any(_same_place(twin, word) for twin in twins):
            kept.append(word)
            for near in (row - 1, row, row + 1):
                seen.setdefault((word.text, near), []).append(word)
    return kept


def _same_place(first: Word, second: Word) -> bool:
    near = 0.15 * second.size
    return abs(first.left - second.left) < near and abs(first.base - second.base) < near


def _continues(fragment: Fragment, word: Word) -> bool:
    size = max(fragment.size, word.size)
    gap = max(fragment.left, word.left) - min(fragment.right, word.right)
    if not -0.5 * size < gap < _WIDE * min(fragment.size, word.size):
        return False
    return _same_row(fragment.base, fragment.size, word.base, word.size)


def _same_row(base: float, size: float, other_base: float, other_size: float) -> bool:
    large, small = max(size, other_size), min(size, other_size)
    if large > 1.9 * small:
        return False
    apart = SAME_HEIGHT if large < 1.2 * small else 0.55
    return abs(base - other_base) < apart * large


def _grow(fragment: Fragment, word: Word) -> None:
    if word.size > fragment.size * 1.05 and len(word.text) > 1:
        fragment.base, fragment.size = word.base, word.size
    fragment.words.append(word)
    fragment.left = min(fragment.left, word.left)
    fragment.right = max(fragment.right, word.right)


def _rows(fragments: list[Fragment]) -> list[list[Fragment]]:
    rows: list[list[Fragment]] = []
    for fragment in fragments:
        for row in rows[-3:]:
            if _same_row(row[0].base, row[0].size, fragment.base, fragment.size):
                row.append(fragment)
                break
        else:
            rows.append([fragment])
    return rows


def _join_row(row: list[Fragment], fragments: list[Fragment]) -> list[Fragment]:
    row.sort(key=lambda fragment: fragment.left)
    joined = [replace(row[0], words=list(row[0].words))]
    for fragment in row[1:]:
        last = joined[-1]
        if not _is_one_line(last, fragment, fragments):
            joined.append(replace(fragment, words=list(fragment.words)))
            continue
        last.words.extend(fragment.words)
        last.right = max(last.right, fragment.right)
        if fragment.size > last.size * 1.05:
            last.base, last.size = fragment.base, fragment.size
    return joined


def _is_one_line(first: Fragment, second: Fragment, fragments: list[Fragment]) -> bool:
    size = min(first.size, second.size)
    gap = second.left - first.right
    if gap < ALWAYS_JOINED * size:
        return True
    if _is_mark(first):
        return gap < 4 * size
    follows = _follow(first, second)
    if not follows and gap > _WIDE * size:
        return False
    strip = Strip(first, second, fragments)
    if not strip.is_open() or (follows and strip.is_stretched()):
        return True
    if follows and strip.is_table():
        if strip.is_flush():
            return True
        first.cells = True
        return True
    return False


def _is_mark(fragment: Fragment) -> bool:
    """Whether it is the bullet or the number before an entry of a list."""
    text = fragment.words[0].text
    return len(fragment.words) == 1 and (text in BULLETS or (len(text) < 5 and text[-1] in ".)"))


def _follow(first: Fragment, second: Fragment) -> bool:
    """Whether one is written right after the other in the file."""
    return (
        abs(second.words[0].order - first.words[-1].order) == 1
        or abs(first.words[0].order - second.words[-1].order) == 1
    )


def _line(fragment: Fragment, page: int, script: str) -> Line:
    words = sorted(fragment.words, key=lambda word: word.left)
    text = in_reading_order(words, fragment.base, fragment.size, script)
    first, last = (words[-1], words[0]) if is_right_to_left(text) else (words[0], words[-1])
    return Line(
        text,
        fragment.left,
        fragment.right,
        fragment.base,
        fragment.size,
        page,
        fragment.order,
        first.right - first.left,
        all(word.bold for word in words),
        first.bold,
        fragment.cells,
        all(word.artifact for word in words),
        first.mark,
        last.mark,
    )
