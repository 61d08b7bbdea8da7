"""Open what travels between a teacher and a class: an assignment, a draft, one's own hand-in.

Opening takes nothing away: work that is here and was changed later stays, a newer assignment takes
the place of an older one and never the reverse, and what was known of an article is only added to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path

from annotator.exchange import assignments as assignment_files
from annotator.exchange import handins as hand_in_files
from annotator.exchange.assignments import AssignmentFile
from annotator.exchange.envelope import FIRST_LINE, Format, bytes_of, format_of
from annotator.exchange.files import open_regular
from annotator.exchange.handins import HandInFile
from annotator.exchange.jsonld.items import RefusedItem
from annotator.model.article import Article, Metadata
from annotator.model.assignment import Assignment
from annotator.model.failure import Refusal
from annotator.model.handin import Member
from annotator.model.ids import ArticleId, PersonId, new_id
from annotator.model.person import Person
from annotator.services import class_failures as failures
from annotator.services.importing import ImportReport, take_in
from annotator.services.naming import welcome
from annotator.services.versioning import details_of_newer
from annotator.services.versioning_keeping import Kept, carry
from annotator.services.workspace import Workspace
from annotator.storage import articles, assignments, handed_in
from annotator.storage.step import Step
from annotator.words import N_, _, ngettext


@dataclass(frozen=True, slots=True)
class Opened:
    """What was opened and where it is now.

    `person` is whose work came with it, if any did, and `partner` with whom they work; `work` says
    what came of each of the claims. `is_older` says that a newer revision was here already. Where
    the assignment is on a newer version of the article by now, `kept` says which claims have gone
    on there.
    """

    article: ArticleId
    assignment: Assignment | None = None
    person: Person | None = None
    partner: Member | None = None
    work: ImportReport | None = None
    is_older: bool = False
    kept: tuple[Kept, ...] = ()

    @property
    def refused(self) -> Sequence[RefusedItem]:
        """The claims that could not be taken in, and why."""
        return self.work.refused if self.work else ()

    @property
    def left(self) -> tuple[Kept, ...]:
        """The claims that stay on the earlier version because their words changed."""
        return tuple(one for one in self.kept if one.carried is None)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What whoever opened the file should know of it."""
        return tuple(_said(self.is_older, len(self.kept) - len(self.left), len(self.left)))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that was read and not opened yet.

    `member` is who the work in it is by, None for an assignment. `is_to_collect` says that it was
    handed in for an assignment that was made in this library.
    """

    file: AssignmentFile | HandInFile
    member: Member | None
    is_to_collect: bool


def _said(is_older: bool, carried: int, left: int) -> Iterator[str]:
    if is_older:
        yield _("A newer revision of this assignment was here already, and stays.")
    if carried:
        yield ngettext(
            "The article has a newer version: {number} claim was carried over to it.",
            "The article has a newer version: {number} claims were carried over to it.",
            carried,
        ).format(number=carried)
    if left:
        yield ngettext(
            "{number} claim stays on the earlier version: its words changed.",
            "{number} claims stay on the earlier version: their words changed.",
            left,
        ).format(number=left)


def is_class_file(path: Path) -> bool:
    """Whether a file is an assignment or a hand-in by its first line, damaged or not."""
    try:
        with open_regular(path) as file:
            return format_of(file.read(FIRST_LINE)) is not None
    except (OSError, Refusal):
        return False


def look(workspace: Workspace, path: Path) -> Waiting:
    """Read a file without taking anything in. Raises a refusal that says what is wrong with it."""
    file = _read(bytes_of(path))
    if isinstance(file, AssignmentFile):
        return Waiting(file, None, is_to_collect=False)
    with workspace.library.reading() as reading:
        known = assignments.one(reading, file.assignment_id) if file.assignment_id else None
    mine = known is not None and known.is_mine and not file.draft
    return Waiting(file, file.people[0], mine)


def open_file(workspace: Workspace, path: Path) -> Opened:
    """Take an assignment, a draft or one's own hand-in into the library.

    Raises a refusal that says what is wrong with the file, or ArticleMissing.
    """
    return take(workspace, look(workspace, path).file, path.name)


def take(workspace: Workspace, file: AssignmentFile | HandInFile, name: str) -> Opened:
    """Take in what was read from a file of that name."""
    if isinstance(file, AssignmentFile):
        return _open_assignment(workspace, file, name)
    return _open_work(workspace, file, name)


def _read(data: bytes) -> AssignmentFile | HandInFile:
    if format_of(data) is Format.HAND_IN:
        return hand_in_files.read(data)
    return assignment_files.read(data)


def _open_assignment(workspace: Workspace, file: AssignmentFile, name: str) -> Opened:
    with workspace.step(N_("open assignment"), undoable=False) as step:
        known = assignments.one(step, file.assignment.id)
        if known and _is_as_new(known, file.assignment):
            articles.bin_(step, known.article, None)
            is_older = known.revision > file.assignment.revision
            return Opened(known.article, known, is_older=is_older)
        before = articles.one(step, known.article) if known else None
        article = _put_article(workspace, step, file, name)
        kept = _go_on(workspace, step, before, article)
        step.draft.article = article.id
        put = replace(file.assignment, article=article.id)
        assignments.put(step, put, workspace.now())
    return Opened(article.id, put, kept=kept)


def _is_as_new(known: Assignment, given: Assignment) -> bool:
    """Whether what is here holds: it was made here, or is no older than the file's."""
    return known.is_mine or known.revision >= given.revision


