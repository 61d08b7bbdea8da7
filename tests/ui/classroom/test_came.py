"""What is said of what was collected: people are counted once, whatever number of files came."""

from annotator.model.handin import Collected
from annotator.model.ids import PersonId
from annotator.ui.classroom.came import Came, CollectedSeen

ANA, BEN, CEM = (frozenset({PersonId(name)}) for name in ("ana", "ben", "cem"))


def came(
    who: frozenset[PersonId], number: int, *, late: bool, result: Collected = Collected.NEW
) -> Came:
    return Came("x.handin", result, "somebody", who, number, late, 0, 0, "")


def test_who_is_late_is_counted_once_and_by_the_last_file() -> None:
    seen = CollectedSeen(
        came=(
            came(ANA, 1, late=True),
            came(ANA, 1, late=True, result=Collected.SAME),
            came(BEN, 2, late=True, result=Collected.NEWER),
            came(BEN, 1, late=False),
            came(CEM, 2, late=False, result=Collected.NEWER),
            came(CEM, 1, late=True),
        ),
        missing=(),
        conflicts=(),
        twins=(),
    )
    assert seen.summary() == "3 handed in, 2 newer, 1 there already, 2 late"
