"""The archive for brat: a folder for each person, in it each article with what that one marked.

brat shows one layer of marks, without saying whose; so several people's work lies side by side in
folders, the way its own comparison of annotators expects it.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from annotator.exchange.writers.brat.configuration import annotation_conf, readme, visual_conf
from annotator.exchange.writers.brat.standoff import Linked, Place, Standoff, pieces, places
from annotator.exchange.writers.packing import packed, slug
from annotator.model.ids import ClaimId, PersonId
from annotator.model.report import Entry, Report, Reported
from annotator.words import _, ngettext

Tick = Callable[[int], None]

_AT_ONCE = 250
_NOBODY = PersonId("")


class _Document(NamedTuple):
    """One person's work on one article; `name` has the folder and no suffix."""

    name: str
    article: Reported
    entries: tuple[Entry, ...]


def write(report: Report, tick: Tick) -> bytes:
    """The archive. The same report gives the same bytes."""
    folders = _folders(report)
    names = _texts(report)
    documents = list(_documents(report, folders, names))
    known = {
        claim: place
        for one in documents
        for claim, place in places(one.name, one.article.text, one.entries).items()
    }
    titles = [
        (f"{name}.txt", _title(one)) for name, one in zip(names, report.articles, strict=True)
    ]
    files = {
        "README.md": readme(folders.values(), titles),
        "annotation.conf": annotation_conf(),
        "visual.conf": visual_conf(),
    }
    for one in documents:
        files[f"{one.name}.txt"] = one.article.text
        files[f"{one.name}.ann"] = _annotations(report, one, known, tick)
    return packed((name, text.encode("utf-8")) for name, text in files.items())


def lost(report: Report) -> tuple[str, ...]:
    """What brat cannot hold of this report."""
    unseen = sum(
        not pieces(one.text, entry.claim.span) for one in report.articles for entry in one.entries
    )
    if not unseen:
        return ()
    return (
        ngettext(
            "{number} claim marks nothing but white space, which brat cannot hold. It is not in "
            "the file.",
            "{number} claims mark nothing but white space, which brat cannot hold. They are not "
            "in the file.",
            unseen,
        ).format(number=unseen),
    )


def _folders(report: Report) -> dict[PersonId, tuple[str, str]]:
    """Each person's folder and name; the articles that nobody marked have a folder, too."""
    labels = {one.person.id: one.label for article in report.articles for one in article.work}
    people = sorted(labels.items(), key=lambda one: (one[1], one[0]))
    width = max(len(str(len(people))), 2)
    folders = {
        person: (f"{number:0{width}}-{slug(label, 'person')}", " ".join(label.split()))
        for number, (person, label) in enumerate(people, 1)
    }
    if not all(one.work for one in report.articles):
        folders[_NOBODY] = (f"{0:0{width}}-nobody", _("articles that nobody marked"))
    return folders


def _texts(report: Report) -> list[str]:
    """The name of each article's file, without folder and suffix."""
    width = max(len(str(len(report.articles))), 3)
    return [
        f"{number:0{width}}-{slug(one.article.metadata.title, 'article')}"
        for number, one in enumerate(report.articles, 1)
    ]


def _title(reported: Reported) -> str:
    return " ".join(reported.article.metadata.title.split())


def _documents(
    report: Report, folders: dict[PersonId, tuple[str, str]], names: list[str]
) -> Iterator[_Document]:
    for person, (folder, _label) in folders.items():
        for name, one in zip(names, report.articles, strict=True):
            workers = {work.person.id for work in one.work} or {_NOBODY}
            if person in workers:
                own = tuple(entry for entry in one.entries if entry.claim.person == person)
                yield _Document(f"{folder}/{name}", one, own)


def _annotations(
    report: Report, document: _Document, known: dict[ClaimId, Place], tick: Tick
) -> str:
    standoff = Standoff(document.name, document.article.text, known)
    lines: list[str] = []
    for first in range(0, len(document.entries), _AT_ONCE):
        some = document.entries[first : first + _AT_ONCE]
        for entry in some:
            lines += standoff.lines(entry, _links(report, entry))
        tick(len(some))
    return "".join(f"{line}\n" for line in lines)


def _links(report: Report, entry: Entry) -> list[Linked]:
    there = zip(entry.links, entry.claim.links, strict=True)
    return [
        Linked(link.role, report.articles[link.article - 1].entries[link.number - 1].claim.id)
        if link.number
        else Linked(link.role, stored.claim)
        for link, stored in there
    ]
