"""What a class report says, in the order in which every format to read says it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

from annotator.exchange.writers import wording
from annotator.exchange.writers.classes.blocks import (
    Answers,
    Badge,
    Block,
    Cell,
    Column,
    Grid,
    Heading,
    HeatText,
    Says,
    Told,
)
from annotator.exchange.writers.classes.front import badges, checks, key_of, place, split
from annotator.exchange.writers.classes.students import students_grid
from annotator.exchange.writers.looks import looks
from annotator.exchange.writers.telling import (
    Line,
    evidence_of,
    shortened,
    sources_of,
)
from annotator.model.agreement import ALL
from annotator.model.claim import SourceKind, Stake
from annotator.model.class_report import Agreed, ClassReport, ReportedPassage, ShownAnswer
from annotator.model.class_sources import ClassSource
from annotator.model.class_students import NEEDS
from annotator.model.completeness import WHAT_TO_DO, missing
from annotator.model.key import Met
from annotator.model.passage import REASONS
from annotator.model.tags import MEANINGS, Tag, in_order
from annotator.words import _, ngettext


def blocks(report: ClassReport) -> Iterator[Block]:
    """Everything behind the first page, the page for the teacher alone last."""
    yield Heading(_("The article"), new_page=True, key="text")
    yield HeatText()
    yield Heading(_("Passages"), new_page=True, key="passages")
    for one in report.passages:
        yield Heading(f"{one.number}. “{shortened(one.quote)}”", 2, key=key_of(one))
        yield Says(numbers_of(one))
        if one.answers:
            yield Answers(one)
    yield Heading(_("Students"), new_page=True, key="students")
    yield students_grid(report)
    if report.key:
        yield Heading(_("Key"))
        yield key_grid(report)
        yield Says(beyond_key(report), soft=True)
    if report.sources.sources or report.sources.unnamed:
        yield Heading(_("Sources"))
        yield sources_grid(report)
    if report.agreed:
        yield Heading(_("Agreement"))
        yield from _agreement(report.agreed)
    if not report.anonymous:
        yield from _for_the_teacher(report)


def numbers_of(one: ReportedPassage) -> str:
    """What stands under a passage's words: where it is, who marked it how, and why to talk."""
    shown = ", ".join(badge.words for badge in badges(one.passage))
    complete = _("No answer is complete.")
    if one.passage.complete:
        complete = ngettext(
            "{number} answer is complete.", "{number} answers are complete.", one.passage.complete
        ).format(number=one.passage.complete)
    reason = _(REASONS[one.passage.reason])
    parts = (f"{split(one.passage)} {shown}.", complete, *checks(one.passage), reason)
    return f"{place(one)} · {' '.join(parts)}"


def answers_grid(one: ReportedPassage) -> Grid:
    """All answers to a passage; columns in which nobody says anything leave others their room."""
    rows = [answer_cells(answer) for answer in one.answers]
    filled = [any(row[place] != Told() for row in rows) for place in range(len(answer_columns()))]
    columns = tuple(compress(answer_columns(), filled))
    caption = _("All answers, side by side")
    return Grid(caption, columns, [tuple(compress(row, filled)) for row in rows])


def answer_columns() -> tuple[Column, ...]:
    """The heads of the columns of answers."""
    return (
        Column(_("Student"), 0.17),
        Column(_("Tags"), 0.12),
        Column(_("Who says so, who disagrees"), 0.28),
        Column(_("What shows it"), 0.18),
        Column(_("Notes"), 0.25),
    )


def answer_cells(one: ShownAnswer) -> tuple[Cell, ...]:
    """An answer: whose it is, its tags, and what its claims say."""
    claims = one.answer.claims
    remarks = [Line(_("Also marked:"), f"“{shortened(words)}”") for words in one.beyond]
    remarks += [Line(_("Not marked:"), f"“{shortened(words)}”") for words in one.without]
    for claim in claims:
        remarks += [Line("", claim.note)] if claim.note else []
        remarks += [Line(_("Still missing:"), _(WHAT_TO_DO[what])) for what in missing(claim)]
    return (
        one.label,
        Told(tag_badges(one.answer.tags)),
        Told((), tuple(line for claim in claims for line in sources_of(claim))),
        Told((), tuple(line for claim in claims for line in evidence_of(claim))),
        Told((), tuple(remarks)),
    )


def tag_badges(tags: frozenset[Tag]) -> tuple[Badge, ...]:
    """The letters and names of some tags; of none, the open claim's."""
    names = [look.name for look in looks(tags)]
    every: Sequence[Tag | None] = in_order(tags) or (None,)
    return tuple(Badge(tag, name) for tag, name in zip(every, names, strict=True))


