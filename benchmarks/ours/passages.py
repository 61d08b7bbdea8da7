"""Ours: the heat map and the passages of a class of so many."""

import sys

from annotator.model.gathering import gathered
from annotator.model.heat import heat
from benchmarks.classrooms import classroom, measured
from benchmarks.clock import end_on_error

if __name__ == "__main__":
    end_on_error()
    text, annotators = classroom(int(sys.argv[1]))
    measured(lambda: (heat(text, annotators), gathered(text, annotators)))
