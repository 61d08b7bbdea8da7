"""What feedback says beside somebody's own work: in sentences and tables, for every format."""

from collections.abc import Iterable, Iterator

from annotator.exchange.writers import wording
from annotator.exchange.writers.looks import looks
from annotator.exchange.writers.parts import Part
from annotator.exchange.writers.telling import shortened
from annotator.model.claim import Outcome
from annotator.model.feedback import Feedback, Seen
from annotator.model.handin import HandIn
from annotator.model.key import Comparison, KeyResult, Met
from annotator.model.progress import Progress
from annotator.model.tags import MEANINGS, Tag, in_order
from annotator.words import N_, _, ngettext

_NOTHING = "–"

_MET = {Met.FOUND: N_("found"), Met.OTHER_TAG: N_("other tag"), Met.MISSED: N_("missed")}


def parts(feedback: Feedback) -> tuple[Part, ...]:
    """What stands between the first page and the article."""
    one = feedback.student
    found = [_handed_in(one.hand_in, feedback)] if one.hand_in else []
    if feedback.seen:
        found.append(_class(feedback.seen))
    if one.comparison:
        found.append(_key(feedback, one.comparison))
    return tuple(found)


def in_short(feedback: Feedback) -> str:
    """The same in a few lines of plain text, for a cell of a learning platform's table."""
    one = feedback.student
    tally = feedback.report.articles[0].work[0].tally
    lines = [tally.summary(), tally.still_needed()] if tally.claims else [tally.still_needed()]
    if one.progress.minimums:
        lines.append(_said_of_minimums(one.progress))
    if one.comparison:
        lines += _said_of_key(feedback, one.comparison)
    return "\n".join(lines)


def _handed_in(hand_in: HandIn, feedback: Feedback) -> Part:
    done = feedback.student.progress
    day = f"{hand_in.made.astimezone():%Y-%m-%d}"
    sentences = [_("Number {number}, made on {day}.").format(number=hand_in.number, day=day)]
    if feedback.student.late:
        sentences.append(_("That was after the due day."))
    if hand_in.anyway:
        sentences.append(_("Handed in anyway, because: {why}").format(why=hand_in.anyway))
    if not done.minimums:
        return Part(_("Handed in"), tuple(sentences))
    sentences.append(_said_of_minimums(done))
    columns = (_("Asked for"), _("At least"), _("There are"))
    rows = tuple(_asked(done))
    return Part(_("Handed in"), tuple(sentences), columns, rows, (0.6, 0.2, 0.2), numbers=2)


def _said_of_minimums(done: Progress) -> str:
    if done.is_met:
        return _("There is as much as was asked for.")
    return _("There is less than was asked for.")


def _asked(done: Progress) -> Iterator[tuple[str, ...]]:
    """A row for each minimum: what it is, how many are asked for, how many there are."""
    asked = done.minimums
    if asked.at_least:
        yield _("Passages"), str(asked.at_least), str(done.passages)
    for tag in Tag:
        if asked.by_tag.get(tag):
            name = _("Checked") if tag is Tag.VERIFIED else _(MEANINGS[tag].name)
            yield name, str(asked.by_tag[tag]), str(done.by_tag[tag])


def _class(seen: tuple[Seen, ...]) -> Part:
    number = seen[0].passage.of
    said = ngettext(
        "How many of {number} in the class marked the words that you marked, and what they said "
        "of them. You are among them; a pair counts once.",
        "How many of {number} in the class marked the words that you marked, and what they said "
        "of them. You are among them; a pair counts once.",
        number,
    ).format(number=number)
    columns = (
        *(_("Passage"), _("Your claim"), _("Marked by")),
        *(_("The class says"), _("Its checks")),
    )
    rows = tuple(map(_passage, seen))
    shares = (0.34, 0.16, 0.12, 0.19, 0.19)
    return Part(_("What the class saw there"), (said,), columns, rows, shares, quoted=True)


def _passage(one: Seen) -> tuple[str, ...]:
    passage = one.passage
    numbers = ", ".join(str(entry.number) for entry in one.own)
    tags = looks(frozenset[Tag]().union(*(entry.claim.tags for entry in one.own)))
    own = _("{number}: {tags}").format(number=numbers, tags=", ".join(look.name for look in tags))
    by_tag = ((_(MEANINGS[tag].name), passage.tagged(tag)) for tag in Tag)
    opened = (_(MEANINGS[None].name), passage.open)
    checks = ((_(wording.OUTCOMES[one]), passage.outcomes[one]) for one in Outcome)
    marked = _("{number} of {all}").format(number=passage.marked, all=passage.of)
    return shortened(one.quote), own, marked, _counted((*by_tag, opened)), _counted(checks)


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    """What there is any of: "Attributed: 8, Open: 1"."""
    said = _("{what}: {number}")
    there = (said.format(what=what, number=number) for what, number in counts if number)
    return ", ".join(there) or _NOTHING


def _key(feedback: Feedback, compared: Comparison) -> Part:
    columns = (_("Claim of the key"), _("Tags"), _("You"), _("Also checked by"))
    text = feedback.report.articles[0].text
    rows = tuple(
        (
            shortened(text[slice(*one.claim.span)]),
            ", ".join(look.name for look in looks(one.claim.tags)),
            _met(one),
            _names(one.also_checked) or _NOTHING,
        )
        for one in compared.results
    )
    said = tuple(_said_of_key(feedback, compared))
    shares = (0.46, 0.18, 0.2, 0.16)
    return Part(_("Beside your teacher’s claims"), said, columns, rows, shares, quoted=True)


def _met(one: KeyResult) -> str:
    if one.met is Met.MISSED and one.is_optional:
        return _("optional")
    said = _(_MET[one.met])
    if one.wider:
        said = _("{met}, wider than the claim").format(met=said)
    if one.lacks:
        said = _("{met}, without {tags}").format(met=said, tags=_names(one.lacks))
    return said


def _said_of_key(feedback: Feedback, compared: Comparison) -> Iterator[str]:
    """How many were found, and which own claims are not in it."""
    said = _("You found {found} of the {asked} claims that your teacher marked.")
    yield said.format(found=compared.found, asked=compared.asked)
    if compared.optional_found:
        more = ngettext(
            "Besides, you found {number} that nobody had to find.",
            "Besides, you found {number} that nobody had to find.",
            compared.optional_found,
        )
        yield more.format(number=compared.optional_found)
    if beyond := feedback.not_in_key:
        sentence = ngettext(
            "Your claim {numbers} is not in the key; that does not make it wrong.",
            "Your claims {numbers} are not in the key; that does not make them wrong.",
            len(beyond),
        )
        yield sentence.format(numbers=", ".join(str(one.number) for one in beyond))


def _names(tags: Iterable[Tag]) -> str:
    return ", ".join(_(MEANINGS[tag].name) for tag in in_order(frozenset(tags)))
