"""What one student gets back, and that nobody else is named in it."""

from dataclasses import replace

from annotator.model.article import Metadata
from annotator.model.assignment import Assignment
from annotator.model.class_anonymity import class_without_names
from annotator.model.class_work import ClassWork
from annotator.model.feedback import Feedback, feedback_of
from annotator.model.paper import Paper
from tests.unit.model import made_class as made

RELEASED = replace(made.ASSIGNMENT, released=True)


def feedbacks(
    work: ClassWork | None = None, assignment: Assignment = made.ASSIGNMENT
) -> dict[str, Feedback]:
    found = feedback_of(work or made.twelve(), [assignment], paper=Paper.LETTER)
    return {one.student.annotator.id: one for one in found}


def test_each_gets_own_work_and_the_numbers_of_the_class() -> None:
    every = feedbacks()
    assert len(every) == 11
    ana = every[made.person(1)]
    assert ana.report.paper is Paper.LETTER
    assert [one.quote for one in ana.seen] == [made.POWER, made.OPERATIONS, made.CLOSE]
    close = ana.seen[2]
    assert (close.passage.marked, close.passage.of) == (9, 11)
    assert [one.number for one in close.own] == [3]
    (best,) = ana.report.articles[0].best
    assert best.quote == made.POWER
    assert ana.student.progress.minimums == made.ASSIGNMENT.minimums
    empty = every[made.person(12)]
    assert (empty.seen, empty.report.articles[0].entries) == ((), ())


def test_several_claims_on_one_passage_are_told_together() -> None:
    work = made.twelve()
    twice = made.claim(made.person(1), made.CLOSE.removeprefix("the "), "C")
    (ana,) = [one for one in work.annotators if one.id == made.person(1)]
    more = replace(ana, claims=tuple(sorted((*ana.claims, twice), key=lambda one: one.span)))
    rest = (one for one in work.annotators if one.id != ana.id)
    found = feedbacks(replace(work, annotators=(more, *rest)))[ana.id]
    assert [one.number for one in found.seen[2].own] == [3, 4]


def test_the_words_are_those_of_the_passage() -> None:
    pair = feedbacks()[made.person(10)]
    assert [one.quote for one in pair.seen] == [
        f"the NRF reports that {made.KILLED}",
        made.ASSASSINATED,
    ]


def test_the_key_is_compared_only_where_it_is_released() -> None:
    before = feedbacks()[made.person(1)]
    assert (before.student.comparison, before.not_in_key) == (None, ())
    after = feedbacks(assignment=RELEASED)[made.person(1)]
    assert after.student.comparison
    assert after.student.comparison.found == 2
    assert [one.quote for one in after.not_in_key] == [made.POWER]
    keyless = feedbacks(replace(made.twelve(), key=()), RELEASED)
    assert keyless[made.person(1)].student.comparison is None


def test_who_handed_in_for_no_assignment_was_asked_for_nothing() -> None:
    work = made.twelve()
    free = {who: replace(one, assignment=None) for who, one in work.hand_ins.items()}
    found = feedbacks(replace(work, hand_ins=free), RELEASED)[made.person(4)]
    assert (found.assignment, found.student.comparison, found.student.late) == (None, None, False)
    assert not found.student.progress.minimums
    assert feedbacks()[made.person(4)].student.late


def test_who_is_hidden_gets_feedback_and_is_in_no_number() -> None:
    work = replace(made.twelve(), hidden_people=frozenset({made.person(1)}))
    every = feedbacks(work)
    assert every[made.person(1)].seen == ()
    close = every[made.person(3)].seen[-1].passage
    assert (close.marked, close.of) == (8, 10)


def test_who_is_alone_is_compared_with_nobody() -> None:
    work = made.twelve()
    found = feedbacks(replace(work, annotators=work.annotators[:1]))
    assert [one.seen for one in found.values()] == [()]


def test_what_was_found_out_about_the_article_stands_in_ones_own() -> None:
    work = made.twelve()
    ana = made.person(1)
    told = replace(work.hand_ins[ana], details=Metadata("Another", outlet="The Paper"))
    found = feedbacks(replace(work, hand_ins={**work.hand_ins, ana: told}))
    known = made.ARTICLE.metadata
    assert found[ana].report.articles[0].article.metadata == replace(known, outlet="The Paper")
    assert found[made.person(2)].report.articles[0].article.metadata == known


def test_without_names_and_without_a_hand_in() -> None:
    hidden = class_without_names(made.twelve()).work
    first = next(feedback_of(hidden, anonymous=True))
    assert first.student.label == "Student 1"
    assert first.report.anonymous
    work = made.twelve()
    bare = next(feedback_of(ClassWork(work.article, work.text, work.annotators)))
    assert (bare.student.hand_in, bare.assignment) == (None, None)
