"""What is said of a class, in plain sentences: counts first, and never "wrong"."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from annotator.model.article import Metadata
from annotator.model.claim import Claim, Outcome, SourceRole
from annotator.model.heat import ANY, Layer
from annotator.model.passage import Answer, Passage
from annotator.model.tags import MEANINGS, Tag, in_order
from annotator.services.namesakes import Namesake
from annotator.ui.claims.wording import OUTCOMES, facts, source_name
from annotator.ui.classroom.seen import Conflict, Doubt, Tags
from annotator.words import N_, _, ngettext

_BOTH = 2


def tag_name(tag: Tag | None) -> str:
    """A tag's name within a sentence."""
    return _(MEANINGS[tag].name).lower()


def tags_of(tags: Tags) -> tuple[Tag | None, ...]:
    """The badges of a set of tags; that of the open claim where there is none."""
    return in_order(tags) or (None,)


def by_tag(passage: Passage) -> list[tuple[Tag | None, int]]:
    """How many gave a passage which tag, the most frequent first; what nobody gave is left out."""
    given: list[tuple[Tag | None, int]] = [(tag, passage.tagged(tag)) for tag in Tag]
    given.append((None, passage.open))
    return sorted((one for one in given if one[1]), key=lambda one: -one[1])


def splits(passage: Passage) -> tuple[tuple[Tags, int], ...]:
    """The parts of the bar: one tag, then with others, so that what is shared stands between."""
    order = {tag: place for place, tag in enumerate(Tag)}
    return tuple(
        sorted(
            passage.sets.items(),
            key=lambda one: (not one[0], [order[tag] for tag in in_order(one[0])]),
        )
    )


def counted(passage: Passage) -> str:
    """The sentence "24 of 28 marked it: 18 attributed, 11 contested, 5 of them both"."""
    marked = ngettext(
        "{number} of {all} marked it", "{number} of {all} marked it", passage.marked
    ).format(number=passage.marked, all=passage.of)
    parts = [
        _("{number} {tag}").format(number=number, tag=tag_name(tag))
        for tag, number in by_tag(passage)
    ]
    parts += _several(passage)
    return _("{marked}: {parts}").format(marked=marked, parts=", ".join(parts))


def word_counted(counts: Mapping[Layer, int], of: int) -> str:
    """The sentence "This word: 17 of 28, 12 attributed, 5 contested"."""
    order: tuple[Tag | None, ...] = (*Tag, None)
    given = sorted((one for one in order if counts[one]), key=lambda one: -counts[one])
    parts = [
        _("{number} of {all}").format(number=counts[ANY], all=of),
        *(_("{number} {tag}").format(number=counts[one], tag=tag_name(one)) for one in given),
    ]
    return _("This word: {counts}").format(counts=", ".join(parts))


def checks(outcomes: Mapping[Outcome, int]) -> str:
    """The checks on record: "Checks: 2 supports it, 6 found nothing"; "" where there are none."""
    said = [
        _("{number} {outcome}").format(number=outcomes[one], outcome=_(OUTCOMES[one]))
        for one in Outcome
        if outcomes.get(one)
    ]
    return _("Checks: {outcomes}").format(outcomes=", ".join(said)) if said else ""


def answer_lines(claims: Sequence[Claim]) -> list[str]:
    """What somebody says of a passage: sources and checks, then their note."""
    said: list[str] = []
    for claim in claims:
        said += [" · ".join(facts(claim)), claim.note.strip()]
    return list(dict.fromkeys(filter(None, said)))


def sources_named(answers: Sequence[Answer], role: SourceRole) -> list[tuple[str, int]]:
    """Which sources some answers name, and how often, the most frequent first."""
    number: dict[str, int] = {}
    for answer in answers:
        named = {source_name(one.source) for claim in answer.claims for one in claim.sources(role)}
        for name in filter(None, named):
            number[name] = number.get(name, 0) + 1
    return sorted(number.items(), key=lambda one: (-one[1], one[0]))


def found_out(details: Metadata) -> tuple[tuple[str, str], ...]:
    """What somebody can find out about an article: message ids, and what was found or ""."""
    return (
        (N_("Outlet"), details.outlet),
        (N_("Author"), details.author),
        (N_("Date"), details.date),
        (N_("Address"), details.address),
    )


_ASKED = {
    Doubt.OTHER_WORK: N_(
        "Number {number} of {name} came twice, with different work. Which counts?"
    ),
    Doubt.OTHER_PLACE: N_(
        "The learning platform has work of {name} from different people. Which counts?"
    ),
    Doubt.SAME_WORK: N_(
        "The learning platform has the same work of {name} from different people. Whose place is "
        "the right one?"
    ),
}


def asked(conflict: Conflict, *, names_hidden: bool = False, of: int = 1) -> str:
    """Which hand-in counts, as the first `of` so many questions; none does before it is said."""
    name = conflict.stand_in if names_hidden else conflict.who
    question = _(_ASKED[conflict.doubt]).format(number=conflict.number, name=name)
    if of == 1:
        return question
    more = ngettext("{number} more after it.", "{number} more after it.", of - 1)
    return f"{question} {more.format(number=of - 1)}"


def asked_of(twin: Namesake) -> str:
    """Whether two of one name are one person."""
    said = _("Two people called “{name}” have handed in. Are they one?")
    if twin.is_absent:
        said = _("“{name}” has handed in, and “{other}” of your list has not. Are they one?")
    return said.format(name=twin.name, other=twin.other)


def told_apart(assignments: Sequence[tuple[str, date | None]]) -> list[str]:
    """The titles of assignments; those of one title with their due days, or else numbered."""
    often = Counter(title for title, _due in assignments)
    named = [
        _("{title} (due {day})").format(title=title, day=due.isoformat())
        if due and often[title] > 1
        else title
        for title, due in assignments
    ]
    again, places = Counter(named), Counter[str]()
    for place, name in enumerate(named):
        places[name] += 1
        if again[name] > 1:
            named[place] = f"{name} ({places[name]})"
    return named


def _several(passage: Passage) -> list[str]:
    number = passage.several
    if not number:
        return []
    if len(frozenset().union(*passage.sets)) > _BOTH:
        said = ngettext(
            "{number} of them with several tags", "{number} of them with several tags", number
        )
    else:
        said = ngettext("{number} of them both", "{number} of them both", number)
    return [said.format(number=number)]
