"""The two sentences about a set of claims, countable one claim at a time.

The status bar says them after every key, with 100,000 claims there too, and a report says them
once: both add claims to a Tally, and the window takes the old form of a changed claim off again.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.model.claim import Claim, SourceRole
from annotator.model.completeness import Missing, is_given, missing
from annotator.model.person import tidy_name
from annotator.model.tags import Tag
from annotator.words import _, ngettext


class Tally:
    """How many claims there are, with which tags, from how many sources, and how many unfinished.

    `claims`, `open` and `unfinished` are plain numbers; `tags` has one by tag.
    """

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self.claims = 0
        self.open = 0
        self.unfinished = 0
        self.tags: dict[Tag, int] = dict.fromkeys(Tag, 0)
        self._sources: Counter[tuple[str, ...]] = Counter()
        for claim in claims:
            self.add(claim)

    @property
    def sources(self) -> int:
        """How many sources the attributed claims hang on; each unnamed one counts by itself."""
        return len(self._sources)

    def add(self, claim: Claim, asked: Sequence[Missing] | None = None) -> None:
        """Count a claim in; `asked` is what it misses, where somebody knows that already."""
        self._count(claim, 1, missing(claim) if asked is None else asked)

    def remove(self, claim: Claim) -> None:
        """Take a claim off again, in the form in which it was added."""
        self._count(claim, -1, missing(claim))

    def still_needed(self) -> str:
        """The sentence "3 of 9 claims still need something"; says so when nothing is needed."""
        if not self.claims:
            return _("No claims yet")
        if not self.unfinished:
            return ngettext(
                "{claims} claim, nothing missing", "{claims} claims, nothing missing", self.claims
            ).format(claims=self.claims)
        if self.claims == 1:
            return _("1 claim, and it still needs something")
        return ngettext(
            "{unfinished} of {claims} claims still needs something",
            "{unfinished} of {claims} claims still need something",
            self.unfinished,
        ).format(unfinished=self.unfinished, claims=self.claims)

    def summary(self) -> str:
        """The sentence "9 passages: 6 attributed to 4 sources, 2 contested, 1 unfinished".

        What there is none of is left out.
        """
        passages = ngettext("{number} passage", "{number} passages", self.claims)
        head = passages.format(number=self.claims)
        parts = ", ".join(self._parts())
        return _("{passages}: {parts}").format(passages=head, parts=parts) if parts else head

    def _parts(self) -> list[str]:
        number = self.tags
        contested, verified = number[Tag.CONTESTED], number[Tag.VERIFIED]
        return [
            sentence.format(number=count)
            for count, sentence in (
                (number[Tag.ATTRIBUTED], self._attributed()),
                (contested, ngettext("{number} contested", "{number} contested", contested)),
                (verified, ngettext("{number} verified", "{number} verified", verified)),
                (self.open, ngettext("{number} open", "{number} open", self.open)),
                (
                    self.unfinished,
                    ngettext("{number} unfinished", "{number} unfinished", self.unfinished),
                ),
            )
            if count
        ]

    def _attributed(self) -> str:
        number = self.tags[Tag.ATTRIBUTED]
        attributed = ngettext("{number} attributed", "{number} attributed", number)
        if not self.sources:
            return attributed
        sources = ngettext("to {sources} source", "to {sources} sources", self.sources)
        named = sources.format(sources=self.sources)
        return _("{attributed} {to_sources}").format(attributed=attributed, to_sources=named)

    def _count(self, claim: Claim, step: int, asked: Sequence[Missing]) -> None:
        self.claims += step
        if not claim.tags:
            self.open += step
            return
        for tag in claim.tags:
            self.tags[tag] += step
        if asked:
            self.unfinished += step
        if Tag.ATTRIBUTED in claim.tags:
            for key in _source_keys(claim):
                self._sources[key] += step
                if not self._sources[key]:
                    del self._sources[key]


def _source_keys(claim: Claim) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    for place, one in enumerate(claim.sources(SourceRole.SOURCE)):
        name = tidy_name(one.source.name)
        if name:
            keys.add((claim.person, name))
        elif is_given(one.source):
            keys.add((claim.person, claim.id, str(place)))
    return keys
