"""A report as pages: the same content as the web page, in the same order."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QPainter

from annotator.exchange.writers.paged import table
from annotator.exchange.writers.paged.article import article, place_on
from annotator.exchange.writers.paged.booklet import Booklet, Section
from annotator.exchange.writers.paged.chart import chart, legend
from annotator.exchange.writers.paged.columns import Setter
from annotator.exchange.writers.paged.letters import Letters, Look, Run, clean
from annotator.exchange.writers.paged.marks import Pens
from annotator.exchange.writers.paged.sheet import POINT, Sheet
from annotator.exchange.writers.paged.strips import Paint, Strip
from annotator.exchange.writers.parts import Part
from annotator.exchange.writers.titles import details, passages, title_of_report
from annotator.model.article import Metadata
from annotator.model.report import Report, Reported
from annotator.words import _

Tick = Callable[[int], None]

KIND = Look(8, colour="soft")
TITLE = Look(23, serif=True, weight=600)
HEADING = Look(15, serif=True, weight=600)
SENTENCE = Look(12, serif=True)
TEXT, BOLD, SOFT = Look(9), Look(9, weight=600), Look(9, colour="soft")
UNKNOWN = Look(9, italic=True)


def booklet(report: Report, tick: Tick, parts: Sequence[Part] = ()) -> Booklet:
    """The pages of a report on its paper; `parts` stand before the sources of its article."""
    pages = Pages(Sheet(report.paper))
    several = len(report.articles) > 1
    title = title_of_report(report)
    sections: list[Section] = []
    if several:
        contents = _Contents(report, title, pages)
        sections.append(Section(contents.strips))
    for place, reported in enumerate(report.articles, 1):
        sections += pages.article(reported, place, tick, parts)
    made = Booklet(title, pages.sheet, sections, pages.letters)
    if several:
        contents.pages = made.begins[1::2]
    return made


def marked_article(report: Report, tick: Tick) -> Booklet:
    """Only the articles with their marks, without tables: what is printed to look at."""
    pages = Pages(Sheet(report.paper))
    sections = [pages.marked(one, [], title=True) for one in report.articles]
    tick(report.size)
    return Booklet(title_of_report(report), pages.sheet, sections, pages.letters)


class Pages:
    """Sets the parts of a report on one kind of sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.letters = Letters()
        self.pens = Pens(self.letters)
        self.setter = Setter(self.letters, self.pens)

    def article(
        self, reported: Reported, place: int, tick: Tick, parts: Sequence[Part] = ()
    ) -> list[Section]:
        """The first page of an article, then its text and its claims."""
        head = running_head(reported.article.metadata)
        said = [strip for part in parts for strip in self._part(part)]
        front = [*self.front(reported), *said, *self._sources(reported)]
        return [Section(front, head), self.marked(reported, self._claims(reported, place, tick))]

    def marked(self, reported: Reported, then: "list[Strip]", title: bool = False) -> Section:
        """The text with its marks, and what comes after it."""
        sheet = self.sheet
        strips = list(self.top(_("Annotated article"), reported)) if title else []
        if not title:
            strips += self.heading(_("The article"), first=True)
        strips += legend(sheet.left, sheet.width, self.letters, self.pens)
        place = place_on(sheet.left, sheet.width)
        strips += article(reported, reported.entries, place, self.letters, self.pens)
        return Section([*strips, *then], running_head(reported.article.metadata))

    def top(self, kind: str, reported: Reported) -> Iterator[Strip]:
        """What it is, the title, and what is known of the article."""
        yield from self.say([(clean(kind).upper(), KIND)])
        yield from self.say([(clean(reported.article.metadata.title), TITLE)], 1.24, 3)
        yield from self.say(_details(reported), 1.6, 9)

    def front(self, reported: Reported) -> Iterator[Strip]:
        """Title, details, who marked it, and the chart."""
        yield from self.top(_("Annotated article"), reported)
        work = reported.work
        if not work:
            said = _("Nobody has marked anything in this article yet.")
            yield from self.say([(said, SENTENCE)], 1.45, 12)
        elif len(work) == 1:
            named: list[Run] = [(_("Marked by") + " ", TEXT), (clean(work[0].label), BOLD)]
            yield from self.say(named, above=12)
            yield from self.say([(clean(work[0].tally.summary()), SENTENCE)], 1.45, 3)
        else:
            yield from self.say([(_("Marked by"), TEXT)], above=12, holds=True)
            for one in work:
                yield from self.say([(clean(one.label), BOLD)], above=7, holds=True)
                yield from self.say([(clean(one.tally.summary()), SENTENCE)], 1.45, 1)
        yield from table.leads(reported, self.sheet, self.setter)
        if reported.entries:
            yield from chart(work, self.sheet.left, self.letters, self.pens)

    def heading(self, said: str, first: bool = False) -> list[Strip]:
        """A heading, which is never the last on its page."""
        return self.say([(clean(said), HEADING)], 1.24, 0 if first else 26, holds=True)

    def say(
        self, runs: list[Run], leading: float = 1.4, above: float = 0.0, holds: bool = False
    ) -> list[Strip]:
        """A paragraph over the whole column; `leading` by the first run's size, `above` points."""
        size = runs[0][1].size * POINT if runs else 0
        sheet = self.sheet
        return self.setter.paragraph(
            runs, sheet.left, sheet.width, leading * size, above * POINT, holds
        )

    def _part(self, part: Part) -> Iterator[Strip]:
        yield from self.heading(part.title)
        for number, sentence in enumerate(part.sentences, 1):
            holds = bool(part.columns) and number == len(part.sentences)
            yield from self.say([(clean(sentence), TEXT)], 1.4, 2, holds=holds)
        if part.columns:
            yield _space(6)
            yield from table.part(part, self.sheet, self.setter)

    def _sources(self, reported: Reported) -> Iterator[Strip]:
        if reported.sources:
            yield from self.heading(_("Sources"))
            said = _("Who is named, and what they have to gain by being believed")
            yield from self.say([(clean(said), SOFT)], 1.4, 2, holds=True)
            yield _space(6)
            yield from table.sources(reported.sources, self.sheet, self.setter)

    def _claims(self, reported: Reported, place: int, tick: Tick) -> "list[Strip]":
        found = self.heading(_("The claims"))
        if not reported.entries:
            return [*found, *self.say([(clean(_("No claims yet")), TEXT)], above=4)]
        said = _("Each marked passage, in the order of the article")
        found += self.say([(clean(said), SOFT)], 1.4, 2, holds=True)
        found.append(_space(6))
        found += table.claims(reported.entries, place, self.sheet, self.setter, tick)
        return found


