"""The claims as a REFI-QDA project, for programs of qualitative research."""

from annotator.exchange.writers.qdpx.archive import unsure, write

__all__ = ["unsure", "write"]
