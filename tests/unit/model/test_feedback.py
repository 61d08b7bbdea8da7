"""What one student gets back, and that nobody else is named in it."""

from dataclasses import replace

from annotator.model.class_anonymity import class_without_names
from annotator.model.class_report import ClassWork
from annotator.model.feedback import Feedback, feedback_of
from annotator.model.paper import Paper
from tests.unit.model import made_class as made


def feedbacks(work: ClassWork | None = None, *released: int) -> dict[str, Feedback]:
    allowed = [made.person(one) for one in released]
    found = feedback_of(work or made.twelve(), allowed, paper=Paper.LETTER)
    return {one.student.annotator.id: one for one in found}


def test_each_gets_own_work_and_the_numbers_of_the_class() -> None:
    every = feedbacks()
    assert len(every) == 11
    ana = every[made.person(1)]
    assert ana.report.paper is Paper.LETTER
    assert [one.entry.quote for one in ana.claims] == [made.POWER, made.OPERATIONS, made.CLOSE]
    (saw,) = ana.claims[2].saw
    assert (saw.quote, saw.passage.marked, saw.passage.of) == ("", 9, 11)
    assert ana.best and ana.best.quote == made.POWER
    assert ana.instructions == made.ASSIGNMENT.instructions
    assert every[made.person(12)].claims == ()
    assert every[made.person(12)].best is None


def test_words_of_the_passage_are_told_where_they_are_others() -> None:
    pair = feedbacks()[made.person(10)]
    assert [[seen.quote for seen in one.saw] for one in pair.claims] == [
        [f"the NRF reports that {made.KILLED}"],
        [""],
    ]


def test_the_key_is_compared_only_where_it_is_released() -> None:
    every = feedbacks(None, 1)
    compared = every[made.person(1)].student.comparison
    assert compared and compared.found == 2
    assert every[made.person(2)].student.comparison is None
    keyless = feedbacks(replace(made.twelve(), key=()), 1)
    assert keyless[made.person(1)].student.comparison is None


def test_who_is_hidden_gets_feedback_and_is_in_no_number() -> None:
    work = replace(made.twelve(), hidden_people=frozenset({made.person(1)}))
    every = feedbacks(work)
    assert [one.saw for one in every[made.person(1)].claims] == [(), (), ()]
    (saw,) = every[made.person(3)].claims[-1].saw
    assert (saw.passage.marked, saw.passage.of) == (8, 10)


def test_without_names_and_without_an_assignment() -> None:
    hidden = class_without_names(made.twelve()).work
    first = next(feedback_of(hidden, anonymous=True))
    assert first.student.label == "Student 1"
    assert first.report.anonymous and first.anonymous
    work = made.twelve()
    bare = next(feedback_of(ClassWork(work.article, work.text, work.annotators)))
    assert bare.instructions == ""
