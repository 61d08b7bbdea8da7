"""From the words of all pages to paragraphs in the order in which a person reads them."""

from dataclasses import dataclass

from annotator.exchange.readers.pdf.bidi import is_right_to_left
from annotator.exchange.readers.pdf.blocks import blocks_of
from annotator.exchange.readers.pdf.initials import with_initials
from annotator.exchange.readers.pdf.joining import Joining
from annotator.exchange.readers.pdf.lines import lines_of
from annotator.exchange.readers.pdf.marginals import Marginals
from annotator.exchange.readers.pdf.order import in_order
from annotator.exchange.readers.pdf.paragraphs import paragraphs_of
from annotator.exchange.readers.pdf.turning import upright
from annotator.exchange.readers.pdf.word import Block, Line, Page


@dataclass(slots=True)
class _Sheet:
    """A page turned upright: its lines, lines that run in other directions, dropped words."""

    lines: list[Line]
    others: list[list[Line]]
    slanted: str


def laid_out(pages: list[Page]) -> tuple[list[str], list[str], set[int]]:
    """The paragraphs of a document; running heads, feet and stamps; the pages with paragraphs."""
    sheets = [_sheet(page) for page in pages]
    marginals = Marginals([sheet.lines for sheet in sheets])
    blocks: list[Block] = []
    dropped: list[str] = []
    for number, sheet in enumerate(sheets):
        running = marginals.on(number)
        dropped += [line.text for line in running]
        dropped += [sheet.slanted] if sheet.slanted else []
        blocks += _blocks(sheet, {id(line) for line in running})
    paragraphs = paragraphs_of(blocks)
    joining = Joining(paragraphs)
    texts = [joining.join(paragraph) for paragraph in paragraphs]
    read = {line.page for block in blocks for line in block.lines}
    return [text for text in texts if text.strip()], dropped, read


def _sheet(page: Page) -> _Sheet:
    words, others, slanted = upright(page)
    return _Sheet(
        with_initials(lines_of(words, page.number)),
        [lines_of(group, page.number) for group in others],
        " ".join(word.text for word in slanted),
    )


def _blocks(sheet: _Sheet, running: set[int]) -> list[Block]:
    lines = [line for line in sheet.lines if id(line) not in running]
    rightwards = is_right_to_left("".join(line.text for line in lines))
    blocks = in_order(blocks_of(lines), rightwards)
    for group in sheet.others:
        blocks += in_order(blocks_of(group))
    return blocks
