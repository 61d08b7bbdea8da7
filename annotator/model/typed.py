"""What a person typed or pasted, made fit to be kept.

NUL and lone surrogates can be pasted, or come from a terminal; no data file and no database takes
them, so they are left out where a word comes in and not where it is saved or handed on.
"""

import re
from dataclasses import replace

from annotator.model.claim import Attribution, Evidence

_NOT_KEPT = re.compile("[\0\ud800-\udfff]+")


def kept(text: str) -> str:
    """The text without NUL and lone surrogates."""
    return _NOT_KEPT.sub("", text)


def kept_attribution(given: Attribution) -> Attribution:
    """An attribution whose words can be kept; a source's name stands without outer white space."""
    source = replace(given.source, name=kept(given.source.name).strip())
    return replace(given, source=source, cue=kept(given.cue), via=kept(given.via))


def kept_evidence(given: Evidence) -> Evidence:
    """A piece of evidence whose words can be kept."""
    return replace(given, where=kept(given.where), found=kept(given.found))
