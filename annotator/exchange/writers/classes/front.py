"""The first page of a class report: what came, what to talk about, what was missed."""

from collections.abc import Iterator
from datetime import UTC, datetime

from annotator.exchange.writers import wording
from annotator.exchange.writers.classes.blocks import (
    Badge,
    Block,
    Figure,
    Figures,
    Heading,
    Says,
    Talk,
)
from annotator.exchange.writers.telling import shortened
from annotator.model.class_report import ClassReport, Missed, ReportedPassage
from annotator.model.class_sources import BALANCE
from annotator.model.passage import REASONS, Passage
from annotator.model.tags import MEANINGS, Tag
from annotator.words import _, ngettext


def title_of(report: ClassReport) -> str:
    """The assignment's title, or the article's."""
    assigned = report.assignment.title if report.assignment else ""
    return assigned or report.article.metadata.title or _("Annotated article")


def known_of(report: ClassReport) -> list[tuple[str, str]]:
    """The names and values of what is known of the class's work."""
    known = report.article.metadata
    due = report.assignment.due if report.assignment else None
    found = [
        (_("Article"), known.title),
        (_("Outlet"), known.outlet),
        (_("Due"), due.isoformat() if due else ""),
    ]
    return [(name, value) for name, value in found if value]


def last_change(report: ClassReport) -> datetime:
    """When the newest of what the report says was made, in UTC; it stands for the file's time."""
    claims = (claim for one in report.students for claim in one.annotator.claims)
    made = (one.hand_in.made for one in report.students if one.hand_in)
    times = [*(claim.modified for claim in claims), *made]
    return max(times or [report.article.added]).astimezone(UTC).replace(microsecond=0)


def front(report: ClassReport) -> Iterator[Block]:
    """What stands under the title."""
    yield Figures(tuple(_figures(report)))
    yield from map(Says, _not_counted(report))
    if report.hidden:
        hidden = ngettext(
            "{number} is hidden and not in what follows.",
            "{number} are hidden and not in what follows.",
            report.hidden,
        )
        yield Says(hidden.format(number=report.hidden), soft=True)
    yield Heading(_("To discuss"))
    if not report.discuss:
        yield Says(_("There is nothing yet that the class sees differently."))
    for one in report.discuss:
        yield talk(one)
    if report.most_missed:
        yield Heading(_("Most missed"))
        yield _most_missed(report.most_missed)


def talk(one: ReportedPassage) -> Talk:
    """A passage in short."""
    return Talk(
        shortened(one.quote),
        place(one),
        badges(one.passage),
        (split(one.passage), *checks(one.passage), _(REASONS[one.passage.reason])),
        key_of(one),
    )


def key_of(one: ReportedPassage) -> str:
    """What the place of a passage's answers is called."""
    return f"passage{one.number}"


def place(one: ReportedPassage) -> str:
    """The paragraphs: "¶ 3" or "¶ 3–4"."""
    return f"¶ {one.first}" if one.first == one.last else f"¶ {one.first}–{one.last}"


def badges(passage: Passage) -> tuple[Badge, ...]:
    """How many gave it which tag."""
    counts = [(tag, passage.tagged(tag)) for tag in Tag]
    every: list[tuple[Tag | None, int]] = [*counts, (None, passage.open)]
    return tuple(
        Badge(tag, f"{count} {_(MEANINGS[tag].name).casefold()}") for tag, count in every if count
    )


def split(passage: Passage) -> str:
    """The sentence "24 of 28 marked it, 5 of them with several tags."."""
    said = _("{marked} of {of} marked it.").format(marked=passage.marked, of=passage.of)
    if not passage.several:
        return said
    several = ngettext(
        "{number} of them gave it several tags.",
        "{number} of them gave it several tags.",
        passage.several,
    )
    return f"{said} {several.format(number=passage.several)}"


def checks(passage: Passage) -> Iterator[str]:
    """How recorded checks came out, where there are any: "Checks: 2 supports it, 1 ..."."""
    found = [
        f"{passage.outcomes[outcome]} {_(name)}"
        for outcome, name in wording.OUTCOMES.items()
        if outcome and passage.outcomes[outcome]
    ]
    if found:
        yield _("Checks: {outcomes}.").format(outcomes=", ".join(found))


def _figures(report: ClassReport) -> Iterator[Figure]:
    yield _came(report)
    number = len(report.passages)
    seen = _("{most} seen by most, {few} by one or two").format(
        most=report.seen_by_most, few=report.seen_by_few
    )
    yield Figure(
        ngettext("{number} passage", "{number} passages", number).format(number=number), seen
    )
    own, of = report.sources.balance
    if of:
        yield Figure(_("{number} of {all}").format(number=own, all=of), _(BALANCE))


def _came(report: ClassReport) -> Figure:
    """How much was handed in; of a class at work in one library, how many have marked."""
    if not report.of:
        number = len(report.students)
        return Figure(
            ngettext("{number} person", "{number} people", number).format(number=number),
            _("marked the article here; nothing was handed in"),
        )
    parts = (
        (report.late, ngettext("{number} late", "{number} late", report.late)),
        (report.missing, ngettext("{number} missing", "{number} missing", report.missing)),
    )
    said = (words.format(number=number) for number, words in parts if number)
    return Figure(
        _("{number} of {of}").format(number=report.handed_in, of=report.of),
        ", ".join((_("handed in"), *said)),
    )


def _not_counted(report: ClassReport) -> Iterator[str]:
    """Why fewer are compared than handed in."""
    if report.to_decide:
        yield ngettext(
            "{number} person handed in work that contradicts itself: the teacher has to choose "
            "which one counts, and until then none of it is in what follows.",
            "{number} people handed in work that contradicts itself: the teacher has to choose "
            "which one counts, and until then none of it is in what follows.",
            report.to_decide,
        ).format(number=report.to_decide)
    if report.pairs:
        yield ngettext(
            "{number} pair worked together and counts once in what follows.",
            "{number} pairs worked together and each counts once in what follows.",
            report.pairs,
        ).format(number=report.pairs)


def _most_missed(one: Missed) -> Talk:
    said = _("{number} of {of} missed it.").format(number=one.missed, of=one.of)
    return Talk(shortened(one.quote), f"¶ {one.paragraph}", (), (said,))
