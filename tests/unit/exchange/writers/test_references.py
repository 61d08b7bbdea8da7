"""Whole files as they were looked at and found good: any change of an export is seen here.

Where a change is meant, look at the new file, named in the failure, and put it in the place of the
reference.
"""

from pathlib import Path

import pytest

from annotator.exchange.writers.registry import FORMATS, Format
from annotator.model.report import Work, report_of
from tests.unit.exchange.writers.page import nothing
from tests.unit.exchange.writers.works import sample, snares

REFERENCES = Path(__file__).parents[3] / "references"
WORKS = {"sample": [sample()], "two_articles": [sample(), snares()]}


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.name)
@pytest.mark.parametrize("name", WORKS)
def test_an_export_is_as_it_was(name: str, format_: Format, tmp_path: Path) -> None:
    works: list[Work] = WORKS[name]
    made = format_.write(report_of(works), nothing)
    (tmp_path / f"{name}{format_.suffix}").write_bytes(made)
    reference = REFERENCES / f"{name}{format_.suffix}"
    assert reference.read_bytes() == made, f"{reference} differs from {tmp_path / reference.name}"
