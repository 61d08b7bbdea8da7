"""`annotator articles`: what is in the library, how much is marked on it, and where words stand."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.cli import listed
from annotator.cli.command import DONE, NOT_DONE, Argument, Command, Job
from annotator.cli.output import one_line
from annotator.words import N_, _

if TYPE_CHECKING:
    from annotator.model.arranging import Row
    from annotator.model.article import TagCounts
    from annotator.model.excerpts import Hit
    from annotator.services.searching import Found

_ORDERS = ("added", "title", "date", "claims", "author")
_PAGE = 200
"""So many articles are held at once while the words around each place are looked up."""


def run(job: Job) -> int:
    """List articles with the counts of everyone's own work."""
    if job.given.search is not None:
        return _search(job, _rows(job))
    rows = _rows(job)
    if job.given.json:
        job.output.document([_row_as_json(row) for row in rows])
        return DONE
    for row in rows:
        _say(job, row)
    return DONE


def _rows(job: Job) -> "list[Row]":
    from annotator.model.arranging import Choice, Order, arranged
    from annotator.services import binning, filing, listing

    if job.given.bin:
        return [(one.article, one.tags) for one in binning.in_bin(job.workspace)]
    within = None
    if job.given.collection is not None:
        chosen = filing.find(job.workspace, job.given.collection)
        shelves = {one.collection.id: one.articles for one in filing.shelves(job.workspace)}
        within = shelves[chosen.id]
    rows = [(one.article, one.tags) for one in listing.all_articles(job.workspace)]
    return arranged(rows, Order(job.given.sort or Order.ADDED), Choice(within))


def _search(job: Job, rows: "list[Row]") -> int:
    status = DONE if _read_all(job) else NOT_DONE
    counts = {article.id: tags for article, tags in rows}
    found = [one for one in _found(job) if one.article.id in counts]
    if job.given.sort:
        places = {id_: place for place, id_ in enumerate(counts)}
        found.sort(key=lambda one: places[one.article.id])
    if job.given.json:
        job.output.document(
            [
                _row_as_json(
                    (one.article, counts[one.article.id]), hits=[_as_json(hit) for hit in one.hits]
                )
                for one in found
            ]
        )
        return status
    for one in found:
        _say(job, (one.article, counts[one.article.id]))
        for hit in one.hits:
            job.output.line(f"  {hit.kind}: {one_line(hit.words)}")
    return status


def _read_all(job: Job) -> bool:
    """Read what is new before anything is looked for; whether that could be done."""
    from annotator.services import searching

    left, before = searching.read_on(job.workspace, 1), 0
    while left not in (0, before):  # while another program writes, there is no going on
        left, before = searching.read_on(job.workspace, 1), left
    if left:
        job.output.complain(
            _(
                "What is newest could not be searched, because another program writes to the "
                "library or its disk is full. Nothing is lost: search again later."
            )
        )
    return not left


def _found(job: Job) -> "Iterator[Found]":
    from annotator.services import searching

    after, is_all = 0, False
    while not is_all:
        page = searching.search(job.workspace, job.given.search, most=_PAGE, after=after)
        yield from page.found
        after, is_all = after + _PAGE, page.is_all


def _row_as_json(row: "Row", **more: object) -> dict[str, object]:
    article, tags = row
    version = {"version_of": article.version_of} if article.version_of else {}
    return listed.as_json(article, tags, **version, **more)


def _as_json(hit: "Hit") -> dict[str, object]:
    """A place with what was found there; `start` and `end` count code points of the text."""
    place = {"start": hit.place.start, "end": hit.place.end} if hit.place else {}
    claim = {"claim": hit.claim} if hit.claim else {}
    return {"kind": hit.kind, "words": hit.words, **place, **claim}


def _say(job: Job, row: "Row") -> None:
    article, tags = row
    version = _("newer version of {id}").format(id=article.version_of)
    more = [version] if article.version_of else []
    job.output.line(article.id, listed.title(article), _counts(tags), *more)


def _counts(tags: "TagCounts") -> str:
    return _(
        "{attributed} attributed, {contested} contested, {verified} verified, {open} open"
    ).format(
        attributed=tags.attributed,
        contested=tags.contested,
        verified=tags.verified,
        open=tags.open,
    )


def wrong(given: argparse.Namespace) -> str | None:
    """Why the arguments do not go together."""
    if given.bin and (given.search is not None or given.collection is not None):
        return _("what is in the bin is only listed: leave --search and --in out")
    return None


COMMAND = Command(
    "articles",
    N_("list the articles with counts of everyone's work"),
    (
        Argument(
            ("--search",),
            N_("only articles in which these words stand, or a note on them"),
            options={"metavar": "WORDS"},
        ),
        Argument(
            ("--in",),
            N_("only the articles of this collection"),
            options={"dest": "collection", "metavar": "COLLECTION"},
        ),
        Argument(
            ("--sort",),
            N_("by what to sort (else as they were added, or what fits --search best first)"),
            options={"choices": _ORDERS},
        ),
        Argument(
            ("--bin",),
            N_("what is in the bin instead, the latest first"),
            options={"action": "store_true"},
        ),
        Argument(("--json",), N_("print JSON"), options={"action": "store_true"}),
    ),
    run,
    wrong,
)
