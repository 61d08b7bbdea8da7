"""No name and no id of a person is left in a class without names."""

from dataclasses import replace

from annotator.model.class_anonymity import class_without_names
from annotator.model.class_reckoning import class_report_of
from annotator.model.class_work import ClassWork
from annotator.model.ids import PersonId
from annotator.model.person import Person
from tests.unit.model import made_class as made

NAMES = [
    *("Ana Li", "Ben O'Hara", "HYPERLINK", "Dora", "فاطمة", "Gül", "Nagy", "Lena Vogt", "Mia Roth"),
    *("Noah", "Zoë", "Wu Zetian", "Xenia", "script"),
]


def test_students_are_numbered_and_no_name_or_id_is_left() -> None:
    hidden = class_without_names(made.twelve(), [Person(PersonId("t"), "Tea Cher")])
    left = replace(hidden.work, text="")
    said = repr((left.annotators, left.assignment, left.hand_ins, left.conflicts, left.missing))
    for name in NAMES:
        assert name not in said, name
    # The ids of claims stay, as in every report, and those of the class view's rows do not.
    ids = {member.id for one in left.annotators for member in one.people}
    assert ids.isdisjoint({made.person(number) for number in range(1, 42)})
    assert {claim.person for one in left.annotators for claim in one.claims} <= ids
    assert [one.name for one in hidden.work.annotators][:2] == ["Student 1", "Student 2"]
    assert hidden.called[PersonId("t")] == "Student 15"
    assert hidden.work.article.metadata.author == "a student"  # of two


def test_the_report_says_the_same_numbers() -> None:
    work = made.twelve()
    named = class_report_of(work)
    hidden = class_report_of(class_without_names(work).work, anonymous=True)
    assert (hidden.handed_in, hidden.of, hidden.late) == (named.handed_in, named.of, named.late)
    assert [one.quote for one in hidden.passages] == [one.quote for one in named.passages]
    assert [one.met for one in hidden.key] == [one.met for one in named.key]
    pair = next(one for one in hidden.students if len(one.annotator.people) == 2)
    assert pair.label == pair.annotator.people[0].name
    assert hidden.anonymous
    assert len({one.label for one in hidden.students}) == len(hidden.students)


def test_names_in_notes_and_reasons_are_replaced_and_counted() -> None:
    hidden = class_without_names(made.twelve())
    notes = {claim.note for one in hidden.work.annotators for claim in one.claims}
    assert any(note.endswith("told me so.") and "Ana" not in note for note in notes)
    reasons = {one.anyway for one in hidden.work.hand_ins.values()} - {""}
    assert reasons == {"Student 4 was ill, and I have no network"}
    assert sum(hidden.mentions.values()) > 0


def test_hiding_somebody_changes_nobody_elses_number() -> None:
    work = replace(
        made.twelve(),
        hidden_people=frozenset({made.person(1)}),
        spellings={"The Taliban": "the Taliban"},
    )
    hidden = class_without_names(work)
    shown = class_report_of(hidden.work)
    assert hidden.called[made.person(1)] not in {one.label for one in shown.students}
    assert "Student 1" in {one.label for one in shown.students}
    assert hidden.work.spellings == {"The Taliban": "the Taliban"}


def test_a_class_without_assignment() -> None:
    work = made.twelve()
    bare = class_without_names(ClassWork(work.article, work.text, work.annotators)).work
    assert bare.assignment is None
    assert len(bare.annotators) == len(work.annotators)
