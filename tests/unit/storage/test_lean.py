"""A library holds each text once; a change tells of an article without it."""

from annotator.model.change import Row, RowChange
from annotator.storage.incoming import of_hashes
from annotator.storage.lean import is_as, lacks_text, lean, with_texts
from annotator.storage.library import Library

FULL: Row = {"id": "a", "title": "One", "sha256": "s", "text": "The text"}
BARE: Row = {"id": "a", "title": "One", "sha256": "s"}
OTHER: Row = {"id": "p", "name": "Ann"}


def article(before: Row | None, after: Row | None) -> RowChange:
    return RowChange("article", ("a",), before, after)


def test_only_the_step_that_takes_an_article_out_holds_its_text() -> None:
    renamed = FULL | {"title": "Two"}
    person = RowChange("person", ("p",), None, OTHER)
    taken_out = article(FULL, None)
    assert lean([article(None, FULL), article(FULL, renamed), taken_out, person]) == (
        article(None, BARE),
        article(BARE, BARE | {"title": "Two"}),
        taken_out,
        person,
    )


def test_a_row_is_as_a_change_knows_it_with_its_text_or_without() -> None:
    assert is_as(FULL, BARE)
    assert is_as(FULL, FULL)
    assert is_as(OTHER, OTHER)
    assert is_as(None, None)
    assert not is_as(FULL, None)
    assert not is_as(None, BARE)
    assert not is_as(FULL, BARE | {"title": "Two"})
    assert not is_as(FULL, FULL | {"text": "Another"})


def test_texts_come_from_the_row_that_is_there_or_from_the_step_that_took_it_out() -> None:
    wanted = [article(None, BARE), RowChange("person", ("p",), None, OTHER), article(FULL, None)]
    assert [lacks_text(one) for one in wanted] == [True, False, False]
    taken_out = [RowChange("person", ("p",), OTHER, None), article(FULL, None)]
    given = [article(None, FULL), *wanted[1:]]
    assert with_texts(wanted, {}, taken_out) == given
    assert with_texts(wanted, {("a",): FULL}, []) == given
    assert with_texts(wanted, {("p",): OTHER}, [article(BARE, None)]) == wanted


def test_articles_by_many_hashes(filled: Library) -> None:
    with filled.reading() as reading:
        known = reading.connection.exec_driver_sql("SELECT sha256, id FROM article").all()
        hashes = [*(f"{number:064x}" for number in range(1_200)), *(row[0] for row in known)]
        found = of_hashes(reading, hashes + hashes)
        assert of_hashes(reading, []) == {}
    assert {sha256: one.id for sha256, one in found.items()} == {row[0]: row[1] for row in known}
