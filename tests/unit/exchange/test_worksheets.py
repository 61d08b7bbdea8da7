"""Feedback goes into its cells of a grading worksheet, and not a byte besides is another."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.files import TooLarge
from annotator.exchange.worksheets import (
    LARGEST,
    Filled,
    NoFeedbackColumn,
    NotUtf8Worksheet,
    NoWorksheet,
    fill,
)
from annotator.model.failure import Refusal

ENGLISH = (
    "\ufeffIdentifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\","
    "\"Grade can be changed\",\"Last modified (submission)\",\"Last modified (grade)\","
    "\"Feedback comments\"\n"
    "\"Participant 101\",\"Li, Ana\",ana@example.org,\"Submitted for grading\",,100.00,Yes,"
    "\"Monday, 2 September 2024, 9:00 AM\",-,\n"
    "\"Participant 102\",\"O\"\"Neil 🐝\",ben@example.org,\"No submission\",7.00,100.00,Yes,-,"
    "\"Tuesday, 3 September 2024\",\"<p>Old, \"\"words\"\"</p>\"\n"
    "\"Participant 103\",=1+1,c@example.org,x,,100.00,Yes,-,-,\r\n"
)  # fmt: skip
GERMAN = (
    "ID;\"Vollständiger Name\";Bewertung;\"Zuletzt geändert (Bewertung)\";"
    "\"Feedback als Kommentar\";Lernziele\r\n"
    "Teilnehmer/in7;Zoë;;-;;\r\n"
    "Teilnehmer/in8;Max;;-;;"
)  # fmt: skip
UNKNOWN = (
    "Tunnus,Nimi,Arvosana,Muokattu,Palaute\nOsallistuja 5,A,,-,\nOsallistuja 6,B,,-,<p>x</p>\n"
)


def cells(text: str, separator: str = ",") -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator)
    )


def filled(text: str, **feedback: str) -> str:
    return fill(
        text.encode(), {id_.removeprefix("n"): one for id_, one in feedback.items()}
    ).data.decode()


def test_only_the_cells_of_the_feedback_change() -> None:
    text = filled(ENGLISH, n101='Well done.\nLook at <b> & "q".', n103="=1+1")
    before, after = cells(ENGLISH), cells(text)
    assert after[1][-1] == '<p>Well done.<br>Look at &lt;b&gt; &amp; "q".</p>'
    assert after[3][-1] == "<p>=1+1</p>"
    assert [row[:-1] for row in after] == [row[:-1] for row in before]
    assert (after[0], after[2]) == (before[0], before[2])
    # To the byte: the text is the old one with two insertions where nothing stood.
    first = '"<p>Well done.<br>Look at &lt;b&gt; &amp; ""q"".</p>"'
    assert text == ENGLISH.replace("-,\n", f"-,{first}\n").replace("-,\r\n", '-,"<p>=1+1</p>"\r\n')


def test_what_became_of_whom_is_said() -> None:
    found = fill(ENGLISH.encode(), {"102": "new", "999": "nobody", "101": "x"})
    assert (found.filled, found.replaced, found.missing) == (("101", "102"), ("102",), ("999",))
    again = fill(found.data, {"102": "new", "101": "x"})
    assert again == Filled(found.data, ("101", "102"), (), ())


def test_nothing_to_fill_in_leaves_every_byte() -> None:
    for text in (ENGLISH, GERMAN, UNKNOWN):
        assert fill(text.encode(), {}).data == text.encode()


def test_other_languages_and_separators() -> None:
    text = filled(GERMAN, n7="gut", n8="auch")
    assert cells(text, ";")[1] == ["Teilnehmer/in7", "Zoë", "", "-", "<p>gut</p>", ""]
    assert text.endswith('Teilnehmer/in8;Max;;-;"<p>auch</p>";')
    assert '5,A,,-,"<p>hyvä</p>"\n' in filled(UNKNOWN, n5="hyvä")


def test_nobody_gets_what_is_said_to_somebody_else() -> None:
    found = fill(ENGLISH.encode(), {"101": "x", "102": "y"}, {"101": "Ana Li", "102": "Oneil"})
    assert (found.filled, found.missing, found.strangers) == (("102",), (), ("101",))
    assert cells(found.data.decode())[1] == cells(ENGLISH)[1]


@pytest.mark.parametrize("name", ["Li, Ana", "LI ANA", "Participant", "", "🌸"])
def test_the_name_of_a_folder_lacks_signs_or_is_hidden(name: str) -> None:
    assert fill(ENGLISH.encode(), {"101": "x"}, {"101": name}).filled == ("101",)


def test_whose_number_nobody_knows_is_found_by_the_full_name() -> None:
    found = fill(ENGLISH.encode(), {"102": "y"}, {}, {"Li  Ána": "x", "Nobody": "z"})
    assert found.filled == ("101", "102")
    assert cells(found.data.decode())[1][-1] == "<p>x</p>"
    twice = ENGLISH + '"Participant 104","Li, Ana",d@example.org,x,,100.00,Yes,-,-,\n'
    assert fill(twice.encode(), {}, {}, {"Li, Ana": "x"}).filled == ()


def test_a_name_in_several_lines_and_cells_with_line_ends() -> None:
    header = "Identifier,Full name,Online text,Feedback comments\n"
    text = header + 'Participant 1,A,"one\r\n\rtwo, ""x""",\n'
    assert filled(text, n1="y") == text[:-1] + '"<p>y</p>"\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Name\nAna\n",
        "Identifier,Full name,Feedback comments\n",
        "Identifier,Full name,Feedback comments\nAna,Li,\n",
        "Identifier,Full name,Feedback comments\n101,Li,\n",
        "Identifier,Full name,Feedback comments\nParticipant 1,A,\nStudent 2,B,\n",
        '"never ends,a,b\nParticipant 1,A,\n',
    ],
)
def test_another_table_is_refused(text: str) -> None:
    with pytest.raises(NoWorksheet) as caught:
        fill(text.encode(), {"1": "x"})
    assert caught.value.sentence == (
        "It is no grading worksheet of Moodle, so no feedback was filled in: download it from the "
        "assignment in Moodle (Download grading worksheet) and choose that file."
    )


