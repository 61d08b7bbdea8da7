"""What becomes of a claim when its article comes in a newer version: said for each, never guessed.

A claim on the newer text is another claim, on another text; the older one stays where it is. Its
id is made from the older id and the newer text, so that one can always be found from the other,
and so that two libraries which carry the same claim to the same text come to the same id.
"""

from dataclasses import dataclass

from annotator.model.anchor import How, anchor_of, find, sure
from annotator.model.claim import Claim
from annotator.model.ids import ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.text import sha256_of


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a claim of the older text.

    `span` is where it stands, or would stand, in the newer text, in code points; None exactly when
    it is lost. A *changed* one is a proposal: only a person can say that it still claims the same.
    """

    claim: Claim
    how: How
    span: Span | None

    @property
    def is_sure(self) -> bool:
        """Whether its words are there unchanged, in one place that can be meant."""
        return self.how in (How.SAME, How.MOVED)


class Carrying:
    """Two versions of a text, and where the claims of the older one stand in the newer one."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._old_hash, self.new_hash = sha256_of(old), sha256_of(new)
        self._sure: dict[Span, Span | None] = {}

    def sure(self, span: Span) -> Span | None:
        """Where a passage's words stand unchanged, in one place that can be meant; None: nowhere.

        A class marks the same passages over and over: each is looked for once. Raises ValueError
        when it is outside the old text.
        """
        if span not in self._sure:
            anchor = anchor_of(self.old, self._old_hash, span)
            self._sure[span] = sure(anchor, self.new, self.new_hash)
        return self._sure[span]

    def fate(self, claim: Claim) -> Fate:
        """Where the claim's words stand now. Raises ValueError when it is outside the old text."""
        anchor = anchor_of(self.old, self._old_hash, claim.span)
        found = find(anchor, self.new, self.new_hash)
        return Fate(claim, found.how, found.span)

    def fate_of_carried(self, claim: Claim, now: Claim | None) -> Fate:
        """What became of a claim that goes on as `now`; None: it was not carried over."""
        if now is None:
            return Fate(claim, How.LOST, None)
        if self.old_words(claim.span) != self.new_words(now.span):
            return Fate(claim, How.CHANGED, now.span)
        return Fate(claim, How.SAME if claim.span == now.span else How.MOVED, now.span)

    def old_words(self, span: Span) -> str:
        """The words of a passage of the older text."""
        return self.old[span.start : span.end]

    def new_words(self, span: Span) -> str:
        """The words of a passage of the newer text."""
        return self.new[span.start : span.end]


def parted_id(claim: ClaimId, person: PersonId) -> ClaimId:
    """The id under which a claim that two made together counts for one of them alone."""
    import uuid

    return ClaimId(str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:uuid:{claim}#urn:uuid:{person}")))


def carried_id(claim: ClaimId, sha256: str) -> ClaimId:
    """The id under which a claim goes on in the text of that SHA-256."""
    import uuid  # it loads much more than the first frame needs

    return ClaimId(str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:uuid:{claim}#urn:sha256:{sha256}")))
