"""The report as an OpenDocument: the same parts in the same order as in the other formats."""

from collections.abc import Callable, Iterable, Sequence

from annotator.exchange.writers import telling
from annotator.exchange.writers.directions import closed
from annotator.exchange.writers.innermost import Piece, pieces
from annotator.exchange.writers.links import is_link
from annotator.exchange.writers.looks import badge_of, look, style_of
from annotator.exchange.writers.odt import package
from annotator.exchange.writers.odt.markup import (
    VERSION,
    Element,
    add,
    data,
    link,
    paragraph,
    root,
    say,
)
from annotator.exchange.writers.odt.styles import styles
from annotator.exchange.writers.odt.tables import Table
from annotator.exchange.writers.tallied import columns, tallied
from annotator.exchange.writers.titles import begins_with_title, details, passages, title_of_report
from annotator.model.report import Entry, Report, Reported
from annotator.model.tags import Tag, in_order
from annotator.words import _

Tick = Callable[[int], None]

_AT_ONCE = 250
_CLAIMS = (0.06, 0.34, 0.16, 0.22, 0.22)
_SOURCES = (0.44, 0.16, 0.18, 0.10, 0.12)
_TALLY = (0.28, *(0.12,) * 6)
_MARGINS = 2 * 17 * 72 / 25.4


def write(report: Report, tick: Tick) -> bytes:
    """The document as a package."""
    title = title_of_report(report)
    made = _Document(report, title, tick)
    return package.packed(title, data(made.content), data(styles(report.paper, title)))


class _Document:
    def __init__(self, report: Report, title: str, tick: Tick) -> None:
        self._width = report.paper.size[0] - _MARGINS
        self._tick = tick
        self._several = len(report.articles) > 1
        self._tables = 0
        self.content = root("office:document-content", office_version=VERSION)
        self._automatic = add(self.content, "office:automatic-styles")
        self._new_pages()
        self._body = add(add(self.content, "office:body"), "office:text")
        if self._several:
            self._contents(report, title)
        for place, reported in enumerate(report.articles, 1):
            self._article(reported, place)

    def _new_pages(self) -> None:
        """Headings with which a page begins."""
        for level in (1, 2):
            made = add(
                self._automatic,
                "style:style",
                style_name=f"NewPage{level}",
                style_family="paragraph",
                style_parent_style_name=f"Heading{level}",
            )
            add(made, "style:paragraph-properties", fo_break_before="page")

    def _heading(self, words: str, level: int, bookmark: str = "", new_page: bool = False) -> None:
        style = f"NewPage{level}" if new_page else f"Heading{level}"
        line = add(self._body, "text:h", text_style_name=style, text_outline_level=level)
        if bookmark:
            add(line, "text:bookmark", text_name=bookmark)
        say(line, words)

    def _say(self, words: str, style: str) -> None:
        say(paragraph(self._body, style, words), words)

    def _contents(self, report: Report, title: str) -> None:
        self._say(_("Report"), "Subtitle")
        self._say(title, "Title")
        for place, reported in enumerate(report.articles, 1):
            line = paragraph(self._body, "Standard")
            say(link(line, f"#a{place}"), closed(reported.article.metadata.title))
            say(line, f"\u200e\u2003{passages(reported)}", "Soft")

    def _article(self, reported: Reported, place: int) -> None:
        title = reported.article.metadata.title or _("Annotated article")
        level = 1
        if self._several:
            self._heading(title, 1, f"a{place}", new_page=True)
            level = 2
        else:
            self._say(_("Annotated article"), "Subtitle")
            self._say(title, "Title")
        self._details(reported)
        self._people(reported)
        self._best_checks(reported, place)
        self._tally(reported)
        if reported.sources:
            self._heading(_("Sources"), level)
            self._sources(reported)
        self._heading(_("The article"), level, new_page=True)
        self._legend()
        self._text(reported, place)
        self._heading(_("The claims"), level)
        self._claims(reported, place)

    def _details(self, reported: Reported) -> None:
        for name, value in details(reported):
            line = paragraph(self._body, "Standard")
            say(line, f"{name}\u2002", "Soft")
            say(link(line, value) if is_link(value) else line, value or _("Unknown"))

    def _people(self, reported: Reported) -> None:
        if not reported.work:
            self._say(_("Nobody has marked anything in this article yet."), "Sentence")
            return
        for one in reported.work:
            line = paragraph(self._body, "Caption")
            say(line, f"{_('Marked by')}\u2002")
            say(line, one.label, "Strong")
            self._say(one.tally.summary(), "Sentence")

    def _best_checks(self, reported: Reported, place: int) -> None:
        for lead in telling.leads(reported):
            entry = lead.entry
            say(paragraph(self._body, "BestCheck", lead.title), lead.title, "Strong")
            self._say(f"“{lead.quote}”", "BestQuote")
            tags = paragraph(self._body, "BestLine")
            for tag in in_order(entry.claim.tags) or (None,):
                _badge(tags, tag)
                say(tags, "\u2003")
            to = link(tags, f"#a{place}c{entry.number}")
            say(to, _("claim {number}").format(number=entry.number))
            say(tags, f" · ¶ {lead.paragraphs}", "Soft")
            _lines(self._body, lead.lines, "BestLine")

    def _tally(self, reported: Reported) -> None:
        if not reported.work:
            return
        self._say(_("How many passages carry each tag"), "Caption")
        table = self._table("Tally", _TALLY)
        table.head(columns(), right=len(_TALLY) - 1)
        for label, numbers in tallied(reported.work):
            name, *cells = table.row()
            say(paragraph(name, "CellText", label), label)
            table.numbers(cells, numbers)

    def _sources(self, reported: Reported) -> None:
        said = _("Who is named, and what they have to gain by being believed")
        self._say(said, "Caption")
        table = self._table("Sources", _SOURCES)
        table.head(telling.source_columns(), right=2)
        for one in reported.sources:
            cells = table.row()
            for cell, words in zip(cells, telling.told_of(one), strict=False):
                say(paragraph(cell, "CellText", words), words)
            table.numbers(cells[3:], (one.says, one.disagrees))

    def _legend(self) -> None:
        for tag in (*Tag, None):
            shown = look(tag)
            line = paragraph(self._body, "Standard")
            say(line, f"\u00a0{shown.letter}\u00a0", badge_of(tag))
            say(line, "\u2002")
            say(line, shown.name, style_of(frozenset({tag}) if tag else frozenset()))
            say(line, f"\u2002{shown.question}", "Soft")
        self._say(telling.how_to_read(), "Caption")

    def _text(self, reported: Reported, place: int) -> None:
        claims = [entry.claim for entry in reported.entries]
        headline = bool(reported.paragraphs) and begins_with_title(reported)
        listed = add(self._body, "text:list", text_style_name="Paragraphs")
        for one, cut in pieces(reported.text, reported.paragraphs, claims):
            style = "ArticleHeadline" if headline and one.number == 1 else "ArticleText"
            said = reported.text[one.span.start : one.span.end]
            line = paragraph(add(listed, "text:list-item"), style, said)
            self._fill(line, cut, reported.entries, place)

    def _fill(
        self, line: Element, cut: Sequence[Piece], entries: Sequence[Entry], place: int
    ) -> None:
        for piece in cut:
            if piece.nested:
                say(line, "|", "Soft")
            tags = entries[piece.inner - 1].claim.tags if piece.inner else None
            say(line, piece.words, "" if tags is None else style_of(tags))
            for number in piece.ends:
                letters = "".join(look(t).letter for t in in_order(entries[number - 1].claim.tags))
                add(line, "text:bookmark", text_name=f"a{place}m{number}")
                to = link(line, f"#a{place}c{number}")
                say(to, f"{number}{letters}", "ClaimNumber")
                if number != piece.ends[-1]:
                    say(line, "\u00a0", "ClaimNumber")

    def _claims(self, reported: Reported, place: int) -> None:
        if not reported.entries:
            self._say(_("No claims yet"), "Standard")
            return
        self._say(_("Each marked passage, in the order of the article"), "Caption")
        table = self._table("Claims", _CLAIMS)
        table.head(telling.claim_columns())
        for done, entry in enumerate(reported.entries, 1):
            _row(table.row(), entry, place)
            if done % _AT_ONCE == 0 or done == len(reported.entries):
                self._tick((done - 1) % _AT_ONCE + 1)

    def _table(self, name: str, shares: Sequence[float]) -> Table:
        self._tables += 1
        widths = [round(share * self._width, 2) for share in shares]
        return Table(self._automatic, self._body, f"{name}{self._tables}", widths)


