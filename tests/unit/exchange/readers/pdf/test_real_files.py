"""Files made by other programs, compared whole with the story that they were made from."""

from pathlib import Path

import pytest

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.pdf.reading import read
from annotator.exchange.readers.pdf.refusals import PdfLocked
from tests.unit.exchange.readers.pdf.making import chromium, groff, libreoffice
from tests.unit.exchange.readers.pdf.making.from_the_right import ARABIC, HEBREW
from tests.unit.exchange.readers.pdf.making.story import FERRY, FERRY_HEADLINE, HEADLINE, STORY

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> ReadArticle:
    return read((SAMPLES / f"{name}.pdf").read_bytes(), ReadOptions())


def paragraphs(name: str) -> list[str]:
    return sample(name).text.split("\n")


def test_a_page_printed_by_chromium_loses_the_browser_s_head_and_foot() -> None:
    article = sample("chromium-article")
    assert article.text.split("\n") == [
        HEADLINE,
        "By our city desk",
        *STORY[:5],
        "What is known",
        "The bridge closes in March.",
        "A ferry that can carry twenty cars is being discussed, but nobody has ordered one yet.",
        *STORY[5:9],
    ]
    assert len(article.dropped) == 4
    assert article.dropped[0].endswith(HEADLINE)
    assert [foot[-3:] for foot in article.dropped[1::2]] == ["1/2", "2/2"]


def test_what_chromium_s_page_says_of_itself() -> None:
    metadata = sample("chromium-article").metadata
    assert (metadata.title, metadata.language) == (HEADLINE, "en-GB")
    assert metadata.date == ""


def test_short_lines_and_items_over_a_page_break_stay_apart_in_what_chromium_prints() -> None:
    assert paragraphs("chromium-lists") == [
        HEADLINE,
        "By Mira Holt",
        "Tuesday",
        *STORY[:2],
        *chromium.CLOSED,
        *STORY[2:5],
        *chromium.SHORT,
        *STORY[5:9],
    ]


def test_a_dense_newspaper_page_is_read_column_by_column() -> None:
    assert paragraphs("chromium-newspaper") == [
        HEADLINE,
        "Traders speak of millions, but their own spreadsheet counts each lorry twice",
        *STORY[:5],
        chromium.CAPTION,
        *STORY[5:],
        "Tell us: how do you cross the harbour?",
        FERRY_HEADLINE,
        *FERRY,
    ]
    assert sample("chromium-newspaper").dropped == ()


def test_scripts_from_right_to_left_and_signs_above_u_ffff() -> None:
    assert paragraphs("chromium-scripts") == [
        "הגשר ייסגר ב-1 במרץ למשך שנתיים לפחות, כך הודיעה העירייה ביום שלישי. "
        "עלות התיקון היא 75 מיליון.",
        "أعلن المجلس يوم الثلاثاء أن الجسر سيغلق لمدة سنتين على الأقل ابتداء من 1 مارس 2026.",
        "A smile 😀 and a flag 🇳🇴, then 𠮷野家 and café.",
    ]


def test_signs_above_u_ffff_that_libreoffice_does_not_draw() -> None:
    assert paragraphs("libreoffice-emoji") == list(libreoffice.EMOJI)
    assert sample("libreoffice-emoji").notes == ()


def test_right_to_left_by_libreoffice_with_brackets_and_foreign_words() -> None:
    assert paragraphs("libreoffice-hebrew") == [
        "הגשר ייסגר ב-1 במרץ למשך שנתיים לפחות, כך הודיעה העירייה ביום שלישי. "
        "עלות התיקון היא 75 מיליון (בערך), לפי דוח של Harbour Traders שפורסם השבוע.",
        "أعلن المجلس يوم الثلاثاء أن الجسر سيغلق لمدة سنتين على الأقل.",
    ]


@pytest.mark.parametrize("program", ["chromium", "libreoffice"])
@pytest.mark.parametrize(("name", "story"), [("hebrew", HEBREW), ("arabic", ARABIC)])
def test_brackets_quotation_marks_and_figures_from_right_to_left(
    program: str, name: str, story: tuple[str, ...]
) -> None:
    assert paragraphs(f"{program}-right-{name}") == list(story)


def test_vertical_lines_from_the_right() -> None:
    assert paragraphs("chromium-vertical") == [
        "市議会は火曜日、港の橋を三月一日から少なくとも二年間閉鎖すると発表した。"
        "点検で十一本の吊り材に亀裂が見つかったためである。",
        "商店主らの団体は、迂回による損失が年間四百五十万に上ると主張している。",
    ]


def test_a_report_with_a_footnote_over_two_pages() -> None:
    article = sample("libreoffice-report")
    third = STORY[2] + "¹"
    assert article.text.split("\n") == [
        HEADLINE,
        *STORY[:2],
        third,
        *STORY[3:9],
        f"1{libreoffice.FOOTNOTE}",
        *STORY[9:],
    ]
    assert article.dropped == (HEADLINE, "Page 1 of 2", HEADLINE, "Page 2 of 2")
    assert article.metadata.author == "A. Reporter"
    assert article.metadata.title == HEADLINE


def test_two_columns_with_a_heading_across_and_other_heads_left_and_right() -> None:
    article = sample("libreoffice-columns")
    expected = [HEADLINE, *STORY[:8], "Who will pay", *STORY[8:], *STORY[:5]]
    assert article.text.split("\n") == expected
    assert article.dropped == ("The Harbour Courier 1", "2 Monday edition")


def test_words_that_groff_has_parted_are_whole_again() -> None:
    article = sample("groff-columns")
    story = article.text.split("\n")
    assert story[:2] == [HEADLINE, "A. Reporter"]
    assert story.count(groff.FOOTNOTE) == 2
    rest = [text for text in story[2:] if text != groff.FOOTNOTE]
    assert rest == [*STORY, *STORY[::-1], FERRY_HEADLINE, *FERRY]
    assert "2" in article.dropped
    assert any("The Harbour Courier" in head for head in article.dropped)


def test_a_document_printed_by_qt_loses_its_page_numbers() -> None:
    article = sample("qt-report")
    assert article.text.split("\n") == [HEADLINE, *STORY]
    assert article.dropped == ("1", "2", "3")
    assert article.metadata.title == ""


def test_a_document_that_needs_a_password_is_refused() -> None:
    with pytest.raises(PdfLocked) as refused:
        sample("libreoffice-password")
    assert str(refused.value) == (
        "This PDF is locked with a password, so it was not added: open it in a PDF program with "
        "its password, print it to a new PDF, and add that."
    )


def test_a_document_whose_owner_forbids_copying_is_read_as_it_is_on_the_screen() -> None:
    assert paragraphs("libreoffice-no-copying") == [STORY[0]]
