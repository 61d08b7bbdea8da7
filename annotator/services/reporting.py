"""Give away what was marked: a report to read and print, a table, a data file."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from annotator.exchange.writers import failures as writing
from annotator.exchange.writers.placing import place
from annotator.exchange.writers.registry import FORMATS, WORKSHEET, Format, choose
from annotator.model import personal
from annotator.model.anonymity import say_mentions, without_names
from annotator.model.claim import Claim
from annotator.model.failure import Refusal
from annotator.model.handin import Annotator, Member
from annotator.model.ids import ArticleId, PersonId
from annotator.model.paper import Paper, usual_paper
from annotator.model.person import Origin, Person, tidy_name
from annotator.model.report import Report, Work, report_of
from annotator.services import failures
from annotator.services.comparing import collected, people_of_class
from annotator.services.progress import Progress, watched
from annotator.services.workspace import Workspace
from annotator.storage import articles as stored
from annotator.storage import claims as claimed
from annotator.storage import people
from annotator.storage.garbage import not_searched
from annotator.storage.step import Reading
from annotator.words import _

__all__ = ["FORMATS", "WORKSHEET", "Format", "Tell", "export", "personal_data", "report"]

Tell = Callable[[str], None]
"""Told a sentence that whoever exports should know; the file is written all the same."""

_NAMED = 12
"""So many names are listed when one was not found."""


class NothingToReport(Refusal):
    """No article was named, or the library has none."""

    def __init__(self) -> None:
        super().__init__(_("There is no article to report on. Add one first, or name one."))


class NobodyOfThatName(Refusal):
    """A name that nobody in the library bears; `known` are the names that there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        if known:
            listed = ", ".join([*known[:_NAMED], *(["…"] if len(known) > _NAMED else [])])
            hint = _("In this library are: {names}.").format(names=listed)
        else:
            hint = _("Nobody has annotated in it yet.")
        super().__init__(
            _("Nobody called “{name}” is in this library. Nothing was written. {hint}").format(
                name=name, hint=hint
            )
        )


class SeveralOfThatName(Refusal):
    """A name that more than one person bears."""

    def __init__(self, name: str, ids: Sequence[PersonId]) -> None:
        super().__init__(
            _(
                "Several people are called “{name}”. Nothing was written. "
                "Name one by the id: {ids}."
            ).format(name=name, ids=", ".join(ids))
        )


def export(
    workspace: Workspace,
    articles: Sequence[ArticleId],
    to: Path | None,
    format: str = "",  # noqa: A002 - the word of the command line
    by: Sequence[str] = (),
    anonymous: bool = False,
    progress: Progress | None = None,
    tell: Tell | None = None,
    paper: Paper | None = None,
) -> bytes | None:
    """Write a report on the articles to a file, or return its bytes when there is none.

    Without `format` the file's suffix decides. `by` are names or ids of people; without them it is
    everybody's own work. `progress` counts claims. `tell` hears which names were found in notes,
    and what the format cannot hold. `paper` is what pages are set on; without it, what is usual
    here. Raises a refusal; then the file is as it was.
    """
    chosen = choose(format, to)
    with not_searched():
        made = replace(
            report(workspace, articles, by, anonymous, tell, _gathering(progress)),
            paper=paper or paper_here(),
        )
        tick = _ticking(made, progress)
        tick(0)
        data = chosen.write(made, tick)
    _say(chosen.warnings(made), tell)
    if to is None:
        return data
    place(to, data)
    return None


def report(
    workspace: Workspace,
    articles: Sequence[ArticleId],
    by: Sequence[str] = (),
    anonymous: bool = False,
    tell: Tell | None = None,
    progress: Progress | None = None,
) -> Report:
    """What a report on the articles says, of one state of the library.

    `tell` hears which names were found in what people wrote, where it is to be `anonymous`.
    `progress` counts articles. Raises NothingToReport, NoSuchArticle, NobodyOfThatName,
    SeveralOfThatName, or Cancelled when `progress` says so.
    """
    if not articles:
        raise NothingToReport
    with workspace.library.reading() as reading:
        each = dict.fromkeys(articles)
        everybody = people.all_of(reading)
        # What was collected is only in a report when somebody of it is named.
        handed = {one: collected(reading, one) for one in each} if by else {}
        came = [one for some in handed.values() for one in some]
        chosen = [_person([*everybody, *_handed_in(came)], name) for name in by]
        works = [
            _work(reading, one, everybody, chosen, handed.get(one, ()))
            for one in watched(each, len(each), progress)
        ]
        others = _others(reading, works, everybody) if anonymous else []
    if not anonymous:
        return report_of(works)
    hidden = without_names(works, others)
    _say(say_mentions(hidden.mentions), tell)
    return report_of(hidden.works, anonymous=True)


