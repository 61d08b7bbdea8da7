"""A teacher's library and students' libraries, for tests of what travels between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from annotator.model.assignment import Assignment
from annotator.model.ids import ClaimId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.services import assigning, claiming, handing_in, listing, naming, opening
from annotator.services.assigning import Asked
from annotator.services.handing_in import HandingIn
from tests.unit.services.desk import Desk, desk


@dataclass
class School:
    """A teacher's desk, and a folder in which files travel."""

    teacher: Desk
    folder: Path
    _computers: Iterator[int] = field(default_factory=count)

    def hand_out(self, asked: Asked | None = None, name: str = "out") -> tuple[Assignment, Path]:
        """An assignment of the teacher's, and its file."""
        to = self.folder / f"{name}.assignment"
        made = assigning.assign(
            self.teacher.workspace,
            self.teacher.article,
            asked or Asked(),
            to,
            maker=self.teacher.person,
        )
        return made, to

    def student(self, name: str, *files: Path) -> "Student":
        """A student on a computer of their own, who has opened these files."""
        computer = self.folder / f"computer {next(self._computers)}"
        empty = desk(computer, texts=("Another text.",))
        student = Student(empty, name)
        for file in files:
            student.open(file)
        return student


@dataclass
class Student:
    """Somebody at a computer; `article` is what was opened last."""

    desk: Desk
    name: str

    def open(self, file: Path) -> opening.Opened:
        """Open a file, and sit down at what it holds."""
        opened = opening.open_file(self.desk.workspace, file)
        self.desk.article = opened.article
        self.desk.person = naming.annotator(self.desk.workspace, self.name, opened.article).id
        return opened

    def tag(self, words: str, *tags: Tag, **fields: str) -> ClaimId:
        """Mark words of the article."""
        text = listing.text_of(self.desk.workspace, self.desk.article)
        span = Span(text.index(words), text.index(words) + len(words))
        target = claiming.Target(self.desk.article, self.desk.person, span)
        given = claiming.Fields(frozenset(tags), **fields)  # type: ignore[arg-type]
        return claiming.tag_exactly(self.desk.workspace, target, given).id

    def hand_in(self, to: Path, *, draft: bool = False, anyway: str = "") -> int:
        """Hand in for the only assignment."""
        given = assigning.find(self.desk.workspace, self.desk.article, None)
        what = HandingIn(self.desk.article, self.desk.person, given, draft, anyway)
        return handing_in.hand_in(self.desk.workspace, what, to)

    @property
    def words(self) -> dict[str, PersonId]:
        """Whose claim stands on which words of the article."""
        text = listing.text_of(self.desk.workspace, self.desk.article)
        there = self.desk.claims().values()
        return {text[one.span.start : one.span.end]: one.person for one in there}


def school(folder: Path) -> School:
    """A teacher with the story, and nobody else."""
    return School(desk(folder / "teacher"), folder)
