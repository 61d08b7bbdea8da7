"""Which claims the list shows: by tag, by what is missing, by a source, by words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from annotator.model.claim import Claim
from annotator.model.completeness import missing
from annotator.model.register import SourceKey, key_of
from annotator.model.tags import Tag


class State(Enum):
    """Whether something is missing."""

    ANY = "any"
    UNFINISHED = "unfinished"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter; each part narrows it. `tags` wants one of them (None: open), empty wants any.

    `words` are looked for one by one, without regard to case, in the quote and in all that the
    person wrote on the claim.
    """

    tags: frozenset[Tag | None] = frozenset()
    state: State = State.ANY
    words: str = ""
    source: SourceKey | None = None

    def matches(self, claim: Claim, quote: str) -> bool:
        """Whether a claim with these words in the text is wanted."""
        return (
            self._has_tag(claim)
            and self._has_state(claim)
            and self._has_source(claim)
            and self._has_words(claim, quote)
        )

    def _has_tag(self, claim: Claim) -> bool:
        if not self.tags:
            return True
        return not self.tags.isdisjoint(claim.tags) if claim.tags else None in self.tags

    def _has_state(self, claim: Claim) -> bool:
        if self.state is State.ANY:
            return True
        return bool(missing(claim)) is (self.state is State.UNFINISHED)

    def _has_source(self, claim: Claim) -> bool:
        return self.source is None or any(
            key_of(claim, one.source) == self.source for one in claim.attributions
        )

    def _has_words(self, claim: Claim, quote: str) -> bool:
        if not self.words.strip():
            return True
        written = "\n".join((quote, claim.note, *_written(claim))).casefold()
        return all(word in written for word in self.words.casefold().split())


EVERYTHING = Wanted()


def _written(claim: Claim) -> Iterator[str]:
    for attribution in claim.attributions:
        yield attribution.source.name
        yield attribution.via
        yield attribution.cue
    for evidence in claim.evidence:
        yield evidence.where
        yield evidence.found
