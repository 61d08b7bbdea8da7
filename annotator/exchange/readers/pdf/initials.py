"""Large initials: the letter that stands before the first lines of a story belongs to its word."""

from annotator.exchange.readers.pdf.word import Line

_LARGE = 1.8


def with_initials(lines: list[Line]) -> list[Line]:
    """The lines, each large initial joined to the line at its top."""
    initials = [line for line in lines if len(line.text.strip("“\"'«„")) == 1 and _is_letter(line)]
    gone: set[int] = set()
    for initial in initials:
        beside = [line for line in lines if _is_beside(initial, line)]
        first = max(beside, key=lambda line: line.base, default=None)
        if first and (len(beside) > 1 or abs(first.base - initial.base) < 0.15 * first.size):
            first.text = initial.text + first.text
            for line in beside:
                line.left = min(line.left, initial.left)
            gone.add(id(initial))
    return [line for line in lines if id(line) not in gone]


def _is_letter(line: Line) -> bool:
    return line.text[-1:].isalpha()


def _is_beside(initial: Line, line: Line) -> bool:
    if initial.size < _LARGE * line.size:
        return False
    near = -0.3 * line.size < line.left - initial.right < 1.2 * line.size
    within = initial.base - 0.5 * line.size < line.base < initial.base + 0.9 * initial.size
    return near and within
