"""The search index follows whatever is done, holds nothing of its own, and can be made anew."""

import sqlite3
from contextlib import closing

import pytest

from annotator.model.ids import ArticleId, ClaimId
from annotator.model.wanted import wanted
from annotator.storage import articles, claims, failures, marked, restoring
from annotator.storage.library import Library
from annotator.storage.words import finding, reading, tables
from annotator.storage.words.finding import Match
from tests.unit.storage.filled import (
    ARTICLE,
    NOON,
    article,
    claim,
    full_claim,
    open_library,
    put,
    step,
    steps_after,
)

TWO = ArticleId("article-2")


def read_all(library: Library) -> None:
    with library.indexing() as connection:
        assert reading.read_on(connection, 60) == 0


def find(library: Library, typed: str, **limits: object) -> list[Match]:
    """What is found when all has been read."""
    read_all(library)
    with library.reading() as looking:
        given = {"within": None, "most": 50, **limits}
        return finding.find(looking.connection, wanted(typed), **given)  # type: ignore[arg-type]


def test_emoji_are_found(filled: Library) -> None:
    assert ids(filled, "😀") == ids(filled, "one 😀 two") == [ARTICLE]
    assert ids(filled, "😁") == []


def ids(library: Library, typed: str, **limits: object) -> list[str]:
    return [one.article for one in find(library, typed, **limits)]


def add(library: Library, *texts: str) -> None:
    with step(library) as running:
        for number, text in enumerate(texts, 2):
            articles.insert(running, article(ArticleId(f"article-{number}"), text), text)


def add_claim(library: Library) -> None:
    with step(library) as running:
        put(running, claim("claim-3", 6, 9, note="a third"))


def unread(library: Library) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(library.path)) as connection:
        return connection.execute("SELECT id, is_claim FROM unread ORDER BY id").fetchall()


def test_texts_details_and_notes_are_found(filled: Library) -> None:
    in_itself = Match(ARTICLE, True, ())
    assert find(filled, "ثلاثة") == [in_itself]
    assert find(filled, "two thr") == []
    assert find(filled, "paper one") == [in_itself]
    assert find(filled, "author") == [in_itself]
    noted = Match(ARTICLE, False, (ClaimId("claim-1"),))
    assert find(filled, "قال") == find(filled, "number") == find(filled, "boo") == [noted]
    assert find(filled, "note book") == [noted]


def test_an_article_is_found_once_for_its_own_words_and_a_note(filled: Library) -> None:
    with step(filled) as running:
        put(running, claim("claim-3", 6, 9, note="the author"))
    assert find(filled, "author") == [Match(ARTICLE, True, (ClaimId("claim-3"),))]


def test_a_claim_may_have_the_id_of_an_article(filled: Library) -> None:
    read_all(filled)
    with step(filled) as running:
        row = running.row("article", (ARTICLE,))
        assert row
        running.update("article", row, title="Bridge")
        put(running, claim(ARTICLE, 6, 9, note="river"))
    assert find(filled, "bridge") == [Match(ARTICLE, True, ())]
    assert find(filled, "river") == [Match(ARTICLE, False, (ClaimId(ARTICLE),))]


def test_the_best_is_first_and_the_rest_is_counted(filled: Library) -> None:
    add(filled, "bridge and more", "bridge bridge bridge", "no river", "abridged")
    assert ids(filled, "bridge") == ["article-3", "article-2"]
    with filled.reading() as looking:
        found = finding.find(looking.connection, wanted("bridge"), None, 1, 1)
        total = finding.count(looking.connection, wanted("bridge"), None)
    assert ([one.article for one in found], total) == (["article-2"], 2)
    with step(filled) as running:
        row = running.row("article", ("article-2",))
        assert row
        running.update("article", row, title="Bridge")
    assert ids(filled, "bridge") == ["article-2", "article-3"]


def test_only_within_some_articles_and_never_in_the_bin(filled: Library) -> None:
    add(filled, "one river", "two rivers", "three rivers")
    assert sorted(ids(filled, "river", within=[TWO, ArticleId("gone")])) == [TWO]
    assert ids(filled, "river", within=[]) == []
    with step(filled) as running:
        articles.bin_(running, TWO, NOON)
    assert sorted(ids(filled, "river")) == ["article-3", "article-4"]
    with step(filled) as running:
        articles.bin_(running, TWO, None)
    assert len(ids(filled, "river")) == 3


