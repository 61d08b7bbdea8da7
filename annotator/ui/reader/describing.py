"""What a claim is, in a few plain lines: for a pointer that rests on it, or a status line."""

import html

from annotator.model.claim import Claim, SourceRole
from annotator.model.tags import MEANINGS
from annotator.ui.reader.flattening import looks
from annotator.words import _

_LONGEST = 160


def describe(claim: Claim) -> str:
    """The claim's tags by name, who says so, who disagrees, and the start of its note."""
    names = [_(MEANINGS[tag].name) for tag in looks(claim)]
    lines = [", ".join(names)]
    lines.extend(_who(claim, SourceRole.SOURCE, _("Source: {name}")))
    lines.extend(_who(claim, SourceRole.COUNTER, _("Against: {name}")))
    if claim.note.strip():
        lines.append(_shortened(claim.note))
    return "\n".join(lines)


def tooltip(claims: list[Claim]) -> str:
    """A description of each claim as escaped markup, because a tooltip guesses what it is given.

    Plain text that looks like markup would be rendered as such; here nothing is left to guess.
    """
    parts = (html.escape(describe(claim)).replace("\n", "<br>") for claim in claims)
    return "<qt>{}</qt>".format("<br><br>".join(parts))


def _who(claim: Claim, role: SourceRole, sentence: str) -> list[str]:
    named = (one.source.name.strip() for one in claim.sources(role))
    return [sentence.format(name=_shortened(name)) for name in named if name]


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
