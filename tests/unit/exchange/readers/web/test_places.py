"""Where a paragraph stood that was left out is known, so that it can be taken back there."""

from annotator.exchange.readers.reading import read_bytes
from annotator.exchange.readers.web.page import of_markup
from annotator.model.text import paragraphs
from annotator.services.drafting import draft_of

SENTENCE = (
    "The river has risen by two metres since Monday, said the mayor, and schools stayed shut "
    "while engineers looked at the dam above the town for the third time this week."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>The river rises</title>
<meta property="og:title" content="The river rises"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>The river rises</h1>
<p>First of all: {SENTENCE}</p>
<figure><img src="a.jpg"><figcaption>A picture of the river taken from above the town</figcaption>
</figure>
<p>Then again: {SENTENCE}</p>
<p>Last of all: {SENTENCE}</p></article>
<aside><p>Subscribe to our newsletter and get the most important news every morning.</p></aside>
</body></html>"""


def test_each_is_counted_from_the_top_of_the_text() -> None:
    article = of_markup(PAGE)
    numbered = [article.text[one.span.start : one.span.end] for one in paragraphs(article.text)]
    assert numbered[0] == "The river rises"
    places = dict(zip(article.dropped, article.places, strict=True))
    caption = next(one for one in places if one.startswith("A picture"))
    assert numbered[places[caption] - 1].startswith("First of all")
    news = next(one for one in places if one.startswith("Subscribe"))
    assert places[news] == len(numbered)


def test_places_cross_from_the_process_that_reads() -> None:
    article = read_bytes(PAGE.encode(), "page.html")
    assert article.cleaned
    assert article.places == of_markup(PAGE).places
    drafted = draft_of(article)
    order = [line.text.partition(" ")[0] for line in drafted.lines]
    assert order.index("A") == order.index("First") + 1
    assert drafted.text() == article.text


def test_plain_text_is_not_cleaned() -> None:
    assert not read_bytes(b"The river\nrises.", "river.txt").cleaned
