"""What a class report says, and what it does not say."""

from dataclasses import replace

from annotator.model.agreement import agreement
from annotator.model.claim import Outcome
from annotator.model.class_reckoning import class_report_of
from annotator.model.class_report import ClassReport, Missed, Needing, Waiting
from annotator.model.class_students import Need
from annotator.model.class_work import ClassWork
from annotator.model.ids import ClaimId
from annotator.model.key import Met
from annotator.model.passage import Reason
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.model import made_class as made


def report(work: ClassWork | None = None) -> ClassReport:
    return class_report_of(work or made.twelve(), zone=made.MADE.tzinfo)


def test_people_are_counted_and_each_of_a_pair_is_one() -> None:
    found = report()
    assert (found.handed_in, found.of, found.late, found.hidden) == (13, 15, 1, 0)
    assert len(found.students) == 11
    assert found.size == sum(len(one.answers) for one in found.passages)


def test_people_of_one_name_are_told_apart() -> None:
    labels = [one.label for one in report().students]
    assert labels.count("Ana Li (00000001)") == labels.count("Ana Li (00000006)") == 1
    assert "Lena Vogt & Mia Roth" in labels


def test_a_row_of_the_class() -> None:
    rows = {one.annotator.id: one for one in report().students}
    ana, late = rows[made.person(1)], rows[made.person(4)]
    assert dict(ana.by_tag) == {
        Tag.ATTRIBUTED: 2,
        Tag.CONTESTED: 0,
        Tag.VERIFIED: 1,
        None: 0,
    }
    assert (ana.claims, ana.complete, ana.progress.is_met) == (3, 3, True)
    assert ana.outcomes == {Outcome.SUPPORTS: 1}
    assert ana.hand_in and not ana.late and late.late
    assert ana.comparison and (ana.comparison.found, ana.comparison.asked) == (2, 3)


def test_three_passages_are_to_be_discussed_those_that_the_teacher_picked_first() -> None:
    found = report()
    assert [one.quote for one in found.discuss[:2]] == [made.POWER, made.CLOSE]
    assert len(found.discuss) == 3
    assert found.discuss[0].passage.reason is Reason.CHECKS_DIFFER
    aid = next(one for one in found.passages if one.quote == made.AID)
    picked = (aid.passage.span, Span(0, 1))
    chosen = report(replace(made.twelve(), picked=picked))
    assert [one.quote for one in chosen.discuss] == [made.AID, made.POWER, made.CLOSE]


def test_a_passage_has_its_numbers_and_all_answers_with_words_that_differ() -> None:
    killed = next(one for one in report().passages if one.quote.endswith(made.KILLED))
    assert killed.first == killed.last == 7
    differing = {one.label: (one.beyond, one.without) for one in killed.answers}
    assert differing == {
        "Gül Şahin": ((), ()),
        "Lena Vogt & Mia Roth": ((), ("the NRF reports that",)),
    }


