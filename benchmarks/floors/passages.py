"""Floor: one plain pass over the claims of a class that counts them by word."""

import re
import sys
from bisect import bisect_left, bisect_right

from annotator.model.handin import Annotator
from benchmarks.classrooms import classroom, measured
from benchmarks.clock import end_on_error


def by_word(text: str, annotators: list[Annotator]) -> list[int]:
    """How many claims touch each word."""
    words = list(re.finditer(r"\w+", text))
    starts, ends = [one.start() for one in words], [one.end() for one in words]
    counts = [0] * len(words)
    for annotator in annotators:
        for claim in annotator.claims:
            start, end = claim.span
            for word in range(bisect_right(ends, start), bisect_left(starts, end)):
                counts[word] += 1
    return counts


if __name__ == "__main__":
    end_on_error()
    text, annotators = classroom(int(sys.argv[1]))
    measured(lambda: by_word(text, annotators))
