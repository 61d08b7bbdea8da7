"""The REFI-QDA project: project.qde, which says everything, and the texts beside it.

The standard does not settle in which unit positions count; the programs differ where a text holds
characters above U+FFFF, such as emoji. Ours are code points, and whoever exports is told.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element, indent, tostring

from annotator.exchange.writers.packing import packed
from annotator.exchange.writers.qdpx.codebook import codebook
from annotator.exchange.writers.qdpx.elements import (
    NAMESPACE,
    child,
    content,
    guid,
    guid_of,
    name,
    section,
    time,
)
from annotator.exchange.writers.qdpx.selections import links_of, notes_of, selection
from annotator.model.report import Report, Reported
from annotator.words import _, ngettext

Tick = Callable[[int], None]

_AT_ONCE = 250
_LAST_OF_ONE_UNIT = "\uffff"
_KNOWN = {"Outlet": "outlet", "Author": "author", "Date": "date", "Address": "address"}
"""What is known of an article, as variables of its text: their names, and ours."""


def write(report: Report, tick: Tick) -> bytes:
    """The project. The same report gives the same bytes."""
    files = [("project.qde", _project(report, tick))]
    for one in report.articles:
        files.append((f"sources/{_file(one)}", one.text.encode("utf-8")))
    return packed(files)


def unsure(report: Report) -> tuple[str, ...]:
    """Whether other programs may count another way, and where."""
    titles = [
        " ".join(one.article.metadata.title.split())
        for one in report.articles
        if one.text and max(one.text) > _LAST_OF_ONE_UNIT
    ]
    if not titles:
        return ()
    return (
        ngettext(
            "“{titles}” holds characters such as emoji, which programs count in different ways. "
            "Where you open the file, look whether the marks after them are on their words.",
            "“{titles}” hold characters such as emoji, which programs count in different ways. "
            "Where you open the file, look whether the marks after them are on their words.",
            len(titles),
        ).format(titles="”, “".join(titles)),
    )


def _project(report: Report, tick: Tick) -> bytes:
    notes: list[Element] = []
    root = Element("Project", {"xmlns": NAMESPACE, **_about(report)})
    section(root, "Users", _users(report))
    root.append(codebook())
    section(root, "Variables", _variables())
    sources = child(root, "Sources")
    for place, one in enumerate(report.articles, 1):
        sources.append(_source(one, place, notes, tick))
    section(root, "Notes", notes)
    entries = (entry for one in report.articles for entry in one.entries)
    section(root, "Links", [link for entry in entries for link in links_of(report, entry)])
    indent(root)
    written: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written + b"\n"


def _about(report: Report) -> dict[str, str]:
    """Name and times of the project: a file must not depend on when it was written."""
    claims = [entry.claim for one in report.articles for entry in one.entries]
    titles = "; ".join(one.article.metadata.title for one in report.articles)
    about = {"name": name(titles), "origin": "Annotator"}
    if claims:
        about["creationDateTime"] = time(min(claim.created for claim in claims))
        about["modifiedDateTime"] = time(max(claim.modified for claim in claims))
    return about


def _users(report: Report) -> list[Element]:
    people = {one.person.id: one.label for article in report.articles for one in article.work}
    by_name = sorted(people.items(), key=lambda one: (one[1], one[0]))
    return [Element("User", guid=guid(person), name=name(label)) for person, label in by_name]


def _variables() -> list[Element]:
    return [
        Element("Variable", guid=guid_of("variable", known), name=said, typeOfVariable="Text")
        for said, known in _KNOWN.items()
    ]


def _file(one: Reported) -> str:
    return f"{guid(one.article.id)}.txt"


def _source(one: Reported, place: int, notes: list[Element], tick: Tick) -> Element:
    source = Element(
        "TextSource",
        guid=guid(one.article.id),
        name=name(one.article.metadata.title) or _("Untitled"),
        plainTextPath=f"internal://{_file(one)}",
        creationDateTime=time(one.article.added),
    )
    for first in range(0, len(one.entries), _AT_ONCE):
        some = one.entries[first : first + _AT_ONCE]
        for entry in some:
            about = list(notes_of(entry, place))
            notes += about
            source.append(selection(entry, about))
        tick(len(some))
    for known in _KNOWN.values():
        if value := getattr(one.article.metadata, known):
            variable = child(source, "VariableValue")
            child(variable, "VariableRef", targetGUID=guid_of("variable", known))
            child(variable, "TextValue", content(value))
    return source
