"""Whole pages: what comes out of each is beside it, as a person would read it.

Some were saved by other programs (Chromium, LibreOffice Writer, pandoc), some are written as papers
write theirs: invented, with every kind of clutter that a paper's site has.
"""

from pathlib import Path

import pytest

from annotator.exchange.readers.article import ReadArticle, ReadOptions
from annotator.exchange.readers.web.page import read
from annotator.model.article import Metadata

PAGES = Path(__file__).parent / "pages"


def article(name: str) -> ReadArticle:
    return read((PAGES / f"{name}.html").read_bytes(), ReadOptions())


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_the_article_is_kept_and_nothing_else(page: Path) -> None:
    wanted = page.with_suffix(".txt").read_text(encoding="utf-8")
    assert read(page.read_bytes(), ReadOptions()).text == wanted.rstrip("\n")


@pytest.mark.parametrize(
    ("name", "metadata"),
    [
        (
            "harbour",
            Metadata(
                title="Harbour bridge to close for a year, council says",
                outlet="The Aldbury Courier",
                author="Mira Holt, Ned O'Brien",
                date="2024-03-05",
                address="https://courier.example/news/harbour-bridge?id=7",
                language="en-GB",
            ),
        ),
        (
            "zeitung",
            Metadata("Freibad öffnet früher", "Talbote", "Jana Kern", "2023-05-12", "", "de"),
        ),
        (
            "gazette-2002",
            Metadata("School keeps its garden", "Valley Gazette", "", "2002-12-17", "", ""),
        ),
        ("pandoc", Metadata("Orchard census", "", "Field Notes", "2022-04-03", "", "en")),
        (
            "bridge-cp1251",
            Metadata("Мост закроют на ремонт", "Речной вестник", "", "2021-10-09", "", "ru"),
        ),
    ],
)
def test_a_page_fills_the_details_in(name: str, metadata: Metadata) -> None:
    assert article(name).metadata == metadata


SHOWN_IN_TOWN = """\
Skip to content|The Courier|News|Sport|Aldbury bridge|By Mira Holt|5 March 2024|
Two pillars are cracked|Aldbury is a town on the river Ald.[1]|The harbour bridge will be closed|
By Tuesday the water had gone.|Related: the council also voted|Photo: nobody has one of the bridge|
Published in 1987, the plan|“We could not have waited|Related: Ferry timetable doubled|
These bridges stay open:|Customs House Bridge|The old railway bridge by the mill|
Share this article|***|Cyclists and pedestrians|The GDP of the town rose last year.|
Popular news sites wrote about it|Show more|He will not resign.|The bridge|Most read|Pike|
© Courier|Imprint"""
"""The beginnings of all lines that a browser shows of the page, in its order."""


def test_each_line_that_shows_is_kept_or_named_in_its_place() -> None:
    town = article("town")
    kept, waiting = town.text.split("\n"), list(zip(town.places, town.dropped, strict=True))
    lines: list[str] = []
    for number, line in enumerate(kept):
        lines += [dropped for place, dropped in waiting if place == number]
        lines.append(line)
    lines += [dropped for place, dropped in waiting if place >= len(kept)]
    shown = SHOWN_IN_TOWN.replace("|\n", "|").split("|")
    assert len(lines) == len(shown)
    for line, begins in zip(lines, shown, strict=True):
        assert line.startswith(begins)


def test_what_was_left_out_is_named_each_once() -> None:
    assert article("zeitung").dropped == (
        "Willkommen",
        "Besuchen Sie talbote.example wie gewohnt mit Werbung und Tracking oder schließen Sie ein "
        "Abonnement ab, um ohne Werbung zu lesen.",
        "LokalesSport",
        "Sommer",
        "Von Jana Kern",
        "TeilenMerkenDrucken",
        "Lesen Sie auch: Molkerei baut aus",
        "Anzeige",
        "Mehr zum Thema",
        "Bademeister gesucht",
        "Die Gemeinde sucht für den Sommer zwei Rettungsschwimmer, die auch am Wochenende arbeiten "
        "können.",
        "Streit um Parkplätze",
        "Anwohner der Badstraße wehren sich gegen neue Parkplätze, die bis Juli gebaut werden "
        "sollen.",
    )


def test_a_charset_that_lies_is_said() -> None:
    assert article("bridge-cp1251").notes == (
        "The page is not written in the encoding that it names; it was read as cp1251.",
    )
    assert article("harbour").notes == ()


def test_what_only_a_script_shows_comes_from_the_pages_data_and_that_is_said() -> None:
    assert article("script-only").notes == (
        "The page shows no article; it was taken from the page’s data for search engines.",
    )


def test_the_address_that_it_was_fetched_from_completes_the_pages_own() -> None:
    data = (PAGES / "zeitung.html").read_bytes()
    fetched = read(data, ReadOptions(address="https://talbote.example/r?u=1"))
    assert fetched.metadata.address == (
        "https://talbote.example/lokales/freibad-oeffnet-frueher.html"
    )


@pytest.mark.parametrize("word", ["false", '"False"', '"http://schema.org/False"'])
def test_what_is_for_subscribers_may_be_cut_short_and_that_is_said(word: str) -> None:
    script = f'{{"@type": "NewsArticle", "isAccessibleForFree": {word}}}'
    markup = (
        f'<html><script type="application/ld+json">{script}</script><p>The bridge is closed, the '
        "council said on Monday. Subscribers can read why.</p></html>"
    )
    assert read(markup.encode(), ReadOptions()).notes == (
        "The page says that it is for subscribers: part of the article may be missing.",
    )
