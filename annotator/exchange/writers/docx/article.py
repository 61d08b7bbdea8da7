"""The article's text: numbered paragraphs, claims in the look of their tags, and their comments."""

import re
from collections.abc import Iterable, Sequence

from annotator import words
from annotator.exchange.writers.directions import turned
from annotator.exchange.writers.docx.comments import comment
from annotator.exchange.writers.docx.file import WordFile
from annotator.exchange.writers.docx.markup import (
    Element,
    add,
    bookmark,
    link_in,
    paragraph,
    run,
    say,
    turns_within,
)
from annotator.exchange.writers.innermost import Piece, pieces
from annotator.exchange.writers.looks import badge_of, look, style_of
from annotator.exchange.writers.telling import how_to_read, tags_of
from annotator.model.report import Entry, Reported
from annotator.model.tags import Tag, in_order
from annotator.words import _

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def legend(file: WordFile, losses: Iterable[str]) -> None:
    """What the looks of words mean, how to read the signs, and what is not as it was."""
    for tag in (*Tag, None):
        shown = look(tag)
        line = paragraph(file.body, "TableText", shown.name)
        say(line, f"\u00a0{shown.letter}\u00a0", badge_of(tag))
        say(line, " ")
        say(line, shown.name, style_of(frozenset({tag}) if tag else frozenset()))
        say(line, f" {shown.question}", "Soft")
    how = f"{how_to_read()} {_('Each claim is a comment on its words, too.')}"
    say(paragraph(file.body, "Caption", how), how)
    for lost in losses:
        say(paragraph(file.body, "Caption", lost), lost)


class ArticleText:
    """One article; `place` is its place in the report, from 1."""

    def __init__(self, file: WordFile, reported: Reported, place: int) -> None:
        self._file = file
        self._reported = reported
        self._place = place
        self._comments = len(file.comments)
        known = reported.article.metadata.language
        given = known if _LANGUAGE.fullmatch(known) else ""
        self._language = "" if given == words.language() else given

    def add(self, headline: bool) -> None:
        """Add its paragraphs; the first may be a headline."""
        entries = self._reported.entries
        claims = [entry.claim for entry in entries]
        number = self._file.new_list()
        for one, cut in pieces(self._reported.text, self._reported.paragraphs, claims):
            said = self._reported.text[one.span.start : one.span.end]
            style = "ArticleHeadline" if headline and one.number == 1 else "ArticleText"
            line = paragraph(self._file.body, style, said, number=number)
            self._fill(line, cut, turned(said))
        for entry in entries:
            comment(self._file.comments, self._comment(entry.number), entry, self._place)

    def _fill(self, line: Element, cut: Sequence[Piece], turns: Sequence[tuple[int, int]]) -> None:
        at = 0
        for piece in cut:
            if piece.nested:
                say(line, "|", "ClaimBegin")
            for number in piece.starts:
                add(line, "commentRangeStart", id=self._comment(number))
            end = at + len(piece.words)
            style = style_of(self._entry(piece.inner).claim.tags) if piece.inner else ""
            say(line, piece.words, style, self._language, turns_within(turns, at, end))
            at = end
            self._end(line, piece.ends)

    def _end(self, line: Element, numbers: tuple[int, ...]) -> None:
        for number in numbers:
            add(line, "commentRangeEnd", id=self._comment(number))
            add(run(line, "CommentReference"), "commentReference", id=self._comment(number))
        for number in numbers:
            if number != numbers[0]:
                say(line, "\u00a0", "ClaimNumber")
            self._number(line, self._entry(number))

    def _number(self, line: Element, entry: Entry) -> None:
        tags = entry.claim.tags
        told = _("Claim {number}: {tags}").format(number=entry.number, tags=tags_of(entry.claim))
        bookmark(line, self._file.next_bookmark(), mark_name(self._place, entry.number))
        link = link_in(line, row_name(self._place, entry.number), told)
        letters = "".join(look(tag).letter for tag in in_order(tags))
        say(link, f"{entry.number}{letters}", "ClaimNumber")

    def _entry(self, number: int) -> Entry:
        return self._reported.entries[number - 1]

    def _comment(self, number: int) -> int:
        return self._comments + number - 1


def mark_name(place: int, number: int) -> str:
    """The bookmark where a claim ends in the article."""
    return f"a{place}m{number}"


def row_name(place: int, number: int) -> str:
    """The bookmark of a claim's row in the table."""
    return f"a{place}c{number}"
