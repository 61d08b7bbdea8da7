"""Work without names: nobody is found out by it, and what belongs together stays together."""

from dataclasses import replace

from annotator.model.anonymity import without_names
from annotator.model.ids import ClaimId
from annotator.model.report import Work
from tests.unit.exchange.writers.works import NAMESAKE, SNARE, STUDENT, sample, snares


def test_without_names_people_are_students_in_the_order_of_their_names() -> None:
    (hidden,) = without_names([snares()])
    assert [person.name for person in hidden.people] == ["Student 1", "Student 2", "Student 3"]
    names = {person.id: person.name for person in hidden.people}
    assert [names[claim.person] for claim in hidden.claims if claim.id.endswith("21")] == [
        "Student 1"
    ]
    assert not {person.id for person in hidden.people} & {STUDENT.id, SNARE.id, NAMESAKE.id}


def test_without_names_a_student_is_the_same_in_every_article_and_every_time() -> None:
    first, second = without_names([sample(), snares()])
    assert first.people[0] in second.people
    assert without_names([sample(), snares()]) == [first, second]


def test_without_names_other_work_gives_other_ids() -> None:
    work = sample()
    other = replace(work, claims=[replace(one, id=ClaimId(f"x{one.id}")) for one in work.claims])
    assert without_names([work])[0].people[0].id != without_names([other])[0].people[0].id


def test_without_names_somebody_who_marked_nothing_is_counted() -> None:
    work = sample()
    (hidden,) = without_names([Work(work.article, work.text, [], [STUDENT, NAMESAKE], {})])
    assert [person.name for person in hidden.people] == ["Student 1", "Student 2"]
    assert len({person.id for person in hidden.people}) == 2
