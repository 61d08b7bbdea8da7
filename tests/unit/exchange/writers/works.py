"""Work for the tests of what is written: one article as a class has it, and one full of snares."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from annotator.bundled import sample_article
from annotator.model.article import Article, Metadata
from annotator.model.claim import (
    Attribution,
    Claim,
    Evidence,
    Link,
    LinkRole,
    Outcome,
    Source,
    SourceKind,
    SourceRole,
    Stake,
)
from annotator.model.ids import ArticleId, ClaimId, PersonId
from annotator.model.person import Person
from annotator.model.report import Report, Work, report_of
from annotator.model.span import Span
from annotator.model.tags import Tag
from annotator.model.text import canonical, sha256_of, title_of

NOON = datetime(2024, 9, 2, 12, tzinfo=UTC)
STUDENT = Person(PersonId("22222222-2222-4222-8222-222222222222"), "Student 7")
SNARE = Person(
    PersonId("44444444-4444-4444-8444-444444444444"), "</style><script>alert(2)</script>"
)
NAMESAKE = Person(PersonId("55555555-5555-4555-8555-555555555555"), "Student 7")

_TAGS = {"A": Tag.ATTRIBUTED, "C": Tag.CONTESTED, "V": Tag.VERIFIED}

SNARES = (
    "العربية: قال العمدة إن الجسر آمن تماما منذ عام 2019، ونفى المهندس ذلك.\n"
    'Emoji 👩‍👩‍👧‍👦 and 𠮷野家 in one line, with <b>tags</b> & "quotes"\x0b and &lt; too.\n'
    "\n   \n"
    "שלום עולם 12 said the mayor (not true).\n"
    "Turned \u202etxet desrever\u202c round, </p></main><script>alert(3)</script>.\n"
    "Last paragraph with many claims lying on one another here."
)


def article(number: int, text: str, **metadata: str) -> Article:
    """An article with that text."""
    return Article(
        ArticleId(f"{number}1111111-1111-4111-8111-111111111111"),
        Metadata(**{"title": title_of(text), **metadata}),
        len(text),
        sha256_of(text),
        NOON,
        "a file on somebody's computer",
    )


def claim(number: int, of: Article, text: str, quote: str, tags: str = "", **fields: Any) -> Claim:
    """A claim on the first place where the text has the quote; `tags` are letters."""
    start = text.index(quote)
    given: dict[str, Any] = {"person": STUDENT.id, "created": NOON, "modified": NOON, **fields}
    return Claim(
        ClaimId(f"00000000-0000-4000-8000-{number:012d}"),
        of.id,
        span=Span(start, start + len(quote)),
        tags=frozenset(_TAGS[letter] for letter in tags),
        **given,
    )


def work(of: Article, text: str, claims: Iterable[Claim], *people: Person) -> Work:
    """Work as the library gives it."""
    in_order = sorted(claims, key=lambda one: (one.span, one.id))
    return Work(of, text, in_order, sorted(people, key=lambda one: (one.name, one.id)), {})


def report(*works: Work) -> Report:
    """The report of those works."""
    return report_of(works)


def sample() -> Work:
    """The seed article as one student did it: claims of every kind, finished and not."""
    text = canonical(sample_article().read_text(encoding="utf-8"))
    of = article(1, text)
    nazary = Source(
        "Ali Nazary, head of foreign relations for the NRF", SourceKind.PERSON, Stake.OWN
    )
    council = Source("UN Security Council report", SourceKind.DOCUMENT, Stake.INDEPENDENT)
    taliban = Source("the Taliban", SourceKind.ORGANISATION, Stake.UNKNOWN)

    def marked(number: int, quote: str, tags: str = "", **fields: Any) -> Claim:
        return claim(number, of, text, quote, tags, **fields)

    close = marked(
        6,
        "the groups remain close",
        "AC",
        attributions=(
            Attribution(Source("U.N. report of 2022", SourceKind.DOCUMENT), cue="stated"),
            Attribution(taliban, SourceRole.COUNTER, cue="downplay"),
        ),
    )
    claims = (
        marked(1, "The Taliban has held power for three years", "V", evidence=(_FOUND,)),
        marked(2, "Despite the lack of external aid, the NRF has enhanced its capabilities"),
        marked(
            3,
            "the resistance group has successfully conducted over 200 operations",
            "A",
            attributions=(Attribution(nazary, cue="told"),),
            note="He speaks for the NRF itself.\nNobody outside it is asked.",
        ),
        marked(4, "experience the freedom fighters have gained", "A"),
        marked(
            5,
            "the Taliban has taken minimal action to curb al Qaeda activity",
            "AV",
            attributions=(Attribution(council, cue="indicates", via="member states"),),
            evidence=(_FOUND, _NOTHING),
            best=True,
        ),
        close,
        marked(
            7,
            "The Taliban has been quick to downplay their close relationship",
            "C",
            links=(
                Link(close.id, LinkRole.DISAGREES),
                Link(ClaimId("99999999-0000-4000-8000-000000000001"), LinkRole.RELATED),
            ),
        ),
        marked(8, "close relationship with al Qaeda", "AC"),
        marked(
            9,
            "was assassinated by al Qaeda operatives",
            evidence=(_NOTHING,),
            attributions=(Attribution(Source("", SourceKind.UNNAMED)),),
        ),
    )
    return work(of, text, claims, STUDENT)


def snares() -> Work:
    """An article and work on it that try to break out of every cell; three people."""
    of = article(
        2,
        SNARES,
        title="العربية <script>alert(1)</script> \u202eabc",
        outlet="The <i>Paper</i> & Sons",
        author='" onmouseover="alert(1)',
        date="=1+1",
        address="https://example.org/a?b=1&c=2",
        language='ar" onclick="x',
    )

    def marked(number: int, quote: str, tags: str = "", **fields: Any) -> Claim:
        return claim(number, of, SNARES, quote, tags, **fields)

    evil = Source("＝cmd|' /C calc'!A0", SourceKind.PERSON, Stake.OWN)
    claims = (
        marked(
            20,
            "قال العمدة إن الجسر آمن تماما",
            "A",
            attributions=(Attribution(evil, cue="<b>قال</b>", via="</td></tr></table>"),),
            links=(
                Link(ClaimId("00000000-0000-4000-8000-000000000021"), LinkRole.DISAGREES),
                Link(ClaimId("00000000-0000-4000-8000-000000000006"), LinkRole.RELATED),
            ),
        ),
        marked(21, "الجسر آمن", "C", person=SNARE.id),
        marked(22, "ونفى المهندس ذلك", person=NAMESAKE.id, best=True),
        marked(
            23,
            "👩‍👩‍👧‍👦 and 𠮷野家 in one line",
            "V",
            evidence=_SNARES,
            person=SNARE.id,
            best=True,
            note="=cmd|' /C calc'!A0\r\nsecond line \x00\x1b\x9f\ufdd0\U0001ffff",
        ),
        marked(24, 'line, with <b>tags</b> & "quotes"\x0b', "ACV", person=SNARE.id),
        marked(25, "too.\n\n   \nשלום", person=SNARE.id),
        marked(26, "\n   \n", "A"),
        marked(27, "desrever", "AC", person=SNARE.id),
        marked(28, "many claims lying on one another", "A"),
        marked(29, "claims lying on", "C"),
        marked(30, "claims lying", "V"),
        marked(31, "lying on one another here"),
        marked(32, "Last paragraph with many claims lying on one another here.", "AV"),
        marked(33, "Last paragraph with many", "V", person=NAMESAKE.id),
    )
    return work(of, SNARES, claims, STUDENT, SNARE, NAMESAKE)


_FOUND = Evidence(
    "https://example.org/encyclopedia?article=Kabul&year=2021",
    is_address=True,
    outcome=Outcome.SUPPORTS,
    checked=date(2024, 9, 3),
    found="Kabul fell on 15 August 2021.",
)
_NOTHING = Evidence(
    "The school library’s yearbook",
    outcome=Outcome.NOTHING,
    checked=date(2024, 9, 4),
    found="It ends in 2019.",
)
_SNARES = (
    Evidence("javascript:alert(1)", is_address=True, found="<img src=x onerror=alert(1)>"),
    Evidence("https://exa\u202emple.org/x", is_address=True, outcome=Outcome.SUPPORTS),
    Evidence('https://example.org/"onmouseover="x', is_address=True, outcome=Outcome.AGAINST),
    Evidence("https://[::1/broken", is_address=True),
    Evidence("http://example.org/" + "path/" * 40, is_address=True, checked=date(2024, 1, 2)),
)