class _Contents:
    """The first page of a report on several articles; `pages` is known when all is set."""

    def __init__(self, report: Report, title: str, pages: Pages) -> None:
        self.pages: list[int] = []
        self._letters, self._sheet = pages.letters, pages.sheet
        sheet = pages.sheet
        self.strips = [
            *pages.say([(clean(_("Report")).upper(), KIND)]),
            *pages.say([(clean(title), TITLE)], 1.24, 3),
            _space(12),
        ]
        for place, reported in enumerate(report.articles):
            runs = [(clean(reported.article.metadata.title), Look(11, serif=True))]
            lines = pages.setter.paragraph(
                runs, sheet.left, sheet.width - 130 * POINT, 15.5 * POINT, 6 * POINT
            )
            lines[-1].paint = _Both(lines[-1].paint, self._number(place, passages(reported)))
            self.strips += lines

    def _number(self, place: int, counted: str) -> Paint:
        letters, edge = self._letters, self._sheet.left + self._sheet.width

        def paint(painter: QPainter, top: float) -> None:
            said, baseline = str(self.pages[place]), top + 11 * POINT
            left = edge - 34 * POINT - letters.width(clean(counted), SOFT)
            letters.say(painter, clean(counted), SOFT, left, baseline)
            letters.say(painter, said, TEXT, edge - letters.width(said, TEXT), baseline)

        return paint


class _Both:
    """Paints two things at one height."""

    def __init__(self, *paints: Paint) -> None:
        self._paints = paints

    def __call__(self, painter: QPainter, top: float) -> None:
        for paint in self._paints:
            paint(painter, top)


def running_head(known: Metadata) -> tuple[str, str]:
    """The title on the left; on the right where and when it was published, never today."""
    parts = [clean(one) for one in (known.outlet, known.date) if one]
    return clean(known.title), " · ".join(parts)


def _details(reported: Reported) -> list[Run]:
    runs: list[Run] = []
    for name, value in details(reported):
        runs.append((("\u2003 " if runs else "") + clean(name) + "\u00a0", SOFT))
        runs.append((clean(value), TEXT) if value else (_("Unknown"), UNKNOWN))
    return runs


def _space(points: float) -> Strip:
    return Strip(points * POINT, lambda _painter, _top: None, holds=True)
