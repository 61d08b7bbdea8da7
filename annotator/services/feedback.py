"""Give each of a class a report of their own: into a folder, or as one archive to upload."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.exchange import worksheets
from annotator.exchange.files import read_bounded
from annotator.exchange.platforms import is_moodle
from annotator.exchange.writers import failures as writing
from annotator.exchange.writers import html, paged
from annotator.exchange.writers.feedback import in_short, parts
from annotator.exchange.writers.file_names import FileNames, file_name
from annotator.exchange.writers.losses import signs
from annotator.exchange.writers.packing import packed
from annotator.exchange.writers.parts import Part
from annotator.exchange.writers.placing import place
from annotator.model.anonymity import say_mentions
from annotator.model.class_anonymity import class_without_names
from annotator.model.class_work import ClassWork
from annotator.model.feedback import Feedback, feedback_of
from annotator.model.handin import Annotator, Platform
from annotator.model.ids import ArticleId, AssignmentId
from annotator.model.paper import Paper
from annotator.model.report import Report
from annotator.services.class_failures import NobodyToAnswer
from annotator.services.class_reporting import everybody
from annotator.services.comparing import Classroom, classroom, ids_of
from annotator.services.progress import Progress, watched
from annotator.services.reporting import Tell, paper_here
from annotator.services.workspace import Workspace
from annotator.storage.garbage import not_searched

_Write = Callable[[Report, Callable[[int], None], Sequence[Part]], bytes]

FORMATS: dict[str, _Write] = {"html": html.write, "pdf": paged.write}
"""What feedback is written as, which is the suffix too."""

ARCHIVE = ".zip"
_IN_FOLDER = "feedback"
"""The file's name where the folder says whose it is."""
_FILLED = "-feedback"
"""Ends the name of the worksheet that is filled; the given one stays as it is."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A learning platform's table in which feedback is to be filled."""

    path: Path
    data: bytes

    @property
    def filled(self) -> Path:
        """Where the filled one stands: beside it."""
        return self.path.with_name(f"{self.path.stem}{_FILLED}{self.path.suffix}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How feedback is given: `to` is an archive if its name ends so, else a folder."""

    to: Path
    format: str = "html"
    anonymous: bool = False
    worksheet: Worksheet | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What was written: by name, where each one's is.

    `undecided` have no report, since nobody said yet which of their hand-ins counts ("" where names
    are left out). `missing` have no row in the worksheet, `strangers` one with another name, and
    `crowded` one for several of them; `replaced` had other feedback in it, which it has no more.
    """

    files: tuple[tuple[str, str], ...]
    undecided: tuple[str, ...] = ()
    worksheet: Path | None = None
    filled: int = 0
    missing: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    crowded: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answer:
    """Somebody's feedback, and where a learning platform wants it."""

    feedback: Feedback
    moodle: tuple[Platform, ...]
    others: tuple[str, ...] = ()
    """The names of those of a pair whom no folder of Moodle is known of."""

    @property
    def name(self) -> str:
        """The name under which it is given."""
        return self.feedback.student.label


def worksheet(path: Path) -> Worksheet:
    """Read a worksheet. Raises a refusal where it is none that can be filled."""
    data = read_bounded(path, worksheets.LARGEST)
    worksheets.fill(data, {})
    return Worksheet(path, data)


def give(
    workspace: Workspace,
    article: ArticleId,
    wanted: Wanted,
    assignment: AssignmentId | None = None,
    progress: Progress | None = None,
    tell: Tell | None = None,
) -> Given:
    """Write a report for each of those who handed in (with `assignment`: for that one).

    `progress` counts people; `tell` hears what whoever gives it should know. Raises NobodyToAnswer,
    NoSuchArticle, NoSuchAssignment, Cancelled, or what the place refuses.
    """
    room = classroom(workspace, article, assignment)
    if not room.annotators:
        raise NobodyToAnswer
    told = dict[str, None]()
    with not_searched():
        work = _work(workspace, room, wanted.anonymous, told)
        answers = list(_answers(room, work, wanted))
        filled = _fill(wanted.worksheet, answers) if wanted.worksheet else None
        pages = _written(watched(answers, len(answers), progress), wanted, told)
        files = _place(wanted, pages)
    for sentence in told:
        if tell:
            tell(sentence)
    undecided = tuple("" if wanted.anonymous else same[0].name for same in room.conflicts)
    if not (filled and wanted.worksheet):
        return Given(files, undecided)
    place(wanted.worksheet.filled, filled.data)
    names = {where.id: one.name for one in answers for where in one.moodle}
    # Whose row was found by the name alone is known by the worksheet's number.
    missing, strangers, replaced = (
        tuple(dict.fromkeys(names.get(id_, id_) for id_ in ids))
        for ids in (filled.missing, filled.strangers, filled.replaced)
    )
    full = _crowded(answers)
    crowded = tuple(one.name for one in answers if any(where.id in full for where in one.moodle))
    return Given(
        files,
        undecided,
        wanted.worksheet.filled,
        len(filled.filled),
        missing,
        strangers,
        crowded,
        replaced,
    )


def _work(
    workspace: Workspace, room: Classroom, anonymous: bool, told: dict[str, None]
) -> ClassWork:
    """The class, without names where they are not wanted."""
    work = ClassWork(
        room.article,
        room.text,
        room.annotators,
        hand_ins=room.hand_ins,
        conflicts=room.conflicts,
        missing=room.missing,
        key=room.key,
        optional=room.optional,
        hidden_people=room.hidden_people,
    )
    if not anonymous:
        return work
    hidden = class_without_names(work, everybody(workspace, room.article.id))
    told.update(dict.fromkeys(say_mentions(hidden.mentions)))
    return hidden.work


def _answers(room: Classroom, work: ClassWork, wanted: Wanted) -> Iterator[_Answer]:
    """The feedback of each, in the order of the class."""
    every = feedback_of(
        work,
        (one for one in room.assignments if one.is_mine),
        anonymous=wanted.anonymous,
        paper=wanted.paper or paper_here(),
    )
    for one, feedback in zip(room.annotators, every, strict=True):
        places = tuple(filter(is_moodle, _places(room, one)))
        yield _Answer(feedback, places, _unplaced(one, places))


def _unplaced(one: Annotator, places: Sequence[Platform]) -> tuple[str, ...]:
    """Of a pair, whose folder it was not; the other's name is spelled as the file does."""
    if len(one.people) == len(places) or not places:
        return ()
    known = {worksheets.key(where.name) for where in places}
    names = [member.name for member in one.people if worksheets.key(member.name) not in known]
    return tuple(names) if len(names) == len(one.people) - len(places) else ()


def _places(room: Classroom, one: Annotator) -> tuple[Platform, ...]:
    """Where somebody's file lay; of a pair that parted, not where the other's newer one does."""
    hand_in = room.hand_ins.get(one.id)
    if hand_in is None or len(one.people) == len(hand_in.people):
        return hand_in.platforms if hand_in else ()
    others = [other for other in room.hand_ins.values() if other is not hand_in]
    return tuple(where for where in hand_in.platforms if where.id not in ids_of(others))


def _written(
    answers: Iterable[_Answer], wanted: Wanted, told: dict[str, None]
) -> Iterator[tuple[_Answer, bytes]]:
    write = FORMATS[wanted.format]
    for one in answers:
        report = one.feedback.report
        yield one, write(report, _no_tick, parts(one.feedback))
        if wanted.format == "pdf":
            told.update(dict.fromkeys(signs(report)))


def _no_tick(_more: int) -> None:
    """Progress counts people here."""


def _place(wanted: Wanted, pages: Iterable[tuple[_Answer, bytes]]) -> tuple[tuple[str, str], ...]:
    names, suffix = FileNames(), f".{wanted.format}"
    files: list[tuple[str, str]] = []
    if is_archive(wanted.to):
        inside: list[tuple[str, bytes]] = []
        for one, data in pages:
            for name in _names_in_archive(one, wanted.anonymous):
                inside.append((names.new(name, suffix), data))
                files.append((one.name, inside[-1][0]))
        place(wanted.to, packed(inside))
        return tuple(files)
    _make(wanted.to)
    for one, data in pages:
        to = wanted.to / names.new(_called(one), suffix)
        place(to, data)
        files.append((one.name, str(to)))
    return tuple(files)


def is_archive(to: Path) -> bool:
    """Whether it names an archive: by its suffix, unless a folder of that name is there."""
    return to.suffix.casefold() == ARCHIVE and not to.is_dir()


def _make(folder: Path) -> None:
    """Make a folder that is not there; what is there instead is refused by the first file."""
    try:
        with suppress(FileExistsError):
            folder.mkdir()
    except FileNotFoundError as error:
        raise writing.NoFolder(folder) from error
    except OSError as error:
        raise writing.CannotWrite(folder) from error


def _called(one: _Answer) -> str:
    return file_name(one.name, _IN_FOLDER)


def _names_in_archive(one: _Answer, anonymous: bool) -> Iterator[str]:
    """Where Moodle looks for it: in the folder of each who gave it, known by its number."""
    for where in one.moodle:
        name, mark, rest = where.folder.rpartition(f"_{where.id}_assignsubmission_file")
        whose, ending = (one.name, "_") if anonymous else (name, rest)
        yield f"{file_name(whose, where.id, mark + ending)}/{_IN_FOLDER}"
    if not one.moodle:
        yield _called(one)


def _fill(sheet: Worksheet, answers: Iterable[_Answer]) -> worksheets.Filled:
    """The worksheet with what is said in short, by the learning platform's numbers."""
    answers, crowded = list(answers), _crowded(answers)
    alone = [(one, where) for one in answers for where in one.moodle if where.id not in crowded]
    said = {where.id: in_short(one.feedback) for one, where in alone}
    names = {where.id: where.name for _one, where in alone}
    by_name = {name: in_short(one.feedback) for one in answers for name in one.others}
    return worksheets.fill(sheet.data, said, names, by_name)


def _crowded(answers: Iterable[_Answer]) -> frozenset[str]:
    """Moodle's ids under which several people's work came: whose row it is, nobody can tell."""
    ids = Counter(id_ for one in answers for id_ in {where.id for where in one.moodle})
    return frozenset(id_ for id_, number in ids.items() if number > 1)
