"""The article in a class's Word document: how many marked what, as tints, lines and numbers."""

import re

from annotator import words
from annotator.exchange.writers.classes.heat import LEVELS, Piece, heat_text
from annotator.exchange.writers.classes.reading import begins_with_title, counts_at_end, how_to_read
from annotator.exchange.writers.classes.tints import tint
from annotator.exchange.writers.directions import turned
from annotator.exchange.writers.docx.file import WordFile
from annotator.exchange.writers.docx.markup import Element, paragraph, say, turns_within
from annotator.exchange.writers.docx.styles import add_tint
from annotator.exchange.writers.looks import badge_of, look
from annotator.model.class_report import ClassReport
from annotator.model.tags import Tag

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class HeatArticle:
    """Adds the article to a document."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        for tag in (*Tag, None):
            for level in range(1, LEVELS + 1):
                add_tint(file.styles, _style(tag, level), tag, tint(tag, level))

    def add(self, report: ClassReport) -> None:
        """Add what the signs mean, and the paragraphs."""
        self._legend()
        known = report.article.metadata.language
        given = known if _LANGUAGE.fullmatch(known) else ""
        language = "" if given == words.language() else given
        headline, number = begins_with_title(report), self._file.new_list()
        for one, pieces in heat_text(report):
            said = report.text[slice(*one.span)]
            style = "ArticleHeadline" if headline and one.number == 1 else "ArticleText"
            line = paragraph(self._file.body, style, said, number=number)
            self._fill(line, pieces, said, language)

    def _legend(self) -> None:
        line = paragraph(self._file.body, "TableText")
        for tag in (*Tag, None):
            shown = look(tag)
            say(line, f"\u00a0{shown.letter}\u00a0", badge_of(tag))
            say(line, "\u00a0")
            say(line, shown.name, _style(tag, LEVELS // 2 + 1))
            say(line, "  ")
        said = how_to_read()
        say(paragraph(self._file.body, "Caption", said), said)

    def _fill(self, line: Element, pieces: list[Piece], said: str, language: str) -> None:
        at, turns = 0, turned(said)
        for piece in pieces:
            end = at + len(piece.words)
            style = _style(piece.tag, piece.level) if piece.level else ""
            say(line, piece.words, style, language, turns_within(turns, at, end))
            at = end
            for one in piece.ends:
                say(line, f"\u00a0{counts_at_end(one)}", "ClaimBegin")


def _style(tag: Tag | None, level: int) -> str:
    return f"Heat{look(tag).letter if tag else 'Open'}{level}"
