"""Before a file is given away somebody reads what it will say about people."""

from annotator.model.anonymity import without_names
from annotator.model.ids import PersonId
from annotator.model.person import Person
from annotator.model.personal import DATA, REPORT, personal_data
from annotator.model.report import Work, report_of
from tests.unit.exchange.writers.works import STUDENT, sample, snares


def test_a_report_names_those_who_marked_and_what_they_wrote() -> None:
    assert personal_data(report_of([sample()]), REPORT) == [
        "The name of 1 person: Student 7.",
        "What was marked: 9 passages.",
        "1 note in somebody's own words.",
        "Where 4 checks were made, when, and what was found.",
    ]


def test_a_file_of_data_has_times_and_ids_too() -> None:
    assert personal_data(report_of([sample()]), DATA)[-3:] == [
        "When each claim was made and last changed.",
        "Each claim's id in the library, the same in every file.",
        "Each person's id in the library, the same in every file.",
    ]


def test_without_names_it_says_so() -> None:
    hidden = report_of(without_names([sample(), snares()]).works, anonymous=True)
    said = personal_data(hidden, DATA)
    assert said[0] == "No names: 3 people stand as numbered students."
    assert said[-2:] == [
        "Each claim's id: whoever has the same claims with names can see whose they are.",
        "An id for each student, made for this file.",
    ]


def test_many_names_are_not_all_listed() -> None:
    work = sample()
    crowd = [Person(PersonId(str(number)), f"P{number:02}") for number in range(14)]
    (said,) = personal_data(report_of([Work(work.article, work.text, [], crowd, {})]), REPORT)
    assert said.startswith("The names of 14 people: P00, P01, ")
    assert said.endswith("P11, ….")


def test_where_nobody_marked_anything_there_is_nothing() -> None:
    work = sample()
    alone = report_of([Work(work.article, work.text, [], [], {})])
    nothing = ["Nothing about the people who use this program."]
    assert personal_data(alone, DATA) == nothing
    assert personal_data(report_of([sample()]), frozenset()) == nothing
    named = report_of([Work(work.article, work.text, [], [STUDENT], {})])
    assert personal_data(named, DATA) == [
        "The name of 1 person: Student 7.",
        "Each person's id in the library, the same in every file.",
    ]
