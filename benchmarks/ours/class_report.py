"""Ours: the report on a class of so many as a web page, from what is counted already."""

import sys

from annotator.exchange.writers.html import class_page
from benchmarks.classrooms import measured, reported
from benchmarks.clock import end_on_error

if __name__ == "__main__":
    end_on_error()
    report = reported(int(sys.argv[1]))
    measured(lambda: class_page.write(report, lambda _more: None))
