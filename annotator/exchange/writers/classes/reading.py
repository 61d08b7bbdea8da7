"""What helps to read the article of a class where words can have one look only."""

from annotator.exchange.writers.looks import look
from annotator.model.class_report import ClassReport, ReportedPassage
from annotator.model.tags import Tag
from annotator.model.text import TITLE_LENGTH
from annotator.words import _


def how_to_read() -> str:
    """What tints, lines and numbers mean."""
    return _(
        "The stronger the tint, the more marked it; its colour and line are those of the tag that "
        "most gave. Where a passage ends, its number stands in brackets, and how many gave which "
        "tag."
    )


def counts_at_end(one: ReportedPassage) -> str:
    """A passage's number, and how many gave it which tag: "[3: A18 C11]"."""
    passage = one.passage
    counts: list[tuple[Tag | None, int]] = [(tag, passage.tagged(tag)) for tag in Tag]
    counts.append((None, passage.open))
    said = "\u00a0".join(f"{look(tag).letter}{count}" for tag, count in counts if count)
    return f"[{one.number}:\u00a0{said}]"


def begins_with_title(report: ClassReport) -> bool:
    """Whether the first paragraph is the title, and so a headline."""
    if not report.paragraphs:
        return False
    line = report.paragraphs[0].span
    first = report.text[line.start : line.end].strip()
    return report.article.metadata.title.strip() in (first, first[:TITLE_LENGTH].strip())
