"""The report as one web page: it needs nothing but itself, and prints as a hand-out.

The words and their order stand in resources/report/; here is only what a template cannot say well.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from annotator import words
from annotator.exchange.writers import wording
from annotator.exchange.writers.html.marked import marked
from annotator.exchange.writers.html.rows import rows
from annotator.exchange.writers.html.templates import Shapes, page
from annotator.exchange.writers.looks import Look, look, looks
from annotator.exchange.writers.parts import Part
from annotator.exchange.writers.telling import Lead, claim_columns, leads, source_columns
from annotator.exchange.writers.titles import begins_with_title, details, passages, title_of_report
from annotator.model.report import Report, Reported
from annotator.model.tags import Tag
from annotator.words import _

Tick = Callable[[int], None]

_LONGEST_BAR = 216
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the chart; its width is in units of the drawing."""

    look: Look
    count: int
    width: int


def write(report: Report, tick: Tick, parts: Sequence[Part] = ()) -> bytes:
    """The page in UTF-8. The same report gives the same bytes.

    `parts` stand behind the first page of a report on one article.
    """
    several = len(report.articles) > 1
    views = [View(one, place, several, tick) for place, one in enumerate(report.articles, 1)]
    for view in views[:1]:
        view.parts = parts
    pieces = page().generate(
        articles=views,
        title=title_of_report(report),
        language=words.language(),
        looks=[look(tag) for tag in (*Tag, None)],
        source_columns=source_columns(),
        claim_columns=claim_columns(),
        kinds={kind: _(name) for kind, name in wording.KINDS.items()},
        stakes={stake: _(name) for stake, name in wording.STAKES.items()},
    )
    # Encoded piece by piece: one string of a long report is copied slower than it is made.
    return b"".join(piece.encode("utf-8") for piece in pieces)


class View:
    """An article as the templates ask for it."""

    def __init__(self, reported: Reported, place: int, several: bool, tick: Tick) -> None:
        self.key = f"a{place}-" if several else ""
        self.title = reported.article.metadata.title
        self.details = details(reported)
        self.entries = reported.entries
        self.sources = reported.sources
        self.work = reported.work
        self.parts: Sequence[Part] = ()
        self._reported = reported
        self._place = place
        self._tick = tick
        self._shapes = Shapes(self.key)

    @property
    def passages(self) -> str:
        """How many claims there are, in words."""
        return passages(self._reported)

    @property
    def leads(self) -> list[tuple[Lead, list[Look]]]:
        """The best checks, which lead the report, with the looks of their tags."""
        return [(lead, looks(lead.entry.claim.tags)) for lead in leads(self._reported)]

    @property
    def text_language(self) -> dict[str, str]:
        """The attribute that says which language the article is in, where that is known."""
        language = self._reported.article.metadata.language
        return {"lang": language} if _LANGUAGE.fullmatch(language) else {}

    @property
    def bars(self) -> list[Bar]:
        """How many claims carry each tag, and how many none."""
        tallies = [one.tally for one in self.work]
        counts: dict[Tag | None, int] = {tag: sum(one.tags[tag] for one in tallies) for tag in Tag}
        counts[None] = sum(one.open for one in tallies)
        unit = _LONGEST_BAR / max(*counts.values(), 1)
        return [
            Bar(look(tag), count, max(round(count * unit), 3) if count else 0)
            for tag, count in counts.items()
        ]

    def paragraphs(self) -> Iterator[Markup]:
        """The paragraphs, their words with their marks."""
        return marked(self._reported, begins_with_title(self._reported), self._shapes)

    def rows(self) -> Iterator[Markup]:
        """The rows of the table of claims."""
        return rows(self.entries, self._place, self._shapes, self._tick)
