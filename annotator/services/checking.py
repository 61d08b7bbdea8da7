"""Is the library as it was written? A search for damage that the disk does not report.

A database notices a broken page, hardly ever a changed letter. Three things stand there twice, so
that it is found: each text and its SHA-256, the words of each claim and the text, and every row,
which the table of changes holds as its last step left it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.model.change import Row
from annotator.model.text import sha256_of
from annotator.services.replaying import Where, agree, replay
from annotator.services.workspace import Workspace
from annotator.storage import checking as stored
from annotator.storage.failures import LibraryBusy, Unreadable
from annotator.storage.step import Reading
from annotator.storage.words import tables
from annotator.words import N_, _

_NAMES = {
    "article": N_("what is known about the article"),
    "person": N_("the name of a person"),
    "source": N_("a source"),
    "claim": N_("a claim"),
    "attribution": N_("the source of a claim"),
    "evidence": N_("the evidence of a claim"),
    "link": N_("the link of a claim"),
    "former_id": N_("the former id of a claim"),
    "dismissal": N_("a hint that was put away"),
    "collection": N_("a collection"),
    "filed": N_("the place of an article in a collection"),
    "assignment": N_("an assignment"),
    "roster": N_("a name of a roster"),
    "handed_in": N_("the number of what was handed in here"),
    "partner": N_("the partner of a pair"),
    "hand_in": N_("a hand-in"),
    "picked": N_("a passage to talk about"),
    "mark": N_("what is hidden or optional"),
    "spelling": N_("the spelling of a source"),
    "same_person": N_("that two people are one"),
}
"""Message ids: what a row of each table is to a person."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How much there is in the library at that path, and a sentence for each damage."""

    library: Path
    articles: int
    claims: int
    damage: tuple[str, ...]


def check(workspace: Workspace) -> Checked:
    """Look at the whole library. Raises a refusal when its file cannot be read at all."""
    library = workspace.library
    search = _Search()
    damage = [
        _("The database file is damaged ({detail}).").format(detail=detail)
        for detail in stored.database_damage(library)
    ]
    with library.reading() as reading:
        try:
            for sentence in search.through(reading):
                damage.append(sentence)  # one by one: what was found before a failure counts
        except Unreadable:
            damage.append(_("The rest of the library cannot be read, so it was not checked."))
    if not damage and not _search_is_whole(workspace):
        damage.append(_("The search index did not fit the texts. It is made anew from them now."))
    return Checked(library.path, len(search.titles), len(search.claims), tuple(damage))


def _search_is_whole(workspace: Workspace) -> bool:
    """Whether the search index is; one that is not holds nothing that would be lost with it."""
    try:
        with workspace.library.indexing() as connection:
            whole = tables.is_whole(connection)
            if not whole:
                tables.make_anew(connection)
            return whole
    except LibraryBusy:
        return True  # somebody writes: it is no time to look


@dataclass(slots=True)
class _Search:
    """One look through all tables. What was found about a row is not said again of its history."""

    titles: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Row] = field(default_factory=dict)
    reported: set[Where] = field(default_factory=set)

    def through(self, reading: Reading) -> Iterator[str]:
        """A sentence for each damage."""
        for _key, row in stored.rows(reading, "claim"):
            self.claims[str(row["id"])] = row
        yield from self._texts(reading)
        yield from self._owners(reading)
        yield from self._former_ids(reading)
        yield from self._handed_work(reading)
        yield from self._history(reading)

    def _texts(self, reading: Reading) -> Iterator[str]:
        claims: dict[str, list[Row]] = {}
        for row in self.claims.values():
            claims.setdefault(str(row["article"]), []).append(row)
        for key, row in stored.rows(reading, "article"):
            identity, text = str(row["id"]), str(row["text"])
            self.titles[identity] = str(row["title"])
            if sha256_of(text) != row["sha256"] or len(text) != row["characters"]:
                self.reported.add(("article", key))
                yield _(
                    "{article}: the text is not the one that was added, or its checksum has "
                    "changed."
                ).format(article=self._article(identity))
            for claim in claims.get(identity, []):
                yield from self._quote(claim, text)

    def _quote(self, claim: Row, text: str) -> Iterator[str]:
        start, end = _whole(claim["start"]), _whole(claim["end"])
        if 0 <= start < end <= len(text) and text[start:end] == claim["quote"]:
            return
        self.reported.add(("claim", (claim["id"],)))
        yield _(
            "{article}: the claim {claim} does not hold the words that stand in the text from "
            "{start} to {end}."
        ).format(article=self._article(claim["article"]), claim=claim["id"], start=start, end=end)

    def _owners(self, reading: Reading) -> Iterator[str]:
        owners = {
            row["id"]: (row["article"], row["person"])
            for _key, row in stored.rows(reading, "source")
        }
        for key, row in stored.rows(reading, "attribution"):
            claim = self.claims.get(str(row["claim"]))
            if claim and owners.get(row["source"]) != (claim["article"], claim["person"]):
                self.reported.add(("attribution", key))
                yield _(
                    "{article}: the claim {claim} names a source that is not its person's."
                ).format(article=self._article(claim["article"]), claim=claim["id"])

    def _former_ids(self, reading: Reading) -> Iterator[str]:
        for key, row in stored.rows(reading, "former_id"):
            if row["claim"] not in self.claims:
                self.reported.add(("former_id", key))
                yield _("The former id {former} leads to no claim.").format(former=row["id"])

    def _handed_work(self, reading: Reading) -> Iterator[str]:
        there = {
            row["hand_in"]: sha256_of(str(row["claims"])) == row["sha256"]
            for _key, row in stored.rows(reading, "handed_work")
        }
        for _key, row in stored.rows(reading, "hand_in"):
            if not there.get(row["id"], False):
                yield _(
                    "{article}: the work of the hand-in {hand_in} is not as it was collected. "
                    "Collect the file once more."
                ).format(article=self._article(row["article"]), hand_in=row["id"])

    def _history(self, reading: Reading) -> Iterator[str]:
        replayed = replay(reading)
        for number in sorted((*replayed.unreadable, *replayed.astray)):
            yield _("Step {number} of the history is not as it was written.").format(number=number)
        for table in stored.CONTENT:
            for key, row in stored.rows(reading, table):
                expected = replayed.rows.pop((table, key), None)
                if not agree(expected, row):
                    yield from self._altered(table, row, (table, key))
        for where, row in replayed.rows.items():
            yield _("{article}: {what} is missing that the history tells of.").format(
                article=self._article_of(where[0], row), what=_(_NAMES[where[0]])
            )

    def _altered(self, table: str, row: Row, where: Where) -> Iterator[str]:
        if where not in self.reported:
            yield _("{article}: {what} is not as the history tells.").format(
                article=self._article_of(table, row), what=_(_NAMES[table])
            )

    def _article_of(self, table: str, row: Row) -> str:
        """The article that a row belongs to, as a sentence names it."""
        if table == "article":
            return self._article(row.get("id"))
        claim = self.claims.get(str(row.get("claim")), {})
        return self._article(row.get("article") or claim.get("article"))

    def _article(self, identity: object) -> str:
        title = self.titles.get(str(identity))
        return _("“{title}” ({id})").format(title=title, id=identity) if title else _("The library")


def _whole(cell: object) -> int:
    """A position; a cell that damage has made something else is none."""
    return cell if isinstance(cell, int) else -1
