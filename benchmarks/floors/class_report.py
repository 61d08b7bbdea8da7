"""Floor: the same answers of a class, every word of them escaped and joined as rows."""

import sys
from collections.abc import Iterator
from html import escape

from annotator.model.class_report import ClassReport, ShownAnswer
from benchmarks.classrooms import measured, reported
from benchmarks.clock import end_on_error


def cells(one: ShownAnswer) -> Iterator[str]:
    """Whose answer it is, what differs, tags, notes, who says so, what shows it."""
    yield one.label
    yield from (*one.beyond, *one.without)
    for claim in one.answer.claims:
        yield ", ".join(claim.tags)
        yield claim.note
        for said in claim.attributions:
            yield from (said.source.name, said.role, said.cue, said.via)
        for shown in claim.evidence:
            yield from (shown.where, str(shown.outcome), str(shown.checked), shown.found)


def page(report: ClassReport) -> bytes:
    """The article and the rows."""
    parts = [escape(report.text)]
    for passage in report.passages:
        parts.append(escape(passage.quote))
        for one in passage.answers:
            row = "</td><td>".join(escape(cell) for cell in cells(one))
            parts.append(f"<tr><td>{row}</td></tr>")
    return "\n".join(parts).encode("utf-8")


if __name__ == "__main__":
    end_on_error()
    report = reported(int(sys.argv[1]))
    measured(lambda: page(report))
