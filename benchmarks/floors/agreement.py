"""Floor: the krippendorff package on the same matrices, which stand ready."""

import sys

import krippendorff
import numpy

from annotator.model.carried import carried
from annotator.model.tags import Tag
from annotator.model.units import units
from benchmarks.classrooms import classroom, measured
from benchmarks.clock import end_on_error


def matrices(students: int) -> list["numpy.ndarray[tuple[int, int], numpy.dtype[numpy.int64]]"]:
    """A row for each student, a column for each unit: by tag, and of all of them together."""
    text, annotators = classroom(students)
    of = units(text)
    by_tag = [
        numpy.array(
            [[bits >> unit & 1 for unit in range(len(of))] for bits in rows], dtype=numpy.int64
        )
        for rows in zip(
            *(
                [found.by_tag[tag] for tag in Tag]
                for found in (carried(of, one.claims) for one in annotators)
            ),
            strict=True,
        )
    ]
    together = by_tag[0] + 2 * by_tag[1] + 4 * by_tag[2]
    return [together, *by_tag]


if __name__ == "__main__":
    end_on_error()
    made = matrices(int(sys.argv[1]))
    measured(lambda: [krippendorff.alpha(one, level_of_measurement="nominal") for one in made])
