"""Whole class reports as they were looked at and found good: any change of one is seen here."""

from datetime import UTC

import pytest

from annotator.exchange.writers.class_registry import CLASS_FORMATS, ClassFormat
from annotator.model.agreement import agreement
from annotator.model.class_reckoning import class_report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.references import compare
from tests.unit.model.made_class import twelve

SAME_ANYWHERE = [one for one in CLASS_FORMATS if one.suffix != ".pdf"]
"""Pages are set in the fonts of the computer: `paged/test_class_pages.py` compares their words."""


@pytest.mark.parametrize("format_", SAME_ANYWHERE, ids=lambda one: one.name)
def test_a_class_report_is_as_it_was(format_: ClassFormat) -> None:
    work = twelve()
    report = class_report_of(work, agreement(work.text, work.annotators), zone=UTC)
    compare(format_.write(report, nothing), f"class{format_.suffix}")
