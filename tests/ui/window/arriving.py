"""A page as a student saves it, and what the window asks before it is stored."""

from pathlib import Path

from annotator.model.text import canonical
from annotator.ui.arriving.question import DraftQuestion
from tests.ui.window.conftest import Hands

SENTENCE = (
    "The river has risen by two metres since Monday, said the mayor, and schools stayed shut "
    "while engineers looked at the dam above the town for the third time this week."
)
LINES = (
    "The river rises",
    f"First of all 🙂: {SENTENCE}",
    "A picture of the river taken from above the town",
    f"Then again: {SENTENCE}",
    f"Last of all: {SENTENCE}",
)
"""The paragraphs of the page; the third is a caption, and left out."""
CAPTION = 2
TEXT = canonical("\n".join(line for place, line in enumerate(LINES) if place != CAPTION))


def page(folder: Path, name: str = "page.html", word: str = "river") -> Path:
    """A saved page; `word` makes it another article."""
    title, first, caption, second, last = (line.replace("river", word) for line in LINES)
    file = folder / name
    file.write_text(
        f"""<!DOCTYPE html><html lang="en"><head><title>{title}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Post">
<link rel="canonical" href="https://example.org/{word}"></head><body>
<article><h1>{title}</h1><p>{first}</p>
<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>
<p>{second}</p><p>{last}</p></article></body></html>""",
        encoding="utf-8",
    )
    return file


def asked(hands: Hands) -> DraftQuestion:
    """The question about the next article."""
    hands.settle()
    question = hands.question()
    assert isinstance(question, DraftQuestion)
    return question


def titles(hands: Hands) -> list[str]:
    """What is in the library besides the sample, in the order of the list."""
    hands.settle()
    return sorted(
        one.article.metadata.title for one in hands.desk.articles if one.article.origin != "sample"
    )
