"""The page says what the report says, and is built as screen readers and keyboards need it."""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from annotator.exchange.writers import html
from annotator.model.report import Report, Work, report_of
from tests.unit.exchange.writers.page import nothing, of_class, page, with_id, words
from tests.unit.exchange.writers.works import STUDENT, article, claim, sample, snares, work

REPORTS = {
    "one article": [sample()],
    "snares": [snares()],
    "several articles": [sample(), snares()],
}


@pytest.fixture(params=list(REPORTS.values()), ids=list(REPORTS))
def report(request: pytest.FixtureRequest) -> Report:
    return report_of(request.param)


def row(root: Element, number: int, key: str = "") -> list[str]:
    return [words(cell) for cell in with_id(root, f"{key}c{number}")]


def test_the_first_page_says_whose_work_on_what_it_is() -> None:
    root = page(report_of([sample()]))
    front = next(of_class(root, "front"))
    said = " ".join(words(front).split())
    assert said.startswith(
        "Annotated article Afghan Resistance Continues Without US Support, Three Years After "
        "Withdrawal Outlet Unknown Author Unknown Date Unknown Address Unknown "
        "Marked by Student 7 9 passages: 5 attributed to 3 sources, 3 contested, 2 verified, "
        "2 open, 2 unfinished"
    )


def test_known_details_stand_instead_of_unknown() -> None:
    root = page(report_of([snares()]))
    details = next(of_class(root, "details"))
    assert [words(one) for one in details.iter("dd")] == [
        "The <i>Paper</i> & Sons",
        '" onmouseover="alert(1)',
        "=1+1",
        "https://example.org/a?b=1&c=2",
    ]
    assert [link.get("href") for link in details.iter("a")] == ["https://example.org/a?b=1&c=2"]


def test_the_sources_stand_with_their_stake() -> None:
    table = next(of_class(page(report_of([sample()])), "plain"))
    assert [[words(cell) for cell in one] for one in table.iter("tr")] == [
        ["Source", "Kind", "Stake", "Says so", "Disagrees"],
        ["Ali Nazary, head of foreign relations for the NRF", "person", "own interest", "1", "–"],
        ["the Taliban", "organisation", "unknown", "–", "1"],
        ["U.N. report of 2022", "document", "not said", "1", "–"],
        ["UN Security Council report", "document", "independent", "1", "–"],
        ["unnamed source", "unnamed", "not said", "1", "–"],
    ]


def test_the_chart_says_in_words_what_it_shows() -> None:
    root = page(report_of([sample()]))
    (chart,) = of_class(root, "chart")
    (picture,) = chart
    ids = (picture.get("aria-labelledby") or "").split()
    assert [words(with_id(root, one)) for one in ids] == [
        "How many passages carry each tag",
        "Attributed: 5; Contested: 3; Verified: 2; Open: 2",
    ]
    assert picture.get("role") == "img"


def test_the_bars_are_as_long_as_the_numbers() -> None:
    (chart,) = of_class(page(report_of([sample()])), "chart")
    widths = [int(bar.get("width", "")) for bar in of_class(chart, "bar")]
    assert widths == [216, 130, 86, 86]


def test_the_article_is_there_word_for_word(report: Report) -> None:
    root = page(report)
    for number, one in enumerate(report.articles, 1):
        key = f"a{number}-" if len(report.articles) > 1 else ""
        for paragraph in one.paragraphs:
            shown = with_id(root, f"{key}p{paragraph.number}")
            for notes in list(shown.iter("sup")):
                notes[:] = []
            said = one.text[slice(*paragraph.span)].replace("\x0b", "␋")
            assert words(shown) == said


def test_each_claim_is_numbered_once_and_leads_to_its_row_and_back(report: Report) -> None:
    root = page(report)
    for number, one in enumerate(report.articles, 1):
        key = f"a{number}-" if len(report.articles) > 1 else ""
        for entry in one.entries:
            note = with_id(root, f"{key}m{entry.number}")
            assert note.get("href") == f"#{key}c{entry.number}"
            assert words(note) == str(entry.number)
            back = next(with_id(root, f"{key}c{entry.number}").iter("a"))
            assert back.get("href") == f"#{key}m{entry.number}"


def test_a_number_in_the_article_says_what_it_is() -> None:
    root = page(report_of([sample()]))
    labels = [with_id(root, f"m{number}").get("aria-label") for number in (1, 2, 6)]
    assert labels == ["Claim 1: Verified", "Claim 2: Open", "Claim 6: Attributed, Contested"]


def test_a_row_says_all_of_its_claim() -> None:
    root = page(report_of([sample()]))
    assert row(root, 5) == [
        "5",
        "the Taliban has taken minimal action to curb al Qaeda activity"
        "¶ 5 · Student 7 · ★ best check",
        "A AttributedV Verified",
        "Says so: UN Security Council report (document, independent)"
        "in the words indicatestold by member states",
        "https://example.org/encyclopedia?article=Kabul&year=2021"
        "supports it checked 2024-09-03Kabul fell on 15 August 2021."
        "The school library’s yearbookfound nothing checked 2024-09-04It ends in 2019.",
    ]
    assert row(root, 6)[3] == (
        "Says so: U.N. report of 2022 (document)in the words stated"
        "Disagrees: the Taliban (organisation, stake unknown)in the words downplay"
    )


