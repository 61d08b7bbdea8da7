"""Whole files as they were looked at and found good: any change of an export is seen here."""

import pytest

from annotator.exchange.writers.registry import FORMATS, Format
from annotator.model.report import Work, report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.references import compare
from tests.unit.exchange.writers.works import sample, snares

WORKS = {"sample": [sample()], "two_articles": [sample(), snares()]}


SAME_ANYWHERE = [one for one in FORMATS if one.suffix != ".pdf"]
"""Pages are set in the fonts of the computer: `test_paged.py` compares what they say."""


@pytest.mark.parametrize("format_", SAME_ANYWHERE, ids=lambda one: one.name)
@pytest.mark.parametrize("name", WORKS)
def test_an_export_is_as_it_was(name: str, format_: Format) -> None:
    works: list[Work] = WORKS[name]
    compare(format_.write(report_of(works), nothing), f"{name}{format_.suffix}")
