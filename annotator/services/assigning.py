"""Hand an article out to a class: what is asked of it, for whom, as one file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from annotator.exchange import assignments as files
from annotator.exchange import rosters
from annotator.exchange.files import read_bounded
from annotator.exchange.writers.placing import place
from annotator.model.article import Article
from annotator.model.assignment import Assignment, Minimums, RosterRow
from annotator.model.ids import ArticleId, AssignmentId, PersonId, new_id
from annotator.model.person import tidy_name
from annotator.model.text import is_empty
from annotator.model.typed import kept
from annotator.services import choices_going_on
from annotator.services import class_failures as failures
from annotator.services.failures import NoSuchArticle
from annotator.services.handing_over import step_with_file
from annotator.services.workspace import Workspace
from annotator.storage import articles, assignments
from annotator.storage.step import Reading, Step
from annotator.words import N_

_SHORTEST_START = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What the teacher asks for; None is as it was before, or nothing in a new assignment.

    `title` "" is the article's. `roster` are names in their order; `due` in the past is allowed.
    What a revision shall ask for no more is said as `no_due`, `require_complete` False, minimums of
    0, and a roster without names.
    """

    title: str | None = None
    instructions: str | None = None
    due: date | None = None
    minimums: Minimums | None = None
    require_complete: bool | None = None
    roster: tuple[str, ...] | None = None
    no_due: bool = False


def assign(
    workspace: Workspace,
    article: ArticleId,
    asked: Asked,
    to: Path,
    *,
    maker: PersonId | None = None,
    revises: AssignmentId | None = None,
) -> Assignment:
    """Make an assignment, or a revision of one, and write its file; all of it or nothing.

    The claims of `maker` are the key that the class is compared with; they are not in the file.
    Raises NoSuchArticle, NoSuchAssignment, NotYours, AnotherArticle, or what the file's place
    refuses.
    """
    with step_with_file(workspace, N_("assignment"), to, article=article) as (step, write_file):
        found, text = _article(step, article)
        made = _revised(step, found, revises) if revises else _new(found)
        made = replace(_with(step, made, asked, found), maker=made.maker or maker)
        assignments.put(step, made, workspace.now())
        write_file(files.written(made, found.metadata, text))
    return made


def write(workspace: Workspace, assignment: AssignmentId, to: Path) -> None:
    """Write the file of an assignment once more. Raises NoSuchAssignment."""
    with workspace.library.reading() as reading:
        there = assignments.one(reading, assignment)
        if there is None:
            raise failures.NoSuchAssignment(assignment)
        found, text = _article(reading, there.article)
    place(to, files.written(there, found.metadata, text))


def release(workspace: Workspace, assignment: AssignmentId, *, on: bool = True) -> None:
    """Let the class see how their work compares with the key, or no more."""
    label = N_("release the comparison") if on else N_("hold the comparison back")
    with workspace.step(label) as step:
        there = assignments.one(step, assignment)
        if there is None:
            raise failures.NoSuchAssignment(assignment)
        step.draft.article = there.article
        assignments.put(step, replace(there, released=on), workspace.now())


def find(workspace: Workspace, article: ArticleId, name: str | None) -> Assignment | None:
    """The assignment on an article of that id or unique start of one; without a name the only one.

    None when no name is given and the article was never handed out. Raises NoSuchAssignment,
    SeveralAssignments.
    """
    with workspace.library.reading() as reading:
        return meant(assignments.of_article(reading, article), name)


def every(workspace: Workspace) -> list[Assignment]:
    """All assignments, in the order in which they came to be."""
    with workspace.library.reading() as reading:
        return assignments.all_of(reading)


def roster_of(path: Path) -> tuple[str, ...]:
    """The names in a list that a teacher has as a file. Raises a refusal."""
    return tuple(rosters.read(read_bounded(path, rosters.LARGEST)))


def text_of_roster(names: Sequence[str]) -> str:
    """Names as they stand in a field in which they can be changed, and are read from again."""
    return rosters.text_of(names)


def roster_of_text(text: str) -> tuple[str, ...]:
    """The names in a list that was typed or pasted. Raises a refusal."""
    return tuple(rosters.of_text(text))


def meant(there: Iterable[Assignment], name: str | None) -> Assignment | None:
    """Which of some assignments is meant by an id, a unique start of one, or by nothing."""
    known = list(there)
    fitting = [one for one in known if name is None or one.id == name]
    if name is not None and not fitting and len(name) >= _SHORTEST_START:
        fitting = [one for one in known if one.id.startswith(name.lower())]
    if len(fitting) > 1:
        raise failures.SeveralAssignments([one.id for one in fitting])
    if name is not None and not fitting:
        raise failures.NoSuchAssignment(name)
    return fitting[0] if fitting else None


def _article(reading: Reading, article: ArticleId) -> tuple[Article, str]:
    found, text = articles.one(reading, article), articles.text_of(reading, article)
    if found is None or text is None:
        raise NoSuchArticle(article)
    return found, text


def _new(article: Article) -> Assignment:
    return Assignment(AssignmentId(new_id()), article.id, article.metadata.title)


def _revised(step: Step, article: Article, revises: AssignmentId) -> Assignment:
    there = meant(assignments.all_of(step), revises)
    assert there is not None
    if not there.is_mine:
        raise failures.NotYours(there.title)
    if not _is_version(step, article, there.article):
        raise failures.AnotherArticle(there.title)
    if there.article != article.id:
        choices_going_on.go_along(step, there.article, article.id)
    return replace(there, revision=there.revision + 1, article=article.id)


def _is_version(step: Step, article: Article, of: ArticleId) -> bool:
    """Whether an article is that one, or came from it by way of newer versions."""
    found: Article | None = article
    while found is not None:
        if found.id == of:
            return True
        found = articles.one(step, found.version_of) if found.version_of else None
    return False


def _with(step: Step, made: Assignment, asked: Asked, article: Article) -> Assignment:
    title = made.title if asked.title is None else tidy_name(kept(asked.title))
    instructions = made.instructions if asked.instructions is None else kept(asked.instructions)
    return replace(
        made,
        title=title or article.metadata.title,
        instructions=instructions.strip(),
        due=None if asked.no_due else asked.due or made.due,
        minimums=made.minimums if asked.minimums is None else asked.minimums,
        require_complete=(
            made.require_complete if asked.require_complete is None else asked.require_complete
        ),
        roster=made.roster if asked.roster is None else _roster(step, asked.roster),
    )


def _roster(step: Step, names: Iterable[str]) -> tuple[RosterRow, ...]:
    """Each name with the id that this library's rosters gave it; several alike by their order."""
    known = assignments.roster_ids(step)
    seen: Counter[str] = Counter()
    rows: list[RosterRow] = []
    for given in names:
        name = tidy_name(kept(given))
        if is_empty(name):
            continue
        ids = known.get(name, [])
        id_ = ids[seen[name]] if seen[name] < len(ids) else PersonId(new_id())
        seen[name] += 1
        rows.append(RosterRow(id_, name))
    return tuple(rows)