def test_notes_links_and_what_is_missing_stand_with_the_passage() -> None:
    root = page(report_of([sample()]))
    assert row(root, 3)[1].endswith(
        "Note: He speaks for the NRF itself.\nNobody outside it is asked."
    )
    assert row(root, 4)[1].endswith("¶ 4 · Student 7say who says so")
    assert row(root, 7)[1].endswith(
        "Disagrees with claim 6Belongs with a claim that is not in this report"
    )
    assert row(root, 9)[2] == "? Openchecked, still open"


def test_a_link_into_another_article_says_which() -> None:
    root = page(report_of([snares(), sample()]))
    (there,) = (one for one in with_id(root, "a1-c1").iter("a") if "article" in words(one))
    assert (words(there), there.get("href")) == ("claim 6 of article 2", "#a2-c6")


def test_tags_lie_on_one_another_as_stacked_lines() -> None:
    of = article(3, "One two three")
    over = [
        claim(1, of, "One two three", "One two", "A"),
        claim(2, of, "One two three", "two three", "CV"),
    ]
    shown = with_id(page(report_of([work(of, "One two three", over, STUDENT)])), "p1")
    assert [
        (words(mark), mark.get("class"), [line.get("class") for line in mark.iter("span")])
        for mark in shown.iter("mark")
    ] == [
        ("One ", "a a1", []),
        ("two", "a a1 b", ["c2", "v3"]),
        (" three", "c c1", ["v2"]),
    ]


def test_an_open_claim_has_a_line_of_its_own() -> None:
    of = article(3, "One two")
    shown = with_id(
        page(report_of([work(of, "One two", [claim(1, of, "One two", "One")], STUDENT)])), "p1"
    )
    assert [mark.get("class") for mark in shown.iter("mark")] == ["o o1"]


def test_every_style_of_the_marks_is_in_the_style_sheet(report: Report) -> None:
    root = page(report)
    sheet = words(next(root.iter("style")))
    used = {
        name
        for mark in root.iter("mark")
        for one in mark.iter()
        for name in one.get("class", "").split()
    }
    assert used
    assert [name for name in sorted(used) if not re.search(rf"\.{name}[ ,{{]", sheet)] == []


def test_a_line_of_mixed_direction_finds_its_own() -> None:
    root = page(report_of([snares()]))
    assert with_id(root, "p1")[0].get("dir") == "auto"
    assert next(with_id(root, "c1").iter("q")).get("dir") == "auto"


def test_the_title_line_is_set_as_a_headline_only_where_it_is_the_title() -> None:
    assert [words(one)[:16] for one in of_class(page(report_of([sample()])), "headline")] == [
        "Afghan Resistanc"
    ]
    assert list(of_class(page(report_of([snares()])), "headline")) == []


def test_headings_do_not_leave_out_a_level(report: Report) -> None:
    levels = [
        int(one.tag[1]) for one in page(report).iter() if re.fullmatch("h[1-6]", str(one.tag))
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_headed_rows_and_columns(report: Report) -> None:
    for table in page(report).iter("table"):
        assert words(next(table.iter("caption")))
        assert {head.get("scope") for head in table.iter("th")} == {"col", "row"}


def test_ids_are_there_once_and_all_that_is_named_is_there(report: Report) -> None:
    root = page(report)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    named = [one.get("href", "")[1:] for one in root.iter("a") if one.get("href", "")[:1] == "#"]
    for one in root.iter():
        named += one.get("aria-labelledby", "").split()
    assert set(named) <= set(ids)


def test_the_page_says_its_language_and_the_articles_where_it_is_known() -> None:
    text = "Une phrase"
    of = article(3, text, language="fr")
    root = page(report_of([work(of, text, [], STUDENT)]))
    assert root.get("lang") == "en"
    assert next(of_class(root, "text")).get("lang") == "fr"
    assert next(of_class(page(report_of([snares()])), "text")).get("lang") is None


def test_an_article_without_claims_is_a_report_too() -> None:
    of = article(3, "One two")
    root = page(report_of([work(of, "One two", [], STUDENT)]))
    assert "Marked by Student 7" in " ".join(words(root).split())
    assert words(with_id(root, "claims")) == "The claims"
    assert "No claims yet" in words(root)
    nobody = page(report_of([Work(of, "One two", [], [], {})]))
    assert "Nobody has marked anything in this article yet." in words(nobody)


def test_a_very_long_quote_is_shortened_in_the_table_alone() -> None:
    text = "word " * 1000
    of = article(3, text)
    root = page(report_of([work(of, text, [claim(1, of, text, text.strip())], STUDENT)]))
    (quote,) = with_id(root, "c1").iter("q")
    assert len(words(quote)) == 1500 + 300 + len(" […] ")
    assert words(with_id(root, "p1")).startswith(text.strip())


def test_progress_is_told_to_the_last_claim() -> None:
    text = "word " * 600
    of = article(3, text)
    claims = [claim(n, of, text, "word " * n) for n in range(1, 600)]
    told: list[int] = []
    html.write(report_of([work(of, text, claims, STUDENT)]), told.append)
    assert sum(told) == 599
    assert len(told) > 2


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert html.write(report, nothing) == html.write(report, nothing)