def paper_here(environment: Mapping[str, str] = os.environ) -> Paper:
    """The paper that is usual where this computer says it stands."""
    named = (environment.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    return usual_paper(next((one for one in named if one), ""))


def personal_data(made: Report, written_as: Format) -> list[str]:
    """What a file of that format will say about people, in sentences."""
    return personal.personal_data(made, written_as.holds)


def _say(sentences: Iterable[str], tell: Tell | None) -> None:
    if tell is not None:
        for sentence in sentences:
            tell(sentence)


def _work(
    reading: Reading,
    article: ArticleId,
    everybody: Sequence[Person],
    chosen: Sequence[Person],
    handed: Iterable[Annotator],
) -> Work:
    found = stored.one(reading, article)
    if found is None:
        raise failures.NoSuchArticle(article)
    claims = claimed.of_article(reading, article)
    wanted = {one.id for one in chosen} if chosen else {claim.person for claim in claims}
    own = [claim for claim in claims if claim.person in wanted]
    theirs = [one for one in handed if any(member.id in wanted for member in one.people)]
    by_id = {one.id: one for one in everybody if one.id in wanted}
    by_id |= {one.id: Person(one.id, one.name, Origin.IMPORTED) for one in theirs}
    return Work(
        found,
        stored.text_of(reading, article) or "",
        _united(own, (claim for one in theirs for claim in one.claims)),
        list(by_id.values()),
        claimed.former_ids(reading, article),
    )


def _united(own: Sequence[Claim], handed: Iterable[Claim]) -> list[Claim]:
    """Own claims, and of those handed in what is none of them: somebody may have worked here too.

    A claim that was handed in from here is an own one, whatever became of it since.
    """
    known = {claim.id for claim in own}
    taken = {(claim.person, claim.span) for claim in own}
    more = [one for one in handed if one.id not in known and (one.person, one.span) not in taken]
    return sorted([*own, *more], key=lambda claim: (claim.span, claim.id))


def _handed_in(came: Sequence[Annotator]) -> list[Person]:
    """Under which ids and names work was collected: of a pair each of the two, and both."""
    members = (Member(one.id, one.name) for one in came)
    each = (member for one in came for member in one.people)
    return [Person(*member, Origin.IMPORTED) for member in dict.fromkeys([*each, *members])]


def _others(reading: Reading, works: Sequence[Work], everybody: Iterable[Person]) -> list[Person]:
    """Those of whom notes may speak by name: the library's people, and the articles' classes."""
    found: dict[Member, Person] = {}
    for work in works:
        for member in people_of_class(reading, work.article.id):
            found[member] = Person(member.id, member.name, Origin.IMPORTED)
    known = [*everybody, *(one for work in works for one in work.people)]
    return list((found | {Member(one.id, one.name): one for one in known}).values())


def _person(everybody: Sequence[Person], name: str) -> Person:
    by_id = {one.id: one for one in everybody if one.id == name}
    found = by_id or {one.id: one for one in everybody if one.name == tidy_name(name)}
    if not found:
        raise NobodyOfThatName(name, list(dict.fromkeys(one.name for one in everybody)))
    if len(found) > 1:
        raise SeveralOfThatName(name, list(found))
    return next(iter(found.values()))


def _gathering(progress: Progress | None) -> Progress | None:
    """Asks between two articles whether to go on; how much there is to write is not known yet."""
    if progress is None:
        return None

    def goes_on(done: int, total: int) -> bool:
        if done and not progress(0, total):
            raise writing.Stopped
        return True

    return goes_on


def _ticking(made: Report, progress: Progress | None) -> Callable[[int], None]:
    done = 0

    def tick(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None and not progress(done, made.size):
            raise writing.Stopped

    return tick
