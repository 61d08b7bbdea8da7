"""What a PDF can do to a reader: hide, double, turn, and lie."""

import pytest

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.pdf.reading import read
from tests.unit.exchange.readers.pdf.by_hand import DRAWN, PICTURE, lines, pdf, shown

DARK = b"0.1 g 40 490 300 30 re f 1 g\n"


def article(
    *contents: bytes, page: bytes = b"", info: bytes = b"", box: bytes = b""
) -> ReadArticle:
    return read(pdf(contents, page=page, info=info, box=box), ReadOptions())


def text(*contents: bytes, page: bytes = b"", box: bytes = b"") -> str:
    return article(*contents, page=page, box=box).text


def test_letters_drawn_twice_to_look_bold_are_read_once() -> None:
    twice = shown("The bridge is closed", 50, 500) + shown("An end", 50, 400)
    again = shown("The bridge is closed", 50.3, 500)
    assert text(twice + again) == "The bridge is closed\nAn end"


def test_the_letters_recognised_on_a_scanned_page_are_read() -> None:
    seen = shown("The bridge is closed", 50, 500, more="3 Tr")
    assert text(PICTURE + seen) == "The bridge is closed"


def test_invisible_letters_beside_visible_ones_are_not_read() -> None:
    hidden = shown("Buy now", 50, 480, more="3 Tr")
    assert text(shown("The bridge is closed", 50, 500) + hidden) == "The bridge is closed"


def test_white_letters_are_read_on_a_dark_ground_only() -> None:
    assert text(DARK + shown("The bridge", 50, 500)) == "The bridge"
    black = shown("The bridge", 50, 500)
    assert text(black + b"1 g " + shown("Ignore this", 50, 300)) == "The bridge"


def test_letters_beyond_the_page_or_cut_away_are_not_read() -> None:
    away = shown("Away", 50, 700)
    cut = b"q 40 100 300 50 re W n " + shown("Cut", 50, 90) + b"Q "
    kept = b"q 40 100 300 50 re W n " + shown("Kept", 50, 120) + b"Q "
    assert text(shown("The bridge", 50, 500) + away + cut + kept) == "The bridge\nKept"


def test_a_page_whose_box_does_not_begin_at_zero() -> None:
    assert text(shown("The bridge", 1050, 1500), box=b"1000 1000 1420 1595") == "The bridge"


STORY = ["The bridge is closed, the council", "said, and it stays closed for two", "years."]
WHOLE = "The bridge is closed, the council said, and it stays closed for two years."


def test_rotated_pages() -> None:
    turned = b"q 0 1 -1 0 595 0 cm " + lines(STORY) + b"Q\n"
    assert text(lines(STORY), page=b"/Rotate 180") == WHOLE
    assert text(turned, page=b"/Rotate 90", box=b"0 0 595 420") == WHOLE
    assert text(turned, box=b"0 0 595 420") == WHOLE


def test_a_sheet_that_lay_upside_down_on_the_scanner() -> None:
    turned = b"q -1 0 0 -1 420 595 cm " + lines(STORY) + b"Q\n"
    assert text(turned) == WHOLE


def test_a_credit_beside_the_text_comes_after_it() -> None:
    credit = b"q 0 1 -1 0 400 100 cm " + shown("Photo: archive", 0, 0, 6) + b"Q\n"
    assert text(credit + lines(STORY)) == f"{WHOLE}\nPhoto: archive"


def test_a_stamp_across_the_page_is_dropped() -> None:
    stamp = b"q 0.7 0.7 -0.7 0.7 100 100 cm " + shown("DRAFT", 0, 0, 60) + b"Q\n"
    given = article(stamp + lines(STORY))
    assert (given.text, given.dropped) == (WHOLE, ("DRAFT",))


def test_words_placed_one_by_one_in_any_order() -> None:
    words = [("closed", 107), ("The", 50), ("is", 97.5), ("bridge", 68.5)]
    assert text(b"".join(shown(w, x, 500) for w, x in words)) == "The bridge is closed"


def test_words_that_only_a_gap_parts() -> None:
    spread = b"BT /F1 10 Tf 50 500 Td [(The)-260(bridge)-260(is)-260(closed)] TJ ET"
    assert text(spread) == "The bridge is closed"


