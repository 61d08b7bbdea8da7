"""The class report as one web page: it needs nothing but itself, and prints as a hand-out."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from annotator import words
from annotator.exchange.writers.classes.blocks import Answers, Block
from annotator.exchange.writers.classes.front import front, known_of, title_of
from annotator.exchange.writers.classes.telling import answer_columns, blocks
from annotator.exchange.writers.html.answers import AnswerRows
from annotator.exchange.writers.html.grids import GridRows, HeatParagraphs
from annotator.exchange.writers.html.templates import Shapes, class_page
from annotator.exchange.writers.looks import Look, look
from annotator.model.class_report import ClassReport
from annotator.model.tags import Tag

Tick = Callable[[int], None]


def write(report: ClassReport, tick: Tick) -> bytes:
    """The page in UTF-8. The same report gives the same bytes."""
    shapes = Shapes("")
    pieces = class_page().generate(
        title=title_of(report),
        known=known_of(report),
        front=_named(front(report)),
        blocks=_named(blocks(report)),
        language=words.language(),
        look=_look,
        looks=[look(tag) for tag in (*Tag, None)],
        heat=HeatParagraphs(shapes).of(report),
        rows=GridRows(shapes).of,
        answers=_rows(shapes, tick),
        answer_columns=answer_columns(),
    )
    return "".join(pieces).encode("utf-8")


def _named(some: Iterator[Block]) -> Iterator[tuple[str, Block]]:
    """The blocks by the names of their kinds, which the template asks for."""
    return ((type(one).__name__, one) for one in some)


def _look(tag: Tag | None) -> Look:
    return look(tag)


def _rows(shapes: Shapes, tick: Tick) -> Callable[[Answers], Markup]:
    filling = AnswerRows(shapes)

    def rows(one: Answers) -> Markup:
        found = filling.of(one.passage)
        tick(len(one.passage.answers))
        return found

    return rows