def _row(cells: Sequence[Element], entry: Entry, place: int) -> None:
    number, passage, tags, sources, evidence = cells
    line = paragraph(number, "CellText")
    add(line, "text:bookmark", text_name=f"a{place}c{entry.number}")
    say(link(line, f"#a{place}m{entry.number}"), str(entry.number))
    quote = telling.shortened(entry.quote)
    say(paragraph(passage, "CellQuote", quote), quote)
    say(paragraph(passage, "CellText"), telling.place_of(entry), "Soft")
    _lines(passage, telling.remarks_of(entry, place))
    for tag in in_order(entry.claim.tags) or (None,):
        _badge(paragraph(tags, "CellText"), tag)
    if still := telling.standing(entry.claim):
        say(paragraph(tags, "CellText", still), still, "Soft")
    _lines(sources, telling.sources_of(entry.claim))
    _lines(evidence, telling.evidence_of(entry.claim))


def _badge(line: Element, tag: Tag | None) -> None:
    say(line, f"\u00a0{look(tag).letter}\u00a0", badge_of(tag))
    say(line, f"\u2002{look(tag).name}")


def _lines(parent: Element, lines: Iterable[telling.Line], style: str = "CellText") -> None:
    for one in lines:
        line = paragraph(parent, style, one.label or one.words or one.place)
        missing = one.label == _("Still missing:")
        if one.label and not missing:
            say(line, one.label, "Strong")
            say(line, "\u2002" if one.words or one.place else "")
        say(line, one.words, "Missing" if missing else "")
        if one.place:
            say(link(line, one.place) if is_link(one.place) else line, one.place)
    if not len(parent):
        paragraph(parent, style)
