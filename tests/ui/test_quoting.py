"""Quotation marks around words that have their own."""

import pytest

from annotator.ui.quoting import in_quotes


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("closed", "“closed”"),
        ("“Closed,” he said", "“Closed,” he said”"),
        ("“Closed,” he said, “for good.”", "“Closed,” he said, “for good.”"),
        ("He said „closed“", "“He said „closed”"),
        ("«Fermé»", "“Fermé”"),
        ("”", "“””"),
    ],
)
def test_none_stands_twice(words: str, shown: str) -> None:
    assert in_quotes(words) == shown