@pytest.mark.parametrize("last", ["-", "Monday, 2 September"])
def test_a_worksheet_without_comments_is_refused(last: str) -> None:
    text = f'Tunnus,Nimi,Muokattu\nOsallistuja 1,A,"{last}"\n'
    with pytest.raises(NoFeedbackColumn) as caught:
        fill(text.encode(), {"1": "x"})
    assert caught.value.sentence == (
        "The grading worksheet has no column for feedback, so none was filled in: switch “Feedback "
        "comments” on in the assignment's settings and download it again."
    )


def test_what_a_spreadsheet_made_of_it_is_refused() -> None:
    with pytest.raises(NotUtf8Worksheet) as caught:
        fill(GERMAN.encode("cp1252"), {})
    assert caught.value.sentence == (
        "The grading worksheet is not in UTF-8 any more, so no feedback was filled in: choose the "
        "file as Moodle gave it, before another program saved it."
    )
    with pytest.raises(TooLarge):
        fill(b"x" * (LARGEST + 1), {})


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=8)


@given(
    st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.booleans(),
)
def test_every_other_cell_of_any_worksheet_stays(
    rows: list[tuple[str, str]], end: str, quoting: int, marked: bool
) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerow(["Identifier", "Full name", "Feedback comments", "Outcomes"])
    for number, (name, outcome) in enumerate(rows):
        writer.writerow([f"Participant {number}", name, "", outcome])
    text = ("\ufeff" if marked else "") + table.getvalue()
    after = fill(text.encode(), {"0": "first"})
    assert after.filled == ("0",)
    changed = cells(after.data.decode())
    assert changed[1] == ["Participant 0", rows[0][0], "<p>first</p>", rows[0][1]]
    assert [row[:2] + row[3:] for row in changed] == [row[:2] + row[3:] for row in cells(text)]
    assert len(after.data) - len(text.encode()) == len('"<p>first</p>"') - 2 * (
        quoting == csv.QUOTE_ALL
    )


@given(st.binary(max_size=80), st.integers(0, len(ENGLISH.encode())))
def test_any_bytes_are_filled_or_refused(noise: bytes, cut: int) -> None:
    data = ENGLISH.encode()[:cut] + noise
    try:
        found = fill(data, {"101": "x"})
    except Refusal:
        return
    assert found.filled or found.data == data
