"""What a person types is found wherever it stands, with the words around it."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.article import Metadata
from annotator.model.claim import Evidence
from annotator.model.edit import ClaimEdit
from annotator.model.excerpts import Hit, Kind
from annotator.model.span import Span
from annotator.services import (
    adding,
    binning,
    claiming,
    describing,
    listing,
    searching,
    undoing,
)
from annotator.services.failures import Cancelled
from annotator.storage.failures import DamagedLibrary, SearchDamaged
from annotator.storage.words import finding
from tests.unit.services.desk import Desk


def hits(desk: Desk, typed: str) -> list[Hit]:
    """The hits in every article that is found, the best article first."""
    return [hit for one in searching.search(desk.workspace, typed).found for hit in one.hits]


def total(desk: Desk, typed: str) -> int:
    """How many articles are found; all are shown."""
    found = searching.search(desk.workspace, typed)
    assert found.is_all
    assert searching.count(desk.workspace, typed) == len(found.found)
    return len(found.found)


def kinds(desk: Desk, typed: str) -> list[tuple[Kind, list[str]]]:
    return [
        (hit.kind, [hit.words[slice(*span)] for span in hit.marked]) for hit in hits(desk, typed)
    ]


def test_words_of_every_script_are_found_in_the_text(desk: Desk) -> None:
    assert kinds(desk, "MAYOR sai") == [(Kind.TEXT, ["mayor", "said"])]
    assert kinds(desk, "العمد") == [(Kind.TITLE, ["العمدة"])]
    assert kinds(desk, "有問題") == [(Kind.TITLE, ["有問題"]), (Kind.TEXT, ["有問題"])] or kinds(
        desk, "有問題"
    ) == [(Kind.TEXT, ["有問題"])]
    assert kinds(desk, "nothing like it") == []


def test_a_click_selects_the_words_in_the_text(desk: Desk) -> None:
    text = listing.text_of(desk.workspace, desk.article)
    (hit,) = hits(desk, "bridges stand")
    assert hit.place
    assert text[slice(*hit.place)] == "bridges"
    assert hit.words == "The mayor said that 𠀀𠀁 bridges stand."
    (title,) = hits(desk, "one")
    assert (title.kind, title.place) == (Kind.TITLE, Span(0, 11))


def test_what_somebody_marked_and_wrote(desk: Desk) -> None:
    made = desk.tag(12, 21)
    evidence = (Evidence("https://town.example", True, found="Minutes of the council"),)
    claiming.edit(desk.workspace, ClaimEdit(made, "", note="Überprüft", evidence=evidence))
    (quote,) = hits(desk, "mayor")
    assert (quote.kind, quote.claim, quote.place) == (Kind.QUOTE, made, Span(16, 21))
    (note,) = hits(desk, "uberpru")
    assert (note.kind, note.claim, note.place) == (Kind.NOTE, made, Span(12, 21))
    assert kinds(desk, "council minutes") == [(Kind.EVIDENCE, ["Minutes", "council"])]
    assert kinds(desk, "town") == [(Kind.EVIDENCE, ["town"])]
    undoing.undo(desk.workspace)
    assert hits(desk, "council") == []


def test_what_is_known_of_the_article(desk: Desk) -> None:
    describing.describe(
        desk.workspace, desk.article, Metadata("The bridge", "Daily Mirror", "M. Writer")
    )
    assert kinds(desk, "mirror writer bridg") == [
        (Kind.TITLE, ["bridge"]),
        (Kind.ABOUT, ["Mirror"]),
        (Kind.ABOUT, ["Writer"]),
        (Kind.TEXT, ["bridges"]),
    ]
    assert hits(desk, "bridge writer")[0].place is None


def test_the_bin_is_not_searched(desk: Desk) -> None:
    binning.remove(desk.workspace, desk.article)
    assert total(desk, "mayor") == 0
    undoing.undo(desk.workspace)
    assert total(desk, "mayor") == 1


def test_a_page_at_a_time_and_within_a_choice(desk: Desk) -> None:
    for number in range(5):
        adding.add_text(desk.workspace, f"A river, number {number}", "clipboard")
    first = searching.search(desk.workspace, "river", most=3)
    rest = searching.search(desk.workspace, "river", most=3, after=3)
    assert (len(first.found), len(rest.found), first.is_all, rest.is_all) == (3, 2, False, True)
    assert searching.count(desk.workspace, "river") == 5
    every = {one.article.id for one in (*first.found, *rest.found)}
    assert len(every) == 5
    one = first.found[0].article.id
    within = searching.search(desk.workspace, "river", within=[one, desk.article])
    assert [found.article.id for found in within.found] == [one]
    assert searching.count(desk.workspace, "river", [one, desk.article]) == 1


def test_nothing_typed_finds_nothing(desk: Desk) -> None:
    assert searching.search(desk.workspace, ' * "') == searching.Results()
    assert searching.count(desk.workspace, "-") == 0


def test_a_search_that_nobody_waits_for_is_broken_off(desk: Desk) -> None:
    with pytest.raises(Cancelled):
        searching.search(desk.workspace, "mayor", cancelled=lambda: True)


def test_what_is_not_read_yet_is_counted(desk: Desk) -> None:
    for number in range(60):
        adding.add_text(desk.workspace, f"River {number}", "clipboard")
    found = searching.search(desk.workspace, "river", patience=0)
    assert found.unread > 0
    while searching.read_on(desk.workspace, 0):
        pass
    found = searching.search(desk.workspace, "river", patience=0)
    assert (searching.count(desk.workspace, "river"), found.unread) == (60, 0)


def test_while_another_program_writes_what_is_there_is_searched(desk: Desk) -> None:
    hits(desk, "mayor")
    adding.add_text(desk.workspace, "A mayor of another town", "clipboard")
    with closing(sqlite3.connect(desk.workspace.library.path)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        found = searching.search(desk.workspace, "mayor")
    assert (len(found.found), found.unread) == (1, 1)
    assert total(desk, "mayor") == 2


def damage(desk: Desk) -> None:
    hits(desk, "mayor")
    with closing(sqlite3.connect(desk.workspace.library.path)) as connection:
        connection.execute("UPDATE words_data SET block = zeroblob(2) WHERE id > 10")
        connection.commit()


def test_a_damaged_index_is_made_anew(desk: Desk) -> None:
    damage(desk)
    with pytest.raises(SearchDamaged):
        searching.search(desk.workspace, "mayor")
    assert total(desk, "mayor") == 1


def test_a_damaged_library_is_not_taken_for_a_damaged_index(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hits(desk, "mayor")

    def fail(*_given: object) -> None:
        raise DamagedLibrary(desk.workspace.library.path)

    monkeypatch.setattr(finding, "find", fail)
    with pytest.raises(DamagedLibrary):
        searching.search(desk.workspace, "mayor")


def test_a_damaged_index_that_is_to_be_added_to_is_made_anew(desk: Desk) -> None:
    damage(desk)
    with closing(sqlite3.connect(desk.workspace.library.path)) as connection:
        connection.execute("UPDATE words_data SET block = zeroblob(2)")
        connection.commit()
    adding.add_text(desk.workspace, "Another mayor", "clipboard")
    assert searching.read_on(desk.workspace, 5) == 1
    assert total(desk, "mayor") == 2


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="ab\"*-^():+ANDORNOT{}'\\\n沒é"))
def test_no_words_are_ever_a_mistake(desk: Desk, typed: str) -> None:
    found = searching.search(desk.workspace, typed)
    assert searching.count(desk.workspace, typed) == len(found.found)
    for one in found.found:
        for hit in one.hits:
            assert all(0 <= span.start < span.end <= len(hit.words) for span in hit.marked)