def test_what_differs_of_an_answer_is_told_and_no_sign_alone() -> None:
    start = made.TEXT.index(made.CLOSE)
    end = start + len(made.CLOSE)

    def told(*spans: tuple[int, int]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """What differs of somebody's claims, of whom three others marked the same words."""
        others = [
            made.annotator(n, f"S{n}", [made.claim(made.person(n), made.CLOSE)]) for n in (1, 2, 3)
        ]
        claims = [
            replace(made.claim(made.person(9), made.CLOSE), id=ClaimId(f"{span}"), span=Span(*span))
            for span in spans
        ]
        work = ClassWork(made.ARTICLE, made.TEXT, (*others, made.annotator(9, "Zoe", claims)))
        answers = report(work).passages[0].answers
        return [(one.beyond, one.without) for one in answers if one.label == "Zoe"]

    assert told((start, end + 1)) == [((), ())]
    assert told((start - 4, end)) == [(("and",), ())]
    assert told((start, end - 6)) == [((), ("close",))]
    assert told((start, start + 10), (start + 10, end)) == [((), ())]
    assert told((start, start + 10), (start - 4, end - 6)) == [(("and",), ("close",))]


def test_somebody_to_be_decided_on_is_late_where_every_hand_in_is() -> None:
    work = made.twelve()
    wu = made.annotator(30, "Wu Zetian", ())
    for days, late in (((0, 3), 1), ((3, 4), 2)):
        both = tuple(made.hand_in(wu, 2, one) for one in days)
        found = report(replace(work, conflicts=(both,)))
        assert (found.late, found.to_decide, found.pairs) == (late, 1, 1)
        assert (found.handed_in, found.missing, found.of) == (13, 2, 15)


def test_little_of_a_small_key_needs_no_help() -> None:
    work = made.twelve()
    small = report(replace(work, key=work.key[:2], optional=frozenset()))
    assert not any(Need.FOUND_LITTLE in one.needs for one in small.needing)
    assert any(Need.FOUND_LITTLE in one.needs for one in report().needing)


def test_who_needs_help_most_comes_first() -> None:
    needs = [one.needs for one in report().needing]
    order = list(Need)
    worst = [min(map(order.index, one)) for one in needs]
    assert worst == sorted(worst)
    same = [len(one) for one in needs if one[0] is Need.BELOW_MINIMUMS]
    assert len(same) > 1
    assert same == sorted(same, reverse=True)


def test_a_hidden_answer_is_counted_and_not_shown() -> None:
    whole = report()
    first = next(one for one in whole.passages if one.quote == made.CLOSE)
    hidden = ClaimId(first.answers[0].answer.claims[0].id)
    found = report(replace(made.twelve(), hidden_answers=frozenset({hidden})))
    close = next(one for one in found.passages if one.quote == made.CLOSE)
    assert close.passage.marked == first.passage.marked == len(close.answers) + 1
    assert [one.label for one in close.answers] == [one.label for one in first.answers[1:]]


def test_hidden_people_are_nowhere_but_in_what_was_handed_in() -> None:
    work = made.twelve()
    found = report(replace(work, hidden_people=frozenset({made.person(1)})))
    assert (found.handed_in, found.of, found.hidden) == (13, 15, 1)
    labels = {one.label for passage in found.passages for one in passage.answers}
    assert "Ana Li (00000001)" not in labels | {one.label for one in found.students}
    assert max(found.heat.counts["any"]) == max(report().heat.counts["any"]) - 1
    everybody = report(replace(work, hidden_people=frozenset(one.id for one in work.annotators)))
    assert (everybody.students, everybody.passages, everybody.discuss) == ((), (), ())
    assert everybody.most_missed is None


def test_how_the_class_met_the_key() -> None:
    found = report()
    operations, close = (
        next(one for one in found.key if one.quote == quote)
        for quote in (made.OPERATIONS, made.CLOSE)
    )
    assert operations.met == {Met.FOUND: 8, Met.MISSED: 3}
    assert close.met == {Met.FOUND: 7, Met.OTHER_TAG: 2, Met.MISSED: 2}
    assert (operations.number, operations.is_optional, operations.wider) == (2, False, 0)
    assert close.also_checked == 1
    assert [one.quote for one in found.key if one.is_optional] == [made.ASSASSINATED]
    assert found.not_in_key == sum(
        len(one.comparison.not_in_key) for one in found.students if one.comparison
    )


def test_the_most_missed_passage_is_of_the_key_or_else_of_what_several_saw() -> None:
    assert report().most_missed == Missed(made.AID, 3, 9, 11)
    keyless = replace(made.twelve(), key=())
    assert report(keyless).key == ()
    assert report(keyless).most_missed == Missed(made.POWER, 2, 7, 11)
    ana = tuple(one for one in keyless.annotators if one.id == made.person(1))
    assert report(replace(keyless, annotators=ana)).most_missed is None


def test_who_needs_help_and_why() -> None:
    needing = {one.label: one for one in report().needing}
    assert needing["Xenia Ölmez"] == Needing("Xenia Ölmez", made.person(40), (Need.NOT_IN,))
    assert needing["Noah Empty"].needs == (Need.NOTHING_MARKED,)
    assert needing["Zoë Zh’ang"].needs == (Need.NOTHING_COMPLETE, Need.BELOW_MINIMUMS)
    assert needing["Lena Vogt & Mia Roth"].needs == (Need.BELOW_MINIMUMS, Need.FOUND_LITTLE)
    assert needing["Ivo <b>Nagy</b>"].anyway.startswith("Ben was ill")
    assert "Ana Li (00000001)" not in needing
    assert report().waiting == (Waiting("Wu Zetian", 2),)


def test_numbers_of_the_first_page() -> None:
    found = report()
    assert found.seen_by_most == 2
    assert found.seen_by_few == 3
    assert found.sources.balance == (9, 13)


def test_agreement_is_said_where_it_is_given() -> None:
    work = made.twelve()
    assert report().agreed is None
    value = agreement(work.text, work.annotators)
    agreed = class_report_of(work, value).agreed
    assert agreed
    assert agreed.alpha == value.alpha
    assert agreed.interval and agreed.interval.low < agreed.interval.high
    assert agreed.sentences


def test_a_class_without_assignment_and_hand_ins() -> None:
    work = made.twelve()
    found = report(ClassWork(work.article, work.text, work.annotators))
    assert (found.handed_in, found.of, found.late) == (0, 0, 0)
    assert all(one.hand_in is None for one in found.students)
    assert [one.label for one in found.needing] == ["Noah Empty", "Zoë Zh’ang"]
