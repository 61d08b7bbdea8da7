"""Open what travels between a teacher and a class: an assignment, a draft, one's own hand-in.

Opening takes nothing away: work that is here and was changed later stays, a newer assignment takes
the place of an older one and never the reverse, and what was known of an article is only added to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path

from annotator.exchange import assignments as assignment_files
from annotator.exchange import handins as hand_in_files
from annotator.exchange.assignments import AssignmentFile
from annotator.exchange.envelope import Format, format_of
from annotator.exchange.files import read_bounded
from annotator.exchange.handins import HandInFile
from annotator.exchange.jsonld.items import RefusedItem
from annotator.exchange.jsonld.strictness import MOST_BYTES
from annotator.exchange.readers.article import ReadArticle
from annotator.model.article import Article, Metadata
from annotator.model.assignment import Assignment
from annotator.model.handin import Member
from annotator.model.ids import ArticleId, new_id
from annotator.model.person import Person
from annotator.services import class_failures as failures
from annotator.services import versioning
from annotator.services.importing import ImportReport, take_in
from annotator.services.naming import welcome
from annotator.services.preparing import Prepared
from annotator.services.versioning_keeping import Kept, add_version
from annotator.services.workspace import Workspace
from annotator.storage import articles, assignments, handed_in
from annotator.storage.step import Step
from annotator.words import N_


@dataclass(frozen=True, slots=True)
class Opened:
    """What was opened and where it is now.

    `person` is whose work came with it, if any did, and `partner` with whom they work; `work` says
    what came of each of the claims. `is_older` says that a newer revision was here already. `left`
    are claims that stay on the earlier version of an article because its words changed.
    """

    article: ArticleId
    assignment: Assignment | None = None
    person: Person | None = None
    partner: Member | None = None
    work: ImportReport | None = None
    is_older: bool = False
    left: tuple[Kept, ...] = ()

    @property
    def refused(self) -> Sequence[RefusedItem]:
        """The claims that could not be taken in, and why."""
        return self.work.refused if self.work else ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that was read and not opened yet.

    `member` is who the work in it is by, None for an assignment. `is_to_collect` says that it was
    handed in for an assignment that was made in this library.
    """

    file: AssignmentFile | HandInFile
    member: Member | None
    is_to_collect: bool


def is_class_file(path: Path) -> bool:
    """Whether a file is an assignment or a hand-in by its first line, damaged or not."""
    try:
        with path.open("rb") as file:
            return format_of(file.read(2_000)) is not None
    except OSError:
        return False


def look(workspace: Workspace, path: Path) -> Waiting:
    """Read a file without taking anything in. Raises a refusal that says what is wrong with it."""
    file = _read(read_bounded(path, MOST_BYTES))
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
    there, kept = _moved_on(workspace, file, name)
    with workspace.step(N_("open assignment"), undoable=False) as step:
        known = assignments.one(step, file.assignment.id)
        if known and _is_as_new(known, file.assignment):
            articles.bin_(step, known.article, None)
            is_older = known.revision > file.assignment.revision
            return Opened(known.article, known, is_older=is_older)
        article = there or _put_article(workspace, step, file, name)
        step.draft.article = article.id
        put = replace(file.assignment, article=article.id)
        assignments.put(step, put, workspace.now())
    return Opened(article.id, put, left=kept)


def _is_as_new(known: Assignment, given: Assignment) -> bool:
    """Whether what is here holds: it was made here, or is no older than the file's."""
    return known.is_mine or known.revision >= given.revision


def _moved_on(
    workspace: Workspace, file: AssignmentFile, name: str
) -> tuple[Article | None, tuple[Kept, ...]]:
    """The newer version of an assignment's article, with the work that goes on there.

    None when the file brings no newer version of what is here.
    """
    with workspace.library.reading() as reading:
        known = assignments.one(reading, file.assignment.id)
        before = articles.one(reading, known.article) if known else None
        if articles.of_hash(reading, file.sha256) or before is None or known is None:
            return None, ()
        if _is_as_new(known, file.assignment):
            return None, ()
    read = Prepared(name, name, ReadArticle(file.text, file.metadata))
    version = add_version(workspace, versioning.propose(workspace, before.id, read))
    return version.article, tuple(one for one in version.kept if one.carried is None)


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
        article = _article_of(workspace, step, file, name)
        assignment, is_older = _assignment_of(step, file, article, workspace.now())
        person = welcome(step, file.people[0])
        step.draft.article, step.draft.person = article.id, person.id
        partner = file.people[1] if len(file.people) > 1 else None
        handed_in.pair(step, article.id, person.id, partner)
        work = take_in(workspace, step, name, file.items)
        _go_on_counting(step, file, article)
    return Opened(article.id, assignment, person, partner, work, is_older)


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
    step: Step, file: HandInFile, article: Article, now: datetime
) -> tuple[Assignment | None, bool]:
    """The assignment of the work as it stands here, and whether the file's was an older one."""
    known = assignments.one(step, file.assignment_id) if file.assignment_id else None
    given = file.assignment.assignment if file.assignment else None
    if given is None or (known and _is_as_new(known, given)):
        return known, known is not None and known.revision > file.revision
    put = replace(given, article=article.id)
    assignments.put(step, put, now)
    return put, False


def _go_on_counting(step: Step, file: HandInFile, article: Article) -> None:
    """The next hand-in gets a higher number; that of a draft was not handed in yet."""
    whose = (article.id, file.assignment_id, [one.id for one in file.people])
    number = file.number - file.draft
    last = handed_in.last(step, whose)
    if number > (last[0] if last else 0):
        handed_in.remember(step, whose, number, file.made)
