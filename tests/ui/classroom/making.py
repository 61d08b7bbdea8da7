"""A small class on a short article, with everything the window shows of it."""

from datetime import UTC, datetime

from annotator.model.article import Article, Metadata
from annotator.model.assignment import Assignment, RosterRow
from annotator.model.claim import Attribution, Claim, Evidence, Outcome, Source, Stake
from annotator.model.class_sources import class_sources
from annotator.model.class_work import ClassWork
from annotator.model.handin import Annotator, HandIn, Member
from annotator.model.ids import ArticleId, AssignmentId, ClaimId, HandInId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import sha256_of
from annotator.ui.classroom import seeing
from annotator.ui.classroom.hiding import Hiding
from annotator.ui.classroom.seen import ClassSeen, Key, KeyClaim, Meeting

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEXT = (
    "The bridge is closed\n\n"
    "The bridge was closed at noon, said the mayor. Nobody was hurt, the police said.\n\n"
    "قال المسؤول إن الجسر أُغلق صباح اليوم.\n\n"
    "It will open in May.\n"
)
CLOSED, HURT, MAY = "The bridge was closed at noon", "Nobody was hurt", "It will open in May"
ANA, BEN, DANA = (PersonId(name) for name in ("ana", "ben", "dana"))
NAMES = {ANA: "Ana Lima", BEN: "Ben Oak", DANA: "دانا"}
ARTICLE = Article(
    ArticleId("a"), Metadata("The bridge is closed"), len(TEXT), sha256_of(TEXT), NOON, "a file"
)
WORK = AssignmentId("work")
ROSTER = tuple(RosterRow(PersonId(name), name) for name in (*NAMES.values(), "Eva"))
ASSIGNMENT = Assignment(WORK, ARTICLE.id, "Class 9b", roster=ROSTER)


def claim(
    person: PersonId,
    words: str,
    *tags: Tag,
    note: str = "",
    source: str = "",
    outcome: Outcome | None = None,
) -> Claim:
    """A claim on those words."""
    start = TEXT.index(words)
    return Claim(
        ClaimId(f"{person}/{start}"),
        ARTICLE.id,
        person,
        Span(start, start + len(words)),
        NOON,
        NOON,
        frozenset(tags),
        note,
        (Attribution(Source(source, stake=Stake.OWN)),) if source else (),
        (Evidence("a paper", outcome=outcome, found="the same"),) if outcome else (),
    )


def annotators() -> tuple[Annotator, ...]:
    """Three of a class: they agree on the noon, differ about the hurt; one alone marks May."""
    work = {
        ANA: (
            claim(ANA, CLOSED, Tag.ATTRIBUTED, source="the mayor"),
            claim(ANA, HURT, Tag.CONTESTED, note="Ben Oak says so too."),
        ),
        BEN: (
            claim(BEN, CLOSED, Tag.ATTRIBUTED, source="Mayor"),
            claim(BEN, HURT, Tag.VERIFIED, outcome=Outcome.SUPPORTS, note="I asked the police."),
        ),
        DANA: (claim(DANA, CLOSED, Tag.ATTRIBUTED, source="the mayor"), claim(DANA, MAY)),
    }
    return tuple(Annotator((Member(one, NAMES[one]),), claims) for one, claims in work.items())


def klass(
    picked: tuple[str, ...] = (),
    hidden: frozenset[ClaimId] = frozenset(),
    missing: tuple[str, ...] = ("Eva",),
    joins: dict[str, str] | None = None,
) -> ClassSeen:
    """What the window shows of them; `picked` are words of passages."""
    people = annotators()
    heat, runs = seeing.warmth(TEXT, people)
    handed = {
        one.id: HandIn(HandInId(one.id), ARTICLE.id, WORK, 1, one.people, 1, NOON, "", NOON)
        for one in people
    }
    passages = seeing.passages(TEXT, people)
    hiding = hiding_of(people, missing)
    by_words = {one.quote: one.found.span for one in passages}
    return ClassSeen(
        ARTICLE,
        TEXT,
        ASSIGNMENT,
        (ASSIGNMENT,),
        seeing.students(people, hiding.called, handed, {BEN}, ()),
        missing,
        (),
        len(people),
        passages,
        heat,
        runs,
        key(),
        class_sources(people, joins or {}),
        joins or {},
        tuple(by_words[words] for words in picked),
        hiding,
        len(people),
        hidden,
    )


def hiding_of(people: tuple[Annotator, ...], missing: tuple[str, ...]) -> Hiding:
    """What stands for them, with their names known."""
    rows = tuple(RosterRow(PersonId(name), name) for name in missing)
    hiding = Hiding(ClassWork(ARTICLE, TEXT, people, missing=rows))
    hiding.look_up()
    return hiding


def key() -> Key:
    """The teacher's two claims."""
    met = (Meeting(ANA, NAMES[ANA], "Student 1", "found", "wider than the claim"),)
    made = [claim(PersonId("oak"), words, Tag.ATTRIBUTED) for words in (CLOSED, HURT)]
    return Key(
        "Ms. Oak",
        tuple(
            KeyClaim(one.id, words, one.span, 2, (Tag.ATTRIBUTED,), 3, 1, 0, 0, 0, False, met)
            for one, words in zip(made, (CLOSED, HURT), strict=True)
        ),
        1,
        can_release=True,
        released=False,
    )
