"""Ours: how far a class of so many agrees, overall and by tag."""

import sys

from annotator.model.agreement import agreement
from benchmarks.classrooms import classroom, measured
from benchmarks.clock import end_on_error

if __name__ == "__main__":
    end_on_error()
    text, annotators = classroom(int(sys.argv[1]))
    measured(lambda: agreement(text, annotators))
