"""What a report says: numbers, sentences and sources agree, whoever did the work."""

from dataclasses import replace
from datetime import timedelta

from annotator.model.claim import LinkRole, Source, SourceKind, SourceRole, Stake
from annotator.model.completeness import Missing
from annotator.model.ids import ClaimId
from annotator.model.report import Reference, SourceLine, report_of
from tests.unit.exchange.writers.works import NAMESAKE, NOON, SNARE, sample, snares


def test_claims_are_numbered_as_a_reader_meets_them() -> None:
    (one,) = report_of([sample()]).articles
    assert [entry.number for entry in one.entries] == list(range(1, 10))
    assert [entry.quote[:11] for entry in one.entries[:3]] == [
        "The Taliban",
        "Despite the",
        "the resista",
    ]
    assert all(entry.quote == one.text[slice(*entry.claim.span)] for entry in one.entries)


def test_an_entry_says_which_paragraphs_it_touches() -> None:
    (one,) = report_of([snares()]).articles
    touched = {entry.claim.id[-2:]: (entry.first, entry.last) for entry in one.entries}
    assert touched["20"] == (1, 1)
    assert touched["25"] == (2, 3)
    assert touched["26"] == (2, 2)


def test_an_entry_says_what_is_missing() -> None:
    (one,) = report_of([sample()]).articles
    assert [entry.missing for entry in one.entries if entry.missing] == [
        (Missing.SOURCE,),
        (Missing.SOURCE, Missing.COUNTER_SOURCE),
    ]


def test_the_sentence_is_each_persons() -> None:
    (one,) = report_of([sample()]).articles
    assert [(each.label, each.tally.summary()) for each in one.work] == [
        (
            "Student 7",
            "9 passages: 5 attributed to 3 sources, 3 contested, 2 verified, 2 open, 2 unfinished",
        )
    ]


def test_people_of_one_name_are_told_apart() -> None:
    (one,) = report_of([snares()]).articles
    assert [each.label for each in one.work] == [
        SNARE.name,
        "Student 7 (22222222)",
        "Student 7 (55555555)",
    ]
    assert {entry.person for entry in one.entries if entry.claim.person == NAMESAKE.id} == {
        "Student 7 (55555555)"
    }


def test_a_source_stands_once_with_its_stake() -> None:
    (one,) = report_of([sample()]).articles
    assert one.sources == (
        SourceLine(
            "Ali Nazary, head of foreign relations for the NRF", SourceKind.PERSON, Stake.OWN, 1, 0
        ),
        SourceLine("the Taliban", SourceKind.ORGANISATION, Stake.UNKNOWN, 0, 1),
        SourceLine("U.N. report of 2022", SourceKind.DOCUMENT, None, 1, 0),
        SourceLine("UN Security Council report", SourceKind.DOCUMENT, Stake.INDEPENDENT, 1, 0),
        SourceLine("", SourceKind.UNNAMED, None, 1, 0),
    )


def test_a_source_named_twice_in_one_claim_counts_once() -> None:
    work = sample()
    first = work.claims[2]
    again = replace(first, attributions=first.attributions * 2)
    (one,) = report_of([replace(work, claims=[again])]).articles
    assert [(line.says, line.disagrees) for line in one.sources] == [(1, 0)]


def test_a_source_that_both_says_and_disputes_counts_twice() -> None:
    work = sample()
    first = work.claims[2]
    against = replace(first.attributions[0], role=SourceRole.COUNTER)
    both = replace(first, attributions=(*first.attributions, against))
    (one,) = report_of([replace(work, claims=[both])]).articles
    assert [(line.says, line.disagrees) for line in one.sources] == [(1, 1)]


def test_a_field_left_empty_is_no_source() -> None:
    work = sample()
    empty = replace(work.claims[2].attributions[0], source=Source(" "))
    (one,) = report_of(
        [replace(work, claims=[replace(work.claims[2], attributions=(empty,))])]
    ).articles
    assert one.sources == ()


def test_a_link_says_where_the_other_claim_stands() -> None:
    first, second = report_of([sample(), snares()]).articles
    by_id = {entry.claim.id[-2:]: entry for entry in (*first.entries, *second.entries)}
    assert by_id["07"].links == (
        Reference(LinkRole.DISAGREES, 1, by_id["06"].number),
        Reference(LinkRole.RELATED, 0, 0),
    )
    assert by_id["20"].links[1] == Reference(LinkRole.RELATED, 1, by_id["06"].number)


def test_a_link_to_a_joined_claim_leads_to_what_it_became() -> None:
    work = sample()
    gone = ClaimId("99999999-0000-4000-8000-000000000001")
    (one,) = report_of([replace(work, former={gone: work.claims[0].id})]).articles
    links = next(entry.links for entry in one.entries if entry.links)
    assert links[1] == Reference(LinkRole.RELATED, 1, 1)


def test_the_size_is_the_number_of_claims() -> None:
    assert report_of([sample(), snares()]).size == 9 + 14


def test_the_best_check_is_the_star_that_was_changed_last() -> None:
    work = sample()
    later = NOON + timedelta(days=1)
    claims = [replace(one, best=True) for one in work.claims]
    claims[3] = replace(claims[3], modified=later)
    (one,) = report_of([replace(work, claims=claims)]).articles
    assert [entry.number for entry in one.entries if entry.best] == [4]
    assert one.best == (one.entries[3],)


def test_each_person_has_a_best_check_in_the_order_of_the_people() -> None:
    (one,) = report_of([snares()]).articles
    assert [(entry.person, entry.number) for entry in one.best] == [
        (SNARE.name, 4),
        ("Student 7 (55555555)", 3),
    ]


def test_without_a_star_nothing_leads() -> None:
    work = sample()
    (one,) = report_of(
        [replace(work, claims=[replace(each, best=False) for each in work.claims])]
    ).articles
    assert one.best == ()