def key_grid(report: ClassReport) -> Grid:
    """The claims of the key, and how many met each how."""
    columns = (
        Column(_("Claim of the key"), 0.36),
        Column(_("Tags"), 0.16),
        Column(_("Found"), 0.09, is_number=True),
        Column(_("Other tag"), 0.09, is_number=True),
        Column(_("Missed"), 0.09, is_number=True),
        Column(_("Wider"), 0.09, is_number=True),
        Column(_("Also checked"), 0.12, is_number=True),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in report.key:
        badges_ = tag_badges(one.claim.tags)
        optional = (Line("", _("optional")),) if one.is_optional else ()
        met = (one.met.get(how, 0) for how in Met)
        rows.append(
            (
                shortened(one.quote),
                Told(badges_, optional),
                *met,
                one.wider,
                one.also_checked,
            )
        )
    caption = _("How many met each claim of the key; nothing that is not in it is wrong")
    return Grid(caption, columns, rows, quoted=True)


def beyond_key(report: ClassReport) -> str:
    """How many claims of the class are not in the key."""
    return ngettext(
        "{number} claim of the class is not in the key.",
        "{number} claims of the class are not in the key.",
        report.not_in_key,
    ).format(number=report.not_in_key)


def sources_grid(report: ClassReport) -> Grid:
    """Whom the class names."""
    columns = (
        Column(_("Source"), 0.34),
        Column(_("People"), 0.1, is_number=True),
        Column(_("Says so"), 0.1, is_number=True),
        Column(_("Disagrees"), 0.11, is_number=True),
        Column(_("Kind"), 0.17),
        Column(_("Stake"), 0.18),
    )
    unnamed = report.sources.unnamed
    every = [*report.sources.sources, *([unnamed] if unnamed else [])]
    caption = _("Whom the class names; kind and stake with the number of people who say so")
    return Grid(caption, columns, [_source_cells(one) for one in every])


def _source_cells(one: ClassSource) -> tuple[Cell, ...]:
    others = [spelling for spelling in one.spellings if spelling != one.name]
    name: Cell = one.name or _("unnamed source")
    if others:
        said = _("also: {spellings}").format(spellings=", ".join(others))
        name = Told((), (Line("", str(name)), Line("", said)))
    kinds: Mapping[SourceKind | None, str] = wording.KINDS
    stakes: Mapping[Stake | None, str] = wording.STAKES
    return (
        name,
        one.people,
        one.claims,
        one.disagrees,
        ", ".join(f"{_(kinds[kind])} {one.kinds[kind]}" for kind in kinds if one.kinds.get(kind)),
        ", ".join(
            f"{_(stakes[stake])} {one.stakes[stake]}" for stake in stakes if one.stakes.get(stake)
        ),
    )


def _agreement(agreed: Agreed) -> Iterator[Block]:
    for sentence in agreed.sentences:
        yield Says(sentence)
    columns = (
        Column("", 0.3),
        Column(_("Krippendorff's alpha"), 0.35, is_number=True),
        Column(_("95 of 100 draws lie in"), 0.35, is_number=True),
    )
    rows = []
    for which, figure in agreed.alpha.items():
        name = _("All tags") if which == ALL else _(MEANINGS[Tag(which)].name)
        within = agreed.interval if which == ALL else None
        shown = f"{within.low:.2f} – {within.high:.2f}" if within else ""
        rows.append((name, "–" if figure is None else f"{figure:.3f}", shown))
    yield Grid(_("1 is full agreement, 0 what chance would give"), columns, rows)


def _for_the_teacher(report: ClassReport) -> Iterator[Block]:
    yield Heading(_("For the teacher alone"), new_page=True)
    if not report.needing and not report.waiting:
        yield Says(_("Nobody needs help by what can be counted."))
        return
    for one in report.waiting:
        said = _("{name}: two hand-ins have the number {number}. Choose which one counts.")
        yield Says(said.format(name=one.label, number=one.number))
    if report.needing:
        yield needs_grid(report)


def needs_grid(report: ClassReport) -> Grid:
    """Who needs help, and why."""
    columns = (Column(_("Student"), 0.3), Column(_("Why"), 0.7))
    rows: list[tuple[Cell, ...]] = []
    for one in report.needing:
        lines = [Line("", _(NEEDS[need])) for need in one.needs]
        if one.anyway:
            lines.append(Line(_("Handed in anyway:"), one.anyway))
        rows.append((one.label, Told((), tuple(lines))))
    return Grid(_("Who needs help"), columns, rows)