def test_a_heading_with_its_letters_spread_out_stays_one_word() -> None:
    spread = b"BT /F2 20 Tf 2 Tc 50 500 Td (HARBOUR) Tj ET"
    assert text(spread) == "HARBOUR"


def test_a_large_initial_belongs_to_its_word() -> None:
    first = shown("T", 50, 476, 36)
    rest = lines(
        ["he bridge is closed, the council", "said, and it stays closed", "for two years."], 74
    )
    assert text(first + rest).startswith("The bridge is closed, the council said")


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Year", "Lorries"), ("2014", "31,000"), ("2020", "28,500"), ("2026", "44,120")]
    cells = b"".join(
        shown(left, 50, 400 - 14 * at) + shown(right, 150, 400 - 14 * at)
        for at, (left, right) in enumerate(rows)
    )
    assert text(cells) == "Year Lorries\n2014 31,000\n2020 28,500\n2026 44,120"


def test_a_running_head_with_another_number_on_each_page() -> None:
    pages = [
        shown(f"Courier {number} Monday", 50, 560, 8)
        + lines([f"Story {number} is about ferries.", "It is short."], y=500 - 9 * number)
        + shown(str(number), 200, 30, 8)
        for number in (7, 8, 9)
    ]
    given = article(*pages)
    assert given.text == "\n".join(f"Story {at} is about ferries. It is short." for at in (7, 8, 9))
    assert given.dropped == (
        "Courier 7 Monday",
        "7",
        "Courier 8 Monday",
        "8",
        "Courier 9 Monday",
        "9",
    )


def test_the_only_page_keeps_a_headline_and_loses_its_number() -> None:
    given = article(shown("1998", 50, 560, 20) + lines(STORY) + shown("- 1 -", 200, 30, 8))
    assert (given.text, given.dropped) == (f"1998\n{WHOLE}", ("- 1 -",))


def test_the_address_that_a_browser_prints_is_kept() -> None:
    foot = shown("https://courier.example/bridge 1/1", 20, 10, 8)
    given = article(lines(STORY) + foot)
    assert (given.text, given.metadata.address) == (WHOLE, "https://courier.example/bridge")


def test_what_a_program_made_up_is_no_title_author_or_date() -> None:
    info = b"/Title(Microsoft Word - bridge.docx)/Author(Administrator)/CreationDate(D:2026)"
    metadata = article(lines(STORY), info=info).metadata
    assert (metadata.title, metadata.author, metadata.date) == ("", "", "")


def test_the_day_on_which_it_was_made() -> None:
    info = b"/Title(The bridge)/Author(A. Reporter)/CreationDate(D:20261122101500Z)"
    metadata = article(lines(STORY), info=info).metadata
    assert (metadata.title, metadata.author) == ("The bridge", "A. Reporter")
    assert metadata.date == "2026-11-22"


def test_a_page_that_is_a_picture_among_others_is_said() -> None:
    given = article(lines(STORY), PICTURE)
    assert given.text == WHOLE
    assert given.notes == ("1 page is a picture without text; it was left out.",)


def test_a_page_that_is_drawn_among_others_is_said() -> None:
    given = article(lines(STORY), DRAWN, DRAWN)
    assert given.text == WHOLE
    assert given.notes == ("2 pages are pictures without text; they were left out.",)
    ruled = b"50 100 m 300 100 l S 50 200 200 50 re S "
    assert article(lines(STORY), ruled).notes == ()


def test_a_picture_of_a_page_with_no_more_than_a_running_head_is_said() -> None:
    contents = (lines(LEFT), lines(RIGHT), PICTURE)
    heads = [shown(f"The Courier {number}", 50, 570, 8) for number in (1, 2, 3)]
    given = article(*(head + content for head, content in zip(heads, contents, strict=True)))
    assert given.text.split() == " ".join(STORIES).split()
    assert given.notes == ("1 page is a picture without text; it was left out.",)
    assert article(lines(STORY) + PICTURE).notes == ()


def test_blanks_that_are_drawn_by_themselves_part_nothing() -> None:
    upper = shown("The associa-", 50, 500) + shown("\xa0", 103, 500)
    lower = shown("tion has shown that the bridge", 50, 488) + shown("is the association", 50, 476)
    assert text(upper + lower) == "The association has shown that the bridge is the association"