@pytest.mark.parametrize("typed", ["AND", '"one', "one*", "-one", "NEAR(one two)", "^one", "é'\""])
def test_no_words_are_a_mistake(filled: Library, typed: str) -> None:
    assert isinstance(find(filled, typed), list)


def test_what_changes_is_read_again(filled: Library) -> None:
    read_all(filled)
    assert not behind(filled)
    with step(filled) as running:
        row = running.row("claim", ("claim-1",))
        assert row
        running.update("claim", row, note="a doubt")
    assert behind(filled)
    assert ids(filled, "doubt") == [ARTICLE]
    assert ids(filled, "قال") == []
    with step(filled) as running:
        evidence = running.rows("evidence", [("claim-1", 0), ("claim-1", 1)])
        running.delete("evidence", evidence.values())
    assert ids(filled, "book") == []
    assert ids(filled, "doubt") == [ARTICLE]


def rename(library: Library, article: ArticleId, **cells: str) -> None:
    with step(library) as running:
        row = running.row("article", (article,))
        assert row
        running.update("article", row, **cells)


def pages(library: Library) -> int:
    """How long the library is when all of it stands in the file."""
    with closing(sqlite3.connect(library.path)) as connection:
        return int(connection.execute("PRAGMA page_count").fetchone()[0])


def test_what_touches_no_words_of_an_article_or_a_claim_is_not_read_again(filled: Library) -> None:
    read_all(filled)
    rename(filled, ARTICLE, date="2024-01-01")
    with step(filled) as running:
        articles.bin_(running, ARTICLE, NOON)
        row = running.row("claim", ("claim-1",))
        assert row
        running.update("claim", row, verified=1 - int(str(row["verified"])))
    with filled.indexing() as connection:
        assert reading.read_on(connection, 60) == 0
        assert connection.exec_driver_sql("SELECT max(number) FROM passage").scalar_one() == 2
    assert not behind(filled)


def test_the_index_of_a_long_text_does_not_grow_with_each_new_title(
    library: Library,
) -> None:
    long = " ".join(f"word{number} river" for number in range(30_000))
    add(library, long, "a short one")
    read_all(library)
    once = pages(library)
    for number in range(20):
        rename(library, TWO, title=f"Title {number}")
        assert ids(library, f"title {number} river word29999") == [TWO]
    assert ids(library, "short") == ["article-3"]
    assert pages(library) < 3 * once


def test_a_step_that_the_disk_has_changed_is_damage(filled: Library) -> None:
    read_all(filled)
    rename(filled, ARTICLE, title="Other")
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("UPDATE change SET rows = '[1]' WHERE number = 2")
        connection.commit()
    with pytest.raises(failures.DamagedLibrary):
        read_all(filled)


def test_what_is_removed_is_not_found_until_it_is_put_back(filled: Library) -> None:
    add(filled, "a river")
    assert (ids(filled, "note"), ids(filled, "river")) == ([ARTICLE], [TWO])
    with step(filled) as running:
        claims.remove(running, full_claim())
        row = running.row("article", (TWO,))
        running.delete("article", [row] if row else [])
    assert ids(filled, "note") == ids(filled, "river") == []
    (change,) = steps_after(filled, 2)
    back = [type(row)(row.table, row.key, row.after, row.before) for row in change.rows]
    with step(filled) as running:
        restoring.put_back(running, back)
    assert (ids(filled, "note"), ids(filled, "river")) == ([ARTICLE], [TWO])


def test_what_is_gone_for_good_is_not_found(filled: Library) -> None:
    read_all(filled)
    with step(filled) as running:
        articles.remove(running, ARTICLE)
    assert ids(filled, "note") == ids(filled, "one") == []


def test_steps_that_touch_no_words_leave_nothing_to_read(filled: Library) -> None:
    read_all(filled)
    with step(filled) as running:
        running.insert("dismissal", {"claim": "claim-2", "hint": "h"})
    assert behind(filled)
    read_all(filled)
    assert not behind(filled)


