"""`annotator import FILE...`: bring annotations in from JSON-LD."""

from typing import TYPE_CHECKING

from annotator.cli.command import DONE, NOT_DONE, Argument, Command, Job
from annotator.cli.hints import with_hint_on_item
from annotator.cli.output import shown
from annotator.model.ids import ArticleId
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.services.importing import ImportReport


def run(job: Job) -> int:
    """Import each file: what is good is kept, each refused item has its line."""
    from annotator.services import importing

    reports = importing.import_files(job.workspace, job.given.files, _article(job))
    for one in reports:
        for item in one.refused:
            about = shown(one.file) if item.id is None else f"{shown(one.file)}: {item.id}"
            job.output.complain(with_hint_on_item(item.reason), about)
    _print(job, reports)
    return NOT_DONE if any(one.refused for one in reports) else DONE


def _article(job: Job) -> ArticleId | None:
    from annotator.services import listing

    name = job.given.article
    return None if name is None else listing.find(job.workspace, name).id


def _print(job: Job, reports: "list[ImportReport]") -> None:
    if job.given.json:
        job.output.document([as_json(one) for one in reports])
        return
    for one in reports:
        counts = _("{new} new, {updated} updated, {unchanged} unchanged, {moved} moved").format(
            new=one.new, updated=one.updated, unchanged=one.unchanged, moved=one.moved
        )
        job.output.line(shown(one.file), counts)


def as_json(report: "ImportReport") -> dict[str, object]:
    """What came of one file, as the interface fixes it."""
    return {
        "file": shown(report.file),
        "new": report.new,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "moved": report.moved,
        "refused": [{"id": one.id, "reason": one.reason} for one in report.refused],
    }


COMMAND = Command(
    "import",
    N_("bring annotations in from JSON-LD"),
    (
        Argument(
            ("files",),
            N_("files that export wrote, or another program"),
            is_path=True,
            options={"nargs": "+", "metavar": "FILE"},
        ),
        Argument(
            ("--article",),
            N_("where annotations go whose text is not in the library"),
            options={"metavar": "ARTICLE"},
        ),
        Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),
    ),
    run,
)