def test_a_sign_that_has_no_name_is_left_out_and_that_is_said() -> None:
    nameless = b"BT /F1 10 Tf 50 400 Td (price \\001 a\\017 ton) Tj ET"
    given = article(lines(STORY) + nameless)
    assert given.text == f"{WHOLE}\nprice a ton"
    assert given.notes == (
        "Of 2 signs the PDF does not say which letters they are; they were left out.",
    )
    assert article(lines(STORY) + nameless.replace(b"\\001 ", b"")).notes == (
        "Of 1 sign the PDF does not say which letter it is; it was left out.",
    )


LEFT = [
    "The bridge is closed, the council",
    "said on Tuesday, and it will stay",
    "closed for two years at the very",
    "least. Lorries have to go round.",
]
RIGHT = [
    "Traders were angry. They say that",
    "the detour costs them millions of",
    "crowns each year, a number which",
    "nobody could confirm on Monday.",
]
STORIES = [" ".join(LEFT), " ".join(RIGHT)]


def test_columns_that_the_file_gives_row_by_row() -> None:
    rows = zip(LEFT, RIGHT, strict=True)
    both = b"".join(
        shown(left, 50, 500 - 12 * at) + shown(right, 215, 500 - 12 * at)
        for at, (left, right) in enumerate(rows)
    )
    assert text(both) == " ".join(STORIES)


def test_columns_that_the_file_gives_the_wrong_way_round() -> None:
    assert text(lines(RIGHT, 215, 497) + lines(LEFT, 50)) == " ".join(STORIES)


def test_two_stories_side_by_side_with_headlines_of_their_own() -> None:
    left = shown("Bridge closes", 50, 520, 14) + lines(LEFT)
    right = shown("Traders angry", 215, 520, 14) + lines(RIGHT, 215)
    assert text(right + left).split("\n") == [
        "Bridge closes",
        STORIES[0],
        "Traders angry",
        STORIES[1],
    ]


def test_a_quotation_in_large_type_comes_after_the_paragraph_that_it_parts() -> None:
    quoted = shown("It was time", 50, 460, 16)
    assert text(lines(LEFT[:2]) + quoted + lines(LEFT[2:], 50, 440)).split("\n") == [
        STORIES[0],
        "It was time",
    ]


def test_a_list_ends_where_the_text_goes_back_to_the_edge() -> None:
    entries = shown("• A bridge that closes in March and", 60, 488) + lines(
        ["does not open again for two years or", "more"], 70, 476
    )
    after = lines(["The council has not said who will pay for it, nor when."], 50, 452)
    before = lines(["These things are known about the bridge so far:"], 50, 500)
    assert text(before + entries + after).split("\n") == [
        "These things are known about the bridge so far:",
        "• A bridge that closes in March and does not open again for two years or more",
        "The council has not said who will pay for it, nor when.",
    ]


def test_a_hyphen_of_the_word_itself_stays() -> None:
    parted = lines(
        [
            "The council’s well-known in-",
            "spector and forty-",
            "two of the coun-",
            "cil’s engineers found the bridge un-",
            "safe on Tuesday.",
        ]
    )
    assert text(parted) == (
        "The council’s well-known inspector and forty-two of the council’s engineers found the "
        "bridge unsafe on Tuesday."
    )


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("a twenty-first-", "century school", "twenty-first-century"),
        ("a three-and-a-half-", "hour talk", "three-and-a-half-hour"),
        ("a 21st-", "century school", "21st-century"),
        ("the ten-year-", "old boy", "ten-year-old"),
        ("a state-of-", "the-art plan", "state-of-the-art"),
        ("one step-by-", "step plan", "step-by-step"),
        ("his mother-in-", "law said", "mother-in-law"),
        ("a non-govern-", "mental body", "non-governmental"),
        ("a twenty-sec-", "ond rule", "twenty-second"),
        ("men non-in-", "volved in it", "non-involved"),
    ],
)
def test_a_hyphen_in_a_word_that_has_one_already(upper: str, lower: str, whole: str) -> None:
    parted = ["The coun-", "cil’s inspec-", "tor wrote:", upper, lower]
    assert whole in text(lines(parted))


def test_a_document_that_parts_no_words_keeps_every_hyphen() -> None:
    story = [*LEFT, *RIGHT] * 5
    assert "a door-to-door campaign" in text(
        lines(["It began a door-to-", "door campaign", *story])
    )
