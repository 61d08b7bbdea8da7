"""A class of twelve on the seed article, for tests of what is said about a whole class."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from annotator.bundled import sample_article
from annotator.model.article import Article, Metadata
from annotator.model.assignment import Assignment, Minimums, RosterRow
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.class_work import ClassWork
from annotator.model.handin import Annotator, HandIn, Member, Platform
from annotator.model.ids import ArticleId, AssignmentId, ClaimId, HandInId, PersonId
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import canonical, sha256_of, title_of

DUE = date(2024, 9, 6)
MADE = datetime(2024, 9, 5, 12, tzinfo=UTC)
TEXT = canonical(sample_article().read_text(encoding="utf-8"))
ARTICLE = Article(
    ArticleId("11111111-1111-4111-8111-111111111111"),
    Metadata(title_of(TEXT), "Digital", "Ana Li", "2024-09-02"),
    len(TEXT),
    sha256_of(TEXT),
    MADE,
    "sample",
)
ASSIGNMENT = Assignment(
    AssignmentId("22222222-2222-4222-8222-222222222222"),
    ARTICLE.id,
    "Who says so?",
    instructions="Mark what the article tells, and who says so.\nCheck one claim yourself.",
    due=DUE,
    minimums=Minimums(3, {Tag.ATTRIBUTED: 1, Tag.VERIFIED: 1}),
)
TAGS = {"A": Tag.ATTRIBUTED, "C": Tag.CONTESTED, "V": Tag.VERIFIED}

CLOSE = "the groups remain close"
OPERATIONS = "the resistance group has successfully conducted over 200 operations"
POWER = "The Taliban has held power for three years"
AID = "Despite the lack of external aid, the NRF has enhanced its capabilities"
KILLED = "493 Taliban fighters have been killed or wounded"
ASSASSINATED = "was assassinated by al Qaeda operatives"

NAZARY = Source("Ali Nazary", SourceKind.PERSON, Stake.OWN)
UN = Source("U.N. report", SourceKind.DOCUMENT, Stake.INDEPENDENT)
TALIBAN = Source("the Taliban", SourceKind.ORGANISATION, Stake.OWN)


def person(number: int) -> PersonId:
    """The id of a student by number."""
    return PersonId(f"{number:08d}-3333-4333-8333-333333333333")


def claim(who: PersonId, quote: str, letters: str = "", **fields: Any) -> Claim:
    """A claim on the first place where the article has the quote."""
    start = TEXT.index(quote)
    span = Span(start, start + len(quote))
    given: dict[str, Any] = {"created": MADE, "modified": MADE, **fields}
    tags = frozenset(TAGS[letter] for letter in letters)
    return Claim(ClaimId(f"{who}/{start}/{len(quote)}"), ARTICLE.id, who, span, tags=tags, **given)


def checked(outcome: Outcome, found: str = "The same figure stands there.") -> Evidence:
    """A look at a page."""
    return Evidence("https://example.org/report?a=1&b=2", True, outcome, date(2024, 9, 5), found)


def by(source: Source, role: SourceRole = SourceRole.SOURCE, cue: str = "") -> Attribution:
    """An attribution."""
    return Attribution(source, role, cue)


def annotator(number: int, name: str, claims: Iterable[Claim], partner: str = "") -> Annotator:
    """A student of the class; a partner has the next number."""
    people = [Member(person(number), name)]
    if partner:
        people.append(Member(person(number + 1), partner))
    return Annotator(tuple(people), tuple(sorted(claims, key=lambda one: (one.span, one.id))))


def hand_in(of: Annotator, number: int = 1, days: int = 0, anyway: str = "") -> HandIn:
    """What an annotator handed in; so many days after the fifth."""
    return HandIn(
        HandInId(f"h{of.id}-{number}"),
        ARTICLE.id,
        ASSIGNMENT.id,
        1,
        of.people,
        number,
        MADE + timedelta(days=days),
        "sha",
        MADE,
        anyway,
        platforms=(Platform(f"{of.name}_{of.id[:8]}_assignsubmission_file", of.id[:8], of.name),),
    )


def twelve() -> ClassWork:
    """The class: tags split, checks differ, one late, a pair, one empty, two missing, one waits."""
    people = tuple(sorted(_people(), key=lambda one: (one.name, one.id)))
    late = {person(4): 3}
    return ClassWork(
        ARTICLE,
        TEXT,
        people,
        ASSIGNMENT,
        {
            one.id: hand_in(
                one,
                2 if one.id == person(2) else 1,
                late.get(one.id, 0),
                "Ben was ill, and I have no network" if one.id == person(8) else "",
            )
            for one in people
        },
        conflicts=(
            (
                hand_in(annotator(30, "Wu Zetian", ()), 2),
                hand_in(annotator(30, "Wu Zetian", ()), 2, 1),
            ),
        ),
        missing=(
            RosterRow(person(40), "Xenia Ölmez"),
            RosterRow(person(41), "</td><script>alert(1)</script>"),
        ),
        key=_key(),
        optional=frozenset({ClaimId(_key()[3].id)}),
    )


def _key() -> tuple[Claim, ...]:
    teacher = person(99)
    return tuple(
        sorted(
            (
                claim(teacher, CLOSE, "AC"),
                claim(teacher, OPERATIONS, "A"),
                claim(teacher, AID),
                claim(teacher, ASSASSINATED, "V"),
            ),
            key=lambda one: one.span,
        )
    )


def _people() -> list[Annotator]:
    """Names as they come: emoji, quotes, formulas, right-to-left script, markup, namesakes."""
    names = (
        *("Ana Li", "Ben O'Hara", '=HYPERLINK("http://x.example","y")', "Dora 🦊 Klee"),
        *("فاطمة الزهراء", "Ana Li", "Gül Şahin", "Ivo <b>Nagy</b>"),
    )
    found = []
    for number, name in enumerate(names, 1):
        me = person(number)
        claims = [
            claim(
                me,
                CLOSE,
                ("A", "C", "AC", "A", "V", "", "A", "C")[number - 1],
                attributions=(
                    (by(UN, cue="stated"), by(TALIBAN, SourceRole.COUNTER)) if number % 2 else ()
                ),
                note=("Ana Li told me so.", "", "=1+1")[number % 3],
            ),
            claim(me, OPERATIONS, "A", attributions=(by(NAZARY, cue="told"),)),
        ]
        if number < 5:
            outcome = (Outcome.SUPPORTS, Outcome.NOTHING, Outcome.SUPPORTS, Outcome.AGAINST)
            checks = (checked(outcome[number - 1]),)
            claims.append(
                claim(me, POWER, "V", evidence=checks, best=number == 1, note="I read it twice.")
            )
        if number in (5, 6):
            claims.append(claim(me, AID))
        if number == 7:
            several = (by(Source("NRF")), by(Source("", SourceKind.UNNAMED)))
            claims.append(claim(me, f"the NRF reports that {KILLED}", "A", attributions=several))
        found.append(annotator(number, name, claims))
    pair = person(10)
    said = (by(Source("The Taliban", stake=Stake.OWN)),)
    found.append(
        annotator(
            10,
            "Lena Vogt",
            [claim(pair, KILLED, "A", attributions=said), claim(pair, ASSASSINATED, "V")],
            "Mia Roth",
        )
    )
    found.append(annotator(12, "Noah Empty", ()))
    late = person(13)
    found.append(annotator(13, "Zoë Zh’ang", [claim(late, CLOSE, "A")]))
    return found
