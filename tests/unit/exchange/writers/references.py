"""Exports beside files that were looked at and found good (tests/references).

Where a change is meant, run the tests with ANNOTATOR_WRITE_REFERENCES=1, look at each file that
was rewritten, and commit it.
"""

import io
import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

FOLDER = Path(__file__).parents[3] / "references"
SWITCH = "ANNOTATOR_WRITE_REFERENCES"


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """What a packed file holds, in its order: the packing itself differs between zlibs."""
    with ZipFile(io.BytesIO(data)) as packed:
        return [(one.filename, packed.read(one)) for one in packed.infolist()]


FORMS: dict[str, Callable[[bytes], object]] = {
    ".docx": unpacked,
    ".odt": unpacked,
    ".qdpx": unpacked,
    ".xlsx": unpacked,
    ".zip": unpacked,
}
"""What is compared of a file, by its suffix; of all others it is the bytes."""


def compare(made: bytes, name: str) -> None:
    """Fail where the export is not as its reference; with the switch, rewrite that instead."""
    reference = FOLDER / name
    if os.environ.get(SWITCH):
        reference.write_bytes(made)
        pytest.skip(f"{reference} was written: look at it")
    form = FORMS.get(reference.suffix, bytes)
    assert reference.is_file(), f"{name} has no reference: write it with {SWITCH}=1, look at it"
    assert form(made) == form(reference.read_bytes()), f"{name} is not as its reference"
