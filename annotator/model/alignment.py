"""Where a passage stands in a window of text that may have been edited: with the fewest edits.

Myers' bit-parallel algorithm: a column of the edit distance table is held in two integers, so a
passage of some thousand characters is aligned in milliseconds, without a compiled library.
"""

from typing import NamedTuple


class Alignment(NamedTuple):
    """A part of the window and the number of edits between it and the passage."""

    errors: int
    start: int
    end: int


def alignments(passage: str, window: str, most_errors: int) -> list[Alignment]:
    """The parts of the window that at most so many edits turn into the passage, best first.

    Ends nearer to each other than half the passage are one part: the best of them, then the last.
    """
    ends = distances(passage, window, anywhere=True)
    best_first = sorted((errors, -end) for end, errors in enumerate(ends) if errors <= most_errors)
    taken: list[int] = []
    for _, negative in best_first:
        if all(abs(-negative - other) * 2 >= len(passage) for other in taken):
            taken.append(-negative)
    return [_ending_at(passage, window, end, ends[end]) for end in taken]


def _ending_at(passage: str, window: str, end: int, errors: int) -> Alignment:
    reach = window[max(end - len(passage) - errors, 0) : end]
    lengths = distances(passage[::-1], reach[::-1], anywhere=False)
    return Alignment(errors, end - lengths.index(errors), end)


def distances(pattern: str, window: str, *, anywhere: bool) -> list[int]:
    """The edit distance of the pattern to what ends at each place of the window, 0 included.

    `anywhere`: what ends there may begin anywhere; else it begins where the window does. A bit
    of `rises` (`falls`) says that the distance grows (shrinks) from the row above to this one.
    """
    mask = (1 << len(pattern)) - 1
    last = 1 << (len(pattern) - 1)
    rows: dict[str, int] = {}
    for row, character in enumerate(pattern):
        rows[character] = rows.get(character, 0) | 1 << row
    rises, falls, distance = mask, 0, len(pattern)
    distances = [distance]
    for character in window:
        equal = rows.get(character, 0)
        vertical = equal | falls
        equal = (((equal & rises) + rises) ^ rises) | equal
        up = falls | ~(equal | rises) & mask
        down = rises & equal
        distance += bool(up & last) - bool(down & last)
        distances.append(distance)
        up = (up << 1 | (not anywhere)) & mask
        down = down << 1 & mask
        rises = down | ~(vertical | up) & mask
        falls = up & vertical
    return distances
