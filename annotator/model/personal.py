"""What a file will hold about people, in sentences, before it is given away.

Whoever exports decides with them in view. They are about those who marked: the article itself, and
whom it speaks of, are published already.
"""

from collections.abc import Collection, Iterator
from enum import Enum, auto

from annotator.model.report import Report
from annotator.words import _, ngettext

_NAMED = 12
"""So many names are listed."""


class Personal(Enum):
    """What kinds of file differ in. Names and what people wrote are in all that hold claims."""

    CLAIMS = auto()
    """Who marked what, and everything they wrote about it."""
    TIMES = auto()
    """When each claim was made and last changed."""
    CLAIM_IDS = auto()
    """The ids by which a library tells claims apart."""
    IDS = auto()
    """The ids by which a library tells people apart."""


REPORT = frozenset({Personal.CLAIMS})
"""What a report to read holds."""
DATA = frozenset(Personal)
"""What a file of annotations for other programs holds."""


def personal_data(report: Report, holds: Collection[Personal]) -> list[str]:
    """What a file with these kinds of data says about people; one sentence at least."""
    people = {one.person.id: one.label for reported in report.articles for one in reported.work}
    if Personal.CLAIMS not in holds or not people:
        return [_("Nothing about the people who use this program.")]
    labels = sorted(people.values())
    found = [_anonymous(len(labels)) if report.anonymous else _named(labels)]
    found += _written(report)
    if report.size and Personal.TIMES in holds:
        found.append(_("When each claim was made and last changed."))
    if report.size and Personal.CLAIM_IDS in holds:
        found.append(
            _("Each claim's id: whoever has the same claims with names can see whose they are.")
            if report.anonymous
            else _("Each claim's id in the library, the same in every file.")
        )
    if Personal.IDS in holds:
        found.append(
            _("An id for each student, made for this file.")
            if report.anonymous
            else _("Each person's id in the library, the same in every file.")
        )
    return found


def _named(labels: list[str]) -> str:
    listed = ", ".join([*labels[:_NAMED], *(["…"] if len(labels) > _NAMED else [])])
    return ngettext(
        "The name of {number} person: {names}.",
        "The names of {number} people: {names}.",
        len(labels),
    ).format(number=len(labels), names=listed)


def _anonymous(number: int) -> str:
    return ngettext(
        "No name: {number} person stands as a numbered student.",
        "No names: {number} people stand as numbered students.",
        number,
    ).format(number=number)


def _written(report: Report) -> Iterator[str]:
    """What they marked and wrote, and when they looked something up."""
    claims = [entry.claim for reported in report.articles for entry in reported.entries]
    if claims:
        yield ngettext(
            "What was marked: {number} passage.", "What was marked: {number} passages.", len(claims)
        ).format(number=len(claims))
    if notes := sum(1 for one in claims if one.note):
        yield ngettext(
            "{number} note in somebody's own words.",
            "{number} notes in people's own words.",
            notes,
        ).format(number=notes)
    if checks := sum(len(one.evidence) for one in claims):
        yield ngettext(
            "Where {number} check was made, when, and what was found.",
            "Where {number} checks were made, when, and what was found.",
            checks,
        ).format(number=checks)
