"""Annotator: mark the claims of a news article and say what supports them."""

__version__ = "0.1.0"
