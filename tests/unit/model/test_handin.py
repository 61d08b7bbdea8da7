"""Who handed in, and when it is late."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from annotator.model.handin import Annotator, HandIn, Member, is_late
from annotator.model.ids import ArticleId, HandInId, PersonId

ANA, BEN = Member(PersonId("a"), "Ana"), Member(PersonId("b"), "Ben")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def made_by(*people: Member) -> HandIn:
    """A first hand-in of these."""
    return HandIn(HandInId("h"), ArticleId("x"), None, 1, people, 1, NOON, "sha", NOON)


def test_a_pair_has_one_name_and_is_the_same_in_any_order() -> None:
    assert made_by(ANA).name == "Ana"
    assert made_by(ANA, BEN).name == "Ana & Ben"
    assert made_by(ANA, BEN).who == made_by(BEN, ANA).who != made_by(ANA).who


def test_an_annotator_bears_the_id_of_the_first_and_the_names_of_both() -> None:
    pair = Annotator((BEN, ANA), ())
    assert (pair.id, pair.name) == ("b", "Ben & Ana")


@pytest.mark.parametrize(
    ("hour", "hours_ahead", "late"), [(21, 0, False), (23, 0, False), (23, 2, True), (1, -5, False)]
)
def test_late_is_after_the_due_day_where_the_teacher_is(
    hour: int, hours_ahead: int, *, late: bool
) -> None:
    made = datetime(2026, 3, 2, hour, 30, tzinfo=UTC)
    zone = timezone(timedelta(hours=hours_ahead))
    assert is_late(made, date(2026, 3, 2), zone) is late
    assert not is_late(made, None, zone)
