"""What was read can be corrected before it is stored, paragraph by paragraph."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.readers.article import ReadArticle
from annotator.model.article import Metadata
from annotator.model.text import canonical, is_empty, paragraphs
from annotator.services.drafting import draft_of, finished
from annotator.services.preparing import Prepared

TEXT = "Headline 🙂\n\nFirst paragraph.\n \nSecond 𠮷 one.\nThird.\n"


def read(text: str, *dropped: str, places: tuple[int, ...] = ()) -> ReadArticle:
    return ReadArticle(text, Metadata(), dropped=dropped, places=places)


def lines(article: ReadArticle) -> list[tuple[str, bool]]:
    return [(line.text, line.found) for line in draft_of(article).lines]


@given(
    st.text(st.characters() | st.sampled_from("\n\n \u2028a"), max_size=80).map(canonical),
    st.lists(st.text("ab c", min_size=1), max_size=3),
)
def test_untouched_it_is_the_readers_text_to_the_last_code_point(
    text: str, dropped: list[str]
) -> None:
    draft = draft_of(read(text, *dropped))
    assert draft.text() == ("" if is_empty(text) else text)
    assert sum(line.found for line in draft.lines) == len(paragraphs(text))


@given(st.data())
def test_what_is_dropped_goes_alone_and_comes_back_where_it_was(data: st.DataObject) -> None:
    piece = st.text("ab🙂𠮷 é", min_size=1).filter(lambda one: not is_empty(one))
    pieces = data.draw(st.lists(piece, min_size=1, max_size=6))
    gaps = [data.draw(st.sampled_from(["\n", "\n\n", "\n \n"])) for _ in pieces]
    text = "".join(part for pair in zip(pieces, gaps, strict=True) for part in pair)
    draft = draft_of(read(text))
    kept = data.draw(st.sets(st.sampled_from(range(len(pieces))), min_size=1))
    shorter = draft.with_kept(frozenset(kept)).text()
    assert [shorter[one.span.start : one.span.end] for one in paragraphs(shorter)] == [
        pieces[number] for number in sorted(kept)
    ]
    assert shorter == canonical(shorter)
    assert draft.with_kept(draft.kept).text() == text


def test_empty_lines_go_with_the_paragraph_before_them() -> None:
    draft = draft_of(read(TEXT))
    assert draft.with_kept(frozenset({0, 2, 3})).text() == "Headline 🙂\n\nSecond 𠮷 one.\nThird.\n"
    assert draft.with_kept(frozenset({0, 1})).text() == "Headline 🙂\n\nFirst paragraph.\n"
    assert draft.with_kept(frozenset()).text() == ""


def test_what_the_reader_left_out_stands_where_it_was() -> None:
    article = read("A\nB\nC", "menu", "caption", "share", places=(0, 2, 3))
    assert lines(article) == [
        ("menu", False),
        ("A", True),
        ("B", True),
        ("caption", False),
        ("C", True),
        ("share", False),
    ]
    draft = draft_of(article)
    assert draft.with_kept(draft.kept | {3}).text() == "A\nB\ncaption\nC"
    assert draft.with_kept(draft.kept | {5}).text() == "A\nB\nC\nshare"


def test_without_a_place_it_stands_at_the_end() -> None:
    assert lines(read("A\nB", "x", "y")) == [("A", True), ("B", True), ("x", False), ("y", False)]


def test_words_are_counted_of_what_stays() -> None:
    draft = draft_of(read("Two words\nIt’s one-off", "not these words"))
    assert draft.words == 4
    assert draft.with_kept(draft.kept | {2}).words == 7
    assert draft.with_kept(frozenset({1})).left_out == ("Two words", "not these words")


def test_what_is_finished_is_kept_with_the_fields_of_the_person() -> None:
    prepared = Prepared("page.html", "page.html", read("A\nB", "x"))
    assert prepared.given
    draft = draft_of(prepared.given)
    done = finished(prepared, draft.with_kept(frozenset({0, 2})), Metadata(title="Mine"))
    assert done == replace(
        prepared, given=ReadArticle("A\nx", Metadata(title="Mine"), dropped=("B",))
    )
