"""The answers to passages, filled from shapes (see templates.py for the reason)."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from annotator.exchange.writers.html.rows import Filling
from annotator.exchange.writers.html.templates import Shapes, escaped
from annotator.exchange.writers.telling import shortened
from annotator.model.claim import Claim
from annotator.model.class_report import ReportedPassage, ShownAnswer
from annotator.model.completeness import missing
from annotator.model.tags import Tag
from annotator.words import _


class AnswerRows:
    """Fills the rows of the tables of answers, a passage at a time."""

    def __init__(self, shapes: Shapes) -> None:
        self._filling = Filling(1, shapes)
        self._row = shapes("answer")
        self._beyond, self._without = shapes("beyond"), shapes("without")
        self._bare: dict[frozenset[Tag], str] = {}

    def of(self, passage: ReportedPassage) -> Markup:
        """The rows of one passage."""
        taking = escaped(_values(passage.answers))
        # All of it is shapes of our own and values that were escaped just now.
        return Markup("".join(self._one(one, taking) for one in passage.answers))  # noqa: S704

    def _one(self, one: ShownAnswer, taking: Iterator[str]) -> str:
        filling = self._filling
        label = next(taking)
        remarks = [self._beyond % next(taking) for _words in one.beyond]
        remarks += [self._without % next(taking) for _words in one.without]
        said: list[str] = []
        shown: list[str] = []
        claims = one.answer.claims
        for claim in claims:
            if claim.note:
                remarks.append(filling.note % next(taking))
            if claim.attributions:
                said += [filling.source(source, taking) for source in claim.attributions]
            if claim.evidence:
                shown += [filling.one_evidence(look, taking) for look in claim.evidence]
            remarks.append(self._lacks(claim))
        tags = claims[0].tags if len(claims) == 1 else one.answer.tags
        cells = ("".join(said), "".join(shown), "".join(remarks))
        return self._row % (label, filling.tags[tags, False], *cells)

    def _lacks(self, claim: Claim) -> str:
        """What is missing, as it stands on the page."""
        if claim.attributions or claim.evidence or claim.links:
            lacks = missing(claim)
            return "".join(map(self._filling.missing.__getitem__, lacks)) if lacks else ""
        # Of claims without any field, most of a hasty class, the tags alone say it.
        known = self._bare.get(claim.tags)
        if known is None:
            lacking = map(self._filling.missing.__getitem__, missing(claim))
            known = self._bare[claim.tags] = "".join(lacking)
        return known


def _values(answers: Iterable[ShownAnswer]) -> list[str]:
    """What the rows hold that somebody wrote, in the order in which they take it."""
    values: list[str] = []
    unnamed = _("unnamed source")
    for label, answer, beyond, without in answers:
        values.append(label)
        if beyond or without:
            values += map(shortened, (*beyond, *without))
        for claim in answer.claims:
            if claim.note:
                values.append(claim.note)
            for said in claim.attributions:
                values += (said.source.name or unnamed, said.cue, said.via)
            for one in claim.evidence:
                values += (one.where, one.found)
    return values
