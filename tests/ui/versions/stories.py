"""Two versions of a story, with a claim for each fate, and the page that shows them."""

from datetime import UTC, datetime

from annotator.model.article import Article, Metadata
from annotator.model.carrying import Carrying
from annotator.model.claim import Claim
from annotator.model.differences import Row, rows
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.person import Person
from annotator.model.span import Span
from annotator.services.versioning import Versions

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
OLD = (
    "\n\nBridge closed\n\n"
    "The bridge 🌉 was closed at noon on Monday, said the mayor of the town on the evening of that "
    "day to everybody who asked, and to some who did not.\n\n"
    "قال المسؤول إن الجسر أُغلق صباح اليوم، ولم يُصب أحد بأذى في الحادث.\n\n"
    "30 people were hurt, the police said.\n\n"
    "It will open in May.\n"
)
NEW = (
    "Bridge closed\n"
    "Update 👩🏽‍⚖️: nobody was killed, and the river went down by two metres in the night, as the "
    "engineers of the town had hoped and the newspapers had doubted.\n"
    "The bridge 🌉 was closed at noon on Monday, said the mayor of the town.\n"
    "قال المسؤول إن الجسر أُغلق مساء اليوم، ولم يُصب أحد بأذى في الحادث.\n"
    "35 people were hurt, the police said.\n"
    "Nobody knows when it will be open again.\n"
)
MOVED, CHANGED, LOST = "was closed at noon", "30 people were hurt", "It will open in May"
WORDS = ("Bridge closed", MOVED, CHANGED, LOST)
ANA, BEN = PersonId("ana"), PersonId("ben")


def claim(words: str, text: str = OLD, person: PersonId = ANA) -> Claim:
    """A claim on those words."""
    start = text.index(words)
    span = Span(start, start + len(words))
    return Claim(ClaimId(words), ArticleId("old"), person, span, NOON, NOON)


def versions(old: str = OLD, new: str = NEW, claims: tuple[Claim, ...] = ()) -> Versions:
    """What is proposed for these texts."""
    texts = Carrying(old, new)
    marked = claims or tuple(claim(words) for words in WORDS)
    return Versions(
        _article("old", old),
        _article("new", new),
        texts,
        tuple(texts.fate(one) for one in marked),
        {ANA: Person(ANA, "Ana"), BEN: Person(BEN, "Ben")},
        is_there=False,
    )


def side_by_side(old: str = OLD, new: str = NEW) -> tuple[Row, ...]:
    """The paragraphs of both."""
    return tuple(rows(old, new))


def _article(name: str, text: str) -> Article:
    metadata = Metadata("Bridge <b>closed</b>")
    return Article(ArticleId(name), metadata, len(text), name, NOON, f"{name}.txt")
