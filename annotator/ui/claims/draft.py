"""The open claim as the person sees it: what is stored, and over it what is on its way there.

A field is written in the background. Until the library answers, a second field must be written
on top of the first one, not on what was there before; and an answer to the first must not push
the second back.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from annotator.model.claim import Attribution, Claim, Source
from annotator.model.edit import ClaimEdit, SourceEdit

_PARTS = ("note", "attributions", "evidence", "links")


class Draft:
    """One claim with the edits that were sent and not yet answered."""

    def __init__(self, claim: Claim) -> None:
        self._stored = claim
        self._sent: dict[str, list[Any]] = {part: [] for part in _PARTS}

    @property
    def claim(self) -> Claim:
        """The claim as it is to be shown, and as the next edit finds it."""
        sent = {part: values[-1] for part, values in self._sent.items() if values}
        return replace(self._stored, **sent) if sent else self._stored

    @property
    def is_waiting(self) -> bool:
        """Whether some edit was not answered yet; one that was refused never is."""
        return any(self._sent.values())

    def sent(self, edit: ClaimEdit | SourceEdit) -> None:
        """An edit is on its way."""
        if isinstance(edit, SourceEdit):
            self._sent["attributions"].append(_revalued(self.claim.attributions, edit))
            return
        for part in _PARTS:
            value = getattr(edit, part)
            if value is not None:
                self._sent[part].append(value)

    def answered(self, claim: Claim) -> None:
        """The library holds this now: an answer to some edit, or somebody else's change."""
        for part, values in self._sent.items():
            now = getattr(claim, part)
            if now in values:
                del values[: values.index(now) + 1]
            elif now != getattr(self._stored, part):
                values.clear()
        self._stored = claim


def _revalued(attributions: Sequence[Attribution], edit: SourceEdit) -> tuple[Attribution, ...]:
    value = Source(edit.value.name, edit.value.kind, edit.value.stake, edit.source)
    return tuple(
        replace(one, source=value) if one.source.id == edit.source else one for one in attributions
    )
