"""The rows of the table of claims, filled from shapes (see templates.py for the reason)."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from markupsafe import Markup

from annotator.exchange.writers import wording
from annotator.exchange.writers.html.templates import Shapes, escaped
from annotator.exchange.writers.links import is_link
from annotator.exchange.writers.looks import looks
from annotator.exchange.writers.telling import shortened
from annotator.model.claim import Attribution, Evidence, SourceKind, Stake
from annotator.model.completeness import WHAT_TO_DO, Missing, checked_still_open
from annotator.model.report import Entry, Reference
from annotator.model.tags import Tag
from annotator.words import _

_AT_ONCE = 250
"""So many claims are made at once, and so often progress is told."""

_Key = TypeVar("_Key")


def rows(
    entries: tuple[Entry, ...], place: int, shapes: Shapes, tick: Callable[[int], None]
) -> Iterator[Markup]:
    """The rows, some hundred at a time; `place` is the article's place in the report, from 1."""
    filling = Filling(place, shapes)
    for first in range(0, len(entries), _AT_ONCE):
        some = entries[first : first + _AT_ONCE]
        taking = escaped(_values(some))
        # All of it is shapes of our own and values that were escaped just now.
        yield Markup("".join(filling.row(entry, taking) for entry in some))  # noqa: S704
        tick(len(some))


def _values(entries: Iterable[Entry]) -> list[str]:
    """What rows hold that somebody wrote, in the order in which `Filling.row` takes it."""
    values: list[str] = []
    unnamed = _("unnamed source")
    for entry in entries:
        claim = entry.claim
        values += (shortened(entry.quote), entry.person, claim.note)
        for said in claim.attributions:
            values += (said.source.name or unnamed, said.cue, said.via)
        for one in claim.evidence:
            values += (one.where, one.found)
    return values


class Filling:
    """The shapes of a row, each asked for once; `note`, `missing` and `tags` are ready to fill."""

    def __init__(self, place: int, shapes: Shapes) -> None:
        self._place = place
        self._shapes = shapes
        self._row = shapes("row")
        self._said = {role: shapes("said", _(name)) for role, name in wording.ROLES.items()}
        self._cue, self._via = shapes("cue"), shapes("via")
        self._evidence = {
            what: shapes("evidence", _(name)) for what, name in wording.OUTCOMES.items()
        }
        self._where = {False: shapes("place"), True: shapes("link")}
        self._checked, self._found = shapes("checked"), shapes("found")
        self.note = shapes("remark")
        self._best = shapes.whole("best")
        self.missing = {what: shapes.whole("missing", _(do)) for what, do in WHAT_TO_DO.items()}
        self.tags, self._about = _TagsCells(shapes), _Abouts(shapes)

    def row(self, entry: Entry, taking: Iterator[str]) -> str:
        """A row; the values are taken in the order of `_values`."""
        number, claim, _quote, _person, first, last, missing, links, best = entry
        quote, person, note = next(taking), next(taking), next(taking)
        said = [self.source(one, taking) for one in claim.attributions]
        shown = [self.one_evidence(one, taking) for one in claim.evidence]
        shown_number = str(number)
        return self._row % (
            *((shown_number,) * 4),
            quote,
            first if first == last else f"{first}–{last}",
            person,
            self._best if best else "",
            self._remarks(note, links, missing) if note or links or missing else "",
            self.tags[claim.tags, bool(shown) and checked_still_open(claim)],
            "".join(said) if said else "",
            "".join(shown) if shown else "",
        )

    def _remarks(
        self, note: str, links: tuple[Reference, ...], missing: tuple[Missing, ...]
    ) -> str:
        remarks = [self.note % note] if note else []
        remarks += [self._link(one) for one in links]
        remarks += [self.missing[what] for what in missing]
        return "".join(remarks)

    def source(self, said: Attribution, taking: Iterator[str]) -> str:
        """Who says so; takes name, words and who told it."""
        name, cue, via = next(taking), next(taking), next(taking)
        about = self._about[said.source.kind, said.source.stake]
        words = self._cue % cue if cue else ""
        told = self._via % via if via else ""
        return self._said[said.role] % (name, about, words, told)

    def one_evidence(self, one: Evidence, taking: Iterator[str]) -> str:
        """A look outside the article; takes the place and what was found."""
        where, found = next(taking), next(taking)
        linked = is_link(one.where)
        place = self._where[linked] % ((where, where) if linked else where) if where else ""
        day = one.checked.isoformat() if one.checked else ""
        checked = self._checked % day if day else ""
        return self._evidence[one.outcome] % (place, checked, self._found % found if found else "")

    def _link(self, link: Reference) -> str:
        role = _(wording.LINKS[link.role])
        if not link.number:
            return self._shapes.whole("linked_elsewhere", role)
        if link.article == self._place:
            return self._shapes.whole("linked", role, link.number)
        return self._shapes.whole("linked_far", role, link.article, link.number)


class _TagsCells(dict[tuple[frozenset[Tag], bool], str]):
    """The badges and names of a set of tags, made once for each set that occurs."""

    def __init__(self, shapes: Shapes) -> None:
        super().__init__()
        self._shapes = shapes

    def __missing__(self, key: tuple[frozenset[Tag], bool]) -> str:
        tags, still_open = key
        self[key] = self._shapes.whole("tags", looks(tags), still_open)
        return self[key]


class _Abouts(dict[tuple[SourceKind | None, Stake | None], str]):
    """What is known of a source, in brackets after its name."""

    def __init__(self, shapes: Shapes) -> None:
        super().__init__()
        self._shapes = shapes

    def __missing__(self, key: tuple[SourceKind | None, Stake | None]) -> str:
        kind, stake = key
        known = [_(wording.KINDS[kind])] if kind else []
        known += [_(wording.STAKES_IN_A_LINE[stake])] if stake else []
        self[key] = self._shapes.whole("about", ", ".join(known)) if known else ""
        return self[key]