def test_reading_stops_when_time_is_up(filled: Library) -> None:
    read_all(filled)
    add(filled, *(f"text {number}" for number in range(50)))
    add_claim(filled)
    with filled.indexing() as connection:
        assert reading.read_on(connection, 0) == 50
    with filled.indexing() as connection:
        connection.exec_driver_sql("UPDATE read_up_to SET change = 0")
        assert reading.read_on(connection, 60) == 0
        tables.make_anew(connection)
        left = reading.read_on(connection, 0)
    assert 0 < left == len(unread(filled))
    assert len(ids(filled, "text", most=100)) == 50


def test_it_can_be_made_anew(filled: Library) -> None:
    read_all(filled)
    with filled.indexing() as connection:
        tables.make_anew(connection)
    assert unread(filled) == [("article-1", 0), ("claim-1", 1)]
    assert ids(filled, "note") == [ARTICLE]


def test_it_is_in_no_step(filled: Library) -> None:
    read_all(filled)
    assert len(steps_after(filled, 0)) == 1


def behind(library: Library) -> bool:
    with library.reading() as looking:
        return reading.is_behind(looking.connection)


def whole(library: Library) -> bool:
    with library.indexing() as connection:
        return tables.is_whole(connection)


def test_a_whole_index(filled: Library, library: Library) -> None:
    assert whole(library)
    read_all(filled)
    assert whole(filled)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE words_data SET block = zeroblob(length(block)) WHERE id > 10",
        "DELETE FROM words_docsize",
        "DELETE FROM passage",
        "DELETE FROM read_up_to",
    ],
)
def test_a_damaged_index_is_noticed_and_made_anew(filled: Library, damage: str) -> None:
    read_all(filled)
    with closing(sqlite3.connect(filled.path)) as connection:
        assert connection.execute(damage).rowcount
        connection.commit()
    assert not whole(filled)
    with filled.indexing() as connection:
        tables.make_anew(connection)
    read_all(filled)
    assert whole(filled)
    assert ids(filled, "note") == [ARTICLE]


def test_damage_is_told_from_that_of_the_library(filled: Library) -> None:
    read_all(filled)
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("UPDATE words_data SET block = zeroblob(2) WHERE id > 10")
        connection.commit()
    with pytest.raises(failures.SearchDamaged) as caught, filled.reading() as looking:
        finding.count(looking.connection, wanted("note"), None)
    assert caught.value.sentence == (
        f"The search of the library {filled.path} was damaged and is being made anew. What is in "
        "the library is safe. Search again in a moment."
    )


def test_an_error_that_is_no_damage_is_passed_on(filled: Library) -> None:
    with filled.reading() as looking, pytest.raises(Exception, match=r"readonly|read-only"):
        looking.connection.exec_driver_sql("PRAGMA query_only = ON")
        try:
            tables.is_whole(looking.connection)
        finally:
            looking.connection.exec_driver_sql("PRAGMA query_only = OFF")


def test_rows_keep_their_numbers_when_somebody_tidies_the_file_up(filled: Library) -> None:
    read_all(filled)
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("VACUUM")
    assert ids(filled, "note") == ids(filled, "one") == [ARTICLE]
    assert whole(filled)


def test_a_backup_can_be_searched(filled: Library) -> None:
    read_all(filled)
    backup = filled.back_up("copy.db")
    folder = backup.parent / "other"
    folder.mkdir()
    backup.rename(folder / "library.db")
    other = open_library(folder)
    with other.reading() as looking:
        found = finding.find(looking.connection, wanted("note"), None, 5)
    other.close()
    assert len(found) == 1


def test_a_claim_without_words_of_its_own_is_not_kept(filled: Library) -> None:
    with step(filled) as running:
        claims.remove(running, full_claim())
    read_all(filled)
    with closing(sqlite3.connect(filled.path)) as connection:
        assert connection.execute("SELECT article, claim FROM passage").fetchall() == [
            (ARTICLE, None)
        ]


def test_the_texts_that_were_read_last_stay_at_hand_for_marking(filled: Library) -> None:
    with filled.reading() as looking:
        articles.text_of(looking, ARTICLE)
        assert articles.texts_of(looking, [ARTICLE, TWO]) == {ARTICLE: looking.texts[ARTICLE]}
        assert list(articles.some_of(looking, [ARTICLE, TWO])) == [ARTICLE]
        found = marked.of_articles(looking, [ARTICLE, TWO])
    assert {one.claim: tuple(one.span) for one in found[ARTICLE]} == {
        "claim-1": (0, 3),
        "claim-2": (4, 5),
    }
