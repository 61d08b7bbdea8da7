"""Which single lines of a page are the article's: sentences that only sound like a site's."""

import pytest

from annotator.exchange.readers.article import ReadArticle
from annotator.exchange.readers.web.page import of_markup

SAID = (
    "The council said on Tuesday that the bridge will close in March for at least two years.",
    "Traders speak of millions lost, but their own spreadsheet counts each lorry twice a day.",
    "A ferry that can carry twenty cars is being discussed, but nobody has ordered one yet.",
)


def page(body: str, head: str = "") -> ReadArticle:
    return of_markup(
        f"<html><head><title>Harbour bridge to close</title>{head}</head><body><nav><a href='/'>"
        f"Home</a></nav><article>{body}</article><footer>Imprint</footer></body></html>"
    )


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "sentence",
    [
        "Subscribe to our newsletter was the message that every visitor saw first.",
        "Related: the company that built the bridge had gone bankrupt in 1998.",
        "Sign up for the ferry was what the clerk told them.",
        "Share this with your neighbours, the mayor said, and everybody laughed.",
        "Follow us on Facebook, the banner said, but nobody did.",
        "Get the newsletter by e-mail was his only advice to the parents.",
        "By signing up, residents accept the fee.",
        "All rights reserved is what the stone on the quay says.",
        "Copyright is a word that nobody on the quay had heard.",
        "Comments by the mayor were not printed in the town’s paper.",
    ],
)
def test_a_sentence_stays_whatever_word_of_a_site_is_in_it(sentence: str) -> None:
    article = page(paragraphs(*SAID[:2], sentence, SAID[2]))
    assert article.text.split("\n")[1:] == [*SAID[:2], sentence, SAID[2]]


@pytest.mark.parametrize(
    "call",
    [
        "Subscribe to our newsletter and get the news of the town every morning.",
        "Sign up for our newsletter today.",
        "By signing up, you agree to our terms of use and privacy policy.",
        "Follow us on Facebook for more stories like this one.",
        "Related: <a href='/f'>The ferry did not sail for a week in spring.</a>",
        "© 2024 The Courier. This article was first printed on Monday.",
        "Copyright The Courier",
        "© Courier, all rights reserved",
    ],
)
def test_a_call_to_the_reader_goes_though_it_is_a_sentence(call: str) -> None:
    article = page(paragraphs(*SAID[:2], call, SAID[2]))
    assert article.text.split("\n")[1:] == list(SAID)


LEAD = "Drivers face a long way round from March"


def test_a_lead_without_a_full_stop_stays_in_the_element_of_the_sentences() -> None:
    above = ("LOCAL NEWS", "Mira Holt", "5 March 2024", LEAD)
    article = page(f"<h1>Harbour bridge to close</h1>{paragraphs(*above, *SAID)}")
    assert article.text.split("\n")[1:] == [LEAD, *SAID]
    assert set(above[:3]) < set(article.dropped)


@pytest.mark.parametrize("tag", ["p", "h2", "div"])
def test_a_lead_stays_where_it_is_the_page_s_own_summary(tag: str) -> None:
    body = f"<header><{tag}>{LEAD}</{tag}><p>The Courier</p></header><div>{paragraphs(*SAID)}</div>"
    described = f'<meta name="description" content="{LEAD}.">'
    assert page(body, described).text.split("\n")[1:] == [LEAD, *SAID]
    assert page(body).text.split("\n")[1:] == list(SAID)


def test_lines_without_full_stops_stay_where_they_are_most_of_the_article() -> None:
    lines = ("Aldbury United 3, Norford Town 1", "Selby Rovers 2, Linton 2", "Ferry Lane 0, Quay 4")
    end = "Aldbury leads by six points."
    assert page(paragraphs(*lines, end)).text.split("\n")[1:] == [*lines, end]


@pytest.mark.parametrize("place", range(4))
def test_a_short_quotation_stays_wherever_it_stands(place: int) -> None:
    lines = [f"<p>{line}</p>" for line in SAID]
    lines.insert(place, "<blockquote>Nobody knows</blockquote>")
    wanted = [*SAID[:place], "Nobody knows", *SAID[place:]]
    assert page("".join(lines)).text.split("\n")[1:] == wanted


def test_the_signs_of_a_formula_stay_in_their_sentence() -> None:
    formula = (
        "<math><semantics><mrow><mn>3</mn><mo>+</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow>"
        '<annotation encoding="application/x-tex">3+\\frac12</annotation></semantics></math>'
    )
    said = f"The cost rose by {formula} million, the treasurer said before the meeting."
    read = page(paragraphs(SAID[0], said, SAID[1]))
    assert "The cost rose by 3+1/2 million, the treasurer said before the meeting." in read.text
