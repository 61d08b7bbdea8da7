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
