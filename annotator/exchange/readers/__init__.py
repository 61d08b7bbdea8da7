"""Readers: bytes of an article to its text and what is known about it."""
