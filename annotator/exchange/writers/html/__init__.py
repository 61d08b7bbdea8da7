"""The report as one web page."""

from annotator.exchange.writers.html.page import write

__all__ = ["write"]
