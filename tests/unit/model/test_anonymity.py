"""Work without names: nobody is found out by it, and what belongs together stays together."""

from dataclasses import replace
from typing import Any

from annotator.model.anonymity import Anonymous, say_mentions, without_names
from annotator.model.article import Article, Metadata
from annotator.model.claim import Attribution, Evidence, Source
from annotator.model.ids import ClaimId, PersonId
from annotator.model.mentions import Mention
from annotator.model.person import Person
from annotator.model.report import Work
from tests.unit.exchange.writers.works import (
    NAMESAKE,
    SNARE,
    STUDENT,
    article,
    claim,
    sample,
    snares,
    work,
)


def test_without_names_people_are_students_in_the_order_of_their_names() -> None:
    (hidden,) = without_names([snares()]).works
    assert [person.name for person in hidden.people] == ["Student 1", "Student 2", "Student 3"]
    names = {person.id: person.name for person in hidden.people}
    assert [names[claim.person] for claim in hidden.claims if claim.id.endswith("21")] == [
        "Student 1"
    ]
    assert not {person.id for person in hidden.people} & {STUDENT.id, SNARE.id, NAMESAKE.id}


def test_without_names_a_student_is_the_same_in_every_article_and_every_time() -> None:
    first, second = without_names([sample(), snares()]).works
    assert first.people[0] in second.people
    assert without_names([sample(), snares()]).works == [first, second]


def test_without_names_other_work_gives_other_ids() -> None:
    work = sample()
    other = replace(work, claims=[replace(one, id=ClaimId(f"x{one.id}")) for one in work.claims])
    mine, theirs = without_names([work]).works, without_names([other]).works
    assert mine[0].people[0].id != theirs[0].people[0].id


def test_without_names_somebody_who_marked_nothing_is_counted() -> None:
    work = sample()
    (hidden,) = without_names([Work(work.article, work.text, [], [STUDENT, NAMESAKE], {})]).works
    assert [person.name for person in hidden.people] == ["Student 1", "Student 2"]
    assert len({person.id for person in hidden.people}) == 2


ANA = Person(PersonId("66666666-6666-4666-8666-666666666666"), "Ana Li")
BEN = Person(PersonId("77777777-7777-4777-8777-777777777777"), "Ben")
TEXT = "Bridge is safe\nThe mayor, Ben Ortiz, says so."


def told(about: Article | None = None, **fields: Any) -> Anonymous:
    """One claim of Ana's with these fields, without names; Ben is of the library, too."""
    of = about or article(3, TEXT)
    one = claim(40, of, TEXT, "Bridge is safe", "A", person=ANA.id, **fields)
    return without_names([work(of, TEXT, [one], ANA)], [ANA, BEN])


def test_a_name_in_a_note_has_the_number_of_its_student() -> None:
    hidden = told(note="ANA LI and ben did this in /home/ana/desk; ana alone.")
    assert hidden.works[0].claims[0].note == (
        "Student 1 and Student 2 did this in /home/…/desk; Student 1 alone."
    )
    assert dict(hidden.mentions) == {
        Mention("ANA LI", "Student 1"): 1,
        Mention("ana", "Student 1"): 1,
        Mention("ben", "Student 2"): 1,
        Mention("/home/ana", "/home/…"): 1,
    }


def test_names_in_every_field_of_a_claim_are_found() -> None:
    hidden = told(
        attributions=(Attribution(Source("Ana Li"), cue="says Ana", via="Ana's brother"),),
        evidence=(Evidence("https://example.org/ana-li", is_address=True, found="It is Ana’s."),),
    )
    (one,) = hidden.works[0].claims
    assert one.attributions == (
        Attribution(Source("Student 1"), cue="says Student 1", via="Student 1's brother"),
    )
    assert one.evidence == (
        Evidence("https://example.org/Student-1", is_address=True, found="It is Student 1’s."),
    )


def test_a_source_that_the_article_names_stays_whose_name_it_is() -> None:
    hidden = told(attributions=(Attribution(Source("Ben Ortiz"), cue="Ben", via="Ben's office"),))
    assert hidden.works[0].claims[0].attributions == (
        Attribution(Source("Ben Ortiz"), cue="Ben", via="Ben's office"),
    )
    assert hidden.mentions == {Mention("Ben", ""): 3}


def test_a_note_on_somebody_of_the_article_is_left_where_the_whole_name_says_so() -> None:
    hidden = told(note="Ben Ortiz gains by it. Ben thinks so, too.")
    assert hidden.works[0].claims[0].note == "Ben Ortiz gains by it. Student 2 thinks so, too."


def test_what_is_known_of_the_article_is_rid_of_people_and_folders() -> None:
    about = article(
        3, TEXT, title="For Ana Li", author="Ben", address="file:///home/ana/a.html", language="ana"
    )
    (hidden,) = told(about).works
    assert hidden.article.origin == ""
    assert hidden.article.metadata == Metadata(
        title="For Student 1", author="Ben", address="file:///home/…/a.html", language="ana"
    )


def test_a_journalist_who_shares_a_first_name_stays_the_author() -> None:
    about = article(3, TEXT, author="Ben Okri and Ana Li")
    hidden = told(about)
    assert hidden.works[0].article.metadata.author == "Ben Okri and Student 1"


def test_what_was_found_is_said_in_sentences() -> None:
    found = {Mention("Ana", "Student 1"): 2, Mention("Ben", "Student 2"): 1, Mention("Mark", ""): 1}
    assert list(say_mentions(found)) == [
        "“Ana” in what people wrote is now “Student 1”, 2 times.",
        "“Ben” in what people wrote is now “Student 2”, 1 time.",
        "“Mark” was left 1 time, because it may not be a person of the library. "
        "Look at it before you give this away.",
    ]


def test_a_source_without_a_name_to_hide_stays_one_object() -> None:
    mayor = Source("the mayor")
    hidden = told(attributions=(Attribution(mayor), Attribution(mayor, cue="says")))
    first, second = hidden.works[0].claims[0].attributions
    assert first.source is second.source is mayor
