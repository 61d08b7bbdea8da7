"""Make the sample files again: python -m tests.unit.exchange.readers.pdf.making [PRODUCER...].

They are made by programs that share no code with the reader. What a new version of one of them
makes may differ: look at the pages, then at the tests.
"""

import sys
from pathlib import Path

from tests.unit.exchange.readers.pdf.making import chromium, groff, libreoffice, qt

PRODUCERS = {"chromium": chromium, "groff": groff, "libreoffice": libreoffice, "qt": qt}
SAMPLES = Path(__file__).parent.parent / "samples"

for name in sys.argv[1:] or PRODUCERS:
    PRODUCERS[name].make(SAMPLES)