def _go_on(
    workspace: Workspace,
    step: Step,
    before: Article | None,
    now: Article,
    person: PersonId | None = None,
) -> tuple[Kept, ...]:
    """Take the work on an article, or somebody's, to where the assignment is now.

    What was known of the article and who works with whom go along.
    """
    if before is None or before.id == now.id:
        return ()
    here = articles.one(step, now.id) or now
    text = articles.text_of(step, now.id) or ""
    articles.describe(step, now.id, details_of_newer(before.metadata, here.metadata, text))
    handed_in.go_along(step, before.id, now.id)
    return carry(workspace, step, before, here, person)


def _put_article(workspace: Workspace, step: Step, file: AssignmentFile, name: str) -> Article:
    """The article, made if need be; one that is here gets what the file knows more."""
    there = articles.of_hash(step, file.sha256)
    if there is None:
        made = _article(workspace, file.text, file.sha256, file.metadata, name)
        articles.insert(step, made, file.text)
        return made
    _welcome_back(step, there, file.metadata)
    return there


def _article(
    workspace: Workspace, text: str, sha256: str, metadata: Metadata, name: str
) -> Article:
    id_ = ArticleId(new_id())
    return Article(id_, metadata, len(text), sha256, workspace.now(), name)


def _welcome_back(step: Step, article: Article, known: Metadata) -> None:
    """Take an article out of the bin, and fill in what was not known about it."""
    articles.bin_(step, article.id, None)
    here = article.metadata
    filled = {
        one.name: getattr(here, one.name) or getattr(known, one.name) for one in fields(Metadata)
    }
    articles.describe(step, article.id, Metadata(**filled))


def _open_work(workspace: Workspace, file: HandInFile, name: str) -> Opened:
    with workspace.step(N_("open work"), undoable=False) as step:
        known = assignments.one(step, file.assignment_id) if file.assignment_id else None
        article = _article_of(workspace, step, file, name)
        assignment = _assignment_of(step, file, article, known, workspace.now())
        person = welcome(step, file.people[0])
        work = take_in(workspace, step, name, file.items)
        is_older = assignment is known and known is not None and known.revision > file.revision
        before = articles.one(step, known.article) if known else None
        kept: tuple[Kept, ...] = ()
        if is_older and before:
            article, kept = before, _go_on(workspace, step, article, before, person.id)
            articles.bin_(step, article.id, None)
        elif assignment is not known:
            kept = _go_on(workspace, step, before, article)
        step.draft.article, step.draft.person = article.id, person.id
        partner = _pair(step, file, article, person)
        _go_on_counting(step, file, article)
    return Opened(article.id, assignment, person, partner, work, is_older, kept)


def _article_of(workspace: Workspace, step: Step, file: HandInFile, name: str) -> Article:
    there = articles.of_hash(step, file.sha256)
    if there is not None:
        _welcome_back(step, there, file.metadata)
        return there
    if file.text is None:
        raise failures.ArticleMissing(file.title)
    made = _article(workspace, file.text, file.sha256, file.metadata, name)
    articles.insert(step, made, file.text)
    return made


def _assignment_of(
    step: Step, file: HandInFile, article: Article, known: Assignment | None, now: datetime
) -> Assignment | None:
    """The assignment of the work as it stands here: the one that is known, or the file's newer."""
    given = file.assignment.assignment if file.assignment else None
    if given is None or (known and _is_as_new(known, given)):
        return known
    put = replace(given, article=article.id)
    assignments.put(step, put, now)
    return put


def _pair(step: Step, file: HandInFile, article: Article, person: Person) -> Member | None:
    """With whom they work: whom a file names that is newer than what was handed in from here.

    An older one, from before they were two, does not take away who is here.
    """
    given = file.people[1] if len(file.people) > 1 else None
    here = handed_in.partner(step, article.id, person.id)
    if here is None or _is_newer(step, file, article, [[person.id], [person.id, here.id]]):
        handed_in.pair(step, article.id, person.id, given)
        return given
    return here


def _is_newer(
    step: Step, file: HandInFile, article: Article, people: Iterable[list[PersonId]]
) -> bool:
    """Whether a file was made after all that these have handed in; no when they have nothing."""
    last = [handed_in.last(step, (article.id, file.assignment_id, who)) for who in people]
    made = [one[1] for one in last if one]
    return bool(made) and file.made > max(made)


def _go_on_counting(step: Step, file: HandInFile, article: Article) -> None:
    """The next hand-in gets a higher number; that of a draft was not handed in yet."""
    whose = (article.id, file.assignment_id, [one.id for one in file.people])
    number = file.number - file.draft
    last = handed_in.last(step, whose)
    if number > (last[0] if last else 0):
        handed_in.remember(step, whose, number, file.made)
