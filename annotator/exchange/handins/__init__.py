"""Hand-ins: somebody's work on an article as a file for the teacher (docs/file-format.md)."""

from annotator.exchange.handins.file import HandInFile, HandInToWrite
from annotator.exchange.handins.reading import MOST_CLAIMS, read
from annotator.exchange.handins.writing import written

__all__ = ["MOST_CLAIMS", "HandInFile", "HandInToWrite", "read", "written"]
