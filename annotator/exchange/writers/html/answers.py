"""The answers to passages, filled from shapes (see templates.py for the reason)."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from annotator.exchange.writers.html.rows import Filling
from annotator.exchange.writers.html.templates import Shapes, escaped
from annotator.exchange.writers.telling import shortened
from annotator.model.class_report import ReportedPassage, ShownAnswer
from annotator.model.completeness import missing
from annotator.words import _


class AnswerRows:
    """Fills the rows of the tables of answers, a passage at a time."""

    def __init__(self, shapes: Shapes) -> None:
        self._filling = Filling(1, shapes)
        self._row = shapes("answer")
        self._marked = shapes("marked")

    def of(self, passage: ReportedPassage) -> Markup:
        """The rows of one passage."""
        taking = escaped(_values(passage.answers))
        # All of it is shapes of our own and values that were escaped just now.
        return Markup("".join(self._one(one, taking) for one in passage.answers))  # noqa: S704

    def _one(self, one: ShownAnswer, taking: Iterator[str]) -> str:
        filling = self._filling
        label = next(taking)
        remarks = [self._marked % next(taking) for _words in one.words]
        said: list[str] = []
        shown: list[str] = []
        for claim in one.answer.claims:
            note = next(taking)
            if note:
                remarks.append(filling.note % note)
            if claim.attributions:
                said += [filling.source(source, taking) for source in claim.attributions]
            if claim.evidence:
                shown += [filling.one_evidence(look, taking) for look in claim.evidence]
            if claim.tags and (lacks := missing(claim)):
                remarks += [filling.missing[what] for what in lacks]
        tags = filling.tags[one.answer.tags, False]
        return self._row % (label, tags, "".join(said), "".join(shown), "".join(remarks))


def _values(answers: Iterable[ShownAnswer]) -> list[str]:
    """What the rows hold that somebody wrote, in the order in which they take it."""
    values: list[str] = []
    unnamed = _("unnamed source")
    for label, answer, words in answers:
        values.append(label)
        if words:
            values += map(shortened, words)
        for claim in answer.claims:
            values.append(claim.note)
            for said in claim.attributions:
                values += (said.source.name or unnamed, said.cue, said.via)
            for one in claim.evidence:
                values += (one.where, one.found)
    return values
