"""What came of collecting, as plain values: what came, who is missing, what needs a choice."""

from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.handin import Collected
from annotator.model.ids import ArticleId, AssignmentId, PersonId
from annotator.services.namesakes import Namesake
from annotator.ui.classroom.seen import Conflict
from annotator.words import N_, _, ngettext

RESULTS: dict[Collected, str] = {
    Collected.NEW: N_("handed in"),
    Collected.NEWER: N_("newer, replaces the one before"),
    Collected.OLDER: N_("older, the newer one stays"),
    Collected.SAME: N_("there already"),
    Collected.CONFLICT: N_("needs your choice"),
    Collected.REFUSED: N_("refused"),
}
"""Message ids."""

_ORDER = (
    Collected.REFUSED,
    Collected.CONFLICT,
    Collected.NEW,
    Collected.NEWER,
    Collected.OLDER,
    Collected.SAME,
)
"""What somebody has to look at comes first."""


class Came(NamedTuple):
    """A file, and what became of it; `number` is None where it was refused."""

    file: str
    result: Collected
    who: str
    ids: frozenset[PersonId]
    number: int | None
    late: bool
    moved: int
    lost: int
    reason: str

    def notes(self) -> str:
        """What else is to be known of it."""
        said = [self.reason] if self.reason else []
        if self.late:
            said.append(_("late"))
        if self.moved:
            said.append(
                ngettext(
                    "{number} claim stands elsewhere now",
                    "{number} claims stand elsewhere now",
                    self.moved,
                ).format(number=self.moved)
            )
        if self.lost:
            said.append(
                ngettext(
                    "{number} claim has no place in this version",
                    "{number} claims have no place in this version",
                    self.lost,
                ).format(number=self.lost)
            )
        return ", ".join(said)

    def order(self) -> tuple[int, str, str]:
        """What has to be looked at first, then by name."""
        return _ORDER.index(self.result), self.who, self.file


@dataclass(frozen=True, slots=True)
class CollectedSeen:
    """All that is said after collecting. `article` is what most of it is about, if anything."""

    came: tuple[Came, ...]
    missing: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    twins: tuple[Namesake, ...]
    article: ArticleId | None = None
    assignment: AssignmentId | None = None

    def summary(self) -> str:
        """The sentence "25 handed in, 3 newer; 2 refused; 2 missing"."""
        counts = {one: sum(came.result is one for came in self.came) for one in Collected}
        new, newer = counts[Collected.NEW], counts[Collected.NEWER]
        same = counts[Collected.SAME] + counts[Collected.OLDER]
        choose, refused = len(self.conflicts), counts[Collected.REFUSED]
        missing = len(self.missing)
        late = len(self._late())
        parts = (
            (new, ngettext("{number} handed in", "{number} handed in", new)),
            (newer, ngettext("{number} newer", "{number} newer", newer)),
            (same, ngettext("{number} there already", "{number} there already", same)),
            (late, ngettext("{number} late", "{number} late", late)),
            (choose, ngettext("{number} needs your choice", "{number} need your choice", choose)),
            (refused, ngettext("{number} refused", "{number} refused", refused)),
            (missing, ngettext("{number} missing", "{number} missing", missing)),
        )
        said = [words.format(number=number) for number, words in parts if number]
        return ", ".join(said) if said else _("Nothing was there to collect.")

    def _late(self) -> set[PersonId]:
        """Whose last file, of those that came, is late."""
        numbered = [(one.number, one) for one in self.came if one.number is not None]
        numbered.sort(key=lambda pair: pair[0])
        last = {one.ids: one for _number, one in numbered}
        return {person for one in last.values() if one.late for person in one.ids}
