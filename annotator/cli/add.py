"""`annotator add FILE...`: put articles into the library, from files and from the web."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli import add_version, arguments, listed
from annotator.cli.command import DONE, NOT_DONE, Argument, Command, Job
from annotator.cli.hints import with_hint
from annotator.cli.output import STANDARD, one_line, shown, standard_input
from annotator.words import N_, _, ngettext

if TYPE_CHECKING:
    from annotator.services.adding import Added, Given
    from annotator.services.fetching import Address


def run(job: Job) -> int:
    """Add each file: the good ones are kept, each refusal has its line."""
    from annotator.services import adding

    if job.given.new_version_of is not None:
        return _add_version(job)
    answers = adding.add_files(job.workspace, _files(job), job.given.encoding)
    for one in answers:
        _say(job, one)
    _print(job, [one for one in answers if one.article])
    return NOT_DONE if any(one.refusal for one in answers) else DONE


def _add_version(job: Job) -> int:
    from annotator.services.adding import Added

    [file] = _files(job)
    read = add_version.run(job, file)
    notes, dropped = (read.given.notes, read.given.dropped) if read.given else ((), ())
    _say(job, Added(read.name, refusal=read.refusal, notes=notes, dropped=dropped))
    return NOT_DONE if read.refusal else DONE


def _say(job: Job, one: "Added") -> None:
    """How a file was read, what was left out of it, or why it was refused."""
    for note in one.notes:
        job.output.complain(note, shown(one.name))
    if one.dropped:
        said = ngettext(
            "{number} paragraph was left out:",
            "{number} paragraphs were left out:",
            len(one.dropped),
        )
        job.output.complain(said.format(number=len(one.dropped)), shown(one.name))
    for paragraph in one.dropped:
        job.output.grumble(f"  {one_line(' '.join(paragraph.split()))}\n")
    if one.refusal:
        job.output.complain(with_hint(one.refusal), shown(one.name))


def _print(job: Job, added: "list[Added]") -> None:
    if not job.given.json:
        for one in added:
            if one.article:
                job.output.line(one.article.id, listed.title(one.article))
        return
    from annotator.services import listing

    counts = {one.article.id: one.tags for one in listing.all_articles(job.workspace)}
    job.output.document(
        [
            listed.as_json(one.article, counts[one.article.id], new=one.new)
            for one in added
            if one.article
        ]
    )


def _files(job: Job) -> "Iterator[Path | Given | Address]":
    from annotator.services.adding import Given

    for path in job.given.files:
        if str(path) == STANDARD:
            yield Given(_("standard input"), standard_input())
        else:
            yield path


COMMAND = Command(
    "add",
    N_("put articles into the library"),
    (
        Argument(
            ("files",),
            N_("files, or addresses that begin with http:// or https://; - is standard input"),
            is_path=True,
            options={"nargs": "+", "metavar": "FILE", "type": arguments.path_or_address},
        ),
        Argument(
            ("--encoding",),
            N_("how the files are encoded, where that cannot be told from them"),
            options={"metavar": "E"},
        ),
        Argument(
            ("--new-version-of",),
            N_("the FILE is a newer version of this article; each claim's fate is printed"),
            options={"metavar": "ARTICLE"},
        ),
        Argument(
            ("--with-changed",),
            N_("carry claims over, too, whose words changed and are clearly found"),
            options={"action": "store_true"},
        ),
        Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),
    ),
    run,
    add_version.wrong,
)
