"""What a claim is, in a few plain lines: for a pointer that rests on it, or a status line."""

import html
from collections.abc import Iterable, Sequence

from annotator.model.claim import Claim, SourceRole
from annotator.model.tags import MEANINGS
from annotator.ui.quoting import in_quotes
from annotator.ui.reader.flattening import looks
from annotator.words import _

_LONGEST = 160
_LONGEST_QUOTE = 60


def describe(claim: Claim, text: str) -> str:
    """The claim's first words, its tags by name, who says so and disagrees, and its note's start.

    `text` is the canonical text that the claim lies in.
    """
    names = [_(MEANINGS[tag].name) for tag in looks(claim)]
    lines = [_quote(claim, text), ", ".join(names)]
    lines.extend(_who(claim, SourceRole.SOURCE, _("Source: {name}")))
    lines.extend(_who(claim, SourceRole.COUNTER, _("Against: {name}")))
    if claim.note.strip():
        lines.append(_shortened(claim.note))
    return "\n".join(lines)


def tooltip(claims: Sequence[Claim], text: str) -> str:
    """A description of each claim of a text, as markup for a tooltip."""
    return _markup([describe(claim, text) for claim in claims], "<br><br>")


def quotes(claims: Sequence[Claim], text: str) -> str:
    """The first words of claims of a text, a line for each, as markup for a tooltip."""
    return _markup([_quote(claim, text) for claim in claims], "<br>")


def _markup(parts: Iterable[str], between: str) -> str:
    """Escaped markup, because a tooltip guesses what it is given.

    Plain text that looks like markup would be rendered as such; here nothing is left to guess.
    """
    escaped = (html.escape(part).replace("\n", "<br>") for part in parts)
    return f"<qt>{between.join(escaped)}</qt>"


def _quote(claim: Claim, text: str) -> str:
    words = text[claim.span.start : min(claim.span.end, claim.span.start + 4 * _LONGEST_QUOTE)]
    return in_quotes(_shortened(words, _LONGEST_QUOTE))


def _who(claim: Claim, role: SourceRole, sentence: str) -> list[str]:
    named = (one.source.name.strip() for one in claim.sources(role))
    return [sentence.format(name=_shortened(name)) for name in named if name]


def _shortened(text: str, longest: int = _LONGEST) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}…"
