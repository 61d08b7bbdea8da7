"""What is counted of a passage, and what makes it worth a talk."""

import pytest

from annotator.model.claim import Claim, Evidence, Outcome
from annotator.model.gathering import gathered
from annotator.model.passage import REASONS, Passage, Reason
from annotator.model.span import Span
from annotator.model.tags import Tag
from tests.unit.model.annotators import annotator, tags
from tests.unit.model.claims import claim, said_by

TEXT = "The bridge is safe"


def marked(
    *answers: str, absent: int = 0, checks: dict[int, list[Outcome]] | None = None
) -> Passage:
    """The passage of the whole text, with an answer for each tag letters; "A+C" are two claims."""
    classroom = []
    for number, letters in enumerate(answers):
        outcomes = (checks or {}).get(number, [])
        evidence = tuple(Evidence("there", outcome=outcome) for outcome in outcomes)
        claims: list[Claim] = [
            claim(f"{number}-{place}", tags(some), span=Span(place, 18), evidence=evidence)
            for place, some in enumerate(letters.split("+"))
        ]
        classroom.append(annotator(f"p{number}", claims))
    classroom += [annotator(f"absent{number}", []) for number in range(absent)]
    (passage,) = gathered(TEXT, classroom).passages
    return passage


def test_people_are_counted_by_what_they_gave_it() -> None:
    passage = marked("A", "A", "A+C", "CV", "?", absent=5)
    assert (passage.marked, passage.of, passage.open, passage.several) == (5, 10, 1, 2)
    assert [passage.tagged(tag) for tag in Tag] == [3, 2, 1]
    assert passage.sets[frozenset({Tag.ATTRIBUTED})] == 2
    assert [answer.annotator.name for answer in passage.answers] == ["p0", "p1", "p2", "p3", "p4"]


def test_complete_answers_bear_a_tag_and_lack_nothing() -> None:
    named = claim("a", [Tag.ATTRIBUTED], span=Span(0, 18), attributions=(said_by("Mayor"),))
    bare = claim("b", [Tag.ATTRIBUTED], span=Span(0, 17))
    nothing = claim("c", span=Span(0, 18))
    people = [
        annotator("Ana", [named]),
        annotator("Ben", [named, bare]),
        annotator("Coy", [nothing]),
    ]
    (passage,) = gathered(TEXT, people).passages
    assert [answer.is_complete for answer in passage.answers] == [True, False, False]
    assert passage.complete == 1


def test_a_person_counts_once_for_each_outcome() -> None:
    supports, nothing = Outcome.SUPPORTS, Outcome.NOTHING
    passage = marked("V", "V+A", "V", checks={0: [supports, supports], 1: [supports, nothing]})
    assert passage.outcomes == {supports: 2, nothing: 1}
    assert passage.answers[0].outcomes == {supports}
    assert passage.checks == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("passage", "worth", "reason"),
    [
        (marked("A", "A", "A", "A"), 0, Reason.NONE),
        (marked("A", "A", "C", "C"), 1, Reason.SPLIT),
        (marked("A", "C", "V", "AC"), 1, Reason.SPLIT),
        (marked("A", "A", "A", "C"), 0.5, Reason.SPLIT),
        (marked("A", "A", absent=2), 0.5, Reason.FEW_SAW),
        (marked("A", absent=3), 0.25, Reason.FEW_SAW),
        (marked("A", "C", absent=2), 1, Reason.SPLIT),
        (
            marked("V", "V", "V", checks={0: [Outcome.SUPPORTS], 1: [Outcome.AGAINST]}),
            1,
            Reason.CHECKS_DIFFER,
        ),
        (marked("V", "V", checks={0: [Outcome.SUPPORTS]}), 0, Reason.NONE),
    ],
)
def test_worth_is_what_differs_and_its_reason_what_contributes_most(
    passage: Passage, worth: float, reason: Reason
) -> None:
    assert passage.worth == pytest.approx(worth)
    assert passage.reason is reason
    assert REASONS[reason].endswith(".")
