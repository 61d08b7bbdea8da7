"""The claims for the annotation tool brat, and for the many programs that read its files."""

from annotator.exchange.writers.brat.archive import lost, write

__all__ = ["lost", "write"]
