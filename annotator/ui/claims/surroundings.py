"""All that the open claim's fields need to know of the article around it."""

from collections.abc import Mapping

from annotator.model.article import Article, Metadata
from annotator.model.claim import Claim
from annotator.model.hints import Hint, HintContext, hints_for
from annotator.model.ids import ClaimId, PersonId
from annotator.model.person import Person
from annotator.model.register import Register
from annotator.model.span import Span
from annotator.model.text import paragraph_of
from annotator.ui.claims.linked import Shown
from annotator.ui.claims.model import ClaimsModel

QUOTED = 700
"""So many code points of a quote stand on the open card."""

_SHORT = 120


class Surroundings:
    """The article, the claims on it, its sources, the hints that were put away."""

    def __init__(self, model: ClaimsModel) -> None:
        self._model = model
        self.article: Article | None = None
        self.people: Mapping[PersonId, Person] = {}
        self.register = Register()
        self.dismissed: dict[ClaimId, frozenset[str]] = {}

    def claim(self, name: ClaimId) -> Claim | None:
        """The claim of that id, if it is on this article."""
        return self._model.entries.claims.get(name)

    def quote(self, claim: Claim, most: int = QUOTED) -> str:
        """The words of a claim, cut after so many code points."""
        start, end = claim.span
        words = self._model.entries.text[start : min(end, start + most)]
        return words + "…" if end > start + most else words

    def place(self, claim: Claim) -> str:
        """Where it stands: "¶ 4"."""
        return self._model.place(claim.span.start)

    def hints(self, claim: Claim) -> tuple[Hint, ...]:
        """The questions that the claim raises and that were not put away."""
        about = self.article.metadata if self.article else Metadata()
        context = HintContext(about, self._touched(claim.span), self._model.entries.claims)
        return hints_for(claim, context, self.dismissed.get(claim.id, frozenset()))

    def links(self, claim: Claim) -> list[Shown]:
        """The links of a claim as they are shown."""
        shown = []
        for link in claim.links:
            other = self.claim(link.claim)
            words = self.quote(other, _SHORT) if other else ""
            shown.append(Shown(link, words, self.place(other) if other else ""))
        return shown

    def _touched(self, span: Span) -> list[Span]:
        """The paragraphs that a span touches, without their outer white space."""
        known, text = self._model.paragraphs(), self._model.entries.text
        touched: list[Span] = []
        if not known:
            return touched
        for paragraph in known[paragraph_of(known, span.start).number - 1 :]:
            start, end = paragraph.span
            if start >= span.end:
                break
            words = text[start:end]
            start += len(words) - len(words.lstrip())
            touched.append(Span(start, start + len(words.strip())))
        return touched
