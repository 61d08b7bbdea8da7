"""Footnotes stand below the text with their numbers in brackets, as those of a document do."""

from annotator.exchange.readers.article import ReadArticle
from annotator.exchange.readers.web.page import of_markup

BELOW = "Its footnotes stand below the text, with their numbers in brackets."
FIRST = "The council said on Tuesday that the bridge will close in March for at least two years."
LAST = "Traders speak of millions lost, but their own spreadsheet counts each lorry twice a day."


def page(first: str, after: str, more: str = "") -> ReadArticle:
    return of_markup(
        f"<html><head><title>Harbour bridge</title></head><body><article><p>{first}</p>{more}"
        f"<p>{LAST}</p></article>{after}</body></html>"
    )


def mark(sign: str, number: int) -> str:
    return f'<sup id="fnref{number}"><a class="fn" href="#fn{number}">{sign}</a></sup>'


def note(text: str, number: int) -> str:
    return f'<li id="fn{number}"><p>{text} <a href="#fnref{number}">↩</a></p></li>'


def test_a_list_of_notes_of_which_one_is_marked_twice() -> None:
    first = FIRST + mark("[1]", 1) + mark("b", 2) + '<a href="#fn1">1</a>'
    notes = f"<h2>Notes</h2><ol>{note('The press office.', 1)}{note('In <i>May</i>.', 2)}</ol>"
    article = page(first, notes)
    assert article.text.split("\n") == [
        "Harbour bridge",
        f"{FIRST}[1][b][1]",
        LAST,
        "[1] The press office.",
        "[b] In May.",
    ]
    assert article.notes == (BELOW,)
    assert article.dropped == ("Notes",)


def test_a_note_of_two_paragraphs_as_libreoffice_saves_it() -> None:
    anchor = (
        '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>'
    )
    saved = (
        '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"'
        ' href="#sdfootnote1anc">1</a>According to the council.</p><p>It told us so.</p></div>'
    )
    assert page(FIRST + anchor, saved).text.split("\n")[1:] == [
        f"{FIRST}[1]",
        LAST,
        "[1] According to the council.",
        "It told us so.",
    ]


def test_the_note_of_a_line_that_was_left_out_is_left_out_and_named() -> None:
    aside = f'<aside class="related">Related: the ferry{mark("3", 3)}</aside>'
    article = page(FIRST, f"<ol>{note('The harbour office.', 3)}</ol>", aside)
    assert article.text.split("\n")[1:] == [FIRST, LAST]
    assert article.notes == ()
    assert article.dropped == ("Related: the ferry[3]", "[3] The harbour office.")
    assert article.places == (2, 3)


def test_more_notes_than_an_article_has_are_left_where_they_are() -> None:
    marks = "".join(mark(str(number), number) for number in range(600))
    notes = "".join(note("A note.", number) for number in range(600))
    assert page(FIRST + marks, f"<ol>{notes}</ol>").notes == ()


def test_a_link_to_a_place_that_leads_not_back_is_no_mark() -> None:
    article = page(f'{FIRST}<a href="#fn1">1</a>', '<p id="fn1">The harbour office.</p>')
    assert article.text.split("\n")[1] == f"{FIRST}1"
    assert article.notes == ()
