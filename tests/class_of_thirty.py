"""A class of thirty, as classes are: most have worked, some twice, and some files are broken.

Made from the file of an assignment alone, as thirty computers would, and always the same.
"""

import random
import uuid
import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from annotator.exchange import assignments, handins
from annotator.exchange.assignments import AssignmentFile
from annotator.exchange.handins import HandInToWrite
from annotator.model.article import Article
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.claim import Attribution, Claim, Evidence, Outcome, Source, SourceRole, Stake
from annotator.model.handin import Member
from annotator.model.ids import ArticleId, AssignmentId, ClaimId
from annotator.model.report import Work
from annotator.model.sentences import sentence_spans
from annotator.model.span import Span
from annotator.model.tags import Tag

NAMES = (
    *("Amira Öztürk", "Ben Ito", "Chloé Dubois", "Dario Rossi", "Emil Åberg", "Fatou Diop"),
    *('Grace "Gigi" O’Neill', "Hana 🌸 Sato", "مريم حسن", "Ivan Petrović", "Jonas Weiß"),
    *('=HYPERLINK("http://x.example","Kim")', "../Lea/Kowalski", "דנה לוי", "Mina Park"),
    *("Noah <b>Bold</b>", "Olga Ivanova", "Pia Nilsson", "Quentin d'Arc", "Rosa Luz"),
    *("Samir Haddad", "Tess van Dijk", "Uma Rao", "Viktor Nagy", "Wei 𠮷田", "Xenia Kafka"),
    *("Yara Costa", "Zoltán Kis", "Anna Absent", "Bo Away"),
)
"""The roster; the last two hand nothing in."""

MADE = datetime(2026, 3, 2, 9, tzinfo=UTC)
DUE = date(2026, 3, 2)
_TAGS = (
    frozenset({Tag.ATTRIBUTED}),
    frozenset({Tag.CONTESTED}),
    frozenset({Tag.ATTRIBUTED, Tag.CONTESTED}),
    frozenset({Tag.VERIFIED}),
    frozenset[Tag](),
)


@dataclass(frozen=True)
class Handed:
    """A file: whose folder it lies in on the platform, its name, its bytes."""

    student: str
    name: str
    data: bytes


class Class:
    """Thirty students with one assignment's file."""

    def __init__(self, assignment: Path) -> None:
        self._file: AssignmentFile = assignments.read(assignment.read_bytes())
        self.roster = self._file.assignment.roster
        self._sentences = [
            one for one in sentence_spans(self._file.text) if one.end - one.start > 30
        ]

    def files(self) -> list[Handed]:
        """All that was handed in, in no good order."""
        first = [self._hand_in(place) for place in range(1, 27)]
        return [
            self._pair(0, 27),
            *first,
            *(self._hand_in(place, 2) for place in (3, 7, 11)),
            replace(first[4], name="copy.handin"),
            replace(first[5], name="copy.handin"),
            self._elsewhere(9),
            replace(first[12], name="cut.handin", data=first[12].data[:-40]),
            replace(first[13], name="changed.handin", data=first[13].data.replace(b"a", b"e", 40)),
            self._another(14),
        ]

    def in_folder(self, to: Path) -> Path:
        """As a teacher saves what comes by mail and on sticks."""
        to.mkdir(parents=True)
        for number, one in enumerate(self.files()):
            (to / f"{number:02} {one.name}").write_bytes(one.data)
        return to

    def in_archive(self, to: Path) -> Path:
        """As Moodle packs it: a folder for each, with its own id of the person."""
        ids = {row.name: 700 + place for place, row in enumerate(self.roster)}
        with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
            for one in self.files():
                safe = one.student.replace("/", "")
                folder = f"{safe}_{ids[one.student]}_assignsubmission_file_"
                archive.writestr(f"{folder}/{one.name}", one.data)
        return to

    # One file each

    def _hand_in(self, place: int, number: int = 1) -> Handed:
        row = self.roster[place]
        claims = self._claims(row, place, number)
        late = timedelta(days=3) if place in (6, 17) else timedelta(0)
        made = MADE + timedelta(minutes=10 * place + number) + late
        return self._written((row,), claims, number, made)

    def _pair(self, one: int, other: int) -> Handed:
        rows = self.roster[one], self.roster[other]
        return self._written(rows, self._claims(rows[0], one, 1), 1, MADE)

    def _elsewhere(self, place: int) -> Handed:
        """The same number from a second computer, with other work."""
        row = self.roster[place]
        claims = self._claims(row, place + 100, 1)
        found = self._written((row,), claims, 1, MADE + timedelta(hours=1))
        return replace(found, name="second computer.handin")

    def _another(self, place: int) -> Handed:
        """For an assignment that this teacher never made."""
        row = self.roster[place]
        found = self._written(
            (row,), [], 1, MADE, replace(self._file.assignment, id=AssignmentId(_id("another")))
        )
        return replace(found, name="another.handin")

    def _written(
        self,
        rows: tuple[RosterRow, ...],
        claims: list[Claim],
        number: int,
        made: datetime,
        assignment: Assignment | None = None,
    ) -> Handed:
        file = self._file
        article = Article(
            ArticleId("article"), file.metadata, len(file.text), file.sha256, MADE, "class"
        )
        work = Work(article, file.text, claims, [], {})
        members = tuple(Member(*row) for row in rows)
        to_write = HandInToWrite(work, members, number, made, assignment or file.assignment)
        return Handed(rows[0].name, f"work {number}.handin", handins.written(to_write))

    def _claims(self, row: RosterRow, seed: int, number: int) -> list[Claim]:
        """Work of some quality: from nothing at all to nearly all that there is."""
        dice = random.Random(seed * 10 + number)
        if seed == 26:
            return []
        wanted = min(len(self._sentences), 2 + seed % 9 + 3 * (number - 1))
        # What stands first is seen by most.
        chosen = sorted(dice.sample(range(min(len(self._sentences), wanted + 6)), wanted))
        return [self._claim(dice, row, self._sentences[one], one) for one in chosen]

    def _claim(self, dice: random.Random, row: RosterRow, whole: Span, place: int) -> Claim:
        start = whole.start + dice.choice((0, 0, 0, 4))
        tags = _TAGS[place % 2 if dice.random() < 0.7 else dice.randrange(len(_TAGS))]
        said = (Attribution(Source("the mayor", stake=Stake.OWN)),) if dice.random() < 0.6 else ()
        against = (Attribution(Source("The Taliban"), SourceRole.COUNTER),)
        outcome = dice.choice(list(Outcome))
        evidence = (Evidence("https://un.example", True, outcome, DUE, "the number"),)
        return Claim(
            ClaimId(_id(f"{row.id} {place} {start} {dice.random()}")),
            ArticleId("article"),
            row.id,
            Span(start, whole.end),
            MADE,
            MADE,
            tags,
            note=dice.choice(("", "", f"{row.name} thinks so", "Who says that? 🤔")),
            attributions=(said if Tag.ATTRIBUTED in tags else ())
            + (against if Tag.CONTESTED in tags and dice.random() < 0.5 else ()),
            evidence=evidence if Tag.VERIFIED in tags else (),
            best=place == 3,
        )


def _id(words: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, words))
